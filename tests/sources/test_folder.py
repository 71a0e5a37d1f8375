"""Pictures one after another: in their order, moving where they move, the broken ones left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from deepvis_app.errors import PictureError
from deepvis_app.sources.folder import Pictures, pictures_in
from deepvis_app.sources.source import Source

Run = Callable[[Source], Source]


def _shade(path: Path, level: int) -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("L", (6, 4), level).save(path)
    return path


def _gif(path: Path, *levels: int) -> Path:
    first, *others = (Image.new("L", (6, 4), level) for level in levels)
    first.save(path, save_all=True, append_images=others, duration=30, loop=0)
    return path


def _level(frame: object) -> int:
    return int(frame.rgb()[0, 0, 0])  # type: ignore[attr-defined]


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Of levels 10, 20, 30."""
    return [_shade(tmp_path / f"{level}.png", level) for level in (10, 20, 30)]


def _seen(qtbot: QtBot, source: Pictures, act: Callable[[], object], level: int) -> None:
    with qtbot.waitSignal(source.frame) as shown:
        act()
    assert _level(shown.args[0]) == level


def test_a_folder_is_sorted_as_people_sort(tmp_path: Path) -> None:
    names = ["10.png", "9.png", "Б.png", "a2.png", "A10.jpg", "a1.png", "사진 2.png", "사진 10.png"]
    for name in (*names, ".hidden.png", "._9.png"):
        _shade(tmp_path / name, 0)
    (tmp_path / "notes.txt").touch()
    (tmp_path / "folder.png").mkdir()
    found = [path.name for path in pictures_in(tmp_path)]
    assert sorted(found) == sorted(names)
    assert found[:5] == ["9.png", "10.png", "a1.png", "a2.png", "A10.jpg"]
    assert found.index("사진 2.png") < found.index("사진 10.png")


def test_folders_of_folders_give_all_their_pictures(tmp_path: Path) -> None:
    for name in ("b/1.png", "a/2.png", "a/10.png"):
        _shade(tmp_path / name, 0)
    found = [path.relative_to(tmp_path).as_posix() for path in pictures_in(tmp_path)]
    assert found == ["a/2.png", "a/10.png", "b/1.png"]


def test_an_empty_folder_has_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(PictureError, match="There are no pictures in"):
        pictures_in(tmp_path)
    with pytest.raises(PictureError, match="cannot be read"):
        pictures_in(tmp_path / "none")


def test_next_and_previous_go_round(three: list[Path], running: Run, qtbot: QtBot) -> None:
    source = Pictures(three)
    _seen(qtbot, source, lambda: running(source), 10)
    assert (source.count, source.index, source.title) == (3, 0, "10.png")
    for step, level in ((1, 20), (1, 30), (1, 10), (-1, 30), (-2, 10)):
        _seen(qtbot, source, lambda step=step: source.step(step), level)  # type: ignore[misc]
    assert not source.playing


def test_title_and_index_are_told_with_the_picture(three: list[Path], running: Run, qtbot: QtBot) -> None:
    source = Pictures(three, titles=["ten", "twenty", "thirty"])
    _seen(qtbot, source, lambda: running(source), 10)
    told: list[tuple[str, int]] = []
    source.changed.connect(lambda: told.append((source.title, source.index)))
    _seen(qtbot, source, lambda: source.step(1), 20)
    assert told == [("twenty", 1)]


def test_steps_faster_than_pictures_show_the_last_alone(
    three: list[Path], running: Run, qtbot: QtBot
) -> None:
    source = Pictures(three)
    _seen(qtbot, source, lambda: running(source), 10)

    def two_on() -> None:
        source.step(1)
        source.step(1)

    _seen(qtbot, source, two_on, 30)


def test_a_slide_show_goes_on_by_itself_and_round(three: list[Path], running: Run, qtbot: QtBot) -> None:
    source = Pictures(three, playing=True)
    source.set_interval(100)
    levels: list[int] = []
    source.frame.connect(lambda frame: levels.append(_level(frame)))
    running(source)
    qtbot.waitUntil(lambda: len(levels) >= 5)
    assert levels[:5] == [10, 20, 30, 10, 20]
    source.set_playing(False)
    with qtbot.assertNotEmitted(source.frame, wait=250):
        pass


