"""Rows of units by their patches, as in the lectures; only what can be seen is asked for and painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from deepvis_app.session.patches import UnitPatches
from deepvis_app.ui.patch_words import patch_tip
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small, strong, tokens
from deepvis_app.ui.widgets.paint import Picture, fitted

SIDE = 68  # logical pixels of a patch, at most
_LEAST = 50
_GAP, _APART, _DOWN = 2, 20, 8
_HEAD = 96  # of the words beside a unit's patches
_KEPT = 160  # units whose patches stay in memory

Words = Callable[[int], tuple[str, str]]
"""What is said of a unit, in a few words and at length."""


@dataclass(frozen=True)
class _Row:
    found: UnitPatches
    pictures: tuple[Picture | None, ...]


class PatchSheet(QAbstractScrollArea):
    """`wanted` tells units that can be seen and whose patches are not known; `add` brings them."""

    wanted = Signal(list)
    chosen = Signal(int)  # a unit
    opened = Signal(int, int)  # a unit, which of its patches

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: list[int] = []
        self._count = 9
        self._words: Words = _nothing
        self._rows: OrderedDict[int, _Row] = OrderedDict()
        self._selected = -1
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # ---- what is shown -----------------------------------------------------------------------------------

    def set_units(self, units: Sequence[int], count: int, words: Words | None = None) -> None:
        """In this order, each with up to `count` patches, and `words` about it."""
        self._units, self._count, self._words = list(units), count, words or _nothing
        self._set_range()
        self._reveal()
        self._changed()

    def forget(self) -> None:
        """Another layer or index: no patches are known."""
        self._rows.clear()
        self._changed()

    def add(self, found: Iterable[UnitPatches]) -> None:
        for one in found:
            tiles = tuple(None if tile.pixels is None else Picture(tile.pixels) for tile in one.tiles)
            self._rows[one.unit] = _Row(one, tiles)
        seen = set(self._visible())
        for unit in [unit for unit in self._rows if unit not in seen][: max(0, len(self._rows) - _KEPT)]:
            del self._rows[unit]
        self._changed()

    def set_selected(self, unit: int) -> None:
        """Outline that unit, and bring it into sight."""
        if unit != self._selected:
            self._selected = unit
            self._reveal()
            self.viewport().update()

    def _reveal(self) -> None:
        if self._selected not in self._units:
            return
        top, bar = self._rect(self._units.index(self._selected)).top(), self.verticalScrollBar()
        if not bar.value() <= top <= bar.value() + self.viewport().height() - self.side:
            bar.setValue(top)

    def patches(self, unit: int) -> UnitPatches | None:
        return self._rows[unit].found if unit in self._rows else None

    # ---- geometry, in logical pixels from the sheet's top ------------------------------------------------

    @property
    def side(self) -> int:
        """Of a patch: columns become as wide as there is room."""
        columns = self._columns()
        wide = (self.viewport().width() - (columns - 1) * _APART) // columns
        return min(max((wide - _HEAD) // self._count - _GAP, _LEAST), SIDE)

    def _columns(self) -> int:
        least = _HEAD + self._count * (_LEAST + _GAP)
        return max(1, (self.viewport().width() + _APART) // (least + _APART))

    def _rect(self, place: int) -> QRect:
        row, column = divmod(place, self._columns())
        wide = _HEAD + self._count * (self.side + _GAP)
        return QRect(column * (wide + _APART), row * self._pitch, wide, self.side)

    @property
    def _pitch(self) -> int:
        return self.side + _DOWN

    def _visible(self) -> list[int]:
        top, columns = self.verticalScrollBar().value(), self._columns()
        first = top // self._pitch
        last = (top + self.viewport().height()) // self._pitch
        return self._units[first * columns : (last + 1) * columns]

    def _at(self, position: QPoint) -> tuple[int, int] | None:
        """(unit, which patch; -1: its words) under a point of the viewport."""
        spot = position + QPoint(0, self.verticalScrollBar().value())
        for unit in self._visible():
            rect = self._rect(self._units.index(unit))
            if rect.contains(spot):
                across = spot.x() - rect.x() - _HEAD
                return unit, across // (self.side + _GAP) if across >= 0 else -1
        return None

    def _set_range(self) -> None:
        rows = -(-len(self._units) // self._columns())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, rows * self._pitch - _DOWN - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._pitch)

    def sizeHint(self) -> QSize:
        return QSize(600, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _LEAST)

    # ---- asking ------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self.viewport().update()
        self._soon.start()

    def _scrolled(self) -> None:
        self._changed()

    def _ask(self) -> None:
        missing = [unit for unit in self._visible() if unit not in self._rows]
        if missing:
            self.wanted.emit(missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_range()
        self._changed()

    # ---- painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(t.window))
        offset = self.verticalScrollBar().value()
        for unit in self._visible():
            rect = self._rect(self._units.index(unit)).translated(0, -offset)
            self._paint_words(painter, unit, rect)
            self._paint_patches(painter, self._rows.get(unit), rect)

    def _paint_words(self, painter: QPainter, unit: int, rect: QRect) -> None:
        t = tokens(self)
        head = QRect(rect.x() + 8, rect.y(), _HEAD - 14, rect.height())
        if unit == self._selected:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(t.accent))
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(t.strong))
        line = painter.fontMetrics().height()
        painter.drawText(QRect(head.x(), head.y() + 4, head.width(), line), 0, str(unit))
        painter.setFont(small(self.font()))
        painter.setPen(QColor(t.muted))
        below = head.adjusted(0, line + 4, 0, 0)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, self._words(unit)[0])

    def _paint_patches(self, painter: QPainter, row: _Row | None, rect: QRect) -> None:
        t, side = tokens(self), self.side
        for place in range(self._count if row is None else len(row.pictures)):
            cell = QRect(rect.x() + _HEAD + place * (side + _GAP), rect.y(), side, side)
            picture = None if row is None else row.pictures[place]
            if picture is not None:
                painter.drawImage(fitted(picture.size, cell), picture.image)
                continue
            painter.fillRect(cell, QColor(t.track))
            if row is not None:
                painter.setPen(QColor(t.faint))
                painter.drawLine(cell.topLeft(), cell.bottomRight())
                painter.drawLine(cell.topRight(), cell.bottomLeft())

    # ---- mouse -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        unit, place = found
        row = self._rows.get(unit)
        if row is not None and 0 <= place < len(row.pictures):
            self.opened.emit(unit, place)
        else:
            self.chosen.emit(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, position: QPoint) -> str:
        found = self._at(position)
        if found is None:
            return ""
        unit, place = found
        row = self._rows.get(unit)
        if place < 0:
            return f"{tr('Unit {unit}', unit=unit)}\n{self._words(unit)[1]}".rstrip()
        return patch_tip(row.found.tiles[place]) if row and place < len(row.found.tiles) else ""


def _nothing(_unit: int) -> tuple[str, str]:
    return "", ""
