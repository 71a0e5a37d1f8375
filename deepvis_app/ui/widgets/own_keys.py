"""Keys that a focused control keeps, although the window has an action on them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PRESS = (Qt.Key.Key_Space, *ENTER)
TYPED = (*range(Qt.Key.Key_0, Qt.Key.Key_9 + 1), Qt.Key.Key_Backspace, *ENTER)


class OwnKeys(QObject):
    """While `widget` has the focus, `keys` without Ctrl or Alt go to it and to no shortcut."""

    def __init__(self, widget: QWidget, keys: Iterable[int]) -> None:
        super().__init__(widget)
        self._keys = frozenset(keys)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            if event.key() in self._keys and not event.modifiers() & others:
                event.accept()
                return True
        return False
