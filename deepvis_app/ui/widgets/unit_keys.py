"""The unit grid's keys: arrows and i j k l, larger steps with Shift, and numbers that are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from deepvis_app.ui.widgets.unit_grid import UnitGrid

_BIG_STEP = 5
_TYPING_MS = 900  # after the last digit the number is taken
_MOST_DIGITS = 6
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_J: (-1, 0),
    Qt.Key.Key_L: (1, 0),
    Qt.Key.Key_I: (0, -1),
    Qt.Key.Key_K: (0, 1),
}


class UnitKeys(QObject):
    """Takes the grid's key presses."""

    typed_changed = Signal()

    def __init__(self, grid: UnitGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._typed = ""
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.jump)

    @property
    def typed(self) -> str:
        """The digits of a number on its way."""
        return self._typed

    def take(self, event: QKeyEvent) -> bool:
        """Do what the key means in the grid; False where it means nothing."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _MOVES:
            step = _BIG_STEP if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            right, down = _MOVES[key]
            self._grid.move_selection(right * step, down * step)
            return True
        if event.text().isdigit() and self._grid.units:
            self._type((self._typed + event.text())[-_MOST_DIGITS:])
            return True
        return self._act(key)

    def jump(self) -> None:
        """To the number typed, if any."""
        typed = self._typed
        self._type("")
        if typed:
            self._grid.choose_number(int(typed))

    def forget(self) -> None:
        self._type("")

    def _act(self, key: Qt.Key) -> bool:
        grid = self._grid
        actions: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Home: lambda: grid.choose_place(0),
            Qt.Key.Key_End: lambda: grid.choose_place(-1),
            Qt.Key.Key_PageUp: lambda: grid.move_selection(0, -grid.rows_in_sight),
            Qt.Key.Key_PageDown: lambda: grid.move_selection(0, grid.rows_in_sight),
            Qt.Key.Key_Plus: lambda: grid.zoom(1),
            Qt.Key.Key_Equal: lambda: grid.zoom(1),
            Qt.Key.Key_Minus: lambda: grid.zoom(-1),
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
        }
        if self._typed:
            actions[Qt.Key.Key_Escape] = self.forget
            actions[Qt.Key.Key_Backspace] = lambda: self._type(self._typed[:-1])
        if key not in actions:
            return False
        actions[key]()
        return True

    def _enter(self) -> None:
        if self._typed:
            self.jump()
        else:
            self._grid.open_selected()

    def _type(self, typed: str) -> None:
        self._typed = typed
        if typed:
            self._typing.start()
        else:
            self._typing.stop()
        self.typed_changed.emit()
