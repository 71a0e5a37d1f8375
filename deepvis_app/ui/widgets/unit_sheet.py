"""A layer's units as a sheet that scrolls over thousands of them and asks only for the rows in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from deepvis_app.engine.messages import GridView
from deepvis_app.pictures import unit_sheets
from deepvis_app.ui.theme import small, tokens
from deepvis_app.ui.widgets.glide import Glide
from deepvis_app.ui.widgets.paint import Lut, Picture, device_pixels
from deepvis_app.ui.widgets.portraits import Portraits
from deepvis_app.ui.widgets.unit_cells import Cells, map_cells, vector_cells
from deepvis_app.ui.widgets.unit_painting import Shown, Words, paint_cells


@dataclass(frozen=True)
class Wanted:
    """What the sheet needs to be drawn: GridRequest's geometry, in device pixels."""

    columns: int
    first_row: int
    rows: int
    cell: int
    gap: int


class UnitSheet(QAbstractScrollArea):
    """Draws GridViews; scroll values are device pixels, so that cells always meet the screen's."""

    view_changed = Signal(object)  # Wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = ""
        self._units = 0
        self._vector = False
        self._labels: Sequence[str] = ()
        self._side: float | None = None
        self._cells = Cells(0, 1, 1, 1, 1)
        self._shown: Shown | None = None
        self._words = Words()
        self._portraits: Portraits | None = None
        self._held_offset = 0  # of pixels that belong to another geometry
        self._empty = ""
        self._last_wanted: Wanted | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._glide = Glide(self.verticalScrollBar())
        self._settling = QTimer(self, singleShot=True, interval=250)
        self._settling.timeout.connect(self._tell)

    # ---- what is shown -----------------------------------------------------------------------------

    def set_layer(self, name: str, units: int, vector: bool, labels: Sequence[str] = ()) -> None:
        """Another layer; the pixels of the last one stay until the first view of this one comes.

        `labels` name the units of the class layer.
        """
        self._layer, self._units, self._vector, self._labels = name, units, vector, labels
        self._portraits = None
        self._hold()
        self._lay_out(units)
        self.verticalScrollBar().setValue(0)
        self._tell()

    def set_view(self, view: GridView, lut: Lut) -> None:
        """The newest pixels; a view of another layer is left aside."""
        if view.layer != self._layer:
            return
        if len(view.units) != self._cells.count:
            self._lay_out(len(view.units))
        self._shown = Shown(view, self._cells_of(view), Picture(view.pixels, lut), lut, self._labels)
        self._empty = ""
        self.viewport().update()

    def set_portraits(self, sheet: unit_sheets.UnitSheet | None) -> None:
        """Show pictures of the layer's units over their maps, where there are; None: the maps."""
        before = self._portraits
        if sheet is None or before is None or before.sheet is not sheet:
            self._portraits = Portraits(sheet) if sheet is not None else None
        if self._vector and (before is None) != (sheet is None):  # pictures need square cells
            self._hold()
            self._lay_out(self._cells.count)
            self._tell()
        self.viewport().update()

    def set_empty(self, text: str) -> None:
        """A sentence instead of units; "" takes it away."""
        if text != self._empty:
            self._empty = text
            self._shown = None
            self.viewport().update()

    @property
    def units(self) -> int:
        """How many the layer has; 0 without a layer."""
        return self._units

    @property
    def side(self) -> float | None:
        """The wanted side of a cell in logical pixels; None: as fits best."""
        return self._side

    def set_side(self, side: float | None) -> None:
        self._side = side
        self._hold()
        self._lay_out(self._cells.count)
        self._tell()

    def zoom(self, steps: int) -> None:
        """Larger (1) or smaller (-1) cells, by at least one column."""
        columns = self._cells.columns
        columns = max(1, columns - steps * max(1, columns // 8))
        inner, gap = self._viewport_size()[0] - 2 * self._edge, self._cells.gap
        self.set_side(((inner + gap) / columns - gap) / self.devicePixelRatioF())

    # ---- where things are ----------------------------------------------------------------------------

    def wanted(self) -> Wanted:
        """The rows in sight; half as many again on both sides while it scrolls."""
        top = self.verticalScrollBar().value()
        height = self._viewport_size()[1]
        spare = height // 2 if self._settling.isActive() else 0
        first, rows = self._cells.rows_between(top - self._edge - spare, top + height + spare)
        cell, gap = (1, 0) if self._vector else (self._cells.width, self._cells.gap)
        return Wanted(self._cells.columns, first, rows, cell, gap)

    @property
    def rows_in_sight(self) -> int:
        return max(1, self._viewport_size()[1] // self._cells.row_pitch)

    def unit_at(self, position: QPoint) -> int | None:
        """The unit under a point of the viewport, as shown now."""
        place = self._place_at(position)
        return None if place is None or self._shown is None else self._shown.view.units[place]

    def cell_rect(self, unit: int) -> QRect:
        """A unit's cell in the viewport, in device pixels; empty where it is not shown."""
        shown = self._shown
        if shown is None or shown.view.layer != self._layer or unit not in shown.view.units:
            return QRect()
        cell = shown.cells.rect(shown.view.units.index(unit))
        return cell.translated(self._edge, self._edge - self._offset())

    def _order(self) -> Sequence[int]:
        shown = self._shown
        return shown.view.units if shown and shown.view.layer == self._layer else range(self._units)

    def _scroll_to(self, unit: int) -> None:
        if unit not in self._order():
            return
        top, height = self._glide.target, self._viewport_size()[1]
        above, below = self._span(unit)
        if above < top:
            self._glide.jump(above)
        elif below > top + height:
            self._glide.jump(below - height)

    def _in_sight(self, unit: int, height: int) -> bool:
        """Whether all of the unit's cell is, or is being scrolled to, in a viewport of so many pixels."""
        if unit not in self._order():
            return False
        above, below = self._span(unit)
        return self._glide.target <= above and below <= self._glide.target + height

    def _span(self, unit: int) -> tuple[int, int]:
        """Where a unit's cell begins and ends, in scroll values."""
        cell = self._cells.rect(self._order().index(unit))
        return cell.y(), cell.y() + cell.height() + 2 * self._edge

    # ---- geometry ----------------------------------------------------------------------------------

    @property
    def _edge(self) -> int:
        """Left free around all cells, for the outline of those at the border; in device pixels."""
        return max(2, round(2 * self.devicePixelRatioF()))

    def _viewport_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(self.viewport().width() * ratio), round(self.viewport().height() * ratio)

    def _lay_out(self, count: int) -> None:
        viewport_width, viewport_height = self._viewport_size()
        width, height = viewport_width - 2 * self._edge, viewport_height - 2 * self._edge
        ratio = self.devicePixelRatioF()
        if self._vector and self._portraits is None:
            self._cells = vector_cells(count, width, ratio, self._side, bool(self._labels))
        else:
            self._cells = map_cells(count, width, height, ratio, self._side)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._cells.total_height - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self._cells.row_pitch // 2))

    def _cells_of(self, view: GridView) -> Cells:
        """The geometry that the view was asked with, which may be an older one."""
        if self._vector:  # its cells are larger than its pixels
            width, height, gap = self._cells.width, self._cells.height, self._cells.gap
            return Cells(len(view.units), view.columns, width, height, gap)
        return Cells(len(view.units), view.columns, view.cell, view.cell, view.gap)

    def _hold(self) -> None:
        self._held_offset = self._offset()

    def _offset(self) -> int:
        """By how much the shown pixels are scrolled: they keep still until those of a new geometry come."""
        shown = self._shown
        fits = shown and shown.view.layer == self._layer and shown.cells.same_cells(self._cells)
        return self.verticalScrollBar().value() if fits else self._held_offset

    def _place_at(self, position: QPoint) -> int | None:
        shown = self._shown
        if shown is None or shown.view.layer != self._layer:
            return None
        ratio = self.devicePixelRatioF()
        x, y = position.x() * ratio - self._edge, position.y() * ratio - self._edge
        return shown.cells.at(x, y + self._offset())

    def _scrolled(self) -> None:
        self._settling.start()
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        wanted = self.wanted()
        if self._units and wanted != self._last_wanted:
            self._last_wanted = wanted
            self.view_changed.emit(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._units:
            self._hold()
            self._lay_out(self._cells.count)
            self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.PaletteChange):
            self._lay_out(self._cells.count)
            self._tell()
            self.viewport().update()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._words.forget()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if notches:
                self.zoom(1 if notches > 0 else -1)
            event.accept()
        elif abs(notches) >= 1:  # a mouse wheel; a touchpad's small steps scroll as they come
            by = round(notches * 3 * self.verticalScrollBar().singleStep())
            self._glide.to(self._glide.target - by)
            event.accept()
        else:
            super().wheelEvent(event)

    # ---- painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours, shown, edge = tokens(self), self._shown, self._edge
        with device_pixels(painter, self.viewport(), QColor(colours.window)) as around:
            if shown is None:
                painter.fillRect(around, QColor(colours.window))
            else:
                painter.translate(edge, edge)
                paint_cells(painter, shown, self._offset(), around.translated(-edge, -edge), colours)
                if self._portraits is not None and shown.view.layer == self._layer:
                    self._portraits.paint(painter, shown, self._offset())
                painter.translate(-edge, -edge)
                self.paint_outlines(painter)
        painter.setFont(small(self.font()))
        if shown is not None and shown.view.map_size is None and self._portraits is None:
            ratio = self.devicePixelRatioF()
            painter.translate(edge / ratio, edge / ratio)
            self._words.paint(painter, shown, self._offset(), ratio)
            painter.translate(-edge / ratio, -edge / ratio)
        self.paint_notes(painter)

    def paint_outlines(self, painter: QPainter) -> None:
        """Over the cells, in device pixels."""

    def paint_notes(self, painter: QPainter) -> None:
        """Over all, in logical pixels."""
        if self._empty:
            painter.setFont(self.font())
            painter.setPen(QColor(tokens(self).muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(40, 20, -40, -20), flags, self._empty)
