"""A saved picture knows what made it, and is there whole or not at all."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
from PIL import Image

from deepvis_app import __version__
from deepvis_app.errors import PictureError, RunError
from deepvis_app.pictures.decode import decode
from deepvis_app.pictures.saving import fit, read_about, resize, save_npy, save_png

PIXELS = np.random.default_rng(0).integers(0, 256, (5, 7, 3), dtype=np.uint8)
ABOUT = {
    "network": "torchvision:resnet18",
    "layer": "layer1.0",
    "unit": 3,
    "method": "gradient",
    "params": {"p": 98.0},
}


def test_what_made_a_picture_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "고양이 cat.png"
    save_png(path, PIXELS, ABOUT)
    assert np.array_equal(decode(path), PIXELS)
    assert read_about(path) == {**ABOUT, "version": __version__}
    with Image.open(path) as image:
        assert set(image.text) == {"deepvis"}  # type: ignore[attr-defined]


def test_names_in_any_script_survive(tmp_path: Path) -> None:
    save_png(tmp_path / "a.png", PIXELS, {"class": "고양이 — “cat”", "source": Path("x/y")})
    about = read_about(tmp_path / "a.png")
    assert about is not None
    assert about["class"] == "고양이 — “cat”"
    assert Path(about["source"]) == Path("x/y")


def test_grey_pictures_are_saved_as_such(tmp_path: Path) -> None:
    save_png(tmp_path / "grey.png", PIXELS[..., 0])
    with Image.open(tmp_path / "grey.png") as image:
        assert image.mode == "L"
        assert np.array_equal(np.asarray(image), PIXELS[..., 0])


def test_other_pictures_were_made_by_nothing_we_know(tmp_path: Path) -> None:
    Image.fromarray(PIXELS).save(tmp_path / "other.png")
    assert read_about(tmp_path / "other.png") is None
    (tmp_path / "text.png").write_text("text")
    with pytest.raises(PictureError):
        read_about(tmp_path / "text.png")


def test_arrays_keep_every_bit(tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(size=(3, 4, 5)).astype(np.float32)
    save_npy(tmp_path / "a.npy", values)
    assert np.array_equal(np.load(tmp_path / "a.npy"), values)


def test_saving_again_replaces(tmp_path: Path) -> None:
    save_png(tmp_path / "a.png", PIXELS)
    save_png(tmp_path / "a.png", 255 - PIXELS)
    assert np.array_equal(decode(tmp_path / "a.png"), 255 - PIXELS)
    assert [path.name for path in tmp_path.glob("*.p*")] == ["a.png"]


def test_a_place_that_cannot_be_written_has_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "none" / "a.png", tmp_path / "file" / "a.png"):
        with pytest.raises(RunError, match=r"could not be written: .+ Choose another folder"):
            save_png(path, PIXELS)
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(RunError, match="could not be written"):
        save_png(tmp_path / "folder.png", PIXELS)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file_and_no_scraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_png(tmp_path / "a.png", PIXELS)
    before = (tmp_path / "a.png").read_bytes()

    def full(path: Path, _mode: str) -> BinaryIO:
        path.touch()
        return FileIO("/dev/full", "w")  # type: ignore[return-value]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(RunError, match=os.strerror(28)):
        save_npy(tmp_path / "a.png", np.zeros((100, 100)))
    monkeypatch.undo()
    assert (tmp_path / "a.png").read_bytes() == before
    assert [path.name for path in tmp_path.glob(".deepvis*")] == []


@pytest.mark.parametrize(
    ("size", "frame", "expected"),
    [((400, 300), (200, 200), (200, 150)), ((10, 20), (100, 100), (50, 100)), ((1000, 1), (10, 10), (10, 1))],
)
def test_fitting_keeps_the_aspect(
    size: tuple[int, int], frame: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert fit(*size, *frame) == expected


def test_resizing_averages_downwards_and_repeats_upwards_on_request() -> None:
    board = (np.indices((8, 8)).sum(axis=0) % 2 * 255).astype(np.uint8)
    assert np.abs(resize(board, 4, 4) - 127.5).max() <= 1
    assert np.array_equal(resize(board, 16, 16, honest=True), board.repeat(2, axis=0).repeat(2, axis=1))
    assert set(np.unique(resize(board, 16, 16))) - {0, 255}
    assert resize(PIXELS, 20, 10).shape == (10, 20, 3)
