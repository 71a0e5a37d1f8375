"""Every frame of a video, taken on another thread, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Pixels
from deepvis_app.errors import PictureError
from deepvis_app.sources import opening, reel
from deepvis_app.sources.reel import Reel
from tests.sources.conftest import MakeVideo

LEVELS = [(level, level, level) for level in range(20, 220, 5)]


@pytest.fixture
def taken(qtbot: QtBot) -> Iterator[object]:
    """`taken(path)` gives the reel and all its frames, taken as a worker does."""
    opened: list[Reel] = []
    with ThreadPoolExecutor(1) as worker:

        def take(path: Path) -> tuple[Reel, list[Pixels]]:
            found = opening.reel(path)
            opened.append(found)
            found.start()
            coming = worker.submit(_all, found)
            qtbot.waitUntil(coming.done, timeout=20_000)
            return found, coming.result()

        yield take
        for one in opened:
            one.close()
            one.deleteLater()


def _all(found: Reel) -> list[Pixels]:
    frames = []
    while not found.over:
        frame = found.take(0.05)
        if frame is not None:
            frames.append(frame.rgb())
    return frames


@pytest.mark.parametrize("held", [reel.HELD, 2])
def test_no_frame_is_lost_and_none_comes_twice(
    make_video: MakeVideo, taken, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr(reel, "HELD", held)
    monkeypatch.setattr(reel, "ENOUGH", held // 2)
    found, frames = taken(make_video(LEVELS))
    assert [round(float(frame.mean())) for frame in frames] == pytest.approx(
        [one[0] for one in LEVELS], abs=2
    )
    assert found.rate == pytest.approx(25)
    assert found.length == len(LEVELS)
    assert found.about is None


def test_a_portrait_video_stays_upright(make_video: MakeVideo, taken) -> None:
    _, frames = taken(make_video(LEVELS[:3], size=(48, 96)))
    assert {frame.shape for frame in frames} == {(96, 48, 3)}


def test_a_4k_video_comes_at_half_its_size(make_video: MakeVideo, taken) -> None:
    _, frames = taken(make_video(LEVELS[:2], size=(3840, 2160)))
    assert {frame.shape for frame in frames} == {(1080, 1920, 3)}


def test_of_a_video_that_is_cut_off_comes_what_there_is(make_video: MakeVideo, taken, tmp_path: Path) -> None:
    whole = make_video(LEVELS).read_bytes()
    cut = tmp_path / "cut.avi"
    cut.write_bytes(whole[: len(whole) // 2])
    _, frames = taken(cut)
    assert 0 < len(frames) < len(LEVELS)


@pytest.mark.qt_log_ignore("Could not open media", extend=True)
def test_what_is_no_video_is_over_at_once_and_says_why(tmp_path: Path, taken) -> None:
    path = tmp_path / "no.mp4"
    path.write_bytes(bytes(np.random.default_rng(0).integers(0, 256, 5000, np.uint8)))
    found, frames = taken(path)
    assert not frames
    assert str(path) in str(found.about)


@pytest.mark.parametrize("content", [None, b""])
def test_a_file_that_is_missing_or_empty_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "video.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PictureError, match=r"video\.mp4"):
        opening.reel(path)


def test_a_reel_that_falls_silent_is_given_up(
    make_video: MakeVideo, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reel, "SILENCE_MS", 1)
    found = Reel(make_video(LEVELS))
    found._silence.start()
    qtbot.waitUntil(lambda: found.over)
    assert "gives no more frames" in str(found.about)
    found.deleteLater()
