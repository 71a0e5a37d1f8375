"""Painting through the real window: any source, and what is saved, recorded and filmed of it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Result, StyleView
from deepvis_app.i18n import text
from deepvis_app.sources.picture_frame import PictureFrame, next_number
from deepvis_app.sources.source import Source
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels.style import StylePanel
from tests.sources.conftest import _avi, _jpeg
from tests.windows import PATIENCE, Open, Watch

Size = tuple[int, int]


def answer(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, dialog, lambda *_, **__: (str(path), ""))


def test_the_stream_becomes_a_painting_a_picture_and_a_film(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample_picture: Path
) -> None:
    window = open_window(source=str(sample_picture), panel="style")
    panel = window.docks["style"].panel
    assert isinstance(panel, StylePanel)
    watch = Watch(window)
    qtbot.waitUntil(lambda: watch.view(StyleView) is not None, timeout=PATIENCE)
    view = watch.view(StyleView)
    assert isinstance(view, StyleView)
    assert view.painted == view.frame == (600, 400)
    qtbot.waitUntil(lambda: len(panel.polygon.mix) == 1)

    said: list[str] = []
    monkeypatch.setattr(window.notice, "say", said.append)
    answer(monkeypatch, "getSaveFileName", tmp_path / "painting.png")
    panel.snap.click()
    qtbot.waitUntil(lambda: "Saved painting.png" in said, timeout=PATIENCE)
    saved, photo = np.asarray(Image.open(tmp_path / "painting.png")), np.asarray(Image.open(sample_picture))
    assert saved.shape == photo.shape
    assert np.abs(saved.astype(int) - photo).mean() > 3

    answer(monkeypatch, "getSaveFileName", tmp_path / "film.avi")
    panel.film.click()
    assert window.painting.recording
    panel.strength.slider.setValue(50)  # a new painting
    watch = Watch(window)
    qtbot.waitUntil(lambda: watch.view(StyleView) is not None, timeout=PATIENCE)
    panel.film.click()
    qtbot.waitUntil(lambda: any(words.startswith("Saved film.avi") for words in said), timeout=PATIENCE)
    assert (tmp_path / "film.avi").read_bytes()[8:12] == b"AVI "

    levels = [(level, 80, 40) for level in range(40, 140, 10)]
    (tmp_path / "video.avi").write_bytes(_avi([_jpeg(level, (64, 48)) for level in levels], 64, 48))
    answer(monkeypatch, "getOpenFileName", tmp_path / "video.avi")
    answer(monkeypatch, "getSaveFileName", tmp_path / "whole.avi")
    panel.video.click()
    qtbot.waitUntil(lambda: "Saved whole.avi: 10 pictures" in said, timeout=PATIENCE)
    answer(monkeypatch, "getOpenFileName", tmp_path / "gone.mp4")
    panel.video.click()
    assert "gone.mp4" in window.error_strip.sentence


class Paintings:
    """Those that came since the last look, through a window that shows the panel."""

    def __init__(self, window: MainWindow) -> None:
        self.views: list[StyleView] = []
        window.session.result.connect(self._take)

    def _take(self, result: Result) -> None:
        self.views += [view for view in result.views.values() if isinstance(view, StyleView)]

    def of(self, size: Size, qtbot: QtBot) -> StyleView:
        """The first of a frame of that width and height."""
        self.views.clear()

        def found() -> list[StyleView]:
            return [view for view in self.views if view.frame == size]

        qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE)
        return found()[0]


def film(path: Path, sizes: Sequence[Size], mode: str = "RGB", times: int = 12) -> Path:
    """A video whose pictures have these sizes in turn, each for so many."""
    ramp = Image.radial_gradient("L").convert("RGB")
    jpegs = []
    for size in sizes:
        written = BytesIO()
        ramp.resize(size).convert(mode).save(written, "JPEG")
        jpegs += [written.getvalue()] * times
    path.write_bytes(_avi(jpegs, *sizes[0]))
    return path


def test_sources_of_every_kind_are_painted(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    """Portrait, greyscale, so large that it comes halved twice, of sizes that change, and tiny."""
    window = open_window(source=str(film(tmp_path / "first.avi", [(128, 72)])), panel="style")
    paintings = Paintings(window)
    paintings.of((128, 72), qtbot)
    for name, sizes, mode, frames in (
        ("portrait.avi", [(72, 128)], "RGB", [(72, 128)]),
        ("grey.avi", [(96, 64)], "L", [(96, 64)]),
        ("uhd.avi", [(3840, 2160)], "RGB", [(960, 540)]),
        ("sizes.avi", [(96, 64), (64, 120), (160, 40)], "RGB", [(64, 120), (160, 40), (96, 64)]),
        ("tiny.avi", [(16, 16)], "RGB", [(16, 16)]),
    ):
        assert window.session.open_path(film(tmp_path / name, sizes, mode))
        for width, height in frames:
            view = paintings.of((width, height), qtbot)
            assert view.before is not None
            assert view.before.shape == view.pixels.shape
            shown_height, shown_width = view.pixels.shape[:2]
            assert abs(shown_width * height - shown_height * width) <= max(width, height), name
            assert np.abs(view.pixels.astype(int) - view.before).mean() > 3, name
            if mode == "L":
                assert np.ptp(view.before, axis=-1).max() <= 2
    assert not window.error_strip.isVisible()


class Stopping(Source):
    """A camera that gives what it is told to."""

    kind = "camera"
    live = True

    def __init__(self) -> None:
        super().__init__("stopping")

    def start(self) -> None:
        self.playing = True

    def stop(self) -> None:
        self.playing = False

    def give(self, level: int) -> None:
        self._give(PictureFrame(next_number(), np.full((48, 64, 3), level, np.uint8)))


def test_a_stream_that_stops_leaves_its_last_painting(open_window: Open, qtbot: QtBot) -> None:
    """It is told, also where the panel fills the window; the last frame is painted anew as wished."""
    window, camera = open_window(source="samples", panel="style"), Stopping()
    panel, paintings = window.docks["style"].panel, Paintings(window)
    assert isinstance(panel, StylePanel)
    window.filling.begin(window.docks["style"])
    window.session.open_source(camera)
    camera.give(90)
    last = paintings.of((64, 48), qtbot)
    camera._say(text("The camera gives no pictures any more."))
    assert window.error_strip.isVisible()
    assert "no pictures any more" in window.error_strip.sentence
    paintings.views.clear()
    panel.strength.slider.setValue(0)
    qtbot.waitUntil(lambda: any((view.pixels == 90).all() for view in paintings.views), timeout=PATIENCE)
    assert not (last.pixels == 90).all()
    assert panel.after.picture() is not None
    camera._say(None)
    camera.give(120)
    qtbot.waitUntil(lambda: any((view.pixels == 120).all() for view in paintings.views), timeout=PATIENCE)
    assert not window.error_strip.isVisible()
