"""A video plays, stops, winds and steps to the very frame; a damaged one says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtMultimedia import QVideoSink
from pytestqt.qtbot import QtBot

from deepvis_app.sources.frames import VideoFrame
from deepvis_app.sources.source import Source
from deepvis_app.sources.video import Video
from tests.sources.conftest import FRAME_MS, MakeVideo

Run = Callable[[Source], Source]

STEP = 12  # grey levels between one frame and the next
SHADES = [(level, level, level) for level in range(10, 250, STEP)]  # 20 frames: 0.8 s


def _place(frame: object) -> int:
    """Which frame of SHADES it is."""
    level = float(frame.rgb().mean())  # type: ignore[attr-defined]
    place = round((level - 10) / STEP)
    assert abs(level - SHADES[place][0]) < STEP / 3
    return place


@pytest.fixture
def video(make_video: MakeVideo, running: Run) -> Video:
    source = Video(make_video(SHADES, "회색 shades.avi"))
    running(source)
    return source


@pytest.fixture
def paused(video: Video, qtbot: QtBot) -> Video:
    """Stands at frame 10."""
    with qtbot.waitSignal(video.frame):
        pass
    video.set_playing(False)
    _seen(qtbot, video, lambda: video.seek(10 * FRAME_MS + FRAME_MS // 4), 10)
    return video


def _seen(qtbot: QtBot, video: Video, act: Callable[[], None], place: int) -> None:
    """`act` brings that frame, perhaps after others that were on their way."""
    with qtbot.waitSignal(video.frame, check_params_cb=lambda frame: _place(frame) == place):
        act()


def test_all_frames_come_in_order_and_then_again(video: Video, qtbot: QtBot) -> None:
    places: list[int] = []
    video.frame.connect(lambda frame: places.append(_place(frame)))
    qtbot.waitUntil(lambda: len(places) > 24)
    assert places[:20] == list(range(20))
    assert places[20:24] == [0, 1, 2, 3]
    assert video.title == "회색 shades.avi"
    assert video.duration_ms == 20 * FRAME_MS
    assert video.playing


def test_without_loop_it_ends(video: Video, qtbot: QtBot) -> None:
    with qtbot.waitSignal(video.ended):
        video.set_loop(False)
    assert not video.playing
    _seen(qtbot, video, lambda: video.set_playing(True), 3)  # from the beginning
    assert video.playing


def test_paused_it_stays_where_it_is(video: Video, qtbot: QtBot) -> None:
    with qtbot.waitSignal(video.frame):
        pass
    with qtbot.waitSignal(video.changed):
        video.set_playing(False)
    assert not video.playing
    later: list[object] = []
    video.frame.connect(later.append)
    with qtbot.assertNotEmitted(video.ended, wait=5 * FRAME_MS):
        pass
    assert len(later) <= 1  # one may have been on its way


def test_it_winds_to_any_place(paused: Video, qtbot: QtBot) -> None:
    for place in (3, 17, 0, 19):
        _seen(qtbot, paused, lambda place=place: paused.seek(place * FRAME_MS + FRAME_MS // 4), place)  # type: ignore[misc]
    assert paused.position_ms >= 18 * FRAME_MS


@pytest.mark.parametrize("playing", [True, False])
def test_wound_before_it_has_begun_it_begins_there(
    make_video: MakeVideo, running: Run, qtbot: QtBot, playing: bool
) -> None:
    source = Video(make_video(SHADES, "shades.avi"))
    places: list[int] = []
    source.frame.connect(lambda frame: places.append(_place(frame)))

    def wind() -> None:
        if source.duration_ms > 0:
            source.changed.disconnect(wind)
            if not playing:
                source.set_playing(False)
            source.seek(10 * FRAME_MS + FRAME_MS // 4)

    source.changed.connect(wind)
    running(source)
    qtbot.waitUntil(lambda: 10 in places)
    assert source.playing == playing
    if playing:
        qtbot.waitUntil(lambda: 14 in places)
        assert 8 not in places
    else:
        with qtbot.assertNotEmitted(source.ended, wait=5 * FRAME_MS):
            pass
        assert places[-1] == 10


def test_it_steps_frame_by_frame_both_ways(paused: Video, qtbot: QtBot) -> None:
    for step, place in ((1, 11), (1, 12), (-1, 11), (-1, 10), (-1, 9), (5, 14), (-14, 0), (-1, 0)):
        _seen(qtbot, paused, lambda step=step: paused.step(step), place)  # type: ignore[misc]


def test_a_frame_too_many_is_not_shown_nor_stepped_from(paused: Video, qtbot: QtBot) -> None:
    """Qt's player gives one now and then after the frame that was sought."""
    shown: list[VideoFrame] = []
    paused.frame.connect(shown.append)
    _seen(qtbot, paused, lambda: paused.step(2), 12)
    spare = shown[-1].frame
    _seen(qtbot, paused, lambda: paused.step(-2), 10)
    del shown[:]
    sink = paused.findChild(QVideoSink)
    assert isinstance(sink, QVideoSink)
    sink.setVideoFrame(spare)
    assert all(_place(frame) == 10 for frame in shown)
    _seen(qtbot, paused, lambda: paused.step(1), 11)
    assert all(_place(frame) <= 11 for frame in shown)


