"""`deepvis train style`: a file of styles that opens, can be added to, and clear refusals."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app import cli
from deepvis_app.nets import style_file
from deepvis_app.training.checkpoint import NAME

FEW = ("--steps", "2", "--batch", "2", "--threads", "1")


@pytest.fixture(autouse=True)
def same_threads() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Photographs in a folder, one of them deeper and one broken; two paintings beside it."""
    random = np.random.default_rng(0)
    folder = tmp_path / "photos"
    (folder / "deeper").mkdir(parents=True)
    for path in (
        folder / "a.png",
        folder / "deeper" / "b.png",
        tmp_path / "Red Sea.png",
        tmp_path / "two.png",
    ):
        Image.fromarray(random.integers(0, 256, (40, 48, 3), np.uint8)).save(path)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff cut off")
    return tmp_path


def train(pictures: Path, *more: str, style: tuple[str, ...] = ("Red Sea.png",), out: str = "out") -> int:
    usual = ["--style", *(str(pictures / name) for name in style), "--out", str(pictures / out)]
    return cli.main(["train", "style", *usual, *FEW, *more])


def test_a_file_of_styles_that_can_be_added_to(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = ["--content", str(pictures / "photos")]
    assert train(pictures, *content, "--progress-json", "--titles", "The Red Sea") == 0
    said = capsys.readouterr()
    events = [json.loads(line) for line in said.out.splitlines()]
    (begins,) = (event for event in events if event["event"] == "begins")
    assert (begins["pictures"], begins["styles"], begins["steps"]) == (2, ["red_sea"], 2)
    assert [event["count"] for event in events if event["event"] == "broken"] == [1]
    path = pictures / "out" / "style.safetensors"
    assert events[-1]["file"] == str(path)
    first = style_file.load(path)
    assert [(style.name, style.title) for style in first.styles] == [("red_sea", "The Red Sea")]
    assert first.styles[0].thumbnail.shape == (128, 128, 3)
    card = path.with_suffix(".md").read_text("utf-8")
    for words in (
        "2 photographs from photos",
        "--style 'Red Sea.png' --titles 'The Red Sea' --content photos",
    ):
        assert words in card
    assert str(pictures) not in card

    archive = pictures / "photos.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(pictures / "photos" / "a.png", "a.png")
    more = ["--base", str(path), "--content", str(archive)]
    assert train(pictures, *more, style=("two.png", "Red Sea.png"), out="more/both.safetensors") == 0
    both = style_file.load(pictures / "more" / "both.safetensors")
    assert both.names == ("red_sea", "two", "red_sea_2")
    assert [style.title for style in both.styles] == ["The Red Sea", "Two", "Red sea"]
    frame = torch.rand(1, 3, 20, 24)
    painted = [each.network.painter(each.mix({"red_sea": 1}))(frame) for each in (first, both)]
    assert torch.equal(*painted)
    assert "Two, Red sea: 2 steps" in both.card["added"]


def test_the_same_command_goes_on(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = ["--content", str(pictures / "photos")]
    assert train(pictures, *content) == 0
    assert train(pictures, *content, "--steps", "3") == 0
    assert "going on from step 2" in capsys.readouterr().out
    assert train(pictures, *content, "--seed", "1") == 1
    assert "another run (seed differ)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("style", "more", "code", "words"),
    [
        ("two.png", ["--content", "empty"], 1, "no photographs that can be read in"),
        ("two.png", ["--content", "nowhere"], 1, "There is no"),
        ("photos/broken.jpg", ["--content", "photos"], 1, "broken.jpg"),
        ("grey.png", ["--content", "photos"], 1, "grey.png is of one colour"),
        ("tiny.png", ["--content", "photos"], 1, "tiny.png is too small for a style"),
        ("two.png", ["--content", "photos", "--base", "two.safetensors"], 1, "holds no styles"),
        (
            *("two.png", ["--content", "photos", "--base", "older.safetensors"], 1),
            "older.safetensors holds styles of another version",
        ),
        ("two.png", ["--content", "photos", "--titles", "A", "B"], 2, "1 styles but 2 titles"),
        ("two.png", [], 2, "The recipe style needs --content"),
        ("two.png", ["--content", "photos", "--data", "x"], 2, "--data is not for the recipe style"),
    ],
)
def test_what_cannot_be_used_is_told(
    pictures: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    style: str,
    more: list[str],
    code: int,
    words: str,
) -> None:
    from safetensors.torch import save_file

    monkeypatch.chdir(pictures)
    (pictures / "empty").mkdir()
    Image.new("RGB", (40, 40), (120, 120, 120)).save("grey.png")
    Image.new("RGB", (8, 8), (120, 0, 120)).save("tiny.png")
    save_file({"weight": torch.zeros(3)}, "two.safetensors")
    shape = {"names": ["one"], "titles": ["One"], "width": 8, "dilations": [1, 2]}
    save_file({"weight": torch.zeros(3)}, "older.safetensors", {"style": json.dumps(shape)})
    assert train(pictures, *more, style=(style,)) == code
    error = capsys.readouterr().err
    assert words in error
    assert "Traceback" not in error


def test_a_file_in_the_way_of_the_folder_is_told(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pictures / "out").write_text("in the way")
    assert train(pictures, "--content", str(pictures / "photos")) == 1
    assert "cannot be made" in capsys.readouterr().err
    assert not (pictures / NAME).exists()
