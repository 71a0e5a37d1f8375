"""Why it said that: explanations of one class side by side, some live, the others on demand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    Explained,
    JobEnded,
    JobProgress,
    MapRequest,
    MapView,
    NetworkReady,
    View,
    ViewRequest,
)
from deepvis_app.i18n import text
from deepvis_app.methods import METHODS, explanations
from deepvis_app.session import Session, SourceInfo
from deepvis_app.ui.contact_sheet import contact_sheet
from deepvis_app.ui.dialogs.enlarged import EnlargedDialog
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.class_picker import ClassPicker
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.tiles import Tile, Tiles

INPUT = "input"
LIVE = ("grad_cam", "saliency", "guided_backprop")
COMPARED = (*LIVE, "occlusion", "integrated_gradients")  # at the first start
_SETTINGS = {
    "saliency": text("max |∂S/∂x|"),
    "guided_backprop": text("class score"),
    "occlusion": text("grey square"),
    "integrated_gradients": text("from black, 64 steps"),
    "smoothgrad": text("25 noisy copies"),
}
_LARGE = 480  # pixels of a live picture while it is enlarged


class WhyPanel(LivePanel):
    save_wanted = Signal(object)  # Savable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._job: int | None = None
        self._compared_source = ""
        self._enlarged: str | None = None
        self._explained: dict[str, Explained] = {}
        self._labels: tuple[str, ...] = ()
        self.picker = ClassPicker()
        self.note = Label("", "caption")
        self.menu = QMenu(self)
        self.choose = QToolButton()
        self.compare = QPushButton(tr("Compare"))
        self.sheet = QPushButton(tr("Save sheet"))
        self.tiles = Tiles()
        self._tile_of = {INPUT: self._tile(INPUT, tr("Input"), tr("What the network sees."))}
        for row in explanations():
            tip = f"{tr(row.about)}\n{row.paper}"
            self._tile_of[row.name] = self._tile(row.name, tr(row.title), tip)
            action = self.menu.addAction(tr(row.title))
            action.setCheckable(True)
            action.setChecked(row.name in COMPARED)
            action.setData(row.name)
            action.setToolTip(tip)
            action.toggled.connect(self._arrange)
        self.menu.setToolTipsVisible(True)
        self._build()
        session.network_changed.connect(self._take_network)
        session.source_changed.connect(self._take_source)
        session.state_changed.connect(self._take_state)
        session.job_changed.connect(self._take_job)
        self._class = session.explain_class
        if session.network is not None:
            self._take_network(session.network)
        self._arrange()

    def _build(self) -> None:
        self.choose.setText(tr("Methods"))
        self.choose.setMenu(self.menu)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setProperty("quiet", True)
        self.choose.setFont(small(self.font()))
        self.choose.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choose.setToolTip(tr("Which explanations are compared."))
        self.compare.setToolTip(
            tr(
                "Run the chosen methods on this picture. Deletion: the class's mean probability while "
                "the most important pixels are taken away; less is better."
            )
        )
        self.sheet.setToolTip(tr("Save all pictures with their figures as one PNG."))
        self.compare.clicked.connect(self._compare)
        self.sheet.clicked.connect(self._save_sheet)
        self.picker.chosen.connect(self.session.set_explain_class)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.picker)
        row.addWidget(self.note, 1)
        for widget in (self.choose, self.compare, self.sheet):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.tiles, 1)

    def _tile(self, name: str, title: str, tip: str) -> Tile:
        tile = Tile(name, title, tip, self.tiles)
        tile.hide()
        tile.enlarge_wanted.connect(self._enlarge)
        tile.save_wanted.connect(self._save)
        return tile

    # ---- live ------------------------------------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        network = self.session.network
        if network is None:
            return {}
        chosen, side = self.session.explain_class, self.pixels(self.tiles.side)
        return {
            f"why {name}": MapRequest(name, None, chosen, _LARGE if name == self._enlarged else side)
            for name in (INPUT, *LIVE)
            if name == INPUT or (network.labels and name in self.chosen)
        }

    def take(self, views: Mapping[str, View]) -> None:
        for view in views.values():
            if isinstance(view, MapView):
                self._take_map(view)

    def _take_map(self, view: MapView) -> None:
        tile = self._tile_of[view.method]
        if view.method == INPUT:
            tile.show_picture(view.pixels, self._input_words())
            return
        note = tr(view.about) if view.about else ""
        tile.show_picture(view.pixels, view.made_of or self._setting(view.method), note)
        if view.method not in self._explained:
            tile.show_figures(tr("{ms} ms", ms=_short(view.milliseconds)) if view.pixels is not None else "")
        if view.label:
            self.picker.set_class(view.label, winner=self.session.explain_class is None)

    def _input_words(self) -> str:
        network = self.session.network
        how = network.preprocessing if network else None
        fits = {"crop": tr("centre crop"), "letterbox": tr("letterbox"), "stretch": tr("stretched")}
        return f"{how.width} × {how.height}, {fits[how.fit]}" if how else ""

    # ---- the comparison ----------------------------------------------------------------------------------

    @property
    def chosen(self) -> list[str]:
        """The methods that are compared, in the table's order, live ones first."""
        checked = [action.data() for action in self.menu.actions() if action.isChecked()]
        return [*(name for name in LIVE if name in checked), *(name for name in checked if name not in LIVE)]

    def _compare(self) -> None:
        if self._job is not None:
            self.session.cancel_job(self._job)
        if self.session.network is None or not self.chosen:
            return
        self._forget()
        if _moves(self.session.source):
            self.session.set_frozen(True)  # all explain the same picture
        self._job = self.session.start_job("explain", options={"methods": tuple(self.chosen)})
        for name in self.chosen:
            if name not in LIVE:
                self._tile_of[name].show_picture(None, self._setting(name), tr("waiting…"))

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if job.id != self._job:
            return
        if isinstance(job, JobEnded):
            self._job = None
            for name in self.chosen:
                if name not in LIVE and name not in self._explained:
                    self._tile_of[name].show_picture(None, self._setting(name), tr("not computed"))
        elif isinstance(job.item, Explained):
            self._take_item(job.item)

    def _take_item(self, item: Explained) -> None:
        self._explained[item.method] = item
        tile = self._tile_of[item.method]
        if item.method not in LIVE:
            note = tr(item.note) if item.note else ""
            tile.show_picture(item.pixels, item.layer or self._setting(item.method), note)
        if item.finished and item.note is None:
            deletion = "–" if item.deletion is None else f"{item.deletion:.2f}"
            took = tr("{ms} ms", ms=_short(item.milliseconds))
            tile.show_figures(tr("deletion {area}", area=deletion), took)

    def _setting(self, method: str) -> str:
        return tr(_SETTINGS[method]) if method in _SETTINGS else ""

    def _forget(self) -> None:
        """What was compared was of another class, picture or network."""
        self._explained = {}
        for name, tile in self._tile_of.items():
            tile.show_figures()
            if name not in (INPUT, *LIVE):
                tile.show_picture(None, self._setting(name), tr("press Compare"))

    # ---- what the session tells ----------------------------------------------------------------------------

    def _take_network(self, network: NetworkReady) -> None:
        self._labels = network.labels
        self._job, self._class = None, None
        self.picker.set_labels(network.labels)
        self.picker.set_class("", winner=True)
        self.note.set_text("" if network.labels else tr("This network gives no class scores to explain."))
        for name in (INPUT, *LIVE):
            self._tile_of[name].show_picture(None)
        self._forget()
        self.ask()

    def _take_source(self, source: SourceInfo | None) -> None:
        title = f"{source.title} {source.index}" if source else ""
        if title != self._compared_source:
            self._compared_source = title
            self._stop()

    def _take_state(self) -> None:
        if self.session.explain_class != self._class:
            self._class = self.session.explain_class
            self.picker.set_class(
                "" if self._class is None else self._labels[self._class], winner=self._class is None
            )
            self._stop()
            self.ask()

    def _stop(self) -> None:
        if self._job is not None:
            self.session.cancel_job(self._job)
            self._job = None
        self._forget()

    def _arrange(self) -> None:
        self.tiles.set_tiles([self._tile_of[name] for name in (INPUT, *self.chosen)])
        self.ask()

    # ---- large, saved, remembered ------------------------------------------------------------------------

    def _enlarge(self, name: str) -> None:
        row = METHODS.get(name)
        about = f"{tr(row.about)} {row.paper}" if row else tr("What the network sees.")
        dialog = EnlargedDialog(self._tile_of[name], about, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._shrink)
        self._enlarged = name
        self.ask()
        dialog.open()

    def _shrink(self) -> None:
        self._enlarged = None
        self.ask()

    def _save(self, name: str) -> None:
        tile = self._tile_of[name]
        if tile.pixels is not None:
            self.save_wanted.emit(Savable(name, tile.title, tile.pixels, self._about(name)))

    def _save_sheet(self) -> None:
        tiles = [self._tile_of[name] for name in (INPUT, *self.chosen)]
        shown = [tile for tile in tiles if tile.pixels is not None]
        if shown:
            about = self._about("explanations") | {
                "pictures": [{"method": tile.name, "figures": list(tile.figures)} for tile in shown]
            }
            sheet = contact_sheet(shown, self.picker.text().rstrip(" ▾"))
            self.save_wanted.emit(Savable("explanations", tr("Explanations"), sheet, about))

    def _about(self, method: str) -> dict[str, object]:
        session, item = self.session, self._explained.get(method)
        about: dict[str, object] = {
            "network": session.network.spec.spec if session.network else None,
            "source": session.source.title if session.source else None,
            "method": method,
            "class": self.picker.text().rstrip(" ▾"),
        }
        if item is not None:
            facts = {"layer": item.layer, "deletion": item.deletion, "insertion": item.insertion}
            about |= {**facts, "class": item.class_index, "label": item.label, "facts": dict(item.facts)}
        return about

    def remembered(self) -> dict[str, Any]:
        return {"methods": self.chosen}

    def remember(self, saved: Mapping[str, Any]) -> None:
        names = saved.get("methods")
        if isinstance(names, list):
            for action in self.menu.actions():
                action.setChecked(action.data() in names)


def _moves(source: SourceInfo | None) -> bool:
    if source is None:
        return False
    return source.kind in ("camera", "screen", "video") or (source.playing and source.count > 1)


def _short(milliseconds: float) -> str:
    return f"{milliseconds:.1f}" if milliseconds < 10 else f"{milliseconds:.0f}"
