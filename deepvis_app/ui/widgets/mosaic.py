"""Small pictures side by side, each to be pointed at and clicked; two mosaics can mark the same cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small, tokens
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, OwnKeys
from deepvis_app.ui.widgets.paint import Picture, device_pixels, fitted
from deepvis_app.ui.widgets.unit_painting import paint_outline

_GAP = 2  # logical pixels between cells
_BETWEEN = 6  # where captions stand below
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Mosaic(QWidget):
    """`columns` square cells to a row, as wide as the widget allows. Without `columns` one row, as high as
    the widget allows, with room for captions.
    """

    chosen = Signal(int)
    marked = Signal(int)  # the cell under the pointer or the keys; -1: none

    def __init__(self, name: str, columns: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._pictures: list[Picture | None] = []
        self._tips: Sequence[str] = ()
        self._captions: Sequence[str] = ()
        self._mark = -1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        OwnKeys(self, (*ARROWS, *PRESS))

    @property
    def count(self) -> int:
        return len(self._pictures)

    @property
    def captions(self) -> Sequence[str]:
        return self._captions

    def is_missing(self, cell: int) -> bool:
        return self._pictures[cell] is None

    def set_cells(
        self, pictures: Sequence[Pixels | None], tips: Sequence[str] = (), captions: Sequence[str] = ()
    ) -> None:
        """Each (h, w, 3); None is shown as missing."""
        self._pictures = [None if one is None else Picture(one) for one in pictures]
        self._tips, self._captions = tips, captions
        if self._mark >= len(self._pictures):
            self.set_mark(-1)
        self.update()

    def set_mark(self, cell: int) -> None:
        """Outline that cell; -1: none."""
        cell = cell if cell < len(self._pictures) else -1
        if cell != self._mark:
            self._mark = cell
            self.setAccessibleDescription(self._tip(cell))
            self.update()
            self.marked.emit(cell)

    def room(self) -> int:
        """How many cells a row has room for."""
        if self._columns is not None:
            return self._columns
        return max(1, (self.width() + _BETWEEN) // (self._side() + _BETWEEN))

    def height_for(self, width: int, rows: int) -> int:
        """In logical pixels, of so many rows of `columns`."""
        columns = self._columns or 1
        side = (width - _GAP * (columns - 1)) // columns
        return rows * (side + _GAP) - _GAP

    # ---- geometry ----------------------------------------------------------------------------------------

    def _side(self) -> int:
        if self._columns is not None:
            return max(8, (self.width() - _GAP * (self._columns - 1)) // self._columns)
        return max(8, self.height() - QFontMetrics(small(self.font())).height() - 3)

    def cell_rect(self, cell: int) -> QRect:
        """In logical pixels."""
        side, columns = self._side(), self.room()
        gap = _GAP if self._columns is not None else _BETWEEN
        row, column = divmod(cell, columns)
        return QRect(column * (side + gap), row * (side + gap), side, side)

    def cell_at(self, x: float, y: float) -> int:
        """-1 where there is none."""
        shown = min(self.count, self.room()) if self._columns is None else self.count
        return next((cell for cell in range(shown) if self.cell_rect(cell).contains(int(x), int(y))), -1)

    def sizeHint(self) -> QSize:
        return QSize(150, 150 if self._columns else 90)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)

    # ---- painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        t, ratio = tokens(self), self.devicePixelRatioF()
        painter = QPainter(self)
        shown = range(min(self.count, self.room()) if self._columns is None else self.count)
        with device_pixels(painter, self):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for cell in shown:
                place = self._scaled(self.cell_rect(cell), ratio)
                picture = self._pictures[cell]
                if picture is None:
                    self._paint_missing(painter, place)
                else:
                    painter.drawImage(fitted(picture.size, place), picture.image)
                if cell == self._mark:
                    width = max(2, round(2 * ratio))
                    colour = t.focus if self.hasFocus() else t.accent
                    paint_outline(painter, place.adjusted(width, width, -width, -width), colour, width)
        painter.setFont(small(self.font()))
        painter.setPen(QColor(t.muted))
        for cell, words in zip(shown, self._captions, strict=False):
            rect = self.cell_rect(cell)
            below = QRect(rect.x(), rect.bottom() + 2, rect.width(), self.height() - rect.bottom() - 2)
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)

    def _scaled(self, rect: QRect, ratio: float) -> QRect:
        corners = (rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height())
        left, top, right, bottom = (round(length * ratio) for length in corners)
        return QRect(left, top, right - left, bottom - top)

    def _paint_missing(self, painter: QPainter, place: QRect) -> None:
        t = tokens(self)
        painter.fillRect(place, QColor(t.track))
        painter.setPen(QPen(QColor(t.faint), 1))
        painter.drawLine(place.topLeft(), place.bottomRight())
        painter.drawLine(place.topRight(), place.bottomLeft())

    # ---- mouse, keys, tooltips ---------------------------------------------------------------------------

    def _tip(self, cell: int) -> str:
        if not 0 <= cell < len(self._tips):
            return ""
        missing = self._pictures[cell] is None
        return f"{self._tips[cell]}\n{tr('The picture is no longer there.')}" if missing else self._tips[cell]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self._tip(self.cell_at(event.pos().x(), event.pos().y()))
            QToolTip.showText(event.globalPos(), tip or self.toolTip(), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell >= 0 else Qt.CursorShape.ArrowCursor)
        self.set_mark(cell)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_mark(-1)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.set_mark(self.cell_at(event.position().x(), event.position().y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        if cell >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(cell)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESS and self._mark >= 0:
            self.chosen.emit(self._mark)
        elif event.key() in ARROWS and self.count:
            step = _STEPS.get(
                Qt.Key(event.key()), self.room() * (1 if event.key() == Qt.Key.Key_Down else -1)
            )
            self.set_mark(min(max(self._mark + step, 0), self.count - 1))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._mark < 0:
            self.set_mark(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_mark(-1)
