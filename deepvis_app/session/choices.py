"""How things are shown: the choices that are the same for every network, and what each may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from deepvis_app.engine.messages import BackwardStyle, Rule
from deepvis_app.errors import UnknownNameError, UsageError
from deepvis_app.methods import LIVE, BoxParams

Order = Literal["index", "activation", "selectivity"]
"""Selectivity is known where an index is open; without, the order is that of the numbers."""
Scale = Literal["layer", "unit"]
CONTRASTS = (0.25, 4.0)
"""The least and the most contrast; a shown map's exponent is 1 / contrast."""
SHARES = (0.05, 0.95)
"""The least and the most of the hottest that a box is drawn around, and the faintest and strongest heat."""


@dataclass(frozen=True)
class Choices:
    rule: Rule | None = "guided"
    style: BackwardStyle = "raw"
    order: Order = "index"
    scale: Scale = "layer"
    contrast: float = 1.0
    hide_dead: bool = False
    pictured: bool = False
    overlay: bool = False
    heat: bool = False
    heat_method: str = "grad_cam"
    heat_strength: float = 0.7
    boxes: bool = False
    box_share: float = BoxParams().share


_ALLOWED: Mapping[str, tuple[object, ...]] = {
    "rule": (None, *get_args(Rule)),
    "style": get_args(BackwardStyle),
    "order": get_args(Order),
    "scale": get_args(Scale),
    "hide_dead": (False, True),
    "pictured": (False, True),
    "overlay": (False, True),
    "heat": (False, True),
    "heat_method": LIVE,
    "boxes": (False, True),
}
_BETWEEN: Mapping[str, tuple[float, float]] = {
    "contrast": CONTRASTS,
    "heat_strength": SHARES,
    "box_share": SHARES,
}


def saved_choices(saved: object) -> Choices:
    """Choices from plain JSON values; what does not fit is as at the first start."""
    values = saved if isinstance(saved, dict) else {}
    fitting: dict[str, Any] = {name: value for name, value in values.items() if _allowed(name, value)}
    return Choices(**fitting)


def read_choices(words: Mapping[str, str]) -> dict[str, Any]:
    """Choices as a command line spells them ("rule": "guided", "contrast": "2", "heat": "true").

    Raises UnknownNameError and UsageError.
    """
    known = [each.name for each in fields(Choices)]
    found = {}
    for name, word in words.items():
        if name not in known:
            raise UnknownNameError(
                "There is no setting {name}. There are: {names}.", name=name, names=", ".join(known)
            )
        found[name] = value = _read(name, word)
        if not _allowed(name, value):
            low, high = _BETWEEN.get(name, (None, None))
            choices = (_spelt(each) for each in _ALLOWED.get(name, ()))
            there = f"{low:g} to {high:g}" if low is not None else ", ".join(choices)
            raise UsageError(
                "{name} cannot be {value}. There are: {there}.", name=name, value=word, there=there
            )
    return found


def _read(name: str, word: str) -> object:
    if name in _BETWEEN:
        try:
            return float(word)
        except ValueError:
            return word
    return {_spelt(value): value for value in _ALLOWED[name]}.get(word.lower(), word)


def _spelt(value: object) -> str:
    return str(value).lower()


def _allowed(choice: str, value: object) -> bool:
    if choice in _BETWEEN:
        least, most = _BETWEEN[choice]
        return isinstance(value, float) and least <= value <= most
    return value in _ALLOWED.get(choice, ())
