"""The menus: which actions stand where, and the parts that are filled when they open."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from deepvis_app.i18n import marked
from deepvis_app.methods import LIVE, METHODS
from deepvis_app.ui.networking import devices
from deepvis_app.ui.texts import LANGUAGES, languages, tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


class Sub:
    """A menu within a menu: actions, or one that `fill`, a method of Menus, fills when it opens."""

    def __init__(self, title: str, *rows: str, fill: str = "") -> None:
        self.title, self.rows, self.fill = title, rows, fill


LINE = "-"
MENUS: dict[str, tuple[str | Sub, ...]] = {
    marked("File"): (
        "file.open",
        "file.folder",
        Sub("Open recent", fill="recent_files"),
        LINE,
        "file.save",
        "file.copy",
        "file.sheet",
        "why.sheet",
        "file.window",
        LINE,
        "file.session",
        "file.command",
        "file.render",
        "file.link",
        LINE,
        "file.report",
        "file.record",
        "file.record_unit",
        LINE,
        "file.preferences",
        "file.quit",
    ),
    marked("Source"): (
        "source.camera",
        Sub("Cameras", fill="cameras"),
        "file.open",
        "file.folder",
        "source.screen",
        "source.region",
        "source.paste",
        "source.samples",
        LINE,
        "source.freeze",
        "source.play",
        "source.next",
        "source.previous",
        "source.forward",
        "source.back",
        "source.mirror",
        "source.loop",
    ),
    marked("Network"): (
        "network.embedded",
        "network.torchvision",
        "network.checkpoint",
        "network.random",
        Sub("Used lately", fill="recent_networks"),
        LINE,
        "network.watch",
        "network.preprocessing",
        Sub("Runs on", fill="devices"),
        Sub("Threads", fill="threads"),
        "network.about",
        LINE,
        "layer.next",
        "layer.previous",
        "layer.forward",
        "layer.back",
        LINE,
        Sub("Synthesis", "synthesis.toggle", "synthesis.input", "synthesis.sheet", "synthesis.film"),
        Sub("Painting", "painting.record", "painting.save", "painting.video", "painting.learn"),
    ),
    marked("Index"): ("index.make", "index.open", "index.leave"),
    marked("View"): (
        Sub(
            "Rule",
            "rule.gradient",
            "rule.deconvnet",
            "rule.guided",
            "rule.rectified",
            "rule.off",
            LINE,
            "rule.next",
            "rule.previous",
        ),
        Sub(
            "Style of the backward picture",
            "style.raw",
            "style.grey",
            "style.norm",
            "style.blurred",
            "style.sign",
            LINE,
            "style.next",
        ),
        Sub("Backward pass", "unit.strongest", "unit.all"),
        "heat.show",
        "heat.boxes",
        Sub("Explanation over the input", fill="explanations"),
        "heat.next",
        LINE,
        "why.compare",
        "why.sanity",
        LINE,
        "unit.zoom",
        "unit.overlay",
        "unit.pin",
        "unit.silence",
        "unit.restore",
        Sub(
            "Go to unit",
            "unit.left",
            "unit.right",
            "unit.up",
            "unit.down",
            LINE,
            "unit.far_left",
            "unit.far_right",
            "unit.far_up",
            "unit.far_down",
        ),
        "view.back",
        LINE,
        "view.contrast",
        "view.per_unit",
        "view.sort",
        "view.hide_dead",
        "view.unit_pictures",
        LINE,
        Sub("Light and dark", "view.system", "view.dark", "view.light", "view.high"),
        Sub("Letters", "view.larger", "view.smaller"),
        Sub("Language", fill="languages"),
        "view.fill",
        "view.full_screen",
    ),
    marked("Help"): (
        "help.welcome",
        "help.tour",
        "help.what",
        LINE,
        "help.keys",
        "help.palette",
        LINE,
        "help.log",
        "help.about",
    ),
}


class Menus(QObject):
    """The window's menus by title."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._by_title: dict[str, QMenu] = {}
        for title, rows in MENUS.items():
            if title == "Help":
                self._add_panels()
                self._add(marked("Examples"), self._made("example."))
            self._add(title, rows)
        self.device = QMenu(window)
        self.device.aboutToShow.connect(self.device_and_threads)

    def __getitem__(self, title: str) -> QMenu:
        return self._by_title[title]

    def _add_panels(self) -> None:
        go = Sub(
            "Go to",
            *self._made("go."),
            LINE,
            "panels.next",
            "panels.previous",
            "parts.next",
            "parts.previous",
        )
        layouts = Sub("Layouts", fill="layouts")
        rows: list[str | Sub] = [*self._made("panel."), LINE, go, "panels.float", LINE]
        self._add(marked("Panels"), [*rows, "panels.save", layouts, "panels.reset"])

    def _made(self, kind: str) -> list[str]:
        """Ids of the actions that another table made."""
        return [action.row.id for action in self._window.actions_by_id if action.row.id.startswith(kind)]

    def _add(self, title: str, rows: Sequence[str | Sub]) -> None:
        self._by_title[title] = self._filled(self._window.menuBar().addMenu(tr(title)), rows)

    def _filled(self, menu: QMenu, rows: Sequence[str | Sub]) -> QMenu:
        menu.setToolTipsVisible(True)
        for row in rows:
            if row == LINE:
                menu.addSeparator()
            elif isinstance(row, str):
                menu.addAction(self._window.actions_by_id[row])
            else:
                inner = self._filled(menu.addMenu(tr(row.title)), row.rows)
                if row.fill:
                    inner.aboutToShow.connect(getattr(self, row.fill))
        return menu

    # ---- filled when they open -----------------------------------------------------------------------

    def recent_files(self) -> None:
        sources = self._window.sources
        menu = self._emptied()
        for path in sources.recent():
            _add(menu, _short(str(path)), partial(sources.open_path, path)).setToolTip(str(path))
        _end(menu, bool(sources.recent()), tr("Nothing opened yet"), sources.forget_recent)

    def recent_networks(self) -> None:
        networks = self._window.networks
        menu = self._emptied()
        for title, spec in networks.recent():
            _add(menu, title, partial(networks.load, spec)).setToolTip(spec.spec)
        _end(menu, bool(networks.recent()), tr("None yet"), networks.forget_recent)

    def cameras(self) -> None:
        """Asked anew each time: cameras come and go."""
        window = self._window
        menu = self._emptied()
        names = window.session.cameras()
        for name in names:
            source = window.session.source
            shown = source is not None and source.kind == "camera" and source.title == name
            _add(menu, name, partial(window.sources.open_camera, name), checked=shown)
        if not names:
            menu.addAction(tr("No camera found")).setEnabled(False)

    def devices(self) -> None:
        self._add_devices(self._emptied())

    def threads(self) -> None:
        self._add_threads(self._emptied())

    def device_and_threads(self) -> None:
        menu = self._emptied()
        self._add_devices(menu)
        menu.addSeparator()
        self._add_threads(menu)

    def explanations(self) -> None:
        session = self._window.session
        menu = self._emptied()
        for name in LIVE:
            act, chosen = partial(session.set_heat_method, name), session.heat_method == name
            _add(menu, tr(METHODS[name].title), act, checked=chosen).setToolTip(tr(METHODS[name].about))

    def languages(self) -> None:
        menu = self._emptied()
        preferences = self._window.home.preferences
        chosen = preferences.language
        _add(menu, tr("As the system"), partial(preferences.set_language, ""), checked=not chosen)
        for code in languages():
            _add(menu, LANGUAGES[code], partial(preferences.set_language, code), checked=chosen == code)

    def layouts(self) -> None:
        """Each to be put back; to be deleted in a menu of its own."""
        layouts = self._window.home.layouts
        menu = self._emptied()
        for name in layouts.names:
            _add(menu, name, partial(layouts.apply, name))
        if layouts.names:
            menu.addSeparator()
            inner = menu.addMenu(tr("Delete"))
            for name in layouts.names:
                _add(inner, name, partial(layouts.delete, name))
        else:
            menu.addAction(tr("None saved yet")).setEnabled(False)

    def _add_devices(self, menu: QMenu) -> None:
        networks = self._window.networks
        for name, title in devices().items():
            _add(menu, title, partial(networks.set_device, name), checked=networks.device == name)

    def _add_threads(self, menu: QMenu) -> None:
        networks = self._window.networks
        counts = [0, *(n for n in (1, 2, 3, 4, 6, 8, 12, 16) if n <= (os.cpu_count() or 1))]
        for count in counts:
            title = tr("{count} threads", count=count) if count > 1 else tr("1 thread")
            title = title if count else tr("Threads as it goes best")
            _add(menu, title, partial(networks.set_threads, count), checked=networks.threads == count)

    def _emptied(self) -> QMenu:
        """The menu that is about to show, without its actions."""
        menu = self.sender()
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            menu.removeAction(action)
            action.deleteLater()
        return menu


def _add(menu: QMenu, title: str, act: Callable[[], object], *, checked: bool | None = None) -> QAction:
    def run() -> None:
        act()

    action = menu.addAction(title.replace("&", "&&"))
    action.triggered.connect(run)
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    return action


def _end(menu: QMenu, any_there: bool, nothing: str, forget: Callable[[], None]) -> None:
    if any_there:
        menu.addSeparator()
        _add(menu, tr("Clear this list"), forget)
    else:
        menu.addAction(nothing).setEnabled(False)


def _short(path: str) -> str:
    return path if len(path) <= 60 else f"{path[:20]}…{path[-38:]}"
