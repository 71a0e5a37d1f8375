"""Tooltips that teach are several sentences long; Qt would show them as one line across the screen."""

from __future__ import annotations

from unicodedata import east_asian_width

from deepvis_app.i18n import Text
from deepvis_app.ui.texts import tr

_WIDEST = 76  # letters of a line; a Hangul syllable counts as two
_BREAK = "\u2028"  # of a line, no matter which: a line feed is the text's own


def tooltip(key: str | Text, /, **args: object) -> str:
    """A tooltip in the language in use."""
    return wrapped(tr(key, **args))


def wrapped(words: str) -> str:
    """In lines short enough to read."""
    return "\n".join(_BREAK.join(_lines(line)) for line in words.split("\n"))


def whole(words: str) -> str:
    """As it was before it was wrapped."""
    return words.replace(_BREAK, " ")


def _lines(line: str) -> list[str]:
    made: list[str] = []
    for word in line.split(" "):
        if made and _width(made[-1]) + 1 + _width(word) <= _WIDEST:
            made[-1] += f" {word}"
        else:
            made.append(word)
    return made


def _width(words: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
