"""A paused window costs nothing: what has nothing to do does not look whether it has."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from deepvis_app.ui.main_window import MainWindow
from tests.windows import PATIENCE, Watch


def ticking() -> list[QTimer]:
    """Every timer that will go off."""
    return [
        thing for thing in Shiboken.getAllValidWrappers() if isinstance(thing, QTimer) and thing.isActive()
    ]


def test_nothing_ticks_while_paused(shown: tuple[MainWindow, Watch], qtbot: QtBot) -> None:
    window, _ = shown
    assert ticking(), "the samples play"
    qtbot.keyClick(window.grid.grid, Qt.Key.Key_Space)
    assert not window.sources.playing
    qtbot.waitUntil(lambda: not ticking(), timeout=PATIENCE)
