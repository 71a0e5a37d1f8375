"""Files that macOS gives to the program, whether it has just started or runs already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from deepvis_app.ui.main_window import MainWindow


class Given(QObject):
    """Opens what the Finder gives, in `window`; elsewhere such things come on the command line."""

    def __init__(self, window: MainWindow, application: QApplication) -> None:
        super().__init__(window)
        self._window = window
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._window.sources.open_path(Path(event.file()))
            return True
        return False
