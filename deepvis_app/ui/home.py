"""The window as its user knows it: preferences, layouts, the welcome, the tour, examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWhatsThis, QWidget

from deepvis_app.ui.examples import Examples
from deepvis_app.ui.layouts import Layouts
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.parts import Parts
from deepvis_app.ui.preferences import Preferences
from deepvis_app.ui.teaching import panel_tip
from deepvis_app.ui.texts import tr
from deepvis_app.ui.tour import Tour
from deepvis_app.ui.welcome import Welcome

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

TOURED = "tour.seen"  # name of a setting


class Home(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.preferences = Preferences(window)
        self.layouts = Layouts(window)
        self.parts = Parts(window)
        self.examples = Examples(window)
        self._welcome: Welcome | None = None  # while it is shown
        self._tour: Tour | None = None
        self._tour_waits = False  # for the first pictures
        window.grid.setWhatsThis(tr(panel_tip("grid")))
        window.session.result.connect(self._begin_tour)

    def begin(self, options: StartOptions) -> None:
        """A start on nothing in particular shows the welcome."""
        if self.preferences.precision != "auto":
            self._window.session.set_precision(self.preferences.precision)
        plain = options == StartOptions(threads=options.threads, debug=options.debug, reset=options.reset)
        if plain and self.preferences.welcomes:
            self.show_welcome()

    # ---- welcome and tour ------------------------------------------------------------------------------

    @property
    def welcome(self) -> Welcome | None:
        return self._welcome

    @property
    def tour(self) -> Tour | None:
        return self._tour

    def show_welcome(self) -> None:
        if self._welcome is None:
            self._end_tour()
            self._welcome = Welcome(self._window, again=self.preferences.welcomes)
            self._welcome.ended.connect(self._leave_welcome)
            self._welcome.show()
            self._welcome.raise_()
            self._welcome.take_focus()

    def _leave_welcome(self, again: bool) -> None:
        """Something is to be seen now. The first time, the tour follows once it is."""
        self._welcome = None
        self.preferences.set_welcomes(again)
        self._window.grid.grid.setFocus()
        self._tour_waits = not self._window.settings.get(TOURED, False)

    def _begin_tour(self) -> None:
        if self._tour_waits and self._welcome is None:
            self._tour_waits = False
            self.show_tour()

    def show_tour(self) -> None:
        self._tour_waits = False
        if self._tour is None:
            self._window.settings.set(TOURED, True)
            self._tour = Tour(self._window)
            self._tour.ended.connect(self._end_tour)
            self._tour.begin()

    def _end_tour(self) -> None:
        if self._tour is not None:
            self._tour.close_tour()
            self._tour = None
            self._window.grid.grid.setFocus()

    # ---- dialogs and questions -------------------------------------------------------------------------

    def show_preferences(self) -> None:
        from deepvis_app.ui.dialogs.preferences import PreferencesDialog

        self._window.show_dialog(PreferencesDialog(self._window, self.preferences))

    def explain_panel(self) -> None:
        """What the panel with the keys' focus shows, how to read it, and where it comes from."""
        window = self._window
        focused = window.focusWidget()
        docks = [dock for dock in window.docks.values() if focused and dock.isAncestorOf(focused)]
        part: QWidget = docks[0] if docks else window.grid
        QWhatsThis.showText(part.mapToGlobal(part.rect().center()), part.whatsThis(), part)

    def may_close(self) -> bool:
        if not self.preferences.confirms:
            return True
        answer = QMessageBox.question(
            self._window,
            tr("Close DeepVis"),
            tr("Close the window? What is being made or indexed stops; what is finished is kept."),
        )
        return answer == QMessageBox.StandardButton.Yes
