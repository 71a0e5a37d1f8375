"""`deepvis render --method style`: pictures and videos, many at once, and what cannot be painted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from deepvis_app import cli
from deepvis_app.nets import style_file
from deepvis_app.nets.painting import LivePainter
from tests.engine.test_styling import frames_of
from tests.sources.conftest import _avi, _jpeg

STYLES = style_file.load(style_file.default_file())
LEVELS = [(level, 80, 40) for level in range(40, 140, 10)]


def render(out: Path, *words: Path | str) -> int:
    return cli.main(["render", *map(str, words), "--method", "style", "--out", str(out), "--threads", "1"])


def video(path: Path, width: int = 64, height: int = 48) -> Path:
    path.write_bytes(_avi([_jpeg(level, (width, height)) for level in LEVELS], width, height))
    return path


def test_pictures_of_all_kinds_are_painted(picture_folder: Path, tmp_path: Path) -> None:
    Image.new("RGB", (30, 20), (9, 9, 9)).save(picture_folder / "d.png")
    pictures = sorted(picture_folder.iterdir())
    assert render(tmp_path, *pictures, "--set", f"mix={STYLES.names[1]}") == 0
    one = [float(name == STYLES.names[1]) for name in STYLES.names]
    for path in (picture_folder / "b.png", picture_folder / "d.png"):  # grey, and of one colour
        pixels = np.asarray(Image.open(path).convert("RGB"))
        painted = np.asarray(Image.open(tmp_path / f"{path.stem}.style.png"))
        assert (painted == LivePainter(STYLES.network, one).paint(pixels)).all()


def test_without_strength_it_is_the_picture(sample_picture: Path, tmp_path: Path) -> None:
    assert render(tmp_path, sample_picture, "--set", "strength=0") == 0
    painted = np.asarray(Image.open(tmp_path / "coffee.style.png"))
    assert (painted == np.asarray(Image.open(sample_picture))).all()


def test_a_video_beside_a_picture_becomes_a_film(
    qtbot: QtBot, picture_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert render(out, video(tmp_path / "tall.avi", 48, 80), picture_folder / "a.jpg") == 0
    rate, frames = frames_of(out / "tall.style.avi")
    assert (rate, len(frames)) == (25, len(LEVELS))
    assert {frame.shape for frame in frames} == {(80, 48, 3)}
    assert (out / "a.style.png").is_file()
    assert capsys.readouterr().out.split() == [str(out / "tall.style.avi"), str(out / "a.style.png")]


@pytest.mark.qt_log_ignore("Could not open media", extend=True)
def test_what_cannot_be_played_is_told_and_the_others_are_done(
    qtbot: QtBot, picture_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video at all" * 50)
    assert render(tmp_path / "out", broken, tmp_path / "gone.mp4", picture_folder / "a.jpg") == 1
    words = capsys.readouterr().err
    assert "broken.mp4" in words
    assert "There is no file" in words
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.style.png"]


@pytest.mark.parametrize("mix", ["none_such", "{0}=-1", "{0}=many", "{0}=0"])
def test_a_mixture_that_cannot_be_is_refused(sample_picture: Path, tmp_path: Path, mix: str) -> None:
    assert render(tmp_path, sample_picture, "--set", f"mix={mix.format(STYLES.names[0])}") == 2


def test_shares_are_weighed_and_a_name_alone_counts_once(sample_picture: Path, tmp_path: Path) -> None:
    first, second, *_ = STYLES.names
    for folder, mix in ((tmp_path / "a", f"{first}=2, {second}"), (tmp_path / "b", f"{first}=4,{second}=2")):
        assert render(folder, sample_picture, "--set", f"mix={mix}") == 0
    one, other = (np.asarray(Image.open(tmp_path / each / "coffee.style.png")) for each in "ab")
    assert (one == other).all()


def test_a_file_that_holds_no_styles_is_refused(sample_picture: Path, tmp_path: Path) -> None:
    assert render(tmp_path, sample_picture, "--set", f"file={tmp_path / 'gone.safetensors'}") == 1
