"""The guide's commands do what they say: each is run here, or a reason is given why it is not."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtWidgets import QApplication

from deepvis_app import cli
from deepvis_app.commands import parsers
from deepvis_app.paths import resources
from deepvis_app.session.origins import Origin
from deepvis_app.ui import state_files
from deepvis_app.ui.states import State
from tests.guide import COMMANDS, blocks, is_usage, lines, words_of

NOT_RUN = {
    r"packaging/dev\.py": "makes an environment, or runs all tests",
    r"pip install|apt install": "installs",
    r"models download|torchvision:|timm:|judge=vgg19": "downloads weights",
    r"^export |^cp ": "is the shell's",
    r"^ray start|--engine ray": "needs a cluster",
    r"^deepvis train": "trains for long: tests/commands runs it on little",
    r"^deepvis bench": "measures for minutes: tests/bench",
    r"--method multifaceted": "needs photographs of teapots: tests/methods",
    r"NAME|SPEC|FILE|more/": "speaks of what the reader has made",
    r"^deepvis --safe": "shows no picture: tests/app/test_safe_start.py",
    r"^deepvis$": "opens the welcome: tests/app/test_keyboard.py",
}
"""What a line has in it that is not run, and why."""
PHOTOS = ("photo.jpg", "elephant.jpg", "bricks.jpg", "any.jpg", "guide.jpg", "painting.jpg", "another.jpg")
LESS = {
    "maximise": ("steps=2", "size=48"),
    "dream": ("steps=2", "size=48", "frames=2"),
    "invert": ("steps=2",),
    "adversarial": ("steps=2",),
    "neural_style": ("steps=2", "size=48"),
    "texture_gram": ("steps=2", "size=48"),
    "texture_neighbours": ("size=48",),
}
"""How methods that take long have less to do here."""


def why_not(line: str) -> str | None:
    return next((why for part, why in NOT_RUN.items() if re.search(part, line)), None)


RUN = [line for line in COMMANDS if why_not(line) is None]


def test_every_line_for_a_terminal_is_run_or_has_a_reason() -> None:
    others = [line for line in lines() if line.strip() and not line.startswith("deepvis")]
    assert [line for line in others if why_not(line) is None and not is_usage(line)] == []
    assert len(RUN) >= 15


@pytest.mark.parametrize("part", NOT_RUN)
def test_every_reason_is_needed(part: str) -> None:
    assert any(re.search(part, line) for line in [*COMMANDS, *lines()])


@pytest.fixture
def at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture_folder: Path, sample_picture: Path
) -> Iterator[Path]:
    """A folder with all the files that the guide speaks of."""
    folder = tmp_path / "here"
    shutil.copytree(picture_folder, folder / "photos")
    for name in PHOTOS:
        shutil.copy(sample_picture, folder / name)
    shutil.copy(resources() / "models" / "embedded.safetensors", folder / "last.safetensors")
    state_files.write(folder / "mine.deepvis", State(source=Origin("path", (folder / "photo.jpg",))))
    monkeypatch.chdir(folder)
    threads = torch.get_num_threads()
    yield folder
    torch.set_num_threads(threads)


def shortened(words: list[str]) -> list[str]:
    """The same, with less to do."""
    methods = words[words.index("--method") + 1].split(",") if "--method" in words else []
    less = dict.fromkeys(setting for name in methods for setting in LESS.get(name, ()))
    return [*words, *(word for setting in less for word in ("--set", setting))]


def opens_a_window(words: list[str]) -> bool:
    return (not words or words[0] not in parsers.COMMANDS) and "--info" not in words


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("line", RUN)
def test_a_command_does_what_it_says(
    line: str, at_home: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    words = words_of(line)
    if "net.pt2" in words:
        export(at_home / "net.pt2")
    before = set(at_home.rglob("*"))
    if opens_a_window(words):
        words = [*words, "--screenshot", "window.png", "--after", "0.2", "--threads", "1"]
    assert cli.main(shortened(words)) == 0, capsys.readouterr().err
    if "--info" not in words:
        assert set(at_home.rglob("*")) - before


def export(path: Path) -> None:
    """A network of three classes, as torch.export writes it."""
    module = torch.nn.Sequential(
        torch.nn.Conv2d(3, 4, 3), torch.nn.ReLU(), torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten()
    )
    torch.export.save(torch.export.export(module.eval(), (torch.randn(1, 3, 32, 32),)), path)


def test_the_lines_for_python_are_run(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second block; the first shows a window: tests/app/test_showing.py."""
    shows, asks = blocks("python")
    assert "deepvis_app.show(model" in shows
    exec(compile(asks.replace("torchvision:resnet18", "embedded"), "README.md", "exec"), {})
    assert capsys.readouterr().out.strip() == "espresso"
