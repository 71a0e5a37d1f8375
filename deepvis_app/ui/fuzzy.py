"""Finding by a few letters: how well what was typed fits a title."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def score(typed: str, title: str) -> float | None:
    """How well the letters of `typed` occur, in order, in `title`; None: they do not. More is better.

    Letters that follow each other, that begin a word, and short titles count most; spaces separate
    words that may come in any order.
    """
    parts = [_score_word(word, title.casefold()) for word in typed.casefold().split()]
    scores = [part for part in parts if part is not None]
    return sum(scores) - len(title) / 100 if len(scores) == len(parts) else None


def best(typed: str, items: Iterable[T], title: Callable[[T], str]) -> list[T]:
    """The items that fit, best first; all of them, as they came, when nothing is typed."""
    scored = [(score(typed, title(item)), item) for item in items]
    fitting = [(value, item) for value, item in scored if value is not None]
    if typed.strip():
        fitting.sort(key=lambda pair: -pair[0])
    return [item for _, item in fitting]


def _score_word(word: str, title: str) -> float | None:
    whole = title.find(word)
    if whole >= 0:
        return 4 * len(word) + (4 if _begins(title, whole) else 0) + (4 if title == word else 0)
    total, place = 0.0, -1
    for letter in word:
        found = title.find(letter, place + 1)
        if found < 0:
            return None
        total += 2 if found == place + 1 or _begins(title, found) else 0.5
        place = found
    return total


def _begins(title: str, place: int) -> bool:
    return place == 0 or not title[place - 1].isalnum()
