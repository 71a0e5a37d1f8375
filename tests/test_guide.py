"""The guide's commands: every line of README.md is understood by the real parsers; its pictures are there."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from deepvis_app.commands import parsers
from deepvis_app.commands.parsers import Parser
from deepvis_app.methods import METHODS
from deepvis_app.session.choices import read_choices
from deepvis_app.ui import links
from deepvis_app.ui.panels import PANELS
from tests.guide import COMMANDS, ROOT, USAGES, pictures, words_of

PICTURES = ROOT / "packaging" / "pictures"
WIDEST = 1440  # pixels


def parser_of(words: list[str]) -> tuple[Parser, list[str]]:
    if words and words[0] in parsers.COMMANDS:
        return getattr(parsers, words[0])(), words[1:]
    return parsers.window(), words


def test_the_guide_has_commands() -> None:
    assert len(COMMANDS) >= 15
    assert len(USAGES) >= 6


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_understood(line: str) -> None:
    parser, words = parser_of(words_of(line))
    if "--help" in words or "--version" in words:
        return
    if words_of(line) == words:
        options = parser.parse_args(words)  # raises UsageError for what it does not know
        read_choices(dict(options.set))
        assert options.panel is None or options.panel in PANELS
        if links.is_link(options.source or ""):
            links.parse(options.source)
        return
    options = parser.parse_intermixed_args(words)
    for method in getattr(options, "method", []):
        assert method in METHODS
        assert [name for name, _ in options.set if len(options.method) == 1] == [
            name for name, _ in options.set if name in METHODS[method].params.__dataclass_fields__
        ]


@pytest.mark.parametrize("line", USAGES)
def test_every_option_that_is_listed_exists(line: str) -> None:
    first = re.sub(r"[\[\]]", " ", line).split()[1:]
    parser, _ = parser_of(first)
    known = set(parser._option_string_actions)
    assert set(re.findall(r"--[a-z][a-z-]*", line)) <= known


def test_an_option_that_does_not_exist_is_found_out() -> None:
    """The checks above can fail."""
    parser, words = parser_of(words_of("deepvis render photo.jpg --method saliency --out a --shiny"))
    with pytest.raises(Exception, match="--shiny"):
        parser.parse_intermixed_args(words)


# ---- pictures ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", pictures())
def test_every_picture_is_there_and_small(place: str) -> None:
    path = ROOT / place
    if path.suffix == ".svg":
        assert path.read_text("utf-8").startswith("<")
        return
    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.width <= WIDEST
    assert path.stat().st_size <= 200_000


def test_every_picture_is_shown_once() -> None:
    shown = [place for place in pictures() if place.startswith("packaging/pictures/")]
    assert sorted(shown) == sorted(f"packaging/pictures/{path.name}" for path in PICTURES.iterdir())
