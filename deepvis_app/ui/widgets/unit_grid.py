"""A layer's units as a grid that scrolls over thousands of them and asks only for the rows in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from deepvis_app.engine.messages import GridView
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small, tokens
from deepvis_app.ui.widgets.glide import Glide
from deepvis_app.ui.widgets.own_keys import TYPED, OwnKeys
from deepvis_app.ui.widgets.paint import Lut, Picture, device_pixels
from deepvis_app.ui.widgets.unit_cells import Cells, map_cells, vector_cells
from deepvis_app.ui.widgets.unit_keys import UnitKeys
from deepvis_app.ui.widgets.unit_painting import Shown, Words, describe, paint_cells, paint_outline

_KEY_FOCUS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@dataclass(frozen=True)
class Wanted:
    """What the grid needs to be drawn: GridRequest's geometry, in device pixels."""

    columns: int
    first_row: int
    rows: int
    cell: int
    gap: int


class UnitGrid(QAbstractScrollArea):
    """Draws GridViews; scroll values are device pixels, so that cells always meet the screen's."""

    unit_chosen = Signal(int)
    unit_opened = Signal(int)  # double click, Enter
    hovered = Signal(int)  # -1: none
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
        self._held_offset = 0  # of pixels that belong to another geometry
        self._selected = -1
        self._hover: int | None = None
        self._empty = ""
        self._keys_focus = False
        self._last_wanted: Wanted | None = None

        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        OwnKeys(self, TYPED)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Units of the layer"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._glide = Glide(self.verticalScrollBar())
        self._keys = UnitKeys(self)
        self._keys.typed_changed.connect(self.viewport().update)
        self._settling = QTimer(self, singleShot=True, interval=250)
        self._settling.timeout.connect(self._tell)

    # ---- what is shown -----------------------------------------------------------------------------

    def set_layer(self, name: str, units: int, vector: bool, labels: Sequence[str] = ()) -> None:
        """Another layer; the pixels of the last one stay until the first view of this one comes.

        `labels` name the units of the class layer.
        """
        self._layer, self._units, self._vector, self._labels = name, units, vector, labels
        self._selected = -1
        self._keys.forget()
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
        self._shown = Shown(view, self._cells_of(view), Picture(view.pixels, lut), lut)
        self._empty = ""
        self.viewport().update()
        if self._hover is not None and QToolTip.isVisible():
            self._show_tip()

    def set_empty(self, text: str) -> None:
        """A sentence instead of units; "" takes it away."""
        if text != self._empty:
            self._empty = text
            self._shown = None
            self.viewport().update()

    def set_selected(self, unit: int) -> None:
        if unit == self._selected:
            return
        self._selected = unit
        self.setAccessibleDescription(tr("Unit {unit} of {count}", unit=unit, count=self._units))
        self._scroll_to(unit)
        self.viewport().update()

    @property
    def selected(self) -> int:
        return self._selected

    @property
    def side(self) -> float | None:
        """The wanted side of a cell in logical pixels; None: as fits best."""
        return self._side

    def set_side(self, side: float | None) -> None:
        self._side = side
        self._hold()
        self._lay_out(self._cells.count)
        self._scroll_to(self._selected)
        self._tell()

    def zoom(self, steps: int) -> None:
        """Larger (1) or smaller (-1) cells, by at least one column."""
        columns = self._cells.columns
        columns = max(1, columns - steps * max(1, columns // 8))
        inner, gap = self._viewport_size()[0] - 2 * self._edge, self._cells.gap
        self.set_side(((inner + gap) / columns - gap) / self.devicePixelRatioF())

    def wanted(self) -> Wanted:
        """The rows in sight; half as many again on both sides while it scrolls."""
        top = self.verticalScrollBar().value()
        height = self._viewport_size()[1]
        spare = height // 2 if self._settling.isActive() else 0
        first, rows = self._cells.rows_between(top - self._edge - spare, top + height + spare)
        cell, gap = (1, 0) if self._vector else (self._cells.width, self._cells.gap)
        return Wanted(self._cells.columns, first, rows, cell, gap)

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

    # ---- moving ------------------------------------------------------------------------------------

    def move_selection(self, right: int, down: int) -> None:
        """By cells; a step over the edge stays in the grid."""
        order = self._order()
        if not order:
            return
        here = order.index(self._selected) if self._selected in order else 0
        place = here + right + down * self._cells.columns
        if not 0 <= place < len(order):  # the last row may be short
            place = min(max(place, 0), len(order) - 1) if right or abs(down) > 1 else here
        self._choose(order[place])

    def choose_place(self, place: int) -> None:
        """The unit at that place of the order shown; -1 is the last."""
        order = self._order()
        if order:
            self._choose(order[place])

    def choose_number(self, unit: int) -> None:
        """The unit of that number, or the last."""
        if self._units:
            self._choose(min(unit, self._units - 1))

    def open_selected(self) -> None:
        if self._selected >= 0:
            self.unit_opened.emit(self._selected)

    @property
    def rows_in_sight(self) -> int:
        return max(1, self._viewport_size()[1] // self._cells.row_pitch)

    def _choose(self, unit: int) -> None:
        self.set_selected(unit)
        self.unit_chosen.emit(unit)

    def _order(self) -> Sequence[int]:
        shown = self._shown
        return shown.view.units if shown and shown.view.layer == self._layer else range(self._units)

    def _scroll_to(self, unit: int) -> None:
        order = self._order()
        if unit not in order:
            return
        cell = self._cells.rect(order.index(unit))
        top, height = self._glide.target, self._viewport_size()[1]
        bottom = cell.y() + cell.height() + 2 * self._edge
        if cell.y() < top:
            self._glide.jump(cell.y())
        elif bottom > top + height:
            self._glide.jump(bottom - height)

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
        if self._vector:
            self._cells = vector_cells(count, width, ratio, self._side, bool(self._labels))
        else:
            self._cells = map_cells(count, width, height, ratio, self._side)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._cells.total_height - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self._cells.row_pitch // 2))

    def _cells_of(self, view: GridView) -> Cells:
        """The geometry that the view was asked with, which may be an older one."""
        present = self._cells
        if self._vector or not view.columns:
            return present
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

    # ---- painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours, shown = tokens(self), self._shown
        with device_pixels(painter, self.viewport()) as around:
            if shown is None:
                painter.fillRect(around, QColor(colours.window))
            else:
                edge = self._edge
                painter.translate(edge, edge)
                paint_cells(painter, shown, self._offset(), around.translated(-edge, -edge), colours)
                painter.translate(-edge, -edge)
                self._paint_outlines(painter)
        painter.setFont(small(self.font()))
        if shown is not None and shown.view.map_size is None:
            painter.translate(self._edge / self.devicePixelRatioF(), self._edge / self.devicePixelRatioF())
            self._words.paint(painter, shown, self._offset(), self.devicePixelRatioF(), self._label)
            painter.resetTransform()
        self._paint_notes(painter)

    def _paint_outlines(self, painter: QPainter) -> None:
        colours, shown = tokens(self), self._shown
        width = self._edge
        if self._hover is not None and shown is not None and self._hover < len(shown.view.units):
            cell = shown.cells.rect(self._hover).translated(self._edge, self._edge - self._offset())
            paint_outline(painter, cell, colours.muted, width // 2)
        cell = self.cell_rect(self._selected)
        if not cell.isEmpty():
            paint_outline(painter, cell, colours.accent, width)

    def _paint_notes(self, painter: QPainter) -> None:
        colours, area = tokens(self), self.viewport().rect()
        if self._empty:
            painter.setFont(self.font())
            painter.setPen(QColor(colours.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(40, 20, -40, -20), flags, self._empty)
        if self._keys.typed:
            words = tr("Go to unit {typed}", typed=self._keys.typed)
            box = QRect(0, 0, painter.fontMetrics().horizontalAdvance(words) + 32, 30)
            box.moveCenter(QPoint(area.center().x(), area.bottom() - 34))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if self._keys_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.focus))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _label(self, unit: int) -> str | None:
        return self._labels[unit] if unit < len(self._labels) else None

    # ---- mouse -------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # it belongs to the press, which chose

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position().toPoint())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(unit)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position().toPoint())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.unit_opened.emit(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self._place_at(event.position().toPoint()))

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

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hover(None)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._set_hover(self._place_at(event.pos()))
            self._show_tip()
            return True
        return super().viewportEvent(event)

    def _set_hover(self, place: int | None) -> None:
        if place != self._hover:
            self._hover = place
            shown = self._shown
            unit = -1 if place is None or shown is None else shown.view.units[place]
            self.hovered.emit(unit)
            self.viewport().update()

    def _show_tip(self) -> None:
        text = self.tip(self._hover) if self._hover is not None else ""
        if text:
            pointer = self.viewport().mapFromGlobal(self.cursor().pos())
            QToolTip.showText(self.viewport().mapToGlobal(pointer), text, self.viewport())
        else:
            QToolTip.hideText()

    def tip(self, place: int) -> str:
        """A cell's unit with its numbers; "" where they are not known."""
        return describe(self._shown, place, self._label) if self._shown is not None else ""

    # ---- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keys_focus = event.reason() in _KEY_FOCUS
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys_focus = False
        super().focusOutEvent(event)
        self.viewport().update()
