"""Explanations side by side: which class, what is asked, and what a comparison fills in."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Area,
    Explained,
    JobEnded,
    JobProgress,
    MapRequest,
    MapView,
    StartJob,
)
from deepvis_app.i18n import text
from deepvis_app.methods.params import OcclusionParams, SaliencyParams
from deepvis_app.session import SourceInfo
from deepvis_app.ui.dialogs.enlarged import EnlargedDialog
from deepvis_app.ui.panels.why import USUAL, WhyPanel
from deepvis_app.ui.savables import Savable

GREY = np.full((32, 32, 3), 128, np.uint8)
LIVE = {name for name in USUAL if name in ("grad_cam", "saliency", "guided_backprop")}


@pytest.fixture
def panel(qtbot: QtBot, loaded) -> WhyPanel:
    made = WhyPanel(loaded)
    qtbot.addWidget(made)
    made.resize(1200, 170)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: loaded.asked != {})
    return made


@pytest.fixture
def started(loaded, monkeypatch: pytest.MonkeyPatch) -> list[StartJob]:
    """The jobs that the session sends."""
    sent: list[StartJob] = []
    monkeypatch.setattr(
        loaded._worker,
        "send",
        lambda command: sent.append(command) if isinstance(command, StartJob) else None,
    )
    return sent


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
    panel.methods.action("saliency").setChecked(False)
    qtbot.waitUntil(lambda: "why saliency" not in loaded.asked)
    assert panel._tile_of["saliency"].isHidden()
    assert "saliency" not in panel.remembered()["methods"]


def test_attention_is_among_the_methods_of_networks_that_attend_alone(panel: WhyPanel) -> None:
    panel.methods.check(["attention_rollout", "grad_cam"])
    assert panel.chosen == ["grad_cam"]


def test_a_comparison_fills_tile_by_tile_and_another_class_empties_it(
    panel: WhyPanel, loaded, started: list[StartJob]
) -> None:
    panel.compare.click()
    assert started[0].options["methods"] == tuple(panel.chosen)
    assert panel.compare.text() == "Stop"
    job = started[0].id
    occlusion, gradients = panel._tile_of["occlusion"], panel._tile_of["integrated_gradients"]
    assert occlusion.note == "waiting…"
    item = Explained("occlusion", GREY, 4, "class 4", "", 46.2, 0.114, 0.5, finished=True)
    loaded.job_changed.emit(progress(job, item))
    assert occlusion.pixels is GREY
    assert occlusion.figures == ("46 ms", "deletion 0.11", "insertion 0.50")
    note = text("There is not enough memory for {method}.", method="it")
    loaded.job_changed.emit(progress(job, Explained("integrated_gradients", note=note, finished=True)))
    assert gradients.note == "There is not enough memory for it."
    loaded.job_changed.emit(JobEnded(job, text("Explaining"), cancelled=True))
    assert panel.compare.text() == "Compare"
    loaded.set_explain_class(2)
    assert occlusion.pixels is None
    assert occlusion.figures == ()
    assert occlusion.note == "press Compare"


def test_what_is_stopped_keeps_what_was_reached(panel: WhyPanel, loaded, started: list[StartJob]) -> None:
    panel.compare.click()
    job = started[0].id
    loaded.job_changed.emit(progress(job, Explained("occlusion", GREY, 4, "class 4", finished=False)))
    panel.compare.click()
    loaded.job_changed.emit(JobEnded(job, text("Explaining"), cancelled=True))
    assert panel._tile_of["occlusion"].pixels is GREY
    assert panel._tile_of["occlusion"].figures == (), "it was not measured to the end"
    assert panel._tile_of["integrated_gradients"].note == "not computed"
    loaded.job_changed.emit(progress(job, Explained("integrated_gradients", GREY, 4, "class 4")))
    assert panel._tile_of["integrated_gradients"].pixels is None, "what comes late is dropped"


def test_a_stream_stands_still_while_it_is_explained_and_leaves_the_pictures_behind_when_it_goes_on(
    panel: WhyPanel, loaded, started: list[StartJob], monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = SourceInfo("Camera", "camera", live=True)
    monkeypatch.setattr(type(loaded), "source", property(lambda _: camera))
    panel.compare.click()
    assert loaded.frozen
    loaded.job_changed.emit(
        progress(started[0].id, Explained("occlusion", GREY, 4, "class 4", finished=True))
    )
    assert panel._tile_of["occlusion"].pixels is GREY
    loaded.set_frozen(False)
    assert panel._tile_of["occlusion"].pixels is None
    assert not panel.comparison.running


def test_a_map_of_classes_comes_with_its_legend_and_heat_with_its_boxes(
    panel: WhyPanel, loaded, started: list[StartJob]
) -> None:
    panel.methods.check(["grad_cam", "occlusion_classes"])
    panel.compare.click()
    legend = (Area("go-kart", 0.9, (1, 2, 3)), Area("rugby ball", 0.1, (4, 5, 6)))
    boxes = ((0.1, 0.2, 0.3, 0.4),)
    places = ((10.0, 20.0, 30.0, 40.0),)
    for item in (
        Explained("occlusion_classes", GREY, 4, "class 4", legend=legend, finished=True),
        Explained("grad_cam", GREY, 4, "class 4", boxes=boxes, places=places, iou=0.61, finished=True),
    ):
        loaded.job_changed.emit(progress(started[0].id, item))
    assert panel._tile_of["occlusion_classes"].legend == legend
    assert panel._tile_of["grad_cam"].boxes == boxes
    assert panel._tile_of["grad_cam"].figures[-1] == "IoU 0.61"
    panel._enlarge("grad_cam")
    (dialog,) = panel.findChildren(EnlargedDialog)
    rows = [dialog.facts.topLevelItem(row) for row in range(dialog.facts.topLevelItemCount())]
    shown = {row.text(0): row.text(1) for row in rows if row is not None}
    assert shown["box 1"] == "10, 20: 30 × 40"
    assert shown["boxes fit"] == "0.610"
    dialog.close()


def test_a_click_enlarges_and_the_large_picture_follows(panel: WhyPanel, qtbot: QtBot, loaded) -> None:
    loaded.answer(**{"why saliency": MapView("saliency", GREY, 4, "class 4")})
    qtbot.mouseClick(panel._tile_of["saliency"], Qt.MouseButton.LeftButton)
    (dialog,) = panel.findChildren(EnlargedDialog)
    qtbot.waitUntil(lambda: loaded.asked["why saliency"] == MapRequest("saliency", size=560))
    other = np.zeros((64, 64, 3), np.uint8)
    loaded.answer(**{"why saliency": MapView("saliency", other, 4, "class 4")})
    assert dialog.picture.picture().width() == 64
    dialog.close()
    qtbot.waitUntil(lambda: loaded.asked["why saliency"] != MapRequest("saliency", size=560))


def test_parameters_change_what_is_asked_and_are_remembered(
    panel: WhyPanel, qtbot: QtBot, loaded, started: list[StartJob]
) -> None:
    panel._enlarge("saliency")
    (dialog,) = panel.findChildren(EnlargedDialog)
    qtbot.keyClick(dialog.form.editor("variant").focus, Qt.Key.Key_Down)
    signed = SaliencyParams("signed")
    qtbot.waitUntil(lambda: getattr(loaded.asked["why saliency"], "params", None) == signed)
    dialog.close()

    panel._enlarge("occlusion")
    dialog = panel.findChildren(EnlargedDialog)[-1]
    size = dialog.form.editor("size").focus
    assert isinstance(size, QSpinBox)
    size.setValue(16)
    assert started[-1].options["methods"] == ("occlusion",)
    assert started[-1].options["settings"] == {"saliency": signed, "occlusion": OcclusionParams(16)}
    assert "Side of the square: 16" in panel._tile_of["occlusion"].setting
    saved = panel.remembered()
    dialog.close()

    other = WhyPanel(loaded)
    qtbot.addWidget(other)
    other.remember(saved)
    assert other.comparison.params("occlusion") == OcclusionParams(16)
    other.remember({"params": {"occlusion": {"size": -3}, "astrology": {}}, "methods": 7})
    assert other.comparison.params("occlusion") == OcclusionParams(16)


def test_another_layer_is_asked_of_the_maps_that_are_made_of_one(
    panel: WhyPanel, qtbot: QtBot, loaded, started: list[StartJob]
) -> None:
    panel.layers.chosen.emit("conv1")
    qtbot.waitUntil(lambda: getattr(loaded.asked["why grad_cam"], "layer", None) == "conv1")
    assert getattr(loaded.asked["why saliency"], "layer", "") is None
    panel.compare.click()
    assert started[0].layer == "conv1"


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
    assert one.about["method"] == one.method == "grad_cam"
    assert one.about["params"] == {"share": 0.4, "smallest": 1.0}
    assert sheet.pixels.ndim == 3
    assert sheet.pixels.std() > 1
    assert [each["method"] for each in sheet.about["pictures"]] == ["grad_cam"]  # type: ignore[attr-defined]


def test_behind_another_tab_nothing_is_asked(panel: WhyPanel, qtbot: QtBot, loaded) -> None:
    panel.set_covered(True)
    qtbot.waitUntil(lambda: loaded.asked == {})
    panel.set_covered(False)
    qtbot.waitUntil(lambda: loaded.asked != {})
