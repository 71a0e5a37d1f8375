"""What actions do with the panel Why, which they bring to the front first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from deepvis_app.ui.panels.why import WhyPanel

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


class Explaining(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dock = window.docks["why"]
        panel = self._dock.panel
        assert isinstance(panel, WhyPanel)
        self._panel = panel

    def compare(self) -> None:
        """Begin, or stop half-way."""
        self._click(self._panel.compare)

    def check(self) -> None:
        self._click(self._panel.sanity)

    def save_sheet(self) -> None:
        self._click(self._panel.sheet)

    def _click(self, button: QPushButton) -> None:
        self._dock.show()
        self._dock.raise_()
        button.click()