def test_a_step_counts_from_the_place_that_is_being_sought(paused: Video, qtbot: QtBot) -> None:
    def wind_and_step() -> None:
        paused.seek(3 * FRAME_MS)
        paused.step(1)

    _seen(qtbot, paused, wind_and_step, 4)


def test_steps_faster_than_frames_add_up(paused: Video, qtbot: QtBot) -> None:
    def three_on() -> None:
        for _ in range(3):
            paused.step(1)

    _seen(qtbot, paused, three_on, 13)


def test_of_many_places_the_last_is_shown(paused: Video, qtbot: QtBot) -> None:
    def scrub() -> None:
        for place in range(19):
            paused.seek(place * FRAME_MS + FRAME_MS // 4)

    _seen(qtbot, paused, scrub, 18)


def test_a_step_pauses(video: Video, qtbot: QtBot) -> None:
    with qtbot.waitSignal(video.frame):
        pass
    with qtbot.waitSignal(video.frame):
        video.step(1)
    assert not video.playing


def test_after_its_end_it_still_winds(video: Video, qtbot: QtBot) -> None:
    with qtbot.waitSignal(video.ended):
        video.set_loop(False)
    _seen(qtbot, video, lambda: video.seek(5 * FRAME_MS + FRAME_MS // 4), 5)


def test_mirroring_shows_the_paused_frame_anew(paused: Video, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paused.frame) as mirrored:
        paused.set_mirrored(True)
    assert _place(mirrored.args[0]) == 10
    assert mirrored.args[0].mirrored


def test_colours_survive_the_file_and_the_player(make_video: MakeVideo, running: Run, qtbot: QtBot) -> None:
    for colour in ((200, 50, 20), (30, 90, 220), (250, 240, 10)):
        source = Video(make_video([colour] * 5, f"{colour[0]}.avi"))
        with qtbot.waitSignal(source.frame) as first:
            running(source)
        assert np.abs(first.args[0].rgb()[8:-8, 8:-8].astype(int) - colour).max() <= 5


def test_stopped_it_is_silent_and_lets_the_file_go(video: Video, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(video.frame):
        pass
    video.stop()
    with qtbot.assertNotEmitted(video.frame, wait=3 * FRAME_MS), qtbot.assertNotEmitted(video.changed):
        pass
    for path in Path("/proc/self/fd").glob("*") if Path("/proc/self/fd").is_dir() else ():
        assert not path.exists() or path.resolve().parent != tmp_path


def _said(qtbot: QtBot, running: Run, video: Video) -> str:
    with qtbot.waitSignal(video.message) as said:
        running(video)
    return str(said.args[0])


def test_a_cut_off_video_plays_what_it_has(make_video: MakeVideo, running: Run, qtbot: QtBot) -> None:
    path = make_video(SHADES)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    video = Video(path)
    places: list[int] = []
    video.frame.connect(lambda frame: places.append(_place(frame)))
    said = _said(qtbot, running, video)
    assert said == f"{path} is cut off: 50 % of it is missing."
    qtbot.waitUntil(lambda: len(places) > 5)
    assert places[:5] == [0, 1, 2, 3, 4]


@pytest.mark.qt_log_ignore("Could not open media")
def test_one_let_go_while_it_loads_is_no_error(make_video: MakeVideo, qtbot: QtBot) -> None:
    path = make_video(SHADES, "shades.avi")
    said: list[object] = []
    for wait_ms in range(12):
        video = Video(path)
        video.message.connect(said.append)
        video.start()
        qtbot.wait(wait_ms)
        video.stop()
        qtbot.wait(1)
        assert not video.playing
    assert said == []


@pytest.mark.qt_log_ignore("Could not open media")
def test_what_is_no_video_says_so(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    path = tmp_path / "text.mp4"
    path.write_text("no video at all")
    video = Video(path)
    with qtbot.waitSignal(video.ended):
        said = _said(qtbot, running, video)
    assert said == f"{path} is no video that can be played: it is damaged, cut off or of an unknown format."
    assert not video.playing


@pytest.mark.qt_log_ignore("Could not open media")
def test_a_missing_video_says_so(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    assert _said(qtbot, running, Video(tmp_path / "none.avi")) == f"There is no file {tmp_path / 'none.avi'}."


def test_sound_alone_is_no_video(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    import wave

    with wave.open(str(tmp_path / "sound.wav"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16_000))
    assert "holds sound but no pictures" in _said(qtbot, running, Video(tmp_path / "sound.wav"))
