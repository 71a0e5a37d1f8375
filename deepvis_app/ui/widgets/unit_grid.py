"""The unit grid: choosing, moving, hovering, typing numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from deepvis_app.engine.messages import Action, GridView
from deepvis_app.session.findings import UnitMarks
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.own_keys import TYPED, OwnKeys
from deepvis_app.ui.widgets.paint import Lut
from deepvis_app.ui.widgets.unit_keys import UnitKeys
from deepvis_app.ui.widgets.unit_marks import describe_mark, paint_mark
from deepvis_app.ui.widgets.unit_painting import describe, paint_action, paint_outline
from deepvis_app.ui.widgets.unit_sheet import UnitSheet

_KEY_FOCUS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class UnitGrid(UnitSheet):
    """The sheet in the user's hands."""

    unit_chosen = Signal(int)
    unit_opened = Signal(int)  # double click, Enter
    hovered = Signal(int)  # -1: none
    silence_wanted = Signal(int)  # Ctrl and click
    menu_wanted = Signal(int, QPoint)  # where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selected = -1
        self._hover: int | None = None
        self._actions: Mapping[int, Action] = {}
        self._marks: UnitMarks | None = None
        self._keys_focus = False
        self._keys = UnitKeys(self)
        self._keys.typed_changed.connect(self.viewport().update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        OwnKeys(self, TYPED)
        self.setAccessibleName(tr("Units of the layer"))
        self.viewport().setMouseTracking(True)

    def set_layer(self, name: str, units: int, vector: bool, labels: Sequence[str] = ()) -> None:
        self._selected = -1
        self._actions = {}
        self._keys.forget()
        super().set_layer(name, units, vector, labels)

    def set_view(self, view: GridView, lut: Lut) -> None:
        super().set_view(view, lut)
        if self._hover is not None and QToolTip.isVisible():
            self._show_tip()

    def set_side(self, side: float | None) -> None:
        super().set_side(side)
        self._scroll_to(self._selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen unit stays in sight, if it was."""
        height = round(event.oldSize().height() * self.devicePixelRatioF())
        seen = self._in_sight(self._selected, height)
        super().resizeEvent(event)
        if seen:
            self._scroll_to(self._selected)

    def set_marks(self, marks: UnitMarks | None) -> None:
        """What an index knows of the units; None: nothing."""
        self._marks = marks
        self.viewport().update()

    def set_selected(self, unit: int) -> None:
        if unit == self._selected:
            return
        self._selected = unit
        self.setAccessibleDescription(tr("Unit {unit} of {count}", unit=unit, count=self._units))
        self._scroll_to(unit)
        self.viewport().update()

    def set_actions(self, actions: Mapping[int, Action]) -> None:
        """What is done to which units."""
        if actions != self._actions:
            self._actions = dict(actions)
            self.viewport().update()

    @property
    def selected(self) -> int:
        return self._selected

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

    def _choose(self, unit: int) -> None:
        self.set_selected(unit)
        self.unit_chosen.emit(unit)

    # ---- painting ------------------------------------------------------------------------------------

    def paint_outlines(self, painter: QPainter) -> None:
        colours, shown = tokens(self), self._shown
        width = self._edge
        for unit, action in self._actions.items():
            paint_action(painter, self.cell_rect(unit), action, colours)
        self._paint_marks(painter)
        if self._hover is not None and shown is not None and self._hover < len(shown.view.units):
            cell = shown.cells.rect(self._hover).translated(self._edge, self._edge - self._offset())
            paint_outline(painter, cell, colours.muted, width // 2)
        cell = self.cell_rect(self._selected)
        if not cell.isEmpty():
            paint_outline(painter, cell, colours.accent, width)

    def _paint_marks(self, painter: QPainter) -> None:
        marks, shown = self._marks, self._shown
        if marks is None or shown is None or shown.view.layer != marks.layer:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = shown.view.first_row * shown.cells.columns
        for place, unit in enumerate(shown.view.visible, first):
            cell = shown.cells.rect(place).translated(self._edge, self._edge - self._offset())
            paint_mark(painter, marks, unit, cell, self.devicePixelRatioF(), tokens(self))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def paint_notes(self, painter: QPainter) -> None:
        super().paint_notes(painter)
        colours, area = tokens(self), self.viewport().rect()
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

    # ---- mouse -------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # it belongs to the press, which chose

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position().toPoint())
        if unit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.silence_wanted.emit(unit)
        else:
            self._choose(unit)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The keyboard's menu is of the chosen unit."""
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        unit = self.unit_at(event.pos()) if mouse else self._selected
        if unit is not None and unit >= 0:
            self.menu_wanted.emit(unit, event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.mousePressEvent(event)
        elif unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.unit_opened.emit(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self._place_at(event.position().toPoint()))

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
        shown = self._shown
        words = describe(shown, place) if shown is not None else ""
        if words and shown is not None and self._marks is not None and self._marks.layer == shown.view.layer:
            mark = describe_mark(self._marks, shown.view.units[place])
            words = f"{words}\n{mark}" if mark else words
        return words

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
