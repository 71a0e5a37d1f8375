"""What Gatys (2016) calls content and style: how far one picture is from what another shows, and how.

Used by the slow way, which optimises a picture, and to train the painter, which does it in one pass.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods.map_layer import has_map
from deepvis_app.nets import capture
from deepvis_app.nets.capture import Runnable
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import normalised

STAGES = 5
"""Gatys takes as many."""


@dataclass(frozen=True)
class StyleLayers:
    """Names: `content` is one layer's, `style` those from fine to coarse."""

    content: str
    style: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.style, self.content]))


def style_layers(network: Network) -> StyleLayers:
    """The first layer of each size of maps, as in Gatys; for the content the last of the third size.

    Raises UsageError where no layer has maps.
    """
    stages = _stages(network)
    content = stages[min(2, len(stages) - 1)][-1]
    return StyleLayers(content.name, tuple(stage[0].name for stage in stages))


def texture_layers(network: Network, most: int) -> tuple[str, ...]:
    """All layers of those sizes, from fine to coarse, evenly thinned out to at most so many.

    What is fine in a texture shows in the layers between those that a style needs. Raises UsageError where no
    layer has maps.
    """
    names = [layer.name for stage in _stages(network) for layer in stage]
    if len(names) <= most:
        return tuple(names)
    return tuple(names[round(place * (len(names) - 1) / (most - 1))] for place in range(most))


def _stages(network: Network) -> list[list[Layer]]:
    """The layers with maps by their size, from fine to coarse."""
    maps = [layer for layer in network.layers if has_map(layer) and layer.main and "Pool" not in layer.kind]
    if not maps:
        raise UsageError(
            "{title} has no layer with maps, so it cannot tell style from content; choose another network.",
            title=network.title,
        )
    return [list(stage) for _, stage in groupby(maps, key=_size)][:STAGES]


def maps_of(
    network: Network, runnable: Runnable, pictures: Tensor, layers: Collection[str]
) -> dict[str, Tensor]:
    """`layers`' maps (N, C, h, w) of `pictures` (N, 3, H, W) of 0..1, float32, in the ambient grad mode.

    `runnable`: the network, or a copy of it. The pass ends at the deepest layer.
    """
    x = normalised(pictures, network.preprocessing)
    maps = capture.forward(runnable, x, layers, to_end=False).maps
    return {name: maps[name].float() for name in layers}


def gram(maps: Tensor) -> Tensor:
    """(N, C, h, w) -> (N, C, C): how often two units answer together, G = F F^T / (C h w)."""
    places = maps.permute(0, 2, 3, 1).flatten(1, 2)  # a mere view of maps in channels_last
    return places.transpose(1, 2) @ places / (places.shape[1] * places.shape[2])


def content_loss(maps: Tensor, wanted: Tensor) -> Tensor:
    """(N, C, h, w) twice -> (N,): |F - P|^2 / |P|^2, so that its weight means the same for any layer."""
    return _apart(maps, wanted)


def style_loss(
    maps: Mapping[str, Tensor], wanted: Mapping[str, Tensor], weights: Sequence[float] | None = None
) -> Tensor:
    """-> (N,): the weighed mean over layers of |G - A|^2 / |A|^2; `wanted` has the Gram matrices A.

    Gatys divides by the layer's size instead, which leaves the layers as unequal as their answers are.
    """
    weights = weights or [1.0] * len(wanted)
    terms = [
        weight * _apart(gram(maps[name]), target)
        for weight, (name, target) in zip(weights, wanted.items(), strict=True)
    ]
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total / sum(weights)


def _apart(found: Tensor, wanted: Tensor) -> Tensor:
    gap = (found - wanted).flatten(1).square().sum(1)
    return gap / wanted.flatten(1).square().sum(1).clamp_min(1e-12)


def _size(layer: Layer) -> tuple[int, ...]:
    return tuple(layer.shape[1:])
