"""Whatever is opened becomes a source of its kind, or one sentence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from deepvis_app.errors import PictureError
from deepvis_app.sources import opening
from deepvis_app.sources.opening import camera, camera_names, is_video, open_path, samples, screen, still
from deepvis_app.sources.source import Source
from tests.sources.conftest import MakeVideo

Run = Callable[[Source], Source]


def test_a_path_opens_as_what_it_is(picture_folder: Path, make_video: MakeVideo, qtbot: QtBot) -> None:
    folder = open_path(picture_folder)
    assert (folder.kind, folder.count) == ("pictures", 3)
    assert not folder.playing
    picture = open_path(picture_folder / "a.jpg")
    assert (picture.kind, picture.count, picture.title) == ("pictures", 1, "a.jpg")
    video = open_path(make_video([(0, 0, 0)] * 3))
    assert video.kind == "video"


def test_a_picture_is_known_without_its_suffix(tmp_path: Path, qtbot: QtBot) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "picture", "PNG")
    assert open_path(tmp_path / "picture").kind == "pictures"


def test_each_path_that_cannot_be_opened_has_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("text")
    (tmp_path / "notes.txt").write_text("text")
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "folder").mkdir()
    sentences = {
        "text.jpg": "is not a picture that DeepVis can read",
        "notes.txt": "is neither a picture, nor a video, nor a folder of pictures",
        "empty.mp4": "is empty",
        "folder": "There are no pictures in",
        "none.jpg": "There is no file",
        "none.mp4": "There is no file",
        "none": "There is no file",
    }
    for name, sentence in sentences.items():
        with pytest.raises(PictureError, match=sentence):
            open_path(tmp_path / name)


def test_videos_are_known_by_their_names() -> None:
    assert is_video(Path("a.MP4"))
    assert is_video(Path("비디오.webm"))
    assert not is_video(Path("a.gif"))


def test_the_samples_are_shown_one_after_another(running: Run, qtbot: QtBot) -> None:
    source = samples()
    assert source.count == len(opening.SAMPLES)
    assert source.playing
    with qtbot.waitSignal(source.frame) as first:
        running(source)
    assert first.args[0].rgb().shape == (300, 451, 3)
    assert source.title == "A tabby cat"


def test_every_sample_can_be_read(qtbot: QtBot, running: Run) -> None:
    source = samples()
    said: list[object] = []
    source.message.connect(said.append)
    with qtbot.waitSignal(source.frame):
        running(source)
    for _ in range(source.count - 1):
        with qtbot.waitSignal(source.frame):
            source.step(1)
    assert source.index == source.count - 1
    assert said == []


def test_pictures_need_neither_qt_multimedia_nor_scikit_image() -> None:
    script = (
        "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from deepvis_app.sources.opening import samples; samples();"
        "print([name for name in ('PySide6.QtMultimedia', 'skimage', 'torch') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_picture_from_memory_is_a_copy(running: Run, qtbot: QtBot) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (4, 6, 3), dtype=np.uint8)
    source = still(pixels, "Clipboard")
    kept = pixels.copy()
    pixels[:] = 0
    with qtbot.waitSignal(source.frame) as shown:
        running(source)
    assert np.array_equal(shown.args[0].rgb(), kept)
    with qtbot.waitSignal(source.frame) as mirrored:
        source.set_mirrored(True)
    assert np.array_equal(mirrored.args[0].rgb(), kept[:, ::-1])
    assert mirrored.args[0].number > shown.args[0].number
    source.stop()
    with qtbot.assertNotEmitted(source.frame):
        source.set_mirrored(False)


def test_a_camera_that_is_not_there_says_so(running: Run, qtbot: QtBot) -> None:
    source = camera("no camera of this name")
    assert "no camera of this name" not in camera_names()
    with qtbot.waitSignal(source.message) as said:
        running(source)
    assert "There is no camera" in str(said.args[0])


def test_the_screen_is_shown_or_says_why_not(running: Run, qtbot: QtBot) -> None:
    source = screen()
    with qtbot.waitSignal(source.frame, raising=False, timeout=3000) as shown:
        running(source)
    if not shown.signal_triggered:
        pytest.skip("this screen cannot be recorded")
    assert shown.args[0].rgb().ndim == 3
    source.stop()
    with qtbot.assertNotEmitted(source.frame, wait=100):
        pass


def test_a_part_of_the_screen_is_given_in_pixels(running: Run, qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtGui import QGuiApplication

    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    source = screen((40, 20, 200, 100))
    with qtbot.waitSignal(source.frame, raising=False, timeout=3000) as shown:
        running(source)
    if not shown.signal_triggered:
        pytest.skip("this screen cannot be recorded")
    assert shown.args[0].rgb().shape == (100 * ratio, 200 * ratio, 3)
