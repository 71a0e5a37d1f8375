"""QActions made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from deepvis_app.ui.action_table import ACTIONS, Action
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

_REFRESH_MS = 30  # a playing video tells its position all the time


class BoundAction(QAction):
    """A QAction that calls its row's method on the window."""

    def __init__(self, row: Action, window: MainWindow) -> None:
        super().__init__(tr(row.text), window)
        self.row = row
        self._window = window
        self.setObjectName(row.id)
        self.setCheckable(row.checked is not None)
        self.triggered.connect(self.call)

    def call(self) -> None:
        attrgetter(self.row.method)(self._window)(*self.row.args)


class Actions(QObject):
    """The window's QActions by id; ticks and enabled states follow the window after `refresh_soon`."""

    def __init__(self, window: MainWindow, more: Iterable[Action] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._by_id = {row.id: BoundAction(row, window) for row in [*ACTIONS.values(), *more]}
        window.addActions(list(self._by_id.values()))
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)

    def __getitem__(self, name: str) -> BoundAction:
        return self._by_id[name]

    def __iter__(self) -> Iterator[BoundAction]:
        return iter(self._by_id.values())

    def refresh_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        abilities = self._window.abilities()
        for action in self:
            row = action.row
            if row.checked is not None:
                path, value = row.checked
                found = attrgetter(path)(self._window)
                action.setChecked(value in found if isinstance(found, frozenset) else found == value)
            action.setEnabled(not row.needs or row.needs in abilities)
