"""The layer whose maps an explanation of a class score is made of: a good one by default."""

from __future__ import annotations

import re
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from deepvis_app.errors import UsageError
from deepvis_app.i18n import Text, text
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network


def default_layer(network: Network) -> tuple[str, Text]:
    """The name of the layer with the most to tell, and why it is that one.

    The last layer with maps that is no pooling. Among tokens, what goes into the last attention: where the
    score is read from the class token, it no longer depends on any other token after that. Raises UsageError
    where no layer has maps.
    """
    if network not in _known:
        _known[network] = _chosen(network)
    return _known[network]


_known: WeakKeyDictionary[Network, tuple[str, Text]] = WeakKeyDictionary()  # asked for with every live frame


def _chosen(network: Network) -> tuple[str, Text]:
    layers = [layer for layer in network.layers if has_map(layer) and layer.main and "Pool" not in layer.kind]
    if not layers:
        raise UsageError(
            "{title} has no layer with maps at this input size; choose another network or a larger input.",
            title=network.title,
        )
    if layers[-1].layout == "tokens" and (name := _before_attention(network.layers)):
        return name, text(
            "{layer} goes into the last attention: after it, only the class token still counts.", layer=name
        )
    _, height, width = layers[-1].shape
    return layers[-1].name, text(
        "{layer} has the last maps before the network pools over the whole picture, {height} × {width}: "
        "the nearest to the classes that still knows places.",
        layer=layers[-1].name,
        height=height,
        width=width,
    )


def map_layer(network: Network, name: str | None) -> Layer:
    """The layer of that name, or the default one. Raises UnknownNameError, and UsageError for no maps."""
    if name is None:
        return network.layer(default_layer(network)[0])
    layer = chosen_layer(network, name)
    if not has_map(layer):
        raise UsageError(
            "Layer {layer} ({kind}) answers one number a unit, so that there is nothing to map; "
            "choose one with maps, such as {other}.",
            layer=name,
            kind=layer.kind,
            other=default_layer(network)[0],
        )
    return layer


def has_map(layer: Layer) -> bool:
    """Whether the layer tells places apart."""
    return layer.drawable and len(layer.shape) == 3 and layer.shape[1] * layer.shape[2] > 1


def _before_attention(layers: Sequence[Layer]) -> str | None:
    attentions = [layer.module for layer in layers if re.search(r"Attention|Attn", layer.kind)]
    if not attentions:
        return None
    last = attentions[-1]
    first = next(i for i, layer in enumerate(layers) if f"{layer.module}.".startswith(f"{last}."))
    before = [layer.name for layer in layers[:first] if has_map(layer) and layer.layout == "tokens"]
    return before[-1] if before else None
