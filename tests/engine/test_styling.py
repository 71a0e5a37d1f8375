"""Painted frames out of the worker's loop: alone, beside other views, saved, recorded."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app.engine import studio
from deepvis_app.engine.messages import (
    Failure,
    GridRequest,
    OpenStyles,
    Painting,
    Pixels,
    Record,
    RecordingEnded,
    Saved,
    SavePainting,
    ScoresRequest,
    StopRecording,
    StyleRequest,
    StylesReady,
    StyleView,
)
from deepvis_app.engine.recording import Recording
from deepvis_app.engine.resolution import ROOM, SHARES, SLOWEST, Resolution
from deepvis_app.nets import style_file
from deepvis_app.nets.painting import LivePainter
from deepvis_app.pictures import film
from deepvis_app.pictures.saving import read_about
from tests.engine.conftest import Loop

STYLES = style_file.load(style_file.default_file())
NAMES = STYLES.names


def request(*mix: tuple[str, float], exact: bool = True, **how: object) -> StyleRequest:
    painting = Painting(mix or ((NAMES[0], 1.0),), **how)  # type: ignore[arg-type]
    return StyleRequest(painting, 64, 48, exact)


def painted(loop: Loop, pixels: Pixels | None, wanted: StyleRequest) -> StyleView:
    view = loop.ask(pixels, style=wanted).views["style"]
    assert isinstance(view, StyleView)
    return view


def alone(name: str, pixels: Pixels) -> Pixels:
    return LivePainter(STYLES.network, [float(each == name) for each in NAMES]).paint(pixels)


def frames_of(path: Path) -> tuple[float, list[Pixels]]:
    """Frames a second, and the frames, of a film."""
    data = path.read_bytes()
    head = data.index(b"strh") + 8
    scale, rate = struct.unpack("<2I", data[head + 20 : head + 28])
    assert data.count(b"00dc") % 2 == 0  # each once in the index
    place, end = data.index(b"movi") + 4, data.index(b"idx1")
    found = []
    while place < end:
        name, size = struct.unpack("<4sI", data[place : place + 8])
        assert name == b"00dc"
        found.append(np.asarray(Image.open(BytesIO(data[place + 8 : place + 8 + size])).convert("RGB")))
        place += 8 + size + size % 2
    return rate / scale, found


def as_jpeg(pixels: Pixels) -> Pixels:
    """As they come out of a film."""
    written = BytesIO()
    Image.fromarray(pixels).save(written, "JPEG", quality=film.QUALITY)
    return np.asarray(Image.open(written))


# ---- one frame --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES[:2])
def test_a_frame_is_painted_in_one_style_at_its_own_size(tiny_loop: Loop, pixels: Pixels, name: str) -> None:
    view = painted(tiny_loop, pixels, request((name, 1.0)))
    assert (view.frame, view.wished, view.painted) == ((64, 48),) * 3
    assert view.before is not None
    assert (view.before == pixels).all()
    assert np.abs(view.pixels.astype(int) - alone(name, pixels)).max() <= 3  # bf16, where that is faster


def test_without_strength_the_frame_itself_comes(tiny_loop: Loop, pixels: Pixels) -> None:
    view = painted(tiny_loop, pixels, request(strength=0.0))
    assert (view.pixels == pixels).all()


def test_larger_strokes_are_painted_on_a_smaller_frame(tiny_loop: Loop, pixels: Pixels) -> None:
    view = painted(tiny_loop, pixels, request(size=2.0))
    assert view.painted == (32, 24)
    assert view.pixels.shape == pixels.shape
    assert painted(tiny_loop, pixels, request(size=0.5)).painted == (128, 96)


def test_unknown_styles_count_for_nothing(tiny_loop: Loop, pixels: Pixels) -> None:
    known = painted(tiny_loop, pixels, request((NAMES[1], 1.0))).pixels
    assert (painted(tiny_loop, pixels, request((NAMES[1], 0.5), ("gone", 0.5))).pixels == known).all()
    first = painted(tiny_loop, pixels, request((NAMES[0], 1.0))).pixels
    assert (painted(tiny_loop, pixels, request(("gone", 1.0))).pixels == first).all()


@pytest.mark.parametrize("shape", [(1, 1), (5, 300), (300, 5), (47, 61)], ids=str)
def test_sources_may_change_their_size(tiny_loop: Loop, shape: tuple[int, int]) -> None:
    for height, width in (shape, (48, 64), shape[::-1]):
        view = painted(tiny_loop, np.full((height, width, 3), 90, np.uint8), request())
        assert view.frame == (width, height)
        assert max(view.pixels.shape[1] / 64, view.pixels.shape[0] / 48) == pytest.approx(1, abs=0.02)


def test_painting_alone_asks_the_network_for_nothing(tiny_loop: Loop, pixels: Pixels) -> None:
    assert tiny_loop.ask(pixels, style=request()).forward_ms == 0


def test_painting_changes_no_other_view(tiny_loop: Loop, pixels: Pixels) -> None:
    others = {
        "grid": GridRequest("conv", cell=8, gap=1, columns=4, first_row=0, rows=2),
        "scores": ScoresRequest(3),
    }
    without = tiny_loop.ask(pixels, **others).views
    beside = tiny_loop.ask(pixels, style=request(), **others).views
    assert beside["scores"] == without["scores"]
    assert (beside["grid"].pixels == without["grid"].pixels).all()  # type: ignore[union-attr]


def test_nothing_is_read_before_a_painting_is_asked_for(
    tiny_loop: Loop, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    load = style_file.load
    monkeypatch.setattr(studio.style_file, "load", lambda path: (read.append(path), load(path))[1])
    tiny_loop.ask(pixels, scores=ScoresRequest(3))
    assert not read
    for _ in range(3):
        tiny_loop.ask(pixels, style=request())
    assert len(read) == 1


def test_the_painter_is_folded_anew_only_for_another_mixture(
    tiny_loop: Loop, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted(tiny_loop, pixels, request())
    folded: list[int] = []
    conv = type(STYLES.network.convs[0])
    fold = conv.folded
    monkeypatch.setattr(conv, "folded", lambda self, mix: (folded.append(1), fold(self, mix))[1])
    for strength in (0.2, 0.4, 1.0):
        painted(tiny_loop, pixels[::-1].copy(), request(strength=strength))
    assert not folded
    painted(tiny_loop, pixels, request((NAMES[0], 0.5), (NAMES[1], 0.5)))
    assert len(folded) == len(STYLES.network.convs)


# ---- styles -----------------------------------------------------------------------------------------------


def test_the_styles_that_ship_are_told(loop: Loop, tmp_path: Path) -> None:
    loop.send(OpenStyles(tmp_path / "none.safetensors"))
    (ready,) = loop.of(StylesReady)
    assert tuple(style.name for style in ready.styles) == NAMES
    assert ready.own == 0
    assert all(style.thumbnail.dtype == np.uint8 for style in ready.styles)


def test_a_damaged_file_of_styles_is_told_and_left(loop: Loop, tmp_path: Path) -> None:
    own = tmp_path / "own.safetensors"
    own.write_bytes(b"no styles at all")
    loop.send(OpenStyles(own))
    assert str(own) in str(loop.of(Failure)[0].about)
    assert len(loop.of(StylesReady)[0].styles) == len(NAMES)


# ---- saved and recorded -----------------------------------------------------------------------------------


def test_a_painting_is_saved_exactly_with_what_made_it(
    tiny_loop: Loop, pixels: Pixels, tmp_path: Path
) -> None:
    path = tmp_path / "one.png"
    painted(tiny_loop, pixels, request())
    tiny_loop.send(SavePainting(path, Painting(((NAMES[1], 1.0),)), {"method": "style"}))
    assert tiny_loop.of(Saved)[-1] == Saved(path)
    assert (np.asarray(Image.open(path)) == alone(NAMES[1], pixels)).all()
    about = read_about(path)
    assert about is not None
    assert about["method"] == "style"


def test_without_a_picture_there_is_none_to_save(loop: Loop, tmp_path: Path) -> None:
    loop.send(SavePainting(tmp_path / "one.png", Painting(())))
    assert "no picture yet" in str(loop.of(Failure)[0].about)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def grey(level: int, height: int = 24, width: int = 32) -> Pixels:
    return np.full((height, width, 3), level, np.uint8)


def test_a_recording_keeps_time(tmp_path: Path) -> None:
    """10 frames a second; pictures at 0, 0.3 and 0.31 s, and an end at 0.6 s."""
    clock, path = Clock(), tmp_path / "film.avi"
    recording = Recording(path, 10, clock)
    for at, level in ((0.0, 50), (0.3, 100), (0.31, 150)):
        clock.now = 100 + at * 1.001
        recording.add(grey(level))
    clock.now = 100.605
    assert recording.finish() == (6, pytest.approx(0.6))
    rate, frames = frames_of(path)
    assert rate == 10
    # 0.31 s is within the tick of 0.3 s, whose picture stays.
    assert [round(float(frame.mean())) for frame in frames] == [50, 50, 50, 100, 100, 100]


def test_a_recording_survives_a_change_of_size(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "film.avi"
    recording = Recording(path, 10, clock)
    for tick, shape in enumerate([(24, 32), (32, 24), (100, 300)]):
        clock.now = 100 + tick * 0.1001
        recording.add(grey(200, *shape))
    recording.finish()
    _, frames = frames_of(path)
    assert [frame.shape for frame in frames] == [(24, 32, 3)] * 3
    assert frames[1][:, :5].max() < 20, "black beside what is too narrow"


def test_a_recording_of_nothing_leaves_no_file(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "film.avi", 10)
    assert recording.finish() == (0, 0)
    assert list(tmp_path.iterdir()) == []


def test_paintings_are_recorded_until_told_to_stop(tiny_loop: Loop, pixels: Pixels, tmp_path: Path) -> None:
    path = tmp_path / "film.avi"
    tiny_loop.send(Record(path, 30))
    view = painted(tiny_loop, pixels, request())
    tiny_loop.send(StopRecording())
    (ended,) = tiny_loop.of(RecordingEnded)
    rate, frames = frames_of(path)
    assert (ended.path, ended.about, rate) == (path, None, 30)
    assert ended.frames == len(frames) >= 1
    assert (frames[0] == as_jpeg(view.pixels)).all()


def test_a_recording_ends_with_the_worker(tiny_loop: Loop, pixels: Pixels, tmp_path: Path) -> None:
    tiny_loop.send(Record(tmp_path / "film.avi", 30))
    painted(tiny_loop, pixels, request())
    tiny_loop.close()
    assert frames_of(tmp_path / "film.avi")[1]


def test_a_folder_that_takes_no_film_is_told(tiny_loop: Loop, pixels: Pixels, tmp_path: Path) -> None:
    tiny_loop.send(Record(tmp_path / "none" / "film.avi", 30))
    painted(tiny_loop, pixels, request())
    tiny_loop.send(StopRecording())
    assert tiny_loop.of(RecordingEnded)[0].frames == 0
    assert "film.avi" in str(tiny_loop.of(Failure)[0].about)


# ---- resolution -------------------------------------------------------------------------------------------


OVERHEAD = 2.0  # milliseconds of a frame, however small


def settled(resolution: Resolution, cost: float, beside: float = 0.0, pixels: int = 1_000_000) -> float:
    """The share at which frames stay, of `cost` milliseconds a million pixels."""
    for _ in range(100):
        share = resolution.share(pixels, beside)
        resolution.note(OVERHEAD + cost * pixels / 1e6 * share**2)
    return share


def test_a_fast_machine_paints_every_pixel() -> None:
    assert settled(Resolution(), 20) == 1


@pytest.mark.parametrize("cost", [50, 100, 400])
def test_a_slow_machine_paints_as_finely_as_25_frames_a_second_allow(cost: float) -> None:
    share = settled(Resolution(), cost)
    finer = SHARES[SHARES.index(share) - 1]
    assert OVERHEAD + cost * share**2 <= SLOWEST < (OVERHEAD + cost * finer**2) / ROOM + OVERHEAD


def test_it_comes_back_when_there_is_room_and_not_before() -> None:
    resolution = Resolution()
    assert settled(resolution, 900) == SHARES[-1]
    assert settled(resolution, 37) < 1, "it would soon be too slow again"
    assert settled(resolution, 25) == 1
    assert settled(resolution, 37) == 1, "it stays where it is"


def test_one_slow_frame_changes_nothing() -> None:
    resolution = Resolution()
    settled(resolution, 20)
    resolution.note(400.0)
    assert resolution.share(1_000_000) == 1


def test_a_source_of_another_size_finds_its_own() -> None:
    resolution = Resolution()
    assert settled(resolution, 30, pixels=300_000) == 1
    assert resolution.share(4_000_000) < 0.7, "before the first of them"
    assert settled(resolution, 30, pixels=300_000) == 1


def test_other_views_take_their_share_of_the_time() -> None:
    assert settled(Resolution(), 30, beside=18) < 1


def test_threads_are_as_before_after_a_frame(tiny_loop: Loop, pixels: Pixels) -> None:
    before = torch.get_num_threads()
    painted(tiny_loop, pixels, request(exact=False))
    assert torch.get_num_threads() == before
