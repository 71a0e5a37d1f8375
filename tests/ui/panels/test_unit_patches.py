"""A unit's patches in the inspector: read, driven, pointed at, opened whole, made the input."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Driven, JobEnded, JobProgress
from deepvis_app.i18n import text
from deepvis_app.ui.dialogs.whole_picture import WholePictureDialog
from deepvis_app.ui.panels.inspector import InspectorPanel
from deepvis_app.ui.panels.unit_patches import UnitPatchesView

GREY = np.full((32, 32, 3), 128, np.uint8)


@pytest.fixture
def started(indexed, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """The jobs that were started."""
    jobs: list[dict[str, object]] = []

    def start_job(job: str, **about: object) -> int:
        jobs.append({"job": job, **about})
        return len(jobs)

    monkeypatch.setattr(indexed, "start_job", start_job)
    return jobs


@pytest.fixture
def view(indexed, started, qtbot: QtBot) -> Iterator[UnitPatchesView]:
    indexed.set_layer("conv2b")
    panel = InspectorPanel(indexed)
    qtbot.addWidget(panel)
    panel.resize(306, 700)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: panel.patches.patches.count == 9)
    yield panel.patches
    panel.hide()


def test_the_nine_strongest_are_shown_with_their_numbers(view: UnitPatchesView, indexed) -> None:
    assert view.words.text.startswith("top 9 of 24 pictures")
    assert view.empty.isHidden()
    assert "gold" in view.patches._tip(0) or "teal" in view.patches._tip(0)


def test_another_unit_has_other_patches_and_one_seen_before_is_not_read_again(
    view: UnitPatchesView, indexed, qtbot: QtBot
) -> None:
    first = view.words.text
    indexed.set_unit(1)
    qtbot.waitUntil(lambda: view.words.text != first)
    indexed.set_unit(0)
    assert view.words.text == first, "at once"


def test_what_drives_each_patch_comes_one_by_one_and_is_kept(
    view: UnitPatchesView, indexed, started, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(started) == 1)
    assert started[0]["job"] == "drive"
    options = started[0]["options"]
    assert options["rule"] == "deconvnet"  # type: ignore[index]
    assert len(options["pictures"]) == 9  # type: ignore[index]
    for number in range(9):
        item = Driven(number, None if number == 4 else GREY)
        indexed.job_changed.emit(JobProgress(1, text("Driving"), 0.1, None, item=item))
    assert view.driven.count == 9
    assert view.driven.is_missing(4)
    indexed.job_changed.emit(JobEnded(1, text("Driving"), cancelled=False))
    indexed.set_unit(1)
    qtbot.waitUntil(lambda: len(started) == 2)
    indexed.set_unit(0)
    assert view.driven.count == 9
    view.rule.button("guided").click()
    qtbot.waitUntil(lambda: len(started) == 3)
    assert started[2]["options"]["rule"] == "guided"  # type: ignore[index]
    assert view.remembered() == "guided"


def test_pointing_at_one_marks_its_neighbour_and_a_click_opens_the_picture(
    view: UnitPatchesView, indexed, qtbot: QtBot
) -> None:
    view.driven.set_cells([GREY] * 9)
    qtbot.mouseMove(view.patches, view.patches.cell_rect(4).center())
    view.patches.set_mark(4)
    assert view.driven._mark == 4
    qtbot.mouseClick(view.patches, Qt.MouseButton.LeftButton, pos=view.patches.cell_rect(4).center())
    (dialog,) = view.findChildren(WholePictureDialog)
    qtbot.waitUntil(lambda: dialog.view.picture() is not None)
    assert dialog.view._field is not None
    assert ".png" in dialog.windowTitle()
    frames: list[object] = []
    indexed.playback.frame.connect(frames.append)
    dialog.take.click()
    qtbot.waitUntil(lambda: len(frames) == 1)
    assert indexed.source.title == dialog.windowTitle()


def test_the_keys_reach_every_patch(view: UnitPatchesView, qtbot: QtBot) -> None:
    view.patches.setFocus()
    view.patches.set_mark(0)
    qtbot.keyClick(view.patches, Qt.Key.Key_Down)
    qtbot.keyClick(view.patches, Qt.Key.Key_Right)
    assert view.patches._mark == 4
    with qtbot.waitSignal(view.patches.chosen) as heard:
        qtbot.keyClick(view.patches, Qt.Key.Key_Return)
    assert heard.args == [4]
    for dialog in view.findChildren(WholePictureDialog):
        dialog.close()


def test_without_an_index_there_is_a_button_that_asks_for_one(loaded, qtbot: QtBot) -> None:
    panel = InspectorPanel(loaded)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.patches.empty.isVisibleTo(panel)
    with qtbot.waitSignal(loaded.library.wanted):
        panel.patches.empty.button.click()


def test_a_layer_that_the_index_lacks_says_so(view: UnitPatchesView, indexed) -> None:
    indexed.set_layer("conv1.conv")
    assert view.words.text == "This index does not hold conv1.conv."
    assert view.patches.count == 0
