"""A layer's weights as a sheet of small pictures that scrolls; a click chooses a unit.

A deep layer has too many for one picture: what is in sight, and some around it, is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from deepvis_app.engine.messages import WeightsView
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small, tokens
from deepvis_app.ui.widgets.paint import Picture, device_pixels
from deepvis_app.ui.widgets.unit_cells import Cells
from deepvis_app.ui.widgets.unit_painting import paint_outline


class FilterSheet(QAbstractScrollArea):
    """Draws WeightsViews at the screen's own pixels."""

    chosen = Signal(int)
    width_changed = Signal()
    first_changed = Signal()  # other units are in sight than those that are there

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: WeightsView | None = None
        self._picture: Picture | None = None
        self._selected = -1
        self._empty = ""
        self._first = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_view(self, view: WeightsView) -> None:
        """The newest sheet; the same pixels as before cost nothing."""
        if self._view is not None and view.pixels is self._view.pixels and view.layer == self._view.layer:
            return
        if view.columns and view.first % view.columns:  # asked for when the sheet was of another width
            self.ask_from_the_first()
            self.first_changed.emit()
            return
        other = self._view is None or view.layer != self._view.layer
        moved = self._view is None or (view.layer, view.columns) != (self._view.layer, self._view.columns)
        self._view = view
        self._picture = None if view.pixels is None else Picture(view.pixels)
        self._empty = "" if view.pixels is not None else tr(view.about)
        self._set_range()
        if other:
            self._first = view.first
            self.verticalScrollBar().setValue(0)
        if moved:
            self._reveal()
        self._scrolled()

    def ask_from_the_first(self) -> None:
        """For another layer, or another width: where its units lie is known when a picture comes."""
        self._first = 0

    def set_empty(self, text: str) -> None:
        self._view, self._picture, self._empty = None, None, text
        self.ask_from_the_first()
        self._set_range()
        self.viewport().update()

    def set_selected(self, unit: int) -> None:
        if unit != self._selected:
            self._selected = unit
            self._reveal()
            self.viewport().update()

    @property
    def first(self) -> int:
        """The unit from which on a picture is wanted."""
        return self._first

    def pixel_width(self) -> int:
        """The room for a sheet, in device pixels."""
        return round(self.viewport().width() * self.devicePixelRatioF())

    def pixel_height(self) -> int:
        return round(self.viewport().height() * self.devicePixelRatioF())

    def cell_at(self, position: QPoint) -> int | None:
        """The cell under a point of the viewport."""
        ratio, cells = self.devicePixelRatioF(), self._cells()
        y = position.y() * ratio + self.verticalScrollBar().value()
        return cells.at(position.x() * ratio, y) if cells else None

    def _cells(self) -> Cells | None:
        view = self._view
        if view is None or view.pixels is None or not view.columns:
            return None
        rows = -(-view.count // view.columns)
        height = (view.pixels.shape[0] + view.gap) // rows - view.gap  # of strips, less than the width
        width = view.cell if view.columns > 1 else view.pixels.shape[1]
        return Cells(max(view.units, view.count), view.columns, width, height, view.gap)

    def _scrolled(self) -> None:
        self.viewport().update()
        view, cells = self._view, self._cells()
        if view is None or cells is None:
            return
        top = self.verticalScrollBar().value()
        row, rows = cells.rows_between(top, top + self.pixel_height())
        begin, end = row * cells.columns, min((row + rows) * cells.columns, cells.count)
        if view.first <= begin and end <= view.first + view.count:
            return
        spare = max(0, view.count // cells.columns - rows) // 2
        first = max(0, row - spare) * cells.columns
        if first != self._first:
            self._first = first
            self.first_changed.emit()

    def _reveal(self) -> None:
        """Scroll as far as the chosen unit needs to be in sight."""
        cells, bar = self._cells(), self.verticalScrollBar()
        if cells is None or not 0 <= self._selected < cells.count:
            return
        cell = cells.rect(self._selected)
        highest, lowest = cell.y() - cells.gap, cell.y() + cell.height() + cells.gap - self.pixel_height()
        bar.setValue(max(min(bar.value(), highest), lowest))

    def _set_range(self) -> None:
        height = self.pixel_height()
        bar = self.verticalScrollBar()
        cells = self._cells()
        bar.setRange(0, max(0, cells.total_height - height) if cells else 0)
        bar.setPageStep(height)
        bar.setSingleStep(max(8, self._view.cell // 2 if self._view else 8))

    def sizeHint(self) -> QSize:
        return QSize(300, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_range()
        if event.oldSize().width() != event.size().width():
            self.ask_from_the_first()
            self.width_changed.emit()
        else:
            self._scrolled()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self.viewport())
        with device_pixels(painter, self.viewport(), QColor(t.window)) as around:
            painter.fillRect(around, QColor(t.window))
            if self._picture is not None:
                offset = self.verticalScrollBar().value()
                painter.drawImage(0, self._picture_top() - offset, self._picture.image)
                self._paint_cells(painter, offset)
        if self._empty:
            painter.setFont(small(self.font()))
            painter.setPen(QColor(t.muted))
            room = QRect(self.viewport().rect()).adjusted(16, 8, -16, -8)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)

    def _picture_top(self) -> int:
        """Where the picture's first row lies among all, in device pixels."""
        cells, view = self._cells(), self._view
        return cells.rect(view.first).y() if cells is not None and view is not None else 0

    def _paint_cells(self, painter: QPainter, offset: int) -> None:
        """The chosen one's outline; where the last row is short, nothing."""
        t, cells, view = tokens(self), self._cells(), self._view
        if cells is None or view is None:
            return
        end = view.first + view.count
        if short := -end % cells.columns:
            missing = cells.rect(end).translated(0, -offset)
            missing.setWidth(short * cells.column_pitch)
            painter.fillRect(missing, QColor(t.window))
        if 0 <= self._selected < cells.count:
            width = max(2, round(2 * self.devicePixelRatioF()))
            cell = cells.rect(self._selected).translated(0, -offset)
            inside = width if cells.height >= 8 * width else 0  # of a thin strip, around it
            paint_outline(painter, cell.adjusted(inside, inside, -inside, -inside), t.accent, width)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # it belongs to the press, which chose

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(cell)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(event.pos())
            text = "" if cell is None else tr("Unit {unit}", unit=cell)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)
