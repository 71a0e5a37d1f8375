"""`deepvis train scouter`: a file that explains the network that it was trained on, and clear refusals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app import cli
from deepvis_app.commands.train_scouter import NAME
from deepvis_app.nets import scouter
from deepvis_app.pictures.saving import read_about


@pytest.fixture(autouse=True)
def same_threads() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def own_pictures(tmp_path: Path) -> Path:
    """Two classes that the embedded network knows, and one that it does not."""
    random = np.random.default_rng(0)
    for name, colour in (("goldfish", (220, 120, 30)), ("koala", (120, 120, 120)), ("zeppelin", (0, 0, 0))):
        folder = tmp_path / "own" / name
        folder.mkdir(parents=True)
        for number in range(8):
            pixels = np.clip(random.normal(0, 40, (24, 24, 3)) + colour, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / f"{number}.png")
    return tmp_path / "own"


def train(own_pictures: Path, *more: str) -> int:
    folder = own_pictures.parent / "out"
    usual = ["--data", str(own_pictures), "--out", str(folder), "--threads", "1", "--epochs", "1"]
    return cli.main(["train", "scouter", *usual, *more])


def said(capsys: pytest.CaptureFixture[str]) -> str:
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_a_file_that_explains_the_embedded_network(
    own_pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(own_pictures, "--batch", "4", "--progress-json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (begins,) = (event for event in events if event["event"] == "begins")
    assert begins["classes"] == ["goldfish", "koala"], "those that the network knows"
    assert {"plain", "positive", "negative"} <= events[-1].keys()
    path = tmp_path / "out" / NAME
    assert events[-1]["file"] == str(path)
    found = scouter.load(path)
    assert found.labels == ("goldfish", "koala")
    card = path.with_suffix(".md").read_text("utf-8")
    for words in (
        "ImageNet's terms",
        found.body.fingerprint[:16],
        "--data own --epochs 1 --batch 4",
        "held out",
    ):
        assert words in card

    picture = str(own_pictures / "goldfish" / "0.png")
    look = ["render", picture, "--method", "scouter,scouter_negative", "--set", f"file={path}"]
    assert cli.main([*look, "--target", "koala", "--out", str(tmp_path / "seen")]) == 0
    about = read_about(tmp_path / "seen" / "0.scouter_negative.png")
    assert about is not None
    assert (about["label"], about["facts"]["classes"]) == ("koala", 2)
    assert cli.main([*look, "--target", "zebra finch", "--out", str(tmp_path / "seen")]) == 2
    assert cli.main([*look, "--target", "lion", "--out", str(tmp_path / "seen")]) == 2
    assert "The scouter does not know the class lion. It knows 2: goldfish, koala." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("classes", "code", "words"),
    [
        ("goldfish\nkoala\nlion", 1, "no pictures of the class lion"),
        ("goldfish\nzeppelin", 2, "zeppelin"),
        ("", 1, "holds no labels"),
        ("goldfish", 1, "too few pictures to learn from: 7, of 1 classes"),
    ],
)
def test_classes_that_cannot_be_learnt_are_told(
    own_pictures: Path, capsys: pytest.CaptureFixture[str], classes: str, code: int, words: str
) -> None:
    file = own_pictures.parent / "classes.txt"
    file.write_text(classes)
    assert train(own_pictures, "--classes", str(file)) == code
    assert words in said(capsys)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["scouter", "--minutes", "3"], "--minutes is not for the recipe scouter"),
        (["classifier", "--model", "embedded"], "--model is not for the recipe classifier"),
        (["classifier", "--classes", "x"], "--classes is not for the recipe classifier"),
    ],
)
def test_options_of_another_recipe_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert cli.main(["train", *arguments, "--data", "x", "--out", str(tmp_path / "out")]) == 2
    assert words in said(capsys)
