"""Where the docks stand, at first and as the user left them, and what each panel remembers."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabWidget

from deepvis_app.settings import Settings
from deepvis_app.ui.panels.live_panel import LivePanel

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

WINDOW, DOCKS, PANELS = "window.geometry", "window.docks", "panels"  # names of settings
_VERSION = 5  # of saved dock places; another set of docks needs another
_SIZE, _LEAST = QSize(1440, 900), QSize(860, 560)
_SIZES: Mapping[str, int] = {"left": 256, "right": 306, "bottom": 276}
_LEFT_HEIGHTS: Mapping[str, int] = {"input": 280, "classes": 320}


def prepare(window: MainWindow) -> None:
    """The bottom dock reaches from side to side; tabs stand on top."""
    bottom = Qt.DockWidgetArea.BottomDockWidgetArea
    window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
    window.setCorner(Qt.Corner.BottomLeftCorner, bottom)
    window.setCorner(Qt.Corner.BottomRightCorner, bottom)
    window.setMinimumSize(_LEAST)


def reset(window: MainWindow) -> None:
    """Every dock where the table has it."""
    window.filling.end()
    for dock in window.docks.values():
        dock.place(window)
    below = [dock for dock in window.docks.values() if dock.row.area == "bottom"]
    for dock in below[1:]:
        window.tabifyDockWidget(below[0], dock)
    below[0].raise_()
    for area, size in _SIZES.items():
        docks = [dock for dock in window.docks.values() if dock.row.area == area]
        across = Qt.Orientation.Vertical if area == "bottom" else Qt.Orientation.Horizontal
        window.resizeDocks(docks, [size] * len(docks), across)
    left = [window.docks[name] for name in _LEFT_HEIGHTS]
    window.resizeDocks(left, list(_LEFT_HEIGHTS.values()), Qt.Orientation.Vertical)


def restore(window: MainWindow, settings: Settings) -> None:
    """As `remember` left it; what does not fit is as at the first start."""
    offscreen = QGuiApplication.platformName() == "offscreen"  # its screen is small and nobody's
    room = _SIZE if offscreen else QGuiApplication.primaryScreen().availableSize()
    window.resize(_SIZE.boundedTo(room))
    window.restoreGeometry(_bytes(settings.get(WINDOW, "")))
    reset(window)
    set_places(window, settings.get(DOCKS, ""))
    saved = settings.get(PANELS, {})
    for name, panel in panels(window):
        if isinstance(saved.get(name), dict):
            with suppress(TypeError, ValueError):  # changed by hand, to what makes no sense
                panel.remember(saved[name])


def remember(window: MainWindow, settings: Settings) -> None:
    window.filling.end()
    settings.set(WINDOW, _letters(window.saveGeometry()))
    settings.set(DOCKS, places(window))
    settings.set(PANELS, {name: panel.remembered() for name, panel in panels(window)})


def places(window: MainWindow) -> str:
    """Where the docks and the tool bar stand."""
    return _letters(window.saveState(_VERSION))


def set_places(window: MainWindow, letters: str) -> bool:
    """As `places` gave them; False, and nothing changed, where they do not fit."""
    window.filling.end()
    return window.restoreState(_bytes(letters), _VERSION)


def panels(window: MainWindow) -> Iterator[tuple[str, LivePanel]]:
    """The grid, and what is in the docks."""
    yield "grid", window.grid
    for name, dock in window.docks.items():
        yield name, dock.panel


def _letters(data: QByteArray) -> str:
    return b64encode(data.data()).decode("ascii")


def _bytes(letters: str) -> QByteArray:
    """Empty for what is no base64."""
    try:
        return QByteArray(b64decode(letters, validate=True))
    except ValueError:
        return QByteArray()
