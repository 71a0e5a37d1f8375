"""Places of the panels that the user gave a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from deepvis_app.ui import layout
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

SETTING = "layouts"
LONGEST = 40  # letters of a name


class Layouts(QObject):
    """What the menu Panels > Layouts does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def names(self) -> Sequence[str]:
        saved = self._window.settings.get(SETTING, {})
        return sorted(name for name, places in saved.items() if isinstance(places, str))

    def ask_name(self) -> None:
        """Save the places of now under a name that the user types; a known one is replaced."""
        name, given = QInputDialog.getText(
            self._window,
            tr("Save layout"),
            tr("The places of all panels are kept under this name."),
            text=tr("Layout {number}", number=len(self.names) + 1),
        )
        name = name.strip()[:LONGEST]
        if given and name:
            self.save(name)

    def save(self, name: str) -> None:
        window = self._window
        window.filling.end()
        window.settings.set(SETTING, {**self._saved, name: layout.places(window)})
        window.say(tr("The layout {name} is saved: Panels, Layouts.", name=name))

    def apply(self, name: str) -> None:
        """Put the panels where they were when it was saved."""
        self._window.filling.end()
        places = self._saved.get(name)
        if not (isinstance(places, str) and layout.set_places(self._window, places)):
            self._window.say(tr("The layout {name} no longer fits; it is left as it is.", name=name))

    def delete(self, name: str) -> None:
        left = {known: places for known, places in self._saved.items() if known != name}
        self._window.settings.set(SETTING, left or None)
        self._window.say(tr("The layout {name} is deleted.", name=name))

    @property
    def _saved(self) -> dict[str, object]:
        return dict(self._window.settings.get(SETTING, {}))
