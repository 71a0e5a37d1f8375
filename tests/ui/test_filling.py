"""A panel that fills the window leaves everything as it was, also when the window is closed meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Failure
from deepvis_app.i18n import text
from deepvis_app.settings import Settings
from deepvis_app.ui import layout
from deepvis_app.ui.main_window import MainWindow


def sizes(window: MainWindow) -> dict[str, QSize]:
    return {name: dock.size() for name, dock in window.docks.items() if dock.panel.is_seen}


def begin(window: MainWindow, qtbot: QtBot) -> dict[str, QSize]:
    """With the panel Why; the sizes before."""
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    why = window.docks["why"]
    why.raise_()
    qtbot.waitUntil(lambda: why.panel.is_seen)
    before = sizes(window)
    window.filling.toggle_front()
    qtbot.waitUntil(lambda: why.height() > 500)
    return before


def test_it_has_the_window_to_itself_and_gives_it_back(window: MainWindow, qtbot: QtBot) -> None:
    before = begin(window, qtbot)
    assert window.filling.active
    assert sizes(window).keys() == {"why"}
    assert window.grid.isHidden()
    window.filling.toggle_front()
    qtbot.waitUntil(lambda: sizes(window) == before)
    assert not window.grid.isHidden()
    window.filling.toggle_front()
    window.filling.toggle(window.docks["why"])
    qtbot.waitUntil(lambda: sizes(window) == before)


def test_what_goes_wrong_is_told_above_it(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    height = window.docks["why"].height()
    window.show_failure(Failure(text("Something went wrong."), ""))
    qtbot.waitUntil(lambda: window.error_strip.height() > 20)
    assert window.error_strip.isVisible()
    window.clear_failure()
    qtbot.waitUntil(lambda: window.docks["why"].height() == height)


def test_the_places_that_are_remembered_are_those_before(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    layout.remember(window, Settings())
    assert not window.filling.active
    assert window.panels_shown >= {"input", "classes", "inspector", "why"}
