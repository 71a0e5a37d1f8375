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
    OTHER_CLASS = "other class"  # than the winner: the method chooses where none is named
    PLACE = "place"  # a layer, or one unit of it: the method chooses where none is named
    PICTURE = "picture"  # another picture: a guide, a style
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
    PICTURE = "picture"  # (3, H, W) of a picture that was made: red, green, blue, 0 to 1


@dataclass(frozen=True)
class Method:
    """One row: `run` imports "module:function" and gives f(network, image, target, layer, params).

    `image` is the network's input, (1, C, H, W) and normalised. To rows of Output.PICTURE it is the picture
    itself, whole and at its own size: (1, 3, h, w), red, green, blue from 0 to 1. `others`: how many more
    pictures the method takes at most, with Need.PICTURE at least one; they follow as `others=`, a tuple of
    such tensors. methods.answer makes both out of pixels. `full`: the value that a picture shows in full
    colour; None: the largest there is.
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
    others: int = 0
    full: float | None = None

    def run(self) -> Callable[..., Any]:
        module, name = self.function.split(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]