def test_a_slide_show_without_loop_ends(three: list[Path], running: Run, qtbot: QtBot) -> None:
    source = Pictures(three, playing=True)
    source.set_interval(100)
    source.set_loop(False)
    with qtbot.waitSignal(source.ended):
        running(source)
    assert (source.index, source.playing) == (2, False)


def test_an_animation_plays_over_and_over(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    source = Pictures([_gif(tmp_path / "moving.gif", 0, 100, 200)])
    levels: list[int] = []
    source.frame.connect(lambda frame: levels.append(_level(frame)))
    running(source)
    qtbot.waitUntil(lambda: len(levels) >= 7)
    assert levels[:7] == [0, 100, 200, 0, 100, 200, 0]
    assert source.playing
    assert "play" in source.controls
    source.set_playing(False)
    count = len(levels)
    with qtbot.assertNotEmitted(source.changed, wait=150):
        pass
    assert len(levels) <= count + 1  # one was on its way
    source.set_playing(True)
    qtbot.waitUntil(lambda: len(levels) >= count + 4)


def test_an_animation_in_a_folder_moves_until_it_is_left(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    source = Pictures([_gif(tmp_path / "a.gif", 0, 100), _shade(tmp_path / "b.png", 50)])
    levels: list[int] = []
    source.frame.connect(lambda frame: levels.append(_level(frame)))
    running(source)
    qtbot.waitUntil(lambda: len(levels) >= 3)
    source.step(1)
    qtbot.waitUntil(lambda: levels[-1] == 50)
    with qtbot.assertNotEmitted(source.frame, wait=120):
        pass


def test_a_broken_picture_is_left_out_with_a_sentence(three: list[Path], running: Run, qtbot: QtBot) -> None:
    three[1].write_text("no picture")
    source = Pictures(three)
    said: list[str | None] = []
    source.message.connect(lambda about: said.append(about and str(about)))
    _seen(qtbot, source, lambda: running(source), 10)
    _seen(qtbot, source, lambda: source.step(1), 30)
    assert said == [f"{three[1]} is not a picture that DeepVis can read; PNG, JPEG, GIF, WebP and TIFF are."]
    assert source.index == 2
    _seen(qtbot, source, lambda: source.step(-1), 10)  # the way it goes
    assert said[1] is None  # no longer true once one moves on
    assert said[2] == said[0]


def test_when_all_are_broken_it_says_so_and_ends(three: list[Path], running: Run, qtbot: QtBot) -> None:
    for path in three:
        path.write_text("no picture")
    source = Pictures(three, playing=True)
    said: list[str] = []
    source.message.connect(lambda about: said.append(str(about)))
    with qtbot.waitSignal(source.ended):
        running(source)
    assert said[-1] == "None of the 3 pictures can be read."


def test_one_broken_picture_says_why(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    source = Pictures([tmp_path / "none.png"])
    with qtbot.waitSignals([source.message, source.ended]):
        running(source)
    assert source.count == 1


def test_a_cut_off_animation_shows_what_it_has(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (4, 40, 40), dtype=np.uint8)
    first, *others = (Image.fromarray(one) for one in noise)
    path = tmp_path / "cut.gif"
    first.save(path, save_all=True, append_images=others, duration=30)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 5 // 8])
    source = Pictures([path])
    frames: list[object] = []
    source.frame.connect(frames.append)
    with qtbot.waitSignal(source.ended):
        running(source)
    assert frames


def test_mirroring_shows_the_picture_anew(tmp_path: Path, running: Run, qtbot: QtBot) -> None:
    Image.fromarray(np.array([[10, 200]], np.uint8)).save(tmp_path / "two.png")
    source = Pictures([tmp_path / "two.png"])
    _seen(qtbot, source, lambda: running(source), 10)
    _seen(qtbot, source, lambda: source.set_mirrored(True), 200)
    _seen(qtbot, source, lambda: source.set_mirrored(False), 10)


def test_stopped_it_is_silent_and_its_thread_is_gone(three: list[Path], running: Run, qtbot: QtBot) -> None:
    source = Pictures(three, playing=True)
    source.set_interval(100)
    running(source)
    source.step(1)
    source.stop()
    with qtbot.assertNotEmitted(source.frame, wait=200), qtbot.assertNotEmitted(source.message):
        pass
