"""Explanations side by side: which class, what is asked, and what a comparison fills in."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Explained, JobEnded, JobProgress, MapRequest, MapView
from deepvis_app.i18n import text
from deepvis_app.ui.dialogs.enlarged import EnlargedDialog
from deepvis_app.ui.panels.why import LIVE, WhyPanel
from deepvis_app.ui.savables import Savable

GREY = np.full((32, 32, 3), 128, np.uint8)


@pytest.fixture
def panel(qtbot: QtBot, loaded) -> WhyPanel:
    made = WhyPanel(loaded)
    qtbot.addWidget(made)
    made.resize(1200, 170)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: loaded.asked != {})
    return made


def progress(job: int, item: Explained) -> JobProgress:
    return JobProgress(job, text("Explaining"), 0.5, None, item=item)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_winner_is_explained_live_until_another_class_is_found_by_typing(
    panel: WhyPanel, qtbot: QtBot, loaded
) -> None:
    names = {request.method for request in loaded.asked.values()}
    assert names == {"input", *LIVE}
    loaded.answer(**{"why grad_cam": MapView("grad_cam", GREY, 4, "class 4", "conv2", 0.5)})
    assert panel.picker.text() == "explain: class 4 (winner) ▾"
    assert panel._tile_of["grad_cam"].setting == "conv2"
    panel.picker.click()
    qtbot.keyClicks(panel.picker.search, "class 7")
    qtbot.keyClick(panel.picker.search, Qt.Key.Key_Return)
    assert loaded.explain_class == 7
    assert not panel.picker.popup.isVisible()
    assert panel.picker.text() == "explain: class 7 ▾"
    qtbot.waitUntil(lambda: getattr(loaded.asked["why saliency"], "class_index", None) == 7)


def test_a_method_that_is_not_chosen_is_neither_shown_nor_asked(
    panel: WhyPanel, qtbot: QtBot, loaded
) -> None:
    action = next(each for each in panel.menu.actions() if each.data() == "saliency")
    action.setChecked(False)
    qtbot.waitUntil(lambda: "why saliency" not in loaded.asked)
    assert panel._tile_of["saliency"].isHidden()
    assert "saliency" not in panel.remembered()["methods"]


def test_a_comparison_fills_tile_by_tile_and_another_class_empties_it(panel: WhyPanel, loaded) -> None:
    panel.compare.click()
    job = panel._job
    assert job is not None
    occlusion, gradients = panel._tile_of["occlusion"], panel._tile_of["integrated_gradients"]
    item = Explained("occlusion", GREY, 4, "class 4", "", 46.2, 0.114, 0.5, finished=True)
    loaded.job_changed.emit(progress(job, item))
    assert occlusion.pixels is GREY
    assert occlusion.figures == ("deletion 0.11", "46 ms")
    note = text("There is not enough memory for {method}.", method="it")
    loaded.job_changed.emit(progress(job, Explained("integrated_gradients", note=note, finished=True)))
    assert gradients.note == "There is not enough memory for it."
    loaded.job_changed.emit(JobEnded(job, text("Explaining"), cancelled=True))
    assert panel._job is None
    loaded.set_explain_class(2)
    assert occlusion.pixels is None
    assert occlusion.figures == ()


def test_a_click_enlarges_and_the_large_picture_follows(panel: WhyPanel, qtbot: QtBot, loaded) -> None:
    loaded.answer(**{"why saliency": MapView("saliency", GREY, 4, "class 4")})
    qtbot.mouseClick(panel._tile_of["saliency"], Qt.MouseButton.LeftButton)
    (dialog,) = panel.findChildren(EnlargedDialog)
    qtbot.waitUntil(lambda: loaded.asked["why saliency"] == MapRequest("saliency", size=480))
    other = np.zeros((64, 64, 3), np.uint8)
    loaded.answer(**{"why saliency": MapView("saliency", other, 4, "class 4")})
    assert dialog.picture.picture().width() == 64
    dialog.close()


def test_a_tile_and_the_sheet_are_saved_with_what_made_them(panel: WhyPanel, qtbot: QtBot, loaded) -> None:
    saved: list[Savable] = []
    panel.save_wanted.connect(saved.append)
    panel.sheet.click()
    assert saved == [], "there is nothing yet"
    loaded.answer(**{"why grad_cam": MapView("grad_cam", GREY, 4, "class 4", "conv2", 0.5)})
    qtbot.mouseClick(panel._tile_of["grad_cam"], Qt.MouseButton.RightButton)
    panel.sheet.click()
    one, sheet = saved
    assert one.pixels is GREY
    assert one.about["method"] == "grad_cam"
    assert sheet.pixels.ndim == 3
    assert sheet.pixels.std() > 1
    assert [each["method"] for each in sheet.about["pictures"]] == ["grad_cam"]  # type: ignore[attr-defined]


def test_behind_another_tab_nothing_is_asked(panel: WhyPanel, qtbot: QtBot, loaded) -> None:
    panel.set_covered(True)
    qtbot.waitUntil(lambda: loaded.asked == {})
    panel.set_covered(False)
    qtbot.waitUntil(lambda: loaded.asked != {})
