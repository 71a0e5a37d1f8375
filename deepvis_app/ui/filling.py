"""One panel over the whole window, for as long as one likes; then everything is where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from deepvis_app.ui.docks import Dock
    from deepvis_app.ui.main_window import MainWindow

_ALL = 100_000  # pixels: more than there are


class Filling(QObject):
    """Panels in tabs with it stay at hand; the error strip stays above."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QByteArray | None = None
        for dock in window.docks.values():
            dock.fill_wanted.connect(self.toggle)

    @property
    def active(self) -> bool:
        return self._before is not None

    def toggle_front(self) -> None:
        """The panel in front below, or back."""
        if self.active:
            self.end()
            return
        for dock in self._window.docks.values():
            if dock.row.area == "bottom" and dock.panel.is_seen:
                self.begin(dock)
                return

    def toggle(self, dock: Dock) -> None:
        if self.active:
            self.end()
        else:
            self.begin(dock)

    def begin(self, dock: Dock) -> None:
        window = self._window
        if dock.isFloating():
            dock.showMaximized()
            return
        self._before = window.saveState()
        beside = {dock, *window.tabifiedDockWidgets(dock)}
        for other in window.docks.values():
            if other not in beside and not other.isFloating():
                other.hide()
        window.grid.hide()
        self._centre.setMaximumHeight(window.error_strip.sizeHint().height())
        window.resizeDocks([dock], [_ALL], Qt.Orientation.Vertical)
        self._tell()

    def end(self) -> None:
        """As it was before."""
        if self._before is None:
            return
        window, state = self._window, self._before
        self._before = None
        self._centre.setMaximumHeight(_ALL)
        window.grid.show()
        window.restoreState(state)
        self._tell()

    @property
    def _centre(self) -> QWidget:
        centre = self._window.centralWidget()
        assert centre is not None
        return centre

    def _tell(self) -> None:
        for dock in self._window.docks.values():
            dock.show_filling(self.active)
        self._window.refresh_actions()
