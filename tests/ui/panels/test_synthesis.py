"""Pictures that are made: what is asked for, how it comes, how it ends, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Failure, JobEnded, JobProgress, StartJob, Synthesised
from deepvis_app.i18n import text
from deepvis_app.methods.fooling_params import AdversarialParams
from deepvis_app.ui.dialogs.enlarged import EnlargedDialog
from deepvis_app.ui.panels.synthesis import SynthesisPanel
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.widgets.made_tiles import MadeTiles

MAKING = text("Making a picture")
GREY = np.full((30, 40, 3), 128, np.uint8)
FOOLED = np.full((30, 40, 3), 131, np.uint8)
BEFORE = {"before: class 2": 0.9, "before: class 7": 0.01}
FACTS = {"class": "class 7", "largest change": 3, **BEFORE, "after: class 7": 0.8, "after: class 2": 0.1}


@pytest.fixture
def panel(qtbot: QtBot, loaded, monkeypatch: pytest.MonkeyPatch) -> SynthesisPanel:
    made = SynthesisPanel(loaded)
    qtbot.addWidget(made)
    made.resize(1200, 170)
    made.show()
    qtbot.waitExposed(made)
    made.choose("adversarial")
    loaded.sent = []
    monkeypatch.setattr(loaded._worker, "send", loaded.sent.append)
    return made


def told(panel: SynthesisPanel, pixels: np.ndarray, done: float, **more: object) -> JobProgress:
    assert panel._job is not None
    return JobProgress(panel._job, MAKING, done, 4.0, None, Synthesised("adversarial", pixels, **more))  # type: ignore[arg-type]


def ended(panel: SynthesisPanel, item: Synthesised | None, *, cancelled: bool = False) -> JobEnded:
    assert panel._job is not None
    return JobEnded(panel._job, MAKING, cancelled, None, item)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_start_asks_for_what_the_form_and_the_picker_say(panel: SynthesisPanel, qtbot: QtBot, loaded) -> None:
    assert panel.aim.picker is not None
    assert panel.aim.picker.text() == "towards: the runner-up ▾"
    panel.aim.picker.click()
    qtbot.keyClicks(panel.aim.picker.search, "class 7")
    qtbot.keyClick(panel.aim.picker.search, Qt.Key.Key_Return)
    panel.form.editor("steps").put(12)
    panel.start.click()
    (sent,) = loaded.sent
    assert isinstance(sent, StartJob)
    assert (sent.job, sent.class_index, sent.layer, sent.unit) == ("synthesise", 7, None, None)
    assert sent.options == {"method": "adversarial", "params": AdversarialParams(steps=12), "others": ()}
    assert panel.start.text() == "Stop"


def test_a_unit_or_a_layer_is_the_one_that_the_window_shows(panel: SynthesisPanel, loaded) -> None:
    panel.choose("maximise")
    assert panel.aim.segments is not None
    panel.aim.segments.button("unit").click()
    loaded.set_layer("conv2")
    loaded.set_unit(5)
    assert panel.aim.words.text == "5 of conv2"
    panel.start.click()
    sent = loaded.sent[-1]
    assert (sent.layer, sent.unit, sent.class_index) == ("conv2", 5, None)


def test_before_result_and_difference_come_with_their_scores(panel: SynthesisPanel, loaded) -> None:
    panel.start.click()
    loaded.job_changed.emit(told(panel, GREY, 0.0, facts={"class": "class 7", **BEFORE}))
    loaded.job_changed.emit(told(panel, FOOLED, 0.5, facts=FACTS))
    before, result, difference = (panel.tiles._tiles[name] for name in ("before", "result", "difference"))
    assert before.pixels is GREY
    assert result.pixels is FOOLED
    assert list(before.bars) == [("class 2", 0.9, False), ("class 7", 0.01, True)]
    assert list(result.bars) == [("class 7", 0.8, True), ("class 2", 0.1, False)]
    assert difference.title == "Difference × 42"
    assert (difference.pixels == 128 + 3 * 42).all()
    assert difference.figures == ("largest 3",)
    assert panel.bar.value() == 500
    assert panel.note.text() == "4 s left"


def test_what_was_made_stays_and_can_be_saved_looked_at_and_enlarged(
    panel: SynthesisPanel, qtbot: QtBot, loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not panel.save.isEnabled()
    panel.start.click()
    loaded.job_changed.emit(told(panel, GREY, 0.0))
    loaded.job_changed.emit(ended(panel, Synthesised("adversarial", FOOLED, FACTS, finished=True)))
    assert panel.start.text() == "Start"
    assert not panel.bar.isVisible()

    saved: list[Savable] = []
    panel.save_wanted.connect(saved.append)
    panel.save.click()
    panel.save_sheet()
    one, sheet = saved
    assert one.pixels is FOOLED
    assert one.whole
    assert one.about["method"] == "adversarial"
    assert one.about["facts"] == FACTS
    assert one.about["params"]["limit"] == 7.0  # type: ignore[index]
    assert sheet.pixels.shape[1] > 3 * 250

    opened: list[tuple[np.ndarray, str]] = []
    monkeypatch.setattr(loaded, "open_still", lambda *args: opened.append(args))
    panel.use.click()
    assert opened[0][0] is FOOLED
    qtbot.mouseClick(panel.tiles.tile("result"), Qt.MouseButton.LeftButton)
    (dialog,) = panel.findChildren(EnlargedDialog)
    assert dialog.picture.picture().width() == 40
    dialog.close()


def test_stopping_keeps_what_was_reached(panel: SynthesisPanel, loaded) -> None:
    panel.start.click()
    loaded.job_changed.emit(told(panel, FOOLED, 0.2))
    panel.start.click()
    assert loaded.sent[-1].id == panel._job
    loaded.job_changed.emit(ended(panel, Synthesised("adversarial", FOOLED), cancelled=True))
    assert panel.note.text() == "Stopped; this is what was reached."
    assert panel.save.isEnabled()


def test_what_a_method_refuses_stands_in_the_panel_as_a_sentence(panel: SynthesisPanel, loaded) -> None:
    panel.start.click()
    loaded.job_changed.emit(ended(panel, None, cancelled=True))
    loaded.failed.emit(Failure(text("The network sees {label} already.", label="class 7"), ""))
    assert panel.note.text() == "The network sees class 7 already."
    loaded.failed.emit(Failure(text("Something else."), ""))
    assert panel.note.text() == "The network sees class 7 already.", "another's failure is not told here"
    assert panel.start.isEnabled()


def test_a_note_of_the_method_is_told(panel: SynthesisPanel, loaded) -> None:
    panel.start.click()
    note = text("The class was not reached.")
    loaded.job_changed.emit(ended(panel, Synthesised("adversarial", GREY, FACTS, note, finished=True)))
    assert panel.note.text() == "The class was not reached."


def test_a_style_must_be_chosen_first(panel: SynthesisPanel, loaded, picture_folder: Path) -> None:
    panel.choose("neural_style")
    assert panel.others.isVisible()
    assert not panel.start.isEnabled()
    assert "Choose the picture" in panel.start.toolTip()
    panel.others.take(picture_folder / "a.jpg")
    assert panel.start.isEnabled()
    panel.start.click()
    assert [each.shape for each in loaded.sent[-1].options["others"]] == [(40, 60, 3)]
    panel.others.take(picture_folder / "missing.jpg")
    assert "missing.jpg" in panel.note.text()
    panel.others._buttons[0].click()
    assert panel.others.names == ()
    panel.choose("adversarial")
    assert not panel.others.isVisible()


def test_choices_are_remembered_method_by_method(panel: SynthesisPanel, qtbot: QtBot, loaded) -> None:
    panel.form.editor("steps").put(12)
    panel.choose("texture_gram")
    panel.form.editor("layers").put(2)
    saved = panel.remembered()
    other = SynthesisPanel(loaded)
    qtbot.addWidget(other)
    other.remember(saved)
    other.show()
    qtbot.waitExposed(other)
    assert other.row.name == "texture_gram"
    assert other.form.values()["layers"] == 2
    other.choose("adversarial")
    assert other.form.values()["steps"] == 12


def test_without_a_network_nothing_can_be_started(qtbot: QtBot, session) -> None:
    panel = SynthesisPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    assert not panel.start.isEnabled()
    panel.toggle()
    assert panel._job is None
    assert panel.tiles._tiles["result"].setting, "what the method makes is told"


def test_tiles_fill_the_height_and_lie_side_by_side(qtbot: QtBot) -> None:
    tiles = MadeTiles()
    qtbot.addWidget(tiles)
    tiles.resize(700, 150)
    tiles.show_made(Synthesised("adversarial", GREY, {"class": "class 7", **BEFORE}))
    tiles.show_made(Synthesised("adversarial", FOOLED, FACTS))
    right = 0
    for tile in tiles.shown:
        assert tile.x() >= right
        right = tile.x() + tile.width()
    assert right <= 700
    tiles.clear()
    assert tiles.shown == []
