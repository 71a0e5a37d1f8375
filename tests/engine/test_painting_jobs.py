"""Long work with paintings: whole videos, and new styles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deepvis_app.engine import filming, learning
from deepvis_app.engine.messages import (
    CancelJob,
    Failure,
    Filmed,
    JobEnded,
    JobProgress,
    Learnt,
    OpenStyles,
    Painting,
    Pixels,
    StartJob,
    StillFrame,
    StylesReady,
)
from deepvis_app.i18n import Text, text
from deepvis_app.nets import style_file
from deepvis_app.nets.painting import LivePainter
from deepvis_app.pictures import film
from deepvis_app.training import style_learning
from tests.engine.conftest import Loop
from tests.engine.test_styling import NAMES, STYLES, as_jpeg, frames_of


class Ready:
    """A reel whose frames are there already; `about` comes at its end."""

    def __init__(self, frames: Sequence[Pixels], rate: float = 24.0, about: Text | None = None) -> None:
        self.rate, self.length, self.about = rate, len(frames), about
        self._frames = deque(StillFrame(number, pixels) for number, pixels in enumerate(frames))

    @property
    def over(self) -> bool:
        return not self._frames

    def take(self, seconds: float) -> StillFrame | None:
        return self._frames.popleft() if self._frames else None


def video(count: int, height: int = 48, width: int = 64) -> list[Pixels]:
    random = np.random.default_rng(1)
    coarse = random.integers(0, 256, (count, height // 8, width // 8, 3), np.uint8)
    return [np.kron(one, np.ones((8, 8, 1), np.uint8)) for one in coarse]


def start(loop: Loop, reel: Ready, path: Path) -> JobEnded:
    options = {"reel": reel, "path": path, "painting": Painting(((NAMES[1], 1.0),))}
    loop.send(StartJob(7, "paint_video", options=options))
    loop.until(lambda: bool(loop.of(JobEnded)), 0)
    return loop.of(JobEnded)[0]


@pytest.mark.parametrize("rate", [24.0, 30000 / 1001])
def test_every_frame_of_a_video_is_painted_at_its_rate(tiny_loop: Loop, tmp_path: Path, rate: float) -> None:
    path, frames = tmp_path / "film.avi", video(6)
    ended = start(tiny_loop, Ready(frames, rate), path)
    assert ended.item == Filmed(path, 6, finished=True)
    found, written = frames_of(path)
    assert found == pytest.approx(rate)
    assert len(written) == 6
    one = [float(name == NAMES[1]) for name in NAMES]
    for frame, shown in zip(frames, written, strict=True):
        painted = LivePainter(STYLES.network, one).paint(frame)
        assert np.abs(as_jpeg(painted).astype(int) - shown).mean() < 3  # bf16, where that is faster


@pytest.mark.parametrize("size", [(96, 40), (720, 1280), (8, 8)], ids=str)
def test_portrait_large_and_tiny_videos_are_painted(
    tiny_loop: Loop, tmp_path: Path, size: tuple[int, int]
) -> None:
    start(tiny_loop, Ready(video(1, *size)), tmp_path / "film.avi")
    assert frames_of(tmp_path / "film.avi")[1][0].shape == (*size, 3)


def test_a_video_of_one_grey_is_painted(tiny_loop: Loop, tmp_path: Path) -> None:
    start(tiny_loop, Ready([np.full((40, 40, 3), 77, np.uint8)] * 2), tmp_path / "film.avi")
    assert len(frames_of(tmp_path / "film.avi")[1]) == 2


def test_of_a_video_that_breaks_off_the_rest_is_kept_and_told(tiny_loop: Loop, tmp_path: Path) -> None:
    ended = start(tiny_loop, Ready(video(3), about=text("It is cut off.")), tmp_path / "film.avi")
    assert isinstance(ended.item, Filmed)
    assert (ended.item.frames, str(ended.item.note)) == (3, "It is cut off.")
    assert len(frames_of(tmp_path / "film.avi")[1]) == 3


def test_a_video_without_frames_leaves_no_film(tiny_loop: Loop, tmp_path: Path) -> None:
    path = tmp_path / "film.avi"
    assert start(tiny_loop, Ready([], about=text("It is no video.")), path).cancelled
    assert "It is no video." in str(tiny_loop.of(Failure)[0].about)
    assert not path.exists()


def test_a_film_that_is_full_ends_there(
    tiny_loop: Loop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film, "LARGEST", 12_000)
    ended = start(tiny_loop, Ready(video(20)), tmp_path / "film.avi")
    assert isinstance(ended.item, Filmed)
    assert 0 < ended.item.frames < 20
    assert "as large as a film can be" in str(ended.item.note)


def test_cancelling_leaves_nothing(tiny_loop: Loop, tmp_path: Path) -> None:
    options = {"reel": Ready(video(50)), "path": tmp_path / "film.avi"}
    tiny_loop.send(StartJob(7, "paint_video", options=options))
    tiny_loop.until(lambda: any(one.done > 0 for one in tiny_loop.of(JobProgress)), 0)
    tiny_loop.send(CancelJob(7))
    assert tiny_loop.of(JobEnded)[0].cancelled
    assert not list(tmp_path.glob("*.avi"))
    assert not list(tmp_path.glob(".deepvis*"))


# ---- learning ---------------------------------------------------------------------------------------------


@pytest.fixture
def briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two steps of learning, on small crops."""
    recipe = replace(style_learning.ADDED, steps=2, batch=1, size=64)

    def learn(*given: object) -> Iterator[style_learning.Lesson]:
        yield from style_learning.learn_style(*given, recipe)  # type: ignore[arg-type]

    monkeypatch.setattr(learning, "learn_style", learn)
    monkeypatch.setattr(learning, "PREVIEW_EVERY", 0.0)


def picture(folder: Path, name: str = "bricks.png") -> Path:
    path = folder / name
    Image.fromarray(video(1, 64, 96)[0]).save(path)
    return path


def test_a_learnt_style_joins_the_others_and_is_kept(tiny_loop: Loop, briefly: None, tmp_path: Path) -> None:
    own = tmp_path / "own.safetensors"
    options = {"picture": picture(tmp_path), "own": own, "content": (picture(tmp_path, "photo.png"),)}
    tiny_loop.send(StartJob(3, "learn_style", options=options))
    tiny_loop.until(lambda: bool(tiny_loop.of(JobEnded)), 0)
    ended = tiny_loop.of(JobEnded)[0]
    assert not tiny_loop.of(Failure)
    assert ended.item == Learnt("bricks", 2, 2, finished=True)
    assert ended.picture is not None, "the last preview"
    kept = style_file.load(own)
    assert kept.names == (*NAMES, "bricks")
    tiny_loop.send(OpenStyles(own))
    ready = tiny_loop.of(StylesReady)[0]
    assert (len(ready.styles), ready.own) == (len(NAMES) + 1, 1)


def test_a_picture_that_cannot_be_read_is_told(tiny_loop: Loop, tmp_path: Path) -> None:
    path = tmp_path / "none.png"
    tiny_loop.send(StartJob(3, "learn_style", options={"picture": path, "own": tmp_path / "own"}))
    tiny_loop.until(lambda: bool(tiny_loop.of(JobEnded)), 0)
    assert tiny_loop.of(JobEnded)[0].cancelled
    assert str(path) in str(tiny_loop.of(Failure)[0].about)


def test_films_wait_for_no_frame_longer_than_a_step_may_take() -> None:
    assert filming.PATIENCE <= 0.1
