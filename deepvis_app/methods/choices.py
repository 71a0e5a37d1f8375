"""The layer that a method was asked for, checked."""

from __future__ import annotations

from deepvis_app.errors import UsageError
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network


def chosen_layer(network: Network, name: str | None) -> Layer:
    """Raises UnknownNameError, and UsageError where none is named or its output cannot be drawn."""
    if name is None:
        raise UsageError("This method shows a layer; name one.")
    layer = network.layer(name)
    if not layer.drawable:
        raise UsageError(
            "The output of layer {layer} ({kind}) is no map or vector and cannot be drawn; choose another.",
            layer=name,
            kind=layer.kind,
        )
    return layer
