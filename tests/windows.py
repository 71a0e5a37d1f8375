"""Real windows for tests: opened as the command line does, watched, closed at the end."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import GridView, Result, UnitView, View
from deepvis_app.ui.main_window import MainWindow

PATIENCE = 30_000  # ms: torch may have to be imported first

Open = Callable[..., MainWindow]


class Watch:
    """What a window's session tells: the newest result, and the newest view of each kind."""

    def __init__(self, window: MainWindow) -> None:
        self.newest: Result | None = None
        self._views: dict[type, View] = {}
        window.session.result.connect(self._take)

    def _take(self, result: Result) -> None:
        self.newest = result
        self._views.update((type(view), view) for view in result.views.values())

    def view(self, kind: type[View]) -> View | None:
        return self._views.get(kind)


def wait_for_pictures(window: MainWindow, qtbot: QtBot) -> Watch:
    watch = Watch(window)

    def all_there() -> bool:
        unit = watch.view(UnitView)
        return watch.view(GridView) is not None and isinstance(unit, UnitView) and unit.backward is not None

    qtbot.waitUntil(all_there, timeout=PATIENCE)
    return watch
