"""Translation: every text that a user sees is an English key, looked up in the chosen language's table."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

from deepvis_app.i18n import Text
from deepvis_app.paths import resources

_table: dict[str, str] = {}


def use_language(language: str) -> None:
    """Texts made from now on are in `language` ("en", "ko", or a locale name such as "ko_KR").

    A language without a table in resources/i18n speaks English.
    """
    file = resources() / "i18n" / f"{language.split('_')[0]}.ts"
    _table.clear()
    if file.is_file():
        _table.update(_read(file))


def _read(file: Path) -> dict[str, str]:
    """What Qt Linguist's table has translated."""
    messages = ET.parse(file).getroot().iter("message")
    pairs = ((one.findtext("source", ""), one.findtext("translation", "")) for one in messages)
    return {key: words for key, words in pairs if words}


def tr(key: str | Text, /, **args: object) -> str:
    """The sentence in the chosen language, `{name}` in it filled from `args` (a Text's own come first)."""
    if isinstance(key, Text):
        return _fill(key.key, {**key.args, **args})
    return _fill(key, args)


def _fill(key: str, args: Mapping[str, object]) -> str:
    spoken = {name: tr(value) if isinstance(value, Text) else value for name, value in args.items()}
    return _table.get(key, key).format(**spoken)
