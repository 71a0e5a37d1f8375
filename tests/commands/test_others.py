"""`deepvis render` with other pictures: out of folders and indexes; and the films that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from PIL import Image

from deepvis_app import cli
from deepvis_app.commands.others import others_of
from deepvis_app.nets.network import Network
from deepvis_app.pictures.saving import read_about


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def render(picture: Path, out: Path, *options: str) -> int:
    return cli.main(["render", str(picture), "--out", str(out), "--threads", "1", *options])


def test_a_folder_gives_all_its_pictures(sample_picture: Path, picture_folder: Path, out: Path) -> None:
    brief = ["--set", "facets=1", "--set", "steps=1"]
    asked = ["--method", "multifaceted", "--target", "goldfish", "--with", str(picture_folder), *brief]
    assert render(sample_picture, out, *asked) == 0
    about = read_about(out / "coffee.multifaceted.png")
    assert about is not None
    assert about["with"] == ["a.jpg", "b.png", "c.png"]
    assert about["facts"]["groups"] == "3"


def test_an_index_gives_the_best_of_a_class(
    sample_picture: Path, picture_folder: Path, tmp_path: Path, out: Path
) -> None:
    asked = ["--layers", "conv1", "--out", str(tmp_path / "index")]
    assert cli.main(["index", str(picture_folder), *asked]) == 0
    network = Network.load("embedded")
    with torch.no_grad():
        seen = network.preprocess(Image.open(picture_folder / "a.jpg"))
        label = network.labels[int(network.module(seen).argmax())]
    brief = ["--set", "facets=1", "--set", "steps=1", "--index", str(tmp_path / "index")]
    assert render(sample_picture, out, "--method", "multifaceted", "--target", label, *brief) == 0
    about = read_about(out / "coffee.multifaceted.png")
    assert about is not None
    assert "a.jpg" in about["with"][:2], "the surest first, of which another is the same photograph"
    assert render(sample_picture, out, "--method", "multifaceted", "--index", str(tmp_path / "no index")) == 1


def test_frames_become_a_film(sample_picture: Path, out: Path) -> None:
    brief = ["--set", "steps=1", "--set", "octaves=1", "--set", "size=48", "--set", "frames=3"]
    assert render(sample_picture, out, "--method", "dream", "--layer", "conv1", *brief) == 0
    film = (out / "coffee.dream.avi").read_bytes()
    assert film.count(b"\xff\xd8\xff\xe0") == 3, "three JPEGs"
    about = read_about(out / "coffee.dream.png")
    assert about is not None
    assert about["facts"]["frame"] == 3


def test_pictures_of_one_name_are_all_kept(picture_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "more"
    other.mkdir()
    Image.new("RGB", (9, 7), "red").save(other / "b.png")
    found = others_of([picture_folder, other / "b.png"])
    assert len(found) == 4
    assert [pixels.shape[1] for pixels in found.values()] == [60, 60, 60, 9]
