"""Translation: every text that a user sees is an English key, looked up in the chosen language's table."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter

from deepvis_app.i18n import Text
from deepvis_app.paths import resources

LANGUAGES = {"en": "English", "ko": "한국어"}

_table: dict[str, str] = {}
_spoken: dict[str, None] = {}  # keys of all that was said so far
_recent: dict[str, Spoken] = {}  # what was said last, by its words: two keys may look alike when filled
_KEPT = 4096  # sentences
_LEAST_LETTERS = 2  # of a sentence's own, by which one with fields is known again
_BETWEEN = ("\n", " · ")  # stand between parts that are said by themselves
_SHAPES = (
    re.compile(r"(.+)( \(.+\))"),  # a tooltip with its keys
    re.compile(r"(\W )(.+)"),  # a sign before the words of a button, or behind
    re.compile(r"(.+)( ▾)"),
    re.compile(r"(.+?)(: )(.*)"),
)


class Spoken(str):
    """A sentence that knows what was said, so that it can be said anew in another language."""

    __slots__ = ("args", "key")

    key: str
    args: Mapping[str, object]

    def __new__(cls, words: str, key: str, args: Mapping[str, object]) -> Spoken:
        made = super().__new__(cls, words)
        made.key, made.args = key, args
        return made


def languages() -> Iterable[str]:
    """Codes of the languages that have a table, English first."""
    return [code for code in LANGUAGES if code == "en" or _file(code).is_file()]


def use_language(language: str) -> Interpreter:
    """Texts made from now on are in `language` ("en", "ko", or a locale name such as "ko_KR").

    A language without a table in resources/i18n speaks English. The interpreter knows the texts made until
    now.
    """
    before = dict(_table)
    file = _file(language)
    _table.clear()
    if file.is_file():
        _table.update(_read(file))
    return Interpreter(before)


def letters() -> str:
    """Some of the language in use, which may be taller than Latin ones; "" of English."""
    return next(iter(_table.values()), "")


def _read(file: Path) -> dict[str, str]:
    """What Qt Linguist's table has translated."""
    messages = ET.parse(file).getroot().iter("message")
    pairs = ((one.findtext("source", ""), one.findtext("translation", "")) for one in messages)
    return {key: words for key, words in pairs if words}


def tr(key: str | Text, /, **args: object) -> str:
    """The sentence in the chosen language, `{name}` in it filled from `args` (a Text's own come first).

    It is Spoken: kept in an attribute of a widget that paints it, it follows a change of language.
    """
    if isinstance(key, Text):
        return _fill(key.key, {**key.args, **args})
    return _fill(key, args)


def named(name: str) -> str:
    """A name in the language in use where it is one of ours, as a sample's; any other as it is."""
    return tr(name) if name in _table else name


class Interpreter:
    """Says in the language of now what was said in the one before."""

    def __init__(self, before: Mapping[str, str]) -> None:
        known = [(before.get(key, key), key) for key in _spoken]
        self._plain = {_fill_plain(words): key for words, key in known if not _fields(words)}
        filled = [
            (words, key) for words, key in known if _fields(words) and _own_letters(words) >= _LEAST_LETTERS
        ]
        filled.sort(key=lambda pair: -_own_letters(pair[0]))  # what says most of itself fits best
        self._filled = [(_pattern(words), key) for words, key in filled]

    def again(self, words: str) -> str:
        """`words` themselves where nobody said them: a name, a number, what the user wrote."""
        if isinstance(words, Spoken):
            return _fill(words.key, {name: self._argument(value) for name, value in words.args.items()})
        said = _recent.get(words)
        found = self._whole(words) if said is None else self.again(said)
        return words if found is None else found

    def _argument(self, value: object) -> object:
        return self.again(value) if isinstance(value, Spoken) else value

    def _whole(self, words: str) -> str | None:
        """None where neither it nor its parts are known."""
        if not any(letter.isalpha() for letter in words):
            return None
        key = self._plain.get(words)
        if key is not None:
            return tr(key)
        for between in _BETWEEN:
            if between in words:
                return between.join(self.again(part) for part in words.split(between))
        return self._with_fields(words) or self._in_parts(words)

    def _in_parts(self, words: str) -> str | None:
        """A tooltip with its keys, a button with its sign, a name with its value."""
        for shape in _SHAPES:
            if match := shape.fullmatch(words):
                told = [self.again(part) for part in match.groups()]
                if told != list(match.groups()):
                    return "".join(told)
        return None

    def _with_fields(self, words: str) -> str | None:
        for pattern, key in self._filled:
            if match := pattern.fullmatch(words):
                args = {name: self._known(value) for name, value in match.groupdict().items()}
                return _fill_captured(_table.get(key, key), args)
        return None

    def _known(self, words: str) -> str:
        key = self._plain.get(words)
        return words if key is None else tr(key)


def _file(language: str) -> Path:
    return resources() / "i18n" / f"{language.split('_')[0]}.ts"


def _fill(key: str, args: Mapping[str, object]) -> Spoken:
    _spoken[key] = None
    spoken = {name: tr(value) if isinstance(value, Text) else value for name, value in args.items()}
    said = Spoken(_table.get(key, key).format(**spoken), key, spoken)
    _recent.pop(said, None)
    _recent[said] = said
    if len(_recent) > _KEPT:
        del _recent[next(iter(_recent))]
    return said


def _fill_plain(words: str) -> str:
    return words.format()


def _fields(words: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(words) if name is not None]


def _own_letters(words: str) -> int:
    return sum(letter.isalpha() for own, *_ in Formatter().parse(words) for letter in own)


def _pattern(words: str) -> re.Pattern[str]:
    """What `words` look like filled."""
    made, seen = "", set[str]()
    for own, name, _, _ in Formatter().parse(words):
        made += re.escape(own)
        if name is not None:
            made += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    return re.compile(made, re.DOTALL)


def _fill_captured(words: str, args: Mapping[str, str]) -> str:
    """What is put in has its form (digits, signs) already."""
    return "".join(
        own + (args.get(name, "") if name is not None else "") for own, name, _, _ in Formatter().parse(words)
    )
