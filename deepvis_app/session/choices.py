"""How things are shown: the choices that are the same for every network, and what each may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from deepvis_app.engine.messages import BackwardStyle, Rule

Order = Literal["index", "activation", "selectivity"]
"""Selectivity is known where an index is open; without, the order is that of the numbers."""
Scale = Literal["layer", "unit"]
CONTRASTS = (0.25, 4.0)
"""The least and the most contrast; a shown map's exponent is 1 / contrast."""


@dataclass(frozen=True)
class Choices:
    rule: Rule | None = "guided"
    style: BackwardStyle = "raw"
    order: Order = "index"
    scale: Scale = "layer"
    contrast: float = 1.0
    hide_dead: bool = False
    overlay: bool = False


_ALLOWED: Mapping[str, tuple[object, ...]] = {
    "rule": (None, *get_args(Rule)),
    "style": get_args(BackwardStyle),
    "order": get_args(Order),
    "scale": get_args(Scale),
    "hide_dead": (False, True),
    "overlay": (False, True),
}


def saved_choices(saved: object) -> Choices:
    """Choices from plain JSON values; what does not fit is as at the first start."""
    values = saved if isinstance(saved, dict) else {}
    fitting: dict[str, Any] = {name: value for name, value in values.items() if _allowed(name, value)}
    return Choices(**fitting)


def _allowed(choice: str, value: object) -> bool:
    if choice == "contrast":
        return isinstance(value, float) and CONTRASTS[0] <= value <= CONTRASTS[1]
    return value in _ALLOWED.get(choice, ())
