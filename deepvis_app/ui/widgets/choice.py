"""A quiet choice in a line of words: its text, and a menu of the others."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from deepvis_app.ui.theme import small
from deepvis_app.ui.tips import wrapped
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys


class Choice(QToolButton):
    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Mapping[str, str], tip: str, parent: QWidget | None = None
    ) -> None:
        """`choices`: values and their titles; `name` stands before the title, unless it is empty."""
        super().__init__(parent)
        self._name = name
        self._actions: dict[str, QAction] = {}
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._take)
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("quiet", True)
        self.setFont(small(self.font()))
        self.setToolTip(wrapped(tip))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self, (*PRESS, Qt.Key.Key_Down))
        self.set_choices(choices)

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Others than before; the first is taken, and nothing is emitted."""
        menu = self.menu()
        menu.clear()
        for action in self._actions.values():
            self._group.removeAction(action)
            action.deleteLater()
        self._actions = {}
        for value, title in choices.items():
            action = QAction(title, self._group)
            action.setCheckable(True)
            action.setData(value)
            menu.addAction(action)
            self._actions[value] = action
        self.set_value(next(iter(choices)))

    @property
    def value(self) -> str:
        return next(value for value, action in self._actions.items() if action.isChecked())

    def set_value(self, value: str) -> None:
        """Show that choice; nothing is emitted."""
        action = self._actions[value]
        action.setChecked(True)
        text = f"{self._name}: {action.text()}" if self._name else action.text()
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def set_possible(self, value: str, possible: bool) -> None:
        """Whether that choice can be taken now."""
        self._actions[value].setEnabled(possible)

    def _take(self, action: QAction) -> None:
        self.set_value(action.data())
        self.chosen.emit(action.data())
