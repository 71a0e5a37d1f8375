"""What the worker remembers of a network while it is shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.engine.messages import GridRequest, Rect, WeightsRequest, WeightsView
from deepvis_app.nets import receptive
from deepvis_app.nets.network import Network
from deepvis_app.pictures.fields import ReceptiveField

Floats = NDArray[np.float32]
Units = tuple[int, ...]

SORT_EVERY = 1.0  # seconds for which a sorted grid stays as it is: one that is always sorted flickers
MOST_PICTURES = 16  # of weights


@dataclass(frozen=True)
class _Order:
    at: float
    units: Units


class Memory:
    """Of one network since it was loaded: records, orders of units, receptive fields, weights."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._records: dict[str, Floats] = {}
        self._signed: set[str] = set()
        self._orders: dict[tuple[str, str, bool, Units], _Order] = {}
        self._fields: dict[tuple[str, tuple[int, int]], ReceptiveField | None] = {}
        self._weights: dict[WeightsRequest, WeightsView] = {}
        self._class_weights: dict[str, Tensor | None] = {}

    def note(self, layer: str, maxima: Floats) -> None:
        """Remember the largest value (units,) of each unit in a frame."""
        record = self._records.get(layer)
        self._records[layer] = maxima if record is None else np.fmax(record, maxima)

    def record(self, layer: str) -> Floats:
        """(units,): the largest values noted; a unit that never was above zero is dead."""
        return self._records[layer]

    def is_signed(self, layer: str, lowest: float) -> bool:
        """Whether the layer was ever below zero, now that it is at `lowest`: a picture's zero stays put."""
        if lowest < 0:
            self._signed.add(layer)
        return layer in self._signed

    def note_head(self, layer: str, weights: Tensor | None) -> None:
        """What methods.averaging found between `layer` and the class scores."""
        self._class_weights[layer] = weights

    def class_weights(self, layer: str) -> Tensor | None:
        """(classes, C) where class scores are known to be weighted means of the layer's maps."""
        return self._class_weights.get(layer)

    def units(self, request: GridRequest, maxima: Floats) -> Units:
        """The units that the request lists, in its order, sorted anew once in a while."""
        key = (request.layer, request.order, request.hide_dead, request.ranking)
        known, now = self._orders.get(key), self._clock()
        changing = request.hide_dead or request.order == "activation"
        if known is None or (changing and now - known.at >= SORT_EVERY):
            known = self._orders[key] = _Order(now, self._sorted(request, maxima))
        return known.units

    def _sorted(self, request: GridRequest, maxima: Floats) -> Units:
        if request.order == "given":
            units = np.array(request.ranking, np.intp)
        else:
            by_index = request.order == "index"
            units = np.arange(len(maxima)) if by_index else np.argsort(-maxima, kind="stable")
        if request.hide_dead:
            units = units[self._records[request.layer][units] > 0]
        return tuple(units.tolist())

    def field(
        self, network: Network, layer: str, neuron: tuple[int, int], *, measure: bool = False
    ) -> Rect | None:
        """The neuron's receptive field as fractions of the network's input.

        Where it cannot be derived it is None, or with `measure` found by a backward pass, once.
        """
        key = (layer, neuron)
        derived = receptive.fields(network).get(layer)
        if derived is None and measure and key not in self._fields:
            self._fields[key] = receptive.field(network, layer, neuron)
        found = derived.at(*neuron) if derived else self._fields.get(key)
        if found is None:
            return None
        x, y, width, height = found.box
        how = network.preprocessing
        return (x / how.width, y / how.height, width / how.width, height / how.height)

    def weights(self, request: WeightsRequest, draw: Callable[[WeightsRequest], WeightsView]) -> WeightsView:
        """The picture of weights for `request`, drawn once."""
        if request not in self._weights:
            if len(self._weights) >= MOST_PICTURES:
                del self._weights[next(iter(self._weights))]
            self._weights[request] = draw(request)
        return self._weights[request]
