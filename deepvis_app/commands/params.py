"""`--set name=value` into the parameters of methods, checked against what their fields say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import Field, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from deepvis_app.errors import OutOfRangeError, UnknownNameError, UsageError
from deepvis_app.methods import Method

AUTOMATIC = "auto"
"""The word for None, where a method then chooses by itself."""

_TRUTH = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}


def parameters(methods: Sequence[Method], settings: Mapping[str, str]) -> dict[str, object]:
    """Method name -> its params with `settings`; each setting goes to all methods that have it.

    Raises UnknownNameError for a name that no method has, OutOfRangeError and UsageError for a value.
    """
    known = {field.name for method in methods for field in fields(method.params)}
    for name in settings:
        if name not in known:
            raise UnknownNameError(
                "No parameter {name} here. {which}.",
                name=name,
                which=f"There are: {', '.join(sorted(known))}" if known else "These methods have none",
            )
    return {method.name: _filled(method.params, settings) for method in methods}


def _filled(kind: type, settings: Mapping[str, str]) -> object:
    hints = get_type_hints(kind)
    given = {
        field.name: _value(field, hints[field.name], settings[field.name])
        for field in fields(kind)
        if field.name in settings
    }
    return kind(**given)


def _value(field: Field[Any], hint: Any, word: str) -> object:
    if type(None) in get_args(hint):
        if word.lower() == AUTOMATIC:
            return None
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    value = _read(field.name, hint, word)
    choices = get_args(hint) if get_origin(hint) is Literal else field.metadata.get("choices")
    if choices and value not in choices:
        raise UnknownNameError(
            "{name} cannot be {value}. There are: {choices}.",
            name=field.name,
            value=word,
            choices=", ".join(map(str, choices)),
        )
    low, high = field.metadata.get("range", (None, None))
    # "not within" rather than "below or above", so that what is not a number is refused too
    if low is not None and not low <= value <= high:
        raise OutOfRangeError(
            "{name} goes from {low:g} to {high:g}{unit}, not {value}.",
            name=field.name,
            low=low,
            high=high,
            unit=f" {field.metadata['unit']}" if "unit" in field.metadata else "",
            value=word,
        )
    return value


def _read(name: str, hint: Any, word: str) -> Any:
    try:
        if hint is bool:
            return _TRUTH[word.lower()]
        return hint(word) if hint in (int, float) else word
    except (ValueError, KeyError):
        what = {bool: "true or false", int: "a whole number", float: "a number"}[hint]
        raise UsageError("{name} is {what}, not {value}.", name=name, what=what, value=word) from None
