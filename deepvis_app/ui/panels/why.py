"""Why it said that: explanations of one class side by side, some live, the others on demand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deepvis_app.engine.messages import MapRequest, MapView, NetworkReady, View, ViewRequest
from deepvis_app.methods import LIVE, METHODS, Need, Output, explanations
from deepvis_app.session import Session, SourceInfo
from deepvis_app.ui.comparison import SIDE, Comparison
from deepvis_app.ui.dialogs.enlarged import EnlargedDialog
from deepvis_app.ui.explained_files import savable, savable_sheet
from deepvis_app.ui.explained_words import figures, milliseconds, summary
from deepvis_app.ui.input_words import taken
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import tr
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.class_picker import ClassPicker
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.layer_menu import LayerMenu
from deepvis_app.ui.widgets.method_menu import MethodMenu
from deepvis_app.ui.widgets.tiles import Tile, Tiles

INPUT = "input"
USUAL = ("grad_cam", "saliency", "guided_backprop", "occlusion", "integrated_gradients")


class WhyPanel(LivePanel):
    save_wanted = Signal(object)  # Savable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.comparison = Comparison(session, self)
        self._compared_source = ""
        self._label = ""  # of the class that was explained last
        self._enlarged: str | None = None
        self._class = session.explain_class
        self.picker = ClassPicker()
        self.layers = LayerMenu()
        self.note = Label("", "caption")
        self.methods = MethodMenu(explanations(), USUAL)
        self.compare = QPushButton(tr("Compare"))
        self.sanity = QPushButton(tr("Sanity check"))
        self.sheet = QPushButton(tr("Save sheet"))
        self.tiles = Tiles()
        self._tile_of = {INPUT: self._tile(INPUT, tr("Input"), tr("What the network sees."))}
        for row in explanations():
            self._tile_of[row.name] = self._tile(row.name, tr(row.title), f"{tr(row.about)}\n{row.paper}")
        self._build()
        self._connect()
        if session.network is not None:
            self._take_network(session.network)
        self._arrange()

    def _build(self) -> None:
        self.compare.setToolTip(
            tooltip(
                "Run the chosen methods on this picture. Deletion: the class's mean probability while the "
                "most important pixels are taken away; less is better. Insertion: while they are given "
                "first; more is better."
            )
        )
        self.sanity.setToolTip(
            tooltip(
                "Let the network forget what it has learnt, layer by layer, and see whether the maps change."
            )
        )
        self.sheet.setToolTip(tr("Save all pictures with their figures as one PNG."))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.picker)
        row.addWidget(self.layers)
        row.addWidget(self.note, 1)
        for widget in (self.methods, self.compare, self.sanity, self.sheet):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.tiles, 1)

    def _connect(self) -> None:
        session = self.session
        self.compare.clicked.connect(self._compare)
        self.sanity.clicked.connect(self._check)
        self.sheet.clicked.connect(self._save_sheet)
        self.picker.chosen.connect(session.set_explain_class)
        self.layers.chosen.connect(self._take_layer)
        self.methods.changed.connect(self._arrange)
        self.comparison.changed.connect(self._show)
        self.comparison.running_changed.connect(self._show_running)
        session.network_changed.connect(self._take_network)
        session.source_changed.connect(self._take_source)
        session.frozen_changed.connect(self._take_frozen)
        session.state_changed.connect(self._take_state)

    def _tile(self, name: str, title: str, tip: str) -> Tile:
        tile = Tile(name, title, tip, self.tiles)
        tile.hide()
        tile.enlarge_wanted.connect(self._enlarge)
        tile.save_wanted.connect(self._save)
        return tile

    # ---- live ------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> list[str]:
        """The methods that are compared, live ones first."""
        return self.methods.chosen

    @property
    def _maps(self) -> list[str]:
        """Those of them that say of each pixel how much it matters."""
        return [name for name in self.chosen if METHODS[name].output in (Output.ATTRIBUTION, Output.INPUT)]

    def requests(self) -> Mapping[str, ViewRequest]:
        network = self.session.network
        if network is None:
            return {}
        names = [INPUT, *(name for name in self.chosen if name in LIVE and network.labels)]
        return {f"why {name}": self._request(name) for name in names}

    def _request(self, name: str) -> MapRequest:
        side = SIDE if name == self._enlarged else self.pixels(self.tiles.side)
        layer, params = self.comparison.layer, None
        if name in METHODS:
            params = self.comparison.settings.get(name)
            layer = layer if Need.MAPS in METHODS[name].needs else None
        return MapRequest(name, layer, self.session.explain_class, side, params)

    def take(self, views: Mapping[str, View]) -> None:
        for view in views.values():
            if isinstance(view, MapView):
                self._take_map(view)

    def _take_map(self, view: MapView) -> None:
        tile = self._tile_of[view.method]
        if view.method == INPUT:
            self.comparison.frame = view.frame
            tile.show_picture(view.pixels, self._input_words())
            return
        item = self.comparison.found(view.method)
        words = summary(self.comparison.params(view.method), item, view.made_of)
        tile.show_picture(view.pixels, words, tr(view.about) if view.about else "")
        if item is None:
            took = (milliseconds(view.milliseconds),) if view.pixels is not None else ()
            tile.show_found(took)
        if view.label:
            self._label = view.label
            self.picker.set_class(view.label, winner=self.session.explain_class is None)

    def _input_words(self) -> str:
        network = self.session.network
        return taken(network.preprocessing) if network else ""

    # ---- the comparison ----------------------------------------------------------------------------------

    def _compare(self) -> None:
        if self.comparison.running:
            self.comparison.stop()
        else:
            self.comparison.run(self.chosen)

    def _check(self) -> None:
        from deepvis_app.ui.dialogs.sanity import SanityDialog

        if self.session.network is not None:
            SanityDialog(self.session, self.comparison, self._maps, self).open()

    def _show(self, name: str) -> None:
        """What is known of a method; the picture of a live one follows the stream."""
        tile, item = self._tile_of[name], self.comparison.found(name)
        params, note = self.comparison.params(name), self.comparison.note(name)
        if name not in LIVE:
            layer = item.layer if item else ""
            tile.show_picture(item.pixels if item else None, summary(params, item, layer), note)
        if item is None:
            tile.show_found()
        else:
            tile.show_found(figures(item), item.legend, item.boxes)

    def _show_running(self) -> None:
        running = self.comparison.running
        self.compare.setText(tr("Stop") if running else tr("Compare"))

    # ---- what the session tells ----------------------------------------------------------------------------

    def _take_network(self, network: NetworkReady) -> None:
        self._class, self.comparison.layer = None, None
        self.picker.set_labels(network.labels)
        self.picker.set_class("", winner=True)
        self.layers.set_network(network)
        self.note.set_text("" if network.labels else tr("This network gives no class scores to explain."))
        attends = any("Attention" in layer.kind for layer in network.layers)
        for row in explanations():
            if Need.ATTENTION in row.needs:
                self.methods.set_possible(row.name, attends)
        for tile in self._tile_of.values():
            tile.show_picture(None)
        self._forget()

    def _take_source(self, source: SourceInfo | None) -> None:
        title = f"{source.title} {source.index} {source.mirrored}" if source else ""
        if title != self._compared_source:
            self._compared_source = title
            self._forget()

    def _take_frozen(self, frozen: bool) -> None:
        """A stream that goes on leaves the picture behind that was compared."""
        if not frozen:
            self._forget()

    def _take_state(self) -> None:
        if self.session.explain_class != self._class:
            self._class = self.session.explain_class
            labels = self.session.network.labels if self.session.network else ()
            label = "" if self._class is None else labels[self._class]
            self.picker.set_class(label, winner=self._class is None)
            self._forget()

    def _take_layer(self, layer: str | None) -> None:
        self.comparison.layer = layer
        self.comparison.forget(*(name for name, row in METHODS.items() if Need.MAPS in row.needs))
        self.ask()

    def _forget(self) -> None:
        """What was compared was of another class, picture or network."""
        self.comparison.forget()
        for name in self._tile_of:
            if name != INPUT:
                self._show(name)
        self.ask()

    def _arrange(self) -> None:
        self.compare.setEnabled(bool(self.chosen))
        self.sanity.setEnabled(bool(self._maps))
        for name in self.chosen:
            self._show(name)
        self.tiles.set_tiles([self._tile_of[name] for name in (INPUT, *self.chosen)])
        self.ask()

    # ---- large, saved, remembered ------------------------------------------------------------------------

    def _enlarge(self, name: str) -> None:
        row = METHODS.get(name)
        about = f"{tr(row.about)} {row.paper}" if row else tr("What the network sees.")
        dialog = EnlargedDialog(self._tile_of[name], about, self.comparison, self)
        dialog.save_wanted.connect(self._save)
        dialog.params_changed.connect(self._take_params)
        dialog.finished.connect(self._shrink)
        self._enlarged = name
        self.ask()
        dialog.open()

    def _take_params(self, name: str) -> None:
        """Those of a method are others: it is seen anew."""
        if name in LIVE:
            self.ask()
        else:
            self.comparison.run([name])

    def _shrink(self) -> None:
        self._enlarged = None
        self.ask()

    def _save(self, name: str) -> None:
        tile = self._tile_of[name]
        if tile.pixels is not None:
            self.save_wanted.emit(savable(self.session, self.comparison, tile))

    def _save_sheet(self) -> None:
        tiles = [self._tile_of[name] for name in (INPUT, *self.chosen)]
        shown = [tile for tile in tiles if tile.pixels is not None]
        if shown:
            self.save_wanted.emit(savable_sheet(self.session, self.comparison, shown, self._label))

    def remembered(self) -> dict[str, Any]:
        return {"methods": self.chosen, "params": self.comparison.remembered()}

    def remember(self, saved: Mapping[str, Any]) -> None:
        self.comparison.remember(saved.get("params"))
        names = saved.get("methods")
        if isinstance(names, list):
            self.methods.check(names)
