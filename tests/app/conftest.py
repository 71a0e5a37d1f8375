"""Real windows, closed at the end of the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deepvis_app.settings import Settings
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.theme import Theme
from tests.windows import Open, Watch, wait_for_pictures


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """`open_window(source=...)` starts a window as the command line does."""
    windows: list[MainWindow] = []
    theme = Theme(qapp)

    def open_one(**options: object) -> MainWindow:
        window = MainWindow(Settings.load(), theme)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        window.begin(StartOptions(**options))  # type: ignore[arg-type]
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()
    theme.deleteLater()


@pytest.fixture
def shown(open_window: Open, qtbot: QtBot) -> tuple[MainWindow, Watch]:
    """A window that shows the samples, with its first results."""
    window = open_window(source="samples")
    return window, wait_for_pictures(window, qtbot)
