"""`deepvis index` through its command."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
import torch

from deepvis_app import cli
from deepvis_app.commands import index as command
from deepvis_app.index.passing import Progress
from deepvis_app.index.reading import Index
from deepvis_app.nets.network import Network
from tests.index.passes import picture_tree


@pytest.fixture(autouse=True)
def same_threads() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return picture_tree(tmp_path / "pictures", (5, 4))


def test_it_makes_an_index_and_tells_of_it(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "ant/broken.png").write_text("no picture")
    arguments = ["index", str(root), "--out", str(tmp_path / "index")]
    assert cli.main([*arguments, "--layers", "all", "--top", "2", "--lowest", "--threads", "1"]) == 0
    told = capsys.readouterr()
    assert "holds 9 pictures: 9 looked at, 0 kept from before." in told.out
    assert "1 of the pictures cannot be read and are skipped: ant/broken.png" in told.err
    index = Index.open(tmp_path / "index")
    network = Network.load("embedded")
    assert [layer.name for layer in index.layers] == [
        layer.name for layer in network.layers if layer.drawable and layer.main
    ]
    assert len(index.top(index.layers[0].name, 0, lowest=True)) == 2
    index.close()
    (root / "ant/00.png").unlink()
    assert cli.main(arguments) == 0
    assert "holds 8 pictures: 0 looked at, 8 kept from before, 1 gone." in capsys.readouterr().out


def test_bad_use_and_bad_input_have_their_exit_codes(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["index", str(root)]) == 2
    assert cli.main(["index", str(root), "--out", str(tmp_path / "i"), "--layers", "conv9"]) == 2
    assert cli.main(["index", str(root), "--out", str(tmp_path / "i"), "--top", "0"]) == 2
    assert cli.main(["index", str(tmp_path / "nothing"), "--out", str(tmp_path / "i")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("deepvis: ") for line in lines)


def test_stopped_it_says_how_to_go_on(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_ctrl_c(telling: command.Telling, progress: Progress) -> None:
        if progress.phase == "looking":
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(command.Telling, "progress", press_ctrl_c)
    assert cli.main(["index", str(root), "--out", str(tmp_path / "index")]) == 1
    assert "of 9 pictures; the same command goes on from there" in capsys.readouterr().err


def test_progress_is_one_short_line() -> None:
    assert command._line(Progress("finding")) == "Finding pictures…"
    told = command._line(Progress("looking", 1200, 5000, 3, 101.4, 37.5))
    assert told == "1200 of 5000 pictures · 3 cannot be read · 101 a second · 38 s left"
