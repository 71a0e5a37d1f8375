"""The session: choices go in, requests go to the worker, and its answers go on to the panels.

A choice is told to the panels, which ask anew; what is asked in one turn of the event loop leaves as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from deepvis_app.engine.messages import (
    CancelJob,
    Failure,
    GridView,
    JobEnded,
    JobProgress,
    LayerInfo,
    LoadNetwork,
    LoadProgress,
    NetworkReady,
    NetworkSpec,
    Precision,
    Saved,
    SetPrecision,
    SetPreprocessing,
    SetThreads,
    View,
)
from deepvis_app.engine.worker import Worker
from deepvis_app.i18n import text
from deepvis_app.methods import Neuron
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.session.atlas import Atlas
from deepvis_app.session.choices import saved_choices
from deepvis_app.session.downloads import Downloads
from deepvis_app.session.interventions import Interventions
from deepvis_app.session.library import Library
from deepvis_app.session.pace import Pace
from deepvis_app.session.places import Places, first_layer
from deepvis_app.session.second import Second
from deepvis_app.session.styling import Styling
from deepvis_app.session.unit_pictures import UnitPictures
from deepvis_app.session.watching import Watching
from deepvis_app.session.working import WorkingSession


class Session(WorkingSession):
    """Lives in the GUI thread, never waits for the worker. `start` it after the first paint."""

    network_changed = Signal(object)  # NetworkReady
    loading = Signal(object)  # LoadProgress
    result = Signal(object)  # Result
    job_changed = Signal(object)  # JobProgress | JobEnded
    saved = Signal(object)  # Saved
    layer_changed = Signal(str)
    unit_changed = Signal(str, int)  # the unit's layer, unit

    def __init__(self, parent: QObject | None = None, worker: Worker | None = None) -> None:
        super().__init__(worker, parent)
        self._network: NetworkReady | None = None
        self._spec = NetworkSpec()
        self._layer: str | None = None
        self._unit_layer: str | None = None
        self._unit = 0
        self._unit_open = True  # the most active unit is taken when the next grid comes
        self._pinned = False
        self._places = Places()
        self.interventions = Interventions(self)
        self._loading = False

        self.library = Library(self)
        self.atlas = Atlas(self.library, self)
        self.unit_pictures = UnitPictures(self)
        self.network_changed.connect(self.library.take_network)
        self.playback.frame.connect(self._worker.put_frame)
        self.styling = Styling(self._worker, self.start_job, self)
        self._pace = Pace(self)
        self._pace.due.connect(self._take_result)
        self._worker.result_ready.connect(self._pace.wanted)
        self._worker.event.connect(self._take_event)
        self.second = Second(self._worker, self)
        self.watching = Watching(self)
        self.downloads = Downloads(self._worker, self)
        self._soon.due.connect(self._send_state)

    def start(self, threads: int = 0) -> None:
        """Start the worker's thread; what was asked before waits in its mailbox."""
        if threads:
            self._worker.send(SetThreads(threads))
        self._worker.start()

    def close(self) -> None:
        """Stop the source and the worker, and wait for its thread."""
        self._soon.stop()
        self._pace.stop()
        self.watching.stop()
        self.playback.close()
        self.styling.close()
        self.atlas.close()
        self.unit_pictures.close()
        self.library.close()
        self._worker.close()

    # ---- what is chosen ----------------------------------------------------------------------------

    @property
    def network(self) -> NetworkReady | None:
        return self._network

    @property
    def spec(self) -> NetworkSpec:
        """The network asked for last; `network` follows when it is loaded."""
        return self._spec

    @property
    def is_loading(self) -> bool:
        return self._loading

    @property
    def layer(self) -> str | None:
        return self._layer

    @property
    def layer_info(self) -> LayerInfo | None:
        """The chosen layer as the network lists it."""
        return self.find_layer(self._layer)

    @property
    def unit(self) -> int:
        return self._unit

    @property
    def unit_layer(self) -> str | None:
        """The layer that `unit` belongs to: `layer`, or another while the unit is pinned."""
        return self._unit_layer

    @property
    def neuron(self) -> Neuron:
        return self._neuron

    @property
    def pinned(self) -> bool:
        return self._pinned

    @property
    def explain_class(self) -> int | None:
        """The class to explain; None: the winner."""
        return self._explain_class

    def find_layer(self, name: str | None) -> LayerInfo | None:
        layers = self._network.layers if self._network else ()
        return next((layer for layer in layers if layer.name == name), None)

    # ---- choices: network, layer, unit ---------------------------------------------------------------

    def load_network(self, spec: NetworkSpec) -> None:
        self._spec = spec
        self._loading = True
        self._worker.send(LoadNetwork(spec))
        self.loading.emit(LoadProgress(text("Loading {network}", network=spec.spec), None))

    def cancel_loading(self) -> None:
        self._worker.send(CancelJob(0))

    def set_preprocessing(self, preprocessing: Preprocessing) -> None:
        self._loading = True
        self._worker.send(SetPreprocessing(preprocessing))

    def set_threads(self, threads: int) -> None:
        self._worker.send(SetThreads(threads))

    def set_precision(self, precision: Precision) -> None:
        self._worker.send(SetPrecision(precision))

    def set_layer(self, name: str) -> None:
        """Show that layer; one that the network lacks or that cannot be drawn changes nothing."""
        layer = self.find_layer(name)
        if self._network is None or layer is None or not layer.drawable or name == self._layer:
            return
        self._layer = name
        self._places.set_layer(self._network.spec, name)
        self.layer_changed.emit(name)
        if not self._pinned:
            self._show_known_unit(layer)
        self._ask()

    def step_layer(self, step: int) -> None:
        """To the next (1) or previous (-1) main layer, or by as many as `step` says."""
        if self._network is None:
            return
        drawable = [layer for layer in self._network.layers if layer.drawable]
        names = [layer.name for layer in drawable if layer.main or layer.name == self._layer]
        if self._layer in names:
            place = names.index(self._layer) + step
            self.set_layer(names[min(max(place, 0), len(names) - 1)])

    def set_unit(self, unit: int) -> None:
        """Choose a unit of the present layer; one out of range is brought into it."""
        layer = self.layer_info
        if self._network is None or layer is None:
            return
        unit = min(max(unit, 0), layer.units - 1)
        self._unit_open = False
        self._places.set_unit(self._network.spec, layer.name, unit)
        if (layer.name, unit) != (self._unit_layer, self._unit):
            self._show_unit(layer.name, unit)

    def set_neuron(self, neuron: Neuron) -> None:
        """Where the unit's backward pass starts; a position stays until another unit is chosen."""
        if neuron != self._neuron:
            self._neuron = neuron
            self._tell()

    def set_pinned(self, pinned: bool) -> None:
        """Keep the unit while other layers are browsed."""
        if pinned == self._pinned:
            return
        self._pinned = pinned
        layer = self.layer_info
        if not pinned and layer is not None and self._unit_layer != layer.name:
            self._show_known_unit(layer)
        self._tell()

    def set_explain_class(self, index: int | None) -> None:
        if index != self._explain_class:
            self._explain_class = index
            self._tell()

    # ---- what is remembered from one start to the next -------------------------------------------------

    def remembered(self) -> dict[str, Any]:
        """As plain JSON values."""
        indexes = self.library.remembered()
        return {"choices": self.choices, "indexes": indexes, **self._places.remembered()}

    def remember(self, saved: Mapping[str, Any]) -> None:
        """Take up what `remembered` gave; what does not fit is left out."""
        self._choices = saved_choices(saved.get("choices"))
        self._places.remember(saved)
        self.library.remember(saved.get("indexes"))

    # ---- inside ----------------------------------------------------------------------------------------

    def _show_known_unit(self, layer: LayerInfo) -> None:
        """The unit chosen there before; where none was, the first, until the most active one is known."""
        known = self._places.unit(self._network.spec, layer.name) if self._network else None
        self._unit_open = known is None
        self._show_unit(layer.name, min(known or 0, layer.units - 1))

    def _show_unit(self, layer: str, unit: int) -> None:
        self._unit_layer, self._unit, self._neuron = layer, unit, "max"
        self.unit_changed.emit(layer, unit)
        self._ask()

    @Slot()
    def _send_state(self) -> None:
        if self._network is None:
            return  # no panel knows yet which layers there are
        self._worker.put_state(self._requests.state())

    @Slot()
    def _take_result(self) -> None:
        taken = self._worker.take_result()
        result = self._requests.fitting(taken) if taken is not None else None
        if result is not None:
            self._take_most_active(result.views)
            self.result.emit(result)

    def _take_most_active(self, views: Mapping[str, View]) -> None:
        for view in views.values():
            if self._unit_open and isinstance(view, GridView) and view.layer == self._layer and view.maxima:
                self._unit_open = False
                unit = view.visible[view.maxima.index(max(view.maxima))]
                if unit != self._unit and not self._pinned:
                    self._show_unit(view.layer, unit)

    @Slot(object)
    def _take_event(self, event: object) -> None:
        match event:
            case NetworkReady():
                self._take_network(event)
            case LoadProgress():
                self.loading.emit(event)
            case JobProgress() | JobEnded():
                self.job_changed.emit(event)
            case Saved():
                self.saved.emit(event)
            case Failure():
                self._take_failure(event)

    def _take_failure(self, failure: Failure) -> None:
        if failure.ends_load:
            self._loading = False
            self._spec = self._network.spec if self._network else self._spec
            self._ask()
            failure = self.watching.worded(failure)
        self.failed.emit(failure)

    def _take_network(self, network: NetworkReady) -> None:
        kept = self._pinned, self._explain_class, self._unit_layer, self._unit, self._neuron
        same = self._network is not None and self._network.spec == network.spec
        self._network, self._spec, self._loading = network, network.spec, False
        self._layer, self._unit_layer, self._pinned, self._explain_class = None, None, False, None
        self._requests.take_network({layer.name for layer in network.layers})
        self.interventions.take_network(network)
        self.network_changed.emit(network)
        self.set_layer(self._places.layer(network.spec) or "")
        if self._layer is None:
            self.set_layer(first_layer(network.layers) or "")
        if same:
            self._keep(*kept)
        self._ask()

    def _keep(
        self, pinned: bool, explained: int | None, layer: str | None, unit: int, neuron: Neuron
    ) -> None:
        """What was chosen in a network that has come anew, as far as it still has it."""
        found = self.find_layer(layer)
        if layer is not None and found is not None and unit < found.units:
            if pinned or layer == self._layer:
                self._unit_open = False
                self._show_unit(layer, unit)
                self._neuron = neuron
            self._pinned = pinned
        if self._network is not None and explained is not None and explained < len(self._network.labels):
            self._explain_class = explained
        self._tell()
