"""The marker for texts that users see: an English key and its arguments, translated in `ui`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A sentence to translate; `str()` gives it in English."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.key.format(**self.args)


def marked(key: str, /) -> str:
    """Mark a literal of a table for translation; it is looked up where it is shown."""
    return key


def text(key: str, /, **args: object) -> Text:
    """Mark `key` for translation; `{name}` in it is filled from `args`."""
    return Text(key, args)
