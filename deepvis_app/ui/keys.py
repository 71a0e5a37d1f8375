"""Which keys do what: the table's, or the user's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from deepvis_app.settings import Settings
from deepvis_app.ui.actions import Actions, BoundAction
from deepvis_app.ui.texts import tr
from deepvis_app.ui.tips import wrapped

SETTING = "keys"


class Keys(QObject):
    """Gives the actions their keys; a user's own replace the table's and are kept in the settings."""

    def __init__(self, actions: Actions, settings: Settings) -> None:
        super().__init__(actions)
        self._actions = actions
        self._settings = settings
        for action in actions:
            self._apply(action)

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of an action, in Qt's portable spelling."""
        own = self._settings.get(SETTING, {}).get(name)
        if isinstance(own, list) and all(isinstance(key, str) for key in own):
            return tuple(own)
        return tuple(self._actions[name].row.keys.split())

    def is_own(self, name: str) -> bool:
        return self.of(name) != tuple(self._actions[name].row.keys.split())

    def set(self, name: str, keys: Sequence[str]) -> None:
        """Raises ValueError for a key that another action has; `holder` names it."""
        for key in keys:
            if self.holder(key, name):
                raise ValueError(f"{key} is taken")
        own = dict(self._settings.get(SETTING, {}))
        if list(keys) == self._actions[name].row.keys.split():
            own.pop(name, None)
        else:
            own[name] = list(keys)
        self._settings.set(SETTING, own or None)
        self._apply(self._actions[name])

    def reset(self) -> None:
        """All keys as in the table."""
        self._settings.set(SETTING, None)
        for action in self._actions:
            self._apply(action)

    def holder(self, key: str, besides: str = "") -> BoundAction | None:
        """The action, other than `besides`, that has this key."""
        wanted = QKeySequence(key)
        return next(
            (
                action
                for action in self._actions
                if action.row.id != besides and wanted in map(QKeySequence, self.of(action.row.id))
            ),
            None,
        )

    def spoken(self, name: str) -> str:
        """For people: "F, Ctrl+F"."""
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(key).toString(native) for key in self.of(name))

    def _apply(self, action: BoundAction) -> None:
        keys = self.of(action.row.id)
        action.setShortcuts([QKeySequence(key) for key in keys])
        spoken = self.spoken(action.row.id)
        tip = tr(action.row.tip)
        action.setToolTip(wrapped(f"{tip} ({spoken})" if spoken else tip))
