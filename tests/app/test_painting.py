"""Painting through the real window: what is saved, recorded and filmed there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import StyleView
from deepvis_app.ui.panels.style import StylePanel
from tests.sources.conftest import _avi, _jpeg
from tests.windows import PATIENCE, Open, Watch


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
