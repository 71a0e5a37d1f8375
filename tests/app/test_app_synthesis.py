"""A picture made in the real window, saved, and looked at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import ScoresView, Synthesised
from deepvis_app.pictures.saving import read_about
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels.synthesis import SynthesisPanel
from tests.films import frames_in
from tests.windows import PATIENCE, Watch


def test_a_picture_fools_is_saved_and_fools_again_when_it_is_looked_at(
    shown: tuple[MainWindow, Watch], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, watch = shown
    window.session.set_frozen(True)
    window.docks["synthesis"].raise_()
    panel = window.synthesis
    assert isinstance(panel, SynthesisPanel)
    qtbot.waitUntil(panel.isVisible)
    panel.choose("adversarial")
    panel.form.editor("size").put("network")
    panel.form.editor("limit").put(20.0)
    window.actions_by_id["synthesis.toggle"].trigger()
    qtbot.waitUntil(lambda: not panel.running and panel.save.isEnabled(), timeout=PATIENCE)
    assert panel.note.text() == ""
    made = panel._making.made if panel._making else None
    assert isinstance(made, Synthesised)
    wanted = made.facts["class"]

    path = tmp_path / "fooled.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **kwargs: (str(path), ""))
    with qtbot.waitSignal(window.saving._written, timeout=PATIENCE):
        panel.save.click()
    about = read_about(path)
    assert about is not None
    assert (about["method"], about["facts"]["class"]) == ("adversarial", wanted)
    with Image.open(path) as saved:
        assert np.array_equal(np.asarray(saved), made.pixels)

    array = tmp_path / "fooled.npy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **kwargs: (str(array), ""))
    with qtbot.waitSignal(window.saving._written, timeout=PATIENCE):
        panel.save.click()
    assert np.array_equal(np.rint(np.load(array) * 255).astype(np.uint8), made.pixels.transpose(2, 0, 1))

    window.actions_by_id["synthesis.input"].trigger()

    def seen() -> bool:
        view = watch.view(ScoresView)
        return isinstance(view, ScoresView) and view.scores[0].label == wanted

    qtbot.waitUntil(seen, timeout=PATIENCE)
    assert window.session.source is not None
    assert window.session.source.title == "Fooling"


def test_a_dream_that_zooms_in_is_saved_as_a_film(
    shown: tuple[MainWindow, Watch], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, _ = shown
    window.session.set_frozen(True)
    window.docks["synthesis"].raise_()
    panel = window.synthesis
    assert isinstance(panel, SynthesisPanel)
    qtbot.waitUntil(panel.isVisible)
    panel.choose("dream")
    for name, value in {"size": 48, "steps": 2, "octaves": 1, "frames": 3}.items():
        panel.form.editor(name).put(value)
    assert not panel.film.isVisible()
    panel.start.click()
    qtbot.waitUntil(lambda: not panel.running, timeout=PATIENCE)
    made = panel._making.made if panel._making else None
    assert isinstance(made, Synthesised)
    assert panel.film.isVisible()

    path = tmp_path / "zoom.avi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **kwargs: (str(path), ""))
    with qtbot.waitSignal(window.saving._written, timeout=PATIENCE):
        panel.film.click()
    frames = frames_in(path)
    assert len(frames) == 3
    apart = [float(np.abs(frame.mean(2) - made.pixels.mean(2)).mean()) for frame in frames]
    assert apart[2] < 3 < apart[0], "the last is the one on show; JPEG keeps its brightness best"

    own = panel._films.newest
    assert own is not None
    panel.form.editor("frames").put(1)
    window.actions_by_id["synthesis.toggle"].trigger()
    qtbot.waitUntil(lambda: not panel.running, timeout=PATIENCE)
    assert not panel.film.isVisible()
    assert not own.exists()
    assert path.exists()
