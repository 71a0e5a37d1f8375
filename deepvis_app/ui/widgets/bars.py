"""Class scores as bars that move gently to their new lengths.

They change places at once: on a stream, labels that slide past each other could not be read.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deepvis_app.engine.messages import Score, ScoresView
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens, tokens
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, OwnKeys

_EASE = 0.3  # of the way that is left, in each step
_STEP_MS = 25
_GAP = 3
_Key = tuple[int, int]  # class, and which time it is listed (a pinned class may be likely too)


@dataclass
class _Bar:
    """One class in its row `place`, its length as painted now on its way to `target`."""

    score: Score
    place: int
    target: float  # length, 0 to 1
    length: float

    def step(self) -> bool:
        """Ease on; whether anything moved."""
        way = self.target - self.length
        still = abs(way) < 0.002
        self.length = self.target if still else self.length + _EASE * way
        return not still


class ScoreBars(QWidget):
    """Any number of classes; a click pins one, so that it stays listed."""

    pin_toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[_Key, _Bar] = {}
        self._probabilities = True
        self._pinned: frozenset[int] = frozenset()
        self._focused = -1
        self._hover = -1
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._ease)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self, (*ARROWS, *PRESS))
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Classes"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_pinned(self, pinned: frozenset[int]) -> None:
        self._pinned = pinned
        self.update()

    def set_scores(self, view: ScoresView) -> None:
        """The newest scores, most likely first."""
        largest = max((abs(score.value) for score in view.scores), default=0.0)
        unit = 1.0 if view.probabilities else max(largest, 1e-12)
        before, seen = self._bars, dict[int, int]()
        rows = len(before)
        self._bars, self._probabilities = {}, view.probabilities
        for place, score in enumerate(view.scores):
            key = (score.index, seen.setdefault(score.index, 0))
            seen[score.index] += 1
            target = min(1.0, abs(score.value) / unit)
            old = before.get(key)
            length = old.length if old else 0.0 if before else target
            self._bars[key] = _Bar(score, place, target, length)
        if len(self._bars) != rows:
            self.updateGeometry()
        if QAccessible.isActive():
            self.setAccessibleDescription(", ".join(self.words(place) for place in range(len(view.scores))))
        self._timer.start()

    def clear(self) -> None:
        self._bars = {}
        self._timer.stop()
        self.updateGeometry()
        self.update()

    def words(self, place: int) -> str:
        """Label and value of the row at `place`."""
        bar = next(bar for bar in self._bars.values() if bar.place == place)
        return f"{bar.score.label} {self._value(bar.score)}"

    def _value(self, score: Score, digits: int = 1) -> str:
        if self._probabilities:
            return f"{100 * score.value:.{digits}f}%"
        return f"{score.value:.{digits + 1}f}"

    def _ease(self) -> None:
        moved = [bar.step() for bar in self._bars.values()]
        if not any(moved):
            self._timer.stop()
        self.update()

    # ---- geometry ----------------------------------------------------------------------------------

    @property
    def row_height(self) -> int:
        """Of a bar and the gap below it."""
        return self.fontMetrics().height() + 8 + _GAP

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self._bars)) * self.row_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def _place_at(self, position: QPoint) -> int:
        place = position.y() // self.row_height
        return place if 0 <= place < len(self._bars) else -1

    def _at(self, place: int) -> _Bar | None:
        return next((bar for bar in self._bars.values() if bar.place == place), None)

    # ---- painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens(self)
        for bar in self._bars.values():
            self._paint_bar(painter, bar, t)

    def _paint_bar(self, painter: QPainter, bar: _Bar, t: Tokens) -> None:
        row = QRectF(0, bar.place * self.row_height, self.width(), self.row_height - _GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.hover if bar.place == self._hover else t.track))
        painter.drawRoundedRect(row, 3, 3)
        length = bar.length * row.width()
        if length >= 1:
            painter.setBrush(QColor(t.bar))
            painter.drawRoundedRect(QRectF(row.x(), row.y(), max(length, 6), row.height()), 3, 3)
        pinned = bar.score.index in self._pinned
        if pinned:
            painter.setBrush(QColor(t.accent))
            painter.drawRoundedRect(QRectF(row.x(), row.y(), 3, row.height()), 1.5, 1.5)
        if bar.place == self._focused and self.hasFocus():
            painter.setPen(QColor(t.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        room = row.adjusted(9, 0, -8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        value = self._value(bar.score)
        painter.setPen(QColor(t.strong if bar.place == 0 else t.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, value)
        left = int(room.width()) - metrics.horizontalAdvance(value) - 12
        elided = metrics.elidedText(bar.score.label, Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, elided)

    # ---- mouse and keys ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._toggle(self._place_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self._place_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(-1)
        super().leaveEvent(event)

    def _set_hover(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            self.update()

    def _toggle(self, place: int) -> None:
        bar = self._at(place)
        if bar is not None:
            self.pin_toggled.emit(bar.score.index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._bars:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._focused = min(max(self._focused + step, 0), len(self._bars) - 1)
            self.update()
        elif key in PRESS:
            self._toggle(self._focused)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._at(self._place_at(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(bar) if bar else "", self)
            return True
        return super().event(event)

    def _tip(self, bar: _Bar) -> str:
        score = bar.score
        pinned = score.index in self._pinned
        click = tr("Click to let it go.") if pinned else tr("Click to keep it in the list.")
        return tr(
            "{label}\nclass {index}, {value}\n{click}",
            label=score.label,
            index=score.index,
            value=self._value(score, 3),
            click=click,
        )
