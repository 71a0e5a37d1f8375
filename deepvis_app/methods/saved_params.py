"""Parameters of methods as they come back from settings: taken where each value still makes sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints


def recalled(kind: type, values: object) -> Any | None:
    """`kind(**values)` of plain JSON values; None where one is unknown, of another type, or out of range."""
    known = {field.name: field for field in fields(kind)}
    if not isinstance(values, Mapping) or not known.keys() >= values.keys():
        return None
    hints = get_type_hints(kind)
    if all(_fits(known[name], hints[name], value) for name, value in values.items()):
        return kind(**values)
    return None


def _fits(field: Field[Any], hint: Any, value: object) -> bool:
    if value is None:
        return type(None) in get_args(hint)
    (kind,) = [each for each in get_args(hint) if each is not type(None)][:1] or [hint]
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    whole = isinstance(value, int) and not isinstance(value, bool)
    if kind is float:
        right = whole or isinstance(value, float)
    else:
        right = whole if kind is int else isinstance(value, kind)
    low, high = field.metadata.get("range", (None, None))
    choices = field.metadata.get("choices")
    return right and (low is None or low <= value <= high) and (choices is None or value in choices)
