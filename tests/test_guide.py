"""The guide's commands: every line of README.md is understood by the real parsers, and the light ones run."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from deepvis_app import cli
from deepvis_app.commands import parsers
from deepvis_app.commands.parsers import Parser
from deepvis_app.methods import METHODS
from deepvis_app.session.choices import read_choices
from deepvis_app.ui import links
from deepvis_app.ui.panels import PANELS

README = (Path(__file__).resolve().parent.parent / "README.md").read_text("utf-8")
PHOTOS = ("photo.jpg", "elephant.jpg", "bricks.jpg", "any.jpg", "guide.jpg", "painting.jpg", "another.jpg")
LIGHT = {"gradient", "saliency", "guided_backprop", "deconvnet", "grad_cam", "occlusion", "scouter"}
"""Methods that take a second or two."""
STARTER = "python3 packaging/dev.py run"


def blocks() -> Iterator[str]:
    """What stands between fences."""
    yield from re.findall(r"^```[a-z]*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def spoken() -> list[str]:
    """Every command for DeepVis, in blocks and within sentences, its continued lines joined."""
    lines = [line for block in blocks() for line in re.sub(r"\n {2,}", " ", block).splitlines()]
    lines += re.findall(r"`(deepvis [^`\n]+)`", README)
    lines = [line.replace(STARTER, "deepvis", 1) for line in lines]
    return [line for line in lines if re.match(r"deepvis( |$)", line)]


def is_usage(line: str) -> bool:
    """Rather than a command: it says what may stand where."""
    return "[" in line or "..." in line


COMMANDS = [line for line in spoken() if not is_usage(line)]
USAGES = [line for line in spoken() if is_usage(line)]


def parser_of(words: list[str]) -> tuple[Parser, list[str]]:
    if words and words[0] in parsers.COMMANDS:
        return getattr(parsers, words[0])(), words[1:]
    return parsers.window(), words


def words_of(line: str) -> list[str]:
    return shlex.split(line, comments=True)[1:]


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


def is_light(line: str) -> bool:
    words = words_of(line)
    if "--model" in words or not words:
        return False
    if words[0] == "render":
        methods = words[words.index("--method") + 1].split(",")
        return "--set" not in words and set(methods) - {"scouter_negative"} <= LIGHT
    return words[0] == "--info" or (words[0] == "index" and "--engine" not in words)


@pytest.fixture
def at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture_folder: Path, sample_picture: Path
) -> Path:
    """A folder with all the files that the guide speaks of."""
    folder = tmp_path / "here"
    shutil.copytree(picture_folder, folder / "photos")
    for name in PHOTOS:
        shutil.copy(sample_picture, folder / name)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("line", [line for line in COMMANDS if is_light(line)])
def test_a_light_command_does_what_it_says(
    line: str, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(at_home.rglob("*"))
    threads = torch.get_num_threads()
    try:
        assert cli.main(words_of(line)) == 0, capsys.readouterr().err
    finally:
        torch.set_num_threads(threads)
    if "--out" in words_of(line):
        assert set(at_home.rglob("*")) - before
