"""The weights of the chosen layer: all units as a sheet, and the chosen unit's own kernels."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    LayerInfo,
    NetworkReady,
    View,
    ViewRequest,
    WeightsRequest,
    WeightsView,
)
from deepvis_app.session import Session
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import tr
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.filter_sheet import FilterSheet
from deepvis_app.ui.widgets.labels import Label

_FIRST, _DEEPER = 48, 112  # sides of a unit: one colour filter, or a kernel for each input channel


class WeightsPanel(LivePanel):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.sheet = FilterSheet(tr("Weights of the layer"))
        self.sheet.setToolTip(
            tooltip(
                "What each unit multiplies its input by. Colour where the input is the picture; "
                "else grey, a square for each input channel: mid-grey is zero. Click to choose a unit."
            )
        )
        self.own = FilterSheet(tr("Weights of the unit"))
        self.about = Label("", "caption")
        self.own_about = Label("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 8)
        row.setSpacing(20)
        for words, sheet, share in ((self.about, self.sheet, 3), (self.own_about, self.own, 1)):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(words)
            column.addWidget(sheet, 1)
            row.addLayout(column, share)
        self.sheet.chosen.connect(session.set_unit)
        self.sheet.first_changed.connect(self.ask)
        for sheet in (self.sheet, self.own):
            sheet.width_changed.connect(self._asked_anew)
        session.network_changed.connect(self._take_network)
        session.layer_changed.connect(self._take_layer)
        session.unit_changed.connect(self._take_unit)
        self.sheet.set_empty(tr("No network yet"))
        if session.layer is not None:
            self._take_layer(session.layer)

    def requests(self) -> Mapping[str, ViewRequest]:
        layer = self.session.layer_info
        if layer is None or not layer.has_weights:
            return {}
        wanted: dict[str, ViewRequest] = {
            "weights": WeightsRequest(
                layer.name, self.sheet.pixel_width(), self._cell(layer), first=self.sheet.first
            )
        }
        if self.session.unit_layer == layer.name:
            width = min(self.own.pixel_width(), self.own.pixel_height())
            wanted["weights of the unit"] = WeightsRequest(
                layer.name, width, self._cell(layer), self.session.unit
            )
        return wanted

    def take(self, views: Mapping[str, View]) -> None:
        sheet, own = views.get("weights"), views.get("weights of the unit")
        if isinstance(sheet, WeightsView):
            self.sheet.set_view(sheet)
            self.about.set_text(tr(sheet.about))
        if isinstance(own, WeightsView):
            self.own.set_view(own)

    def _cell(self, layer: LayerInfo) -> int:
        network = self.session.network
        layers = network.layers if network else ()
        first = next((each.name for each in layers if each.has_weights and each.main), "")
        return self.pixels(_FIRST if layer.name == first else _DEEPER)

    def _take_network(self, _network: NetworkReady) -> None:
        self.sheet.set_empty("")
        self.own.set_empty("")

    def _take_layer(self, name: str) -> None:
        self.sheet.ask_from_the_first()
        layer = self.session.find_layer(name)
        if layer is not None and not layer.has_weights:
            self.about.set_text("")
            key = "{layer} has no weights of its own. Choose a convolution or a linear layer."
            self.sheet.set_empty(tr(key, layer=layer.title))
            self.own.set_empty("")
        self._take_unit(self.session.unit_layer or "", self.session.unit)

    def _take_unit(self, layer: str, unit: int) -> None:
        here = layer == self.session.layer
        self.sheet.set_selected(unit if here else -1)
        info = self.session.layer_info
        shown = here and info is not None and info.has_weights
        self.own_about.set_text(tr("Unit {unit}", unit=unit) if shown else "")
        if not here:
            self.own.set_empty("")
        self.ask()

    def _asked_anew(self) -> None:
        self.ask(after_ms=60)
