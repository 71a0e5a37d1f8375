"""Links of the form deepvis://open?network=embedded&layer=conv3b&unit=12&method=guided_backprop.

A link names what to look at, and no file to look at: it can come from anywhere. One whose network is neither
embedded nor on the disk already is asked about first (ui.keeping).
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.errors import UnknownNameError, UsageError
from deepvis_app.methods import METHODS, Neuron
from deepvis_app.ui.states import State

SCHEME = "deepvis"
LONGEST = 2000
_HOST = "open"
_KEYS = ("network", "weights", "seed", "layer", "unit", "neuron", "target", "method")


def is_link(words: str) -> bool:
    return words.strip().lower().startswith(f"{SCHEME}://")


def link(state: State, method: str | None = None) -> str:
    """Of the network, layer and unit, and what is shown of them."""
    values: dict[str, object] = {}
    if state.network is not None:
        values["network"] = state.network.spec
        if state.network.weights == "none":
            values |= {"weights": "none", "seed": state.network.seed}
    values |= {"layer": state.unit_layer or state.layer, "unit": state.unit}
    if isinstance(state.neuron, tuple):
        values["neuron"] = f"{state.neuron[0]},{state.neuron[1]}"
    elif state.neuron == "all":
        values["neuron"] = "all"
    values |= {"target": state.target, "method": method}
    given = {name: value for name, value in values.items() if value is not None}
    return f"{SCHEME}://{_HOST}?{urlencode(given, quote_via=quote, safe=':,')}"


def parse(words: str) -> State:
    """What a link asks for. Raises UsageError where it cannot be meant."""
    words = words.strip()
    if len(words) > LONGEST or not words.isprintable():
        raise UsageError("This link is too long or damaged.")
    try:
        parts = urlsplit(words)
        pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        raise UsageError("This link is damaged: {link}", link=words[:80]) from None
    if parts.scheme.lower() != SCHEME or parts.netloc.lower() != _HOST or parts.path.strip("/"):
        raise UsageError(
            "A link of DeepVis begins with deepvis://open? – this one does not: {link}", link=words[:80]
        )
    values = dict(pairs)
    unknown = [name for name in values if name not in _KEYS]
    if unknown or len(values) != len(pairs):
        raise UsageError(
            "This link asks for {names}, which no link can. There are: {known}.",
            names=", ".join(unknown) or "the same thing twice",
            known=", ".join(_KEYS),
        )
    return _state({name: value.strip() for name, value in values.items() if value.strip()})


def _state(values: dict[str, str]) -> State:
    method, network = values.get("method"), None
    if method is not None and method not in METHODS:
        raise UnknownNameError(
            "There is no method {name}. There are: {names}.", name=method, names=", ".join(METHODS)
        )
    if "network" in values:
        untrained = values.get("weights") == "none"
        network = NetworkSpec(
            values["network"], "none" if untrained else "default", _number(values, "seed") or 0
        )
    found: dict[str, Any] = {"unit": _number(values, "unit"), "neuron": _neuron(values)}
    return State(network, layer=values.get("layer"), target=values.get("target"), method=method, **found)


def _number(values: dict[str, str], name: str) -> int | None:
    word = values.get(name)
    if word is None:
        return None
    if not (word.isascii() and word.isdecimal() and len(word) < 10):
        raise UsageError(
            "In this link {name} is {word}; it must be a whole number.", name=name, word=word[:40]
        )
    return int(word)


def _neuron(values: dict[str, str]) -> Neuron | None:
    word = values.get("neuron")
    if word is None:
        return None
    if word in ("max", "all"):
        return "all" if word == "all" else "max"
    y, _, x = word.partition(",")
    place = {"neuron's row": y, "neuron's column": x}
    row, column = (_number(place, name) for name in place)
    return row or 0, column or 0
