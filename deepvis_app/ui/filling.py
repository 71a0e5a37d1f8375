"""One panel over the whole window, for as long as one likes; then everything is where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from deepvis_app.ui.docks import Dock
    from deepvis_app.ui.main_window import MainWindow

_ALL = 100_000  # pixels: more than there are
_TRIES = 4


class Filling(QObject):
    """Panels in tabs with it stay at hand; the error strip stays above.

    The places are remembered one by one: restoring the window's state leaves a second tab bar behind.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: dict[Dock, QSize] | None = None  # of those that were there
        self._hidden: list[Dock] = []
        for dock in window.docks.values():
            dock.fill_wanted.connect(self.toggle)
        window.error_strip.installEventFilter(self)

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
        there = [each for each in window.docks.values() if not (each.isHidden() or each.isFloating())]
        self._before = {each: each.size() for each in there if each.panel.is_seen}
        beside = {dock, *window.tabifiedDockWidgets(dock)}
        self._hidden = [each for each in there if each not in beside]
        for each in self._hidden:
            each.hide()
        window.grid.hide()
        self._leave_room()
        window.resizeDocks([dock], [_ALL], Qt.Orientation.Vertical)
        self._tell()

    def end(self) -> None:
        """As it was before."""
        if self._before is None:
            return
        window, before = self._window, self._before
        self._before = None
        self._centre.setMaximumHeight(_ALL)
        window.grid.show()
        for each in self._hidden:
            each.show()
        for each in before:
            each.raise_()
        layout = window.layout()
        assert layout is not None
        layout.activate()  # all are there before they are resized
        docks = list(before)
        # One that was never shown has no size yet.
        widths, heights = (
            [max(1, get(size)) for size in before.values()] for get in (QSize.width, QSize.height)
        )
        window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        wished = heights
        for _ in range(_TRIES):  # tab bars and neighbours take their share of what is wished
            window.resizeDocks(docks, wished, Qt.Orientation.Vertical)
            layout.activate()
            lost = [height - dock.height() for dock, height in zip(docks, heights, strict=True)]
            wished = [max(1, wish + each) for wish, each in zip(wished, lost, strict=True)]
        self._tell()

    def eventFilter(self, strip: QObject, event: QEvent) -> bool:
        if self.active and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._leave_room()
        return super().eventFilter(strip, event)

    def _leave_room(self) -> None:
        """Above the panel, for the error strip alone."""
        strip = self._window.error_strip
        self._centre.setMaximumHeight(0 if strip.isHidden() else strip.sizeHint().height())

    @property
    def _centre(self) -> QWidget:
        centre = self._window.centralWidget()
        assert centre is not None
        return centre

    def _tell(self) -> None:
        for dock in self._window.docks.values():
            dock.show_filling(self.active)
        self._window.refresh_actions()
