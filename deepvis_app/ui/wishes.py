"""What a command line, a link or a session file wishes to see of a network, once that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from deepvis_app.engine.messages import NetworkReady
from deepvis_app.i18n import Text, text
from deepvis_app.session import Session
from deepvis_app.ui.states import State


def fulfil(wished: State, session: Session) -> Text | None:
    """Choose what is wished for, as far as the network has it; a sentence about the first that it lacks."""
    steps: Sequence[Callable[[State, Session], Text | None]] = (_unit, _kept_beside, _neuron, _target, _rest)
    return next(_problems(steps, wished, session), None)


def _problems(
    steps: Sequence[Callable[[State, Session], Text | None]], wished: State, session: Session
) -> Iterator[Text]:
    for step in steps:
        if (problem := step(wished, session)) is not None:
            yield problem


def _unit(wished: State, session: Session) -> Text | None:
    """The layer of the unit, and the unit."""
    network, name = session.network, wished.unit_layer or wished.layer
    if name is not None and network is not None:
        session.set_layer(name)
        if session.layer != name:
            return _no_layer(network, name)
    layer = session.layer_info
    if wished.unit is None or layer is None:
        return None
    if not 0 <= wished.unit < layer.units:
        key = "{layer} has the units 0 to {last}; there is no unit {unit}."
        return text(key, layer=layer.name, last=layer.units - 1, unit=wished.unit)
    session.set_unit(wished.unit)
    return None


def _kept_beside(wished: State, session: Session) -> Text | None:
    """A unit is kept while another layer is shown."""
    if wished.choices is not None:
        session.set_pinned(False)
    if wished.unit_layer is not None and wished.layer is not None and session.network is not None:
        session.set_pinned(True)
        session.set_layer(wished.layer)
        if session.layer != wished.layer:
            return _no_layer(session.network, wished.layer)
    return None


def _neuron(wished: State, session: Session) -> Text | None:
    if wished.neuron is None:
        return None
    layer = session.find_layer(session.unit_layer)
    if isinstance(wished.neuron, tuple) and layer is not None:
        size = layer.shape[1:]
        inside = len(size) == 2 and all(place < side for place, side in zip(wished.neuron, size, strict=True))
        if not inside:
            words = " × ".join(map(str, size)) or "1"
            key = "The maps of {layer} have {size} neurons; there is none at {place}."
            place = f"{wished.neuron[0]}, {wished.neuron[1]}"
            return text(key, layer=layer.name, size=words, place=place)
    session.set_neuron(wished.neuron)
    return None


def _target(wished: State, session: Session) -> Text | None:
    labels = session.network.labels if session.network else ()
    if wished.target is None:
        if wished.choices is not None:
            session.set_explain_class(None)
        return None
    index = class_named(labels, wished.target)
    if index is None:
        return text("There is no class {name}, or there are several.", name=wished.target)
    session.set_explain_class(index)
    return None


def _rest(wished: State, session: Session) -> Text | None:
    """Interventions and the index."""
    if wished.index is not None and wished.index != session.library.path:
        session.library.open(wished.index)
    if wished.choices is not None:
        session.interventions.clear()
    lost = session.interventions.add_fitting(wished.interventions)
    if lost:
        return text("{count} interventions do not fit this network and were left out.", count=lost)
    return None


def class_named(labels: Sequence[str], which: int | str) -> int | None:
    """The class of that number or name, or with that in its name alone; None where there is none such."""
    if isinstance(which, int) or which.isdecimal():
        return int(which) if int(which) < len(labels) else None
    wanted, names = which.strip().casefold(), [label.casefold() for label in labels]
    fits = [index for index, name in enumerate(names) if name == wanted]
    fits = fits or [index for index, name in enumerate(names) if wanted and wanted in name]
    return fits[0] if len(fits) == 1 else None


def _no_layer(network: NetworkReady, name: str) -> Text:
    names = [layer.name for layer in network.layers if layer.drawable]
    close = get_close_matches(name, names, 3, 0.3) or names[:3]
    key = "{title} has no layer {name} that can be drawn. Close to it: {close}."
    return text(key, title=network.title, name=name, close=", ".join(close))
