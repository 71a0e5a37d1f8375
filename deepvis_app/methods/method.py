"""What a row of METHODS says of a method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import Any, Literal

from deepvis_app.i18n import Text
from deepvis_app.methods.params import NoParams

Neuron = Literal["max", "all"] | tuple[int, int]


@dataclass(frozen=True)
class Target:
    """What a backward pass starts from: a class logit, or a unit of a layer.

    `neuron` says where in the unit's map: 1 at its largest position ("max"), 1 everywhere ("all"), or
    1 at (y, x).
    """

    class_index: int | None = None
    unit: int | None = None
    neuron: Neuron = "max"


class Need(Enum):
    """What a method cannot do without."""

    LAYER = "layer"
    WEIGHTS = "weights"
    TARGET = "target"
    MAPS = "maps"  # a class as target, and a layer with maps: a good one where none is named
    ATTENTION = "attention"  # a vision transformer
    SLOTS = "slots"  # a file of slots that were trained on this network, and a class that they know


class Output(Enum):
    """What a method returns, always float32."""

    INPUT = "input"  # (3, H, W), signed, in the network's normalised input space
    ATTRIBUTION = "attribution"  # (H, W) at input size
    ACTIVATIONS = "activations"  # (C, H, W), or (C,) of a vector layer
    CUTOUT = "cutout"  # (4, H, W) at input size: red, green, blue, opacity, 0 to 1
    FILTERS = "filters"  # (units, channels, kernel height, kernel width)
    CLASSES = "classes"  # (H, W) at input size: indices of classes
    UNITS = "units"  # (units,) of a layer, signed


@dataclass(frozen=True)
class Method:
    """One row: `run` imports "module:function" and gives f(network, image, target, layer, params).

    `full`: the value that a picture shows in full colour; None: the largest there is.
    """

    name: str
    title: Text
    function: str
    output: Output
    about: Text
    paper: str
    needs: frozenset[Need] = frozenset({Need.TARGET})
    params: type = NoParams
    live: bool = True
    signed: bool = True
    full: float | None = None

    def run(self) -> Callable[..., Any]:
        module, name = self.function.split(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]
