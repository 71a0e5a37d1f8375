"""Units in the order of what their silencing costs a class; a click chooses one."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from deepvis_app.engine.messages import RankedUnit
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens, small, tokens
from deepvis_app.ui.widgets.own_keys import ARROWS, OwnKeys

_GAP = 2
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RankedList(QScrollArea):
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.rows = _Rows()
        holder = QWidget()
        holder.setProperty("panel", True)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        self.setWidget(holder)
        self.rows.chosen.connect(self.chosen)
        self.rows.moved.connect(self._keep_in_sight)

    def set_units(self, units: tuple[RankedUnit, ...], words: str = "") -> None:
        """`words` stand where there are none."""
        self.rows.set_units(units, words)

    def set_selected(self, unit: int) -> None:
        self.rows.set_selected(unit)

    def set_silenced(self, units: Collection[int]) -> None:
        self.rows.set_silenced(frozenset(units))

    def _keep_in_sight(self, y: int) -> None:
        self.ensureVisible(0, y, 0, self.rows.row_height)


class _Rows(QWidget):
    chosen = Signal(int)
    moved = Signal(int)  # the middle of the row that the keys went to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: tuple[RankedUnit, ...] = ()
        self._words = ""
        self._selected = -1
        self._silenced: frozenset[int] = frozenset()
        self._hover = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self, ARROWS)
        self.setAccessibleName(tr("Units that the class hangs on"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    @property
    def row_height(self) -> int:
        return self.fontMetrics().height() + 6 + _GAP

    @property
    def units(self) -> tuple[RankedUnit, ...]:
        return self._units

    def set_units(self, units: tuple[RankedUnit, ...], words: str) -> None:
        self._units, self._words = units, words
        self.updateGeometry()
        self.update()

    def set_selected(self, unit: int) -> None:
        if unit != self._selected:
            self._selected = unit
            self.update()

    def set_silenced(self, units: frozenset[int]) -> None:
        if units != self._silenced:
            self._silenced = units
            self.update()

    def words(self, one: RankedUnit) -> str:
        """E.g. "−12.3", in points of a hundred; "≈ −12" while it is an estimate."""
        points = -100 * one.drop
        sign = "+" if points > 0 else "\u2212"
        return f"{sign}{abs(points):.1f}" if one.exact else f"≈ {sign}{abs(points):.0f}"

    def sizeHint(self) -> QSize:
        return QSize(180, max(1, len(self._units)) * self.row_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    # ---- painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens(self)
        if not self._units:
            painter.setFont(small(self.font()))
            painter.setPen(QColor(t.muted))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._words)
            return
        largest = max(max(one.drop for one in self._units), 1e-9)
        for place, one in enumerate(self._units):
            self._paint_row(painter, one, place, max(0.0, one.drop / largest), t)

    def _paint_row(self, painter: QPainter, one: RankedUnit, place: int, share: float, t: Tokens) -> None:
        row = QRectF(0, place * self.row_height, self.width() - 4, self.row_height - _GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.hover if place == self._hover else t.track))
        painter.drawRoundedRect(row, 3, 3)
        if share * row.width() >= 1:
            painter.setBrush(QColor(t.bar if one.exact else t.pressed))
            painter.drawRoundedRect(QRectF(row.x(), row.y(), max(share * row.width(), 6), row.height()), 3, 3)
        if one.unit == self._selected:
            painter.setPen(QColor(t.focus if self.hasFocus() else t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        room, middle = row.adjusted(9, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter
        silenced = one.unit in self._silenced
        painter.setPen(QColor(t.muted if silenced else t.text))
        words = tr("unit {unit}, silenced" if silenced else "unit {unit}", unit=one.unit)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, words)
        painter.setPen(QColor(t.strong if one.exact else t.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, self.words(one))

    # ---- mouse and keys ------------------------------------------------------------------------------

    def _place_at(self, position: QPoint) -> int:
        place = position.y() // self.row_height
        return place if 0 <= place < len(self._units) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.chosen.emit(self._units[place].unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place != self._hover:
            self._hover = place
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or not self._units:
            super().keyPressEvent(event)
            return
        listed = [one.unit for one in self._units]
        here = listed.index(self._selected) + step if self._selected in listed else 0
        place = min(max(here, 0), len(listed) - 1)
        self.chosen.emit(listed[place])
        self.moved.emit(place * self.row_height + self.row_height // 2)
