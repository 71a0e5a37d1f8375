"""What an option's word may be; argparse prints the message of an ArgumentTypeError."""

from __future__ import annotations

import math
from argparse import ArgumentTypeError
from collections.abc import Callable
from typing import TypeVar

from deepvis_app.methods import Neuron

Number = TypeVar("Number", int, float)


def whole(word: str) -> int:
    return _number(word, int, 0, "a whole number of 0 or more")


def batch(word: str) -> int:
    return _number(word, int, 2, "a whole number of 2 or more")


def picture_side(word: str) -> int:
    return _number(word, int, 16, "a whole number of 16 or more")


def seconds(word: str) -> float:
    return _number(word, float, 0.0, "a number of 0 or more")


def positive(word: str) -> float:
    return _number(word, float, 1e-9, "a number above 0")


def share(word: str) -> float:
    number = _number(word, float, 0.0, "a number from 0 to 1")
    if number > 1:
        raise ArgumentTypeError(f"give a number from 0 to 1, not {word}")
    return number


def names(word: str) -> list[str]:
    found = [name.strip() for name in word.split(",") if name.strip()]
    if not found:
        raise ArgumentTypeError("give at least one name")
    return list(dict.fromkeys(found))


def neuron(word: str) -> Neuron:
    if word == "max":
        return "max"
    if word == "all":
        return "all"
    parts = word.split(",")
    if len(parts) == 2 and all(part.strip().isdecimal() for part in parts):
        return int(parts[0]), int(parts[1])
    raise ArgumentTypeError(f"give max, all or Y,X, not {word}")


def setting(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals or not name.strip():
        raise ArgumentTypeError(f"give name=value, not {word}")
    return name.strip(), value.strip()


def _number(word: str, kind: Callable[[str], Number], lowest: Number, what: str) -> Number:
    try:
        number = kind(word)
    except ValueError:
        number = None
    if number is None or not lowest <= number < math.inf:
        raise ArgumentTypeError(f"give {what}, not {word}")
    return number
