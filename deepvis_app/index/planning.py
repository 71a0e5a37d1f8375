"""What a pass keeps of which layers of a network."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deepvis_app.errors import OutOfRangeError, UsageError
from deepvis_app.index.format import PIXELS, SIDE, About, IndexedLayer
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network

TOP = 9
MOST = 100  # patches of a unit
BATCH = 16  # pictures at once, or fewer where maps are large
LARGEST = 20 * 2**20  # bytes of a layer's maps of one batch
ACCELERATED = 16  # so many times as much on a graphics card


@dataclass(frozen=True)
class Wishes:
    """None: what the index does already, else all main layers, the 9 strongest patches, no lowest ones, the
    codes of the last layer before the classes.
    """

    layers: tuple[str, ...] | None = None
    top: int | None = None
    lowest: bool | None = None
    codes: tuple[str, ...] | None = None
    rebuild: bool = False


def identity(network: Network) -> str:
    """Differs where the weights differ, or how pictures are prepared for them."""
    told = f"{network.fingerprint()} {network.preprocessing!r}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def plan(network: Network, wishes: Wishes, known: About | None) -> About:
    """What `wishes` come to, where they say nothing as is `known` of before.

    Raises UnknownNameError, UsageError for a layer that cannot be drawn, OutOfRangeError.
    """
    usual = _usual(network)
    known = known or usual
    top = known.top if wishes.top is None else wishes.top
    if not 1 <= top <= MOST:
        raise OutOfRangeError("An index keeps 1 to {most} patches of a unit, not {top}.", most=MOST, top=top)
    layers, codes = known.layers, known.codes
    if wishes.layers is not None:
        layers = tuple(map(_indexed, _chosen(network, wishes.layers)))
    if wishes.codes is not None:
        codes = _codes(_chosen(network, wishes.codes))
    lowest = known.lowest if wishes.lowest is None else wishes.lowest
    return replace(usual, layers=layers, codes=codes, top=top, lowest=lowest, batch=known.batch)


def main_layers(network: Network) -> list[Layer]:
    """All that can be drawn; of several names for the same values the main one."""
    return [layer for layer in network.layers if layer.drawable and layer.main]


def code_layer(network: Network) -> Layer:
    """The last layer before the classes that answers one number a unit; else the last before the end."""
    layers = main_layers(network)
    before = layers[:-1] or layers
    vectors = [layer for layer in before if _indexed(layer).positions == 1]
    return vectors[-1] if vectors else before[-1]


def _usual(network: Network) -> About:
    layers = main_layers(network)
    if not layers:
        raise UsageError("{title} has no layer that can be indexed.", title=network.title)
    return About(
        title=network.title,
        spec=network.spec,
        classes=tuple(network.labels),
        layers=tuple(map(_indexed, layers)),
        codes=_codes([code_layer(network)]),
        top=TOP,
        lowest=False,
        batch=_batch(network),
    )


def _chosen(network: Network, names: Sequence[str]) -> list[Layer]:
    """In execution order."""
    wanted = {network.layer(name).name for name in names}
    for name in wanted:
        if not network.layer(name).drawable:
            raise UsageError("Layer {layer} has no units that can be indexed.", layer=name)
    return [layer for layer in network.layers if layer.name in wanted]


def _indexed(layer: Layer) -> IndexedLayer:
    size = (layer.shape[1], layer.shape[2]) if len(layer.shape) == 3 else (1, 1)
    return IndexedLayer(layer.name, layer.title, layer.units, size)


def _codes(layers: Sequence[Layer]) -> dict[str, int]:
    return {**{layer.name: layer.units for layer in layers}, PIXELS: SIDE * SIDE * 3}


def _batch(network: Network) -> int:
    """A power of two, by the size of maps alone, so that every pass over the same network has the same."""
    largest = max(4 * layer.units * _indexed(layer).positions for layer in main_layers(network))
    more = 1 if network.device.type == "cpu" else ACCELERATED
    fitting = max(1, min(BATCH * more, LARGEST * more // largest))
    return int(1 << (fitting.bit_length() - 1))
