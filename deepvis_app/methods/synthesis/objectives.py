"""What pictures are to raise: the score of a class, the answer of a unit or of a neuron, or a mixture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from deepvis_app.errors import OutOfRangeError, RunError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.nets.backward import check_neuron
from deepvis_app.nets.capture import Captured
from deepvis_app.nets.network import Network

Place = Literal["map", "centre"]
Weights = Sequence[tuple[int, float]]
"""Units, or classes, and how much each counts: a direction."""


@dataclass(frozen=True)
class Objective:
    """`of` what was captured, (N,): of `units` of `layer`; where there is none, of the score of
    `class_index`.
    """

    layer: str | None
    of: Callable[[Captured], Tensor]
    class_index: int | None = None
    units: tuple[int, ...] = ()


def objective(
    network: Network, target: Target, layer: str | None, place: Place = "map", more: Weights = ()
) -> Objective:
    """What `target` answers, and `more` of the same kind with it.

    Without a layer the score of a class before the softmax. Else of the target's unit: the mean of its map,
    its middle with the place "centre", or the neuron that the target names.
    Raises UsageError, OutOfRangeError, UnknownNameError.
    """
    if layer is None:
        return Objective(None, _class_score(network, target, more), target.class_index)
    units = chosen_layer(network, layer).units
    if target.unit is None:
        raise UsageError("Layer {layer} has many units; name the one to make a picture of.", layer=layer)
    weights = checked([(target.unit, 1.0), *more], units, layer)
    neuron = target.neuron if isinstance(target.neuron, tuple) else None

    def of(captured: Captured) -> Tensor:
        return at_place(_mixed(captured.maps[layer], weights), place, neuron)

    return Objective(layer, of, units=tuple(index for index, _ in weights))


def at_place(maps: Tensor, place: Place, neuron: tuple[int, int] | None = None) -> Tensor:
    """(N, h, w) or (N,) as one number each: the mean, the middle, or what is at `neuron` (y, x)."""
    if maps.ndim == 1:
        return maps
    height, width = maps.shape[1:]
    if neuron is None and place == "map":
        return maps.flatten(1).mean(1)
    y, x = neuron or (height // 2, width // 2)
    check_neuron((y, x), height, width)
    return maps[:, y, x]


def mixture(words: str) -> Weights:
    """ "3:0.5 17:-1" as ((3, 0.5), (17, -1.0)). Raises UsageError."""
    found = []
    for word in re.split(r"[\s;]+", words.strip()):
        match = re.fullmatch(r"(\d+):([+-]?(?:\d+\.?\d*|\.\d+))", word)
        if match is not None:
            found.append((int(match[1]), float(match[2])))
        elif word:
            raise UsageError(
                "{word} is no unit with its weight; write, for instance, 3:0.5 17:-1.", word=word
            )
    return tuple(found)


def _class_score(network: Network, target: Target, more: Weights) -> Callable[[Captured], Tensor]:
    if target.unit is not None:
        raise UsageError("Unit {unit} needs a layer; name one.", unit=target.unit)
    if target.class_index is None:
        raise UsageError("Name a class, or a layer and a unit, to make a picture of.")
    network.class_index(target.class_index)
    weights = [(target.class_index, 1.0), *more]

    def of(captured: Captured) -> Tensor:
        scores = captured.output
        if scores is None or scores.ndim != 2:
            raise RunError("{title} gives no class scores; choose a layer and a unit.", title=network.title)
        return _mixed(scores, checked(weights, scores.shape[1], None))

    return of


def _mixed(answers: Tensor, weights: Weights) -> Tensor:
    """(N, C, ...) -> (N, ...). Channels go last, so that the gradient lies in memory as the maps do."""
    last = answers.movedim(1, -1)
    return torch.stack([last[..., index].float() * weight for index, weight in weights]).sum(0)


def checked(weights: Weights, count: int, layer: str | None) -> Weights:
    """Raises OutOfRangeError for a unit of the layer, or a class, that does not exist."""
    for index, _ in weights:
        if index >= count or index < 0:
            what = "Unit {index} does not exist: {layer} has units 0 to {last}."
            which = "Class {index} does not exist: there are 0 to {last}."
            raise OutOfRangeError(what if layer else which, index=index, layer=layer, last=count - 1)
    return weights
