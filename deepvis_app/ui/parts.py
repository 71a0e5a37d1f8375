"""Going round the parts of the window by keys: tool bar, panels, units; and through the panels in tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from deepvis_app.ui.docks import Dock

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


class Parts(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def seen(self) -> list[QWidget]:
        """Left to right, top to bottom; without those that have nothing for keys."""
        window = self._window
        docks = [dock for dock in window.docks.values() if dock.panel.is_seen]
        sides = {
            area: [dock for dock in docks if dock.row.area == area] for area in ("left", "right", "bottom")
        }
        parts = [window.tool_bar, *sides["left"], window.grid, *sides["right"], *sides["bottom"]]
        return [part for part in parts if part.isVisible() and first_control(part) is not None]

    def is_covered(self, control: QWidget | None) -> bool:
        """Whether it is in a panel behind another tab, where Qt counts it as shown."""
        docks = self._window.docks.values()
        return control is not None and any(
            dock.isAncestorOf(control) and not dock.panel.is_seen for dock in docks
        )

    def step(self, step: int) -> None:
        """The keys go to the next (1) or previous (-1) part."""
        parts, focused = self.seen, self._window.focusWidget()
        here = [place for place, part in enumerate(parts) if focused and part.isAncestorOf(focused)]
        place = (here[0] + step) % len(parts) if here else 0
        self._give_keys(parts[place])

    def step_panel(self, step: int) -> None:
        """The next (1) or previous (-1) of the panels that share a place with tabs."""
        docks = self._tabbed()
        if docks:
            place = next((place for place, dock in enumerate(docks) if dock.panel.is_seen), 0)
            self.go(docks[(place + step) % len(docks)].row.name)

    def go(self, name: str) -> None:
        """Show that panel, and give it the keys."""
        self._window.show_panel(name)
        self._give_keys(self._window.docks[name])

    def toggle_floating(self) -> None:
        """The panel that has the keys becomes a window of its own, and back."""
        focused = self._window.focusWidget()
        for dock in self._window.docks.values():
            if focused is not None and dock.isAncestorOf(focused):
                dock.toggle_floating()
                self._give_keys(dock)
                return

    def _tabbed(self) -> list[Dock]:
        return [
            dock
            for dock in self._window.docks.values()
            if dock.row.area == "bottom" and not dock.isHidden() and not dock.isFloating()
        ]

    def _give_keys(self, part: QWidget) -> None:
        control = first_control(part)
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)


def first_control(part: QWidget) -> QWidget | None:
    """The uppermost in `part` that the Tab key reaches."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return part
    controls = [
        each
        for each in part.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(part) and each.isEnabled()
    ]
    return min(controls, key=lambda each: _corner(each, part), default=None)


def _corner(control: QWidget, part: QWidget) -> tuple[int, int]:
    """How far down it begins, and how far to the right."""
    corner = control.mapTo(part, QPoint(0, 0))
    return corner.y(), corner.x()
