"""A layer's weights as a sheet of small pictures that scrolls; a click chooses a unit."""

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
    """Draws a WeightsView at the screen's own pixels."""

    chosen = Signal(int)
    width_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: WeightsView | None = None
        self._picture: Picture | None = None
        self._selected = -1
        self._empty = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)

    def set_view(self, view: WeightsView) -> None:
        """The newest sheet; the same pixels as before cost nothing."""
        if self._view is not None and view.pixels is self._view.pixels and view.layer == self._view.layer:
            return
        other = self._view is None or view.layer != self._view.layer
        self._view = view
        self._picture = None if view.pixels is None else Picture(view.pixels)
        self._empty = "" if view.pixels is not None else tr(view.about)
        self._set_range()
        if other:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def set_empty(self, text: str) -> None:
        self._view, self._picture, self._empty = None, None, text
        self._set_range()
        self.viewport().update()

    def set_selected(self, unit: int) -> None:
        if unit != self._selected:
            self._selected = unit
            self.viewport().update()

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
        return Cells(view.count, view.columns, view.cell, height, view.gap)

    def _set_range(self) -> None:
        height = self.pixel_height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, (self._picture.size.height() if self._picture else 0) - height))
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
            self.width_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self.viewport())
        with device_pixels(painter, self.viewport()) as around:
            painter.fillRect(around, QColor(t.window))
            if self._picture is not None:
                offset = self.verticalScrollBar().value()
                painter.drawImage(0, -offset, self._picture.image)
                self._paint_cells(painter, offset)
        if self._empty:
            painter.setFont(small(self.font()))
            painter.setPen(QColor(t.muted))
            room = QRect(self.viewport().rect()).adjusted(16, 8, -16, -8)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)

    def _paint_cells(self, painter: QPainter, offset: int) -> None:
        """The chosen one's outline; where the last row is short, nothing."""
        t, cells = tokens(self), self._cells()
        if cells is None:
            return
        if short := cells.rows * cells.columns - cells.count:
            missing = cells.rect(cells.count).translated(0, -offset)
            missing.setWidth(short * cells.column_pitch)
            painter.fillRect(missing, QColor(t.window))
        if 0 <= self._selected < cells.count:
            width = max(2, round(2 * self.devicePixelRatioF()))
            cell = cells.rect(self._selected).translated(0, -offset)
            paint_outline(painter, cell.adjusted(width, width, -width, -width), t.accent, width)

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
