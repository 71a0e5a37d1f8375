"""What the command line wished to see of a network, once that is there."""

from __future__ import annotations

from difflib import get_close_matches

from deepvis_app.engine.messages import NetworkReady
from deepvis_app.i18n import Text, text
from deepvis_app.session import Session
from deepvis_app.ui.options import StartOptions


def fulfil(wished: StartOptions, session: Session) -> Text | None:
    """Choose the layer and unit wished for; a sentence where the network lacks them."""
    network = session.network
    if wished.layer is not None and network is not None:
        session.set_layer(wished.layer)
        if session.layer != wished.layer:
            return _no_layer(network, wished.layer)
    layer = session.layer_info
    if wished.unit is None or layer is None:
        return None
    if not 0 <= wished.unit < layer.units:
        key = "{layer} has the units 0 to {last}; there is no unit {unit}."
        return text(key, layer=layer.name, last=layer.units - 1, unit=wished.unit)
    session.set_unit(wished.unit)
    return None


def _no_layer(network: NetworkReady, name: str) -> Text:
    names = [layer.name for layer in network.layers if layer.drawable]
    close = get_close_matches(name, names, 3, 0.3) or names[:3]
    key = "{title} has no layer {name} that can be drawn. Close to it: {close}."
    return text(key, title=network.title, name=name, close=", ".join(close))
