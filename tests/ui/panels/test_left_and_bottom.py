"""Input, classes and weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    InputView,
    Score,
    ScoresRequest,
    ScoresView,
    UnitView,
    WeightsRequest,
    WeightsView,
)
from deepvis_app.i18n import text
from deepvis_app.ui.panels.classes import ClassesPanel
from deepvis_app.ui.panels.input import InputPanel
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.panels.weights import WeightsPanel


def show(qtbot: QtBot, panel: LivePanel, width: int, height: int) -> None:
    qtbot.addWidget(panel)
    panel.resize(width, height)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: panel._asked != set())


# ---- input ------------------------------------------------------------------------------------------------


def test_the_input_shows_what_the_network_and_the_neuron_see(qtbot: QtBot, loaded) -> None:
    panel = InputPanel(loaded)
    show(qtbot, panel, 264, 400)
    seen = (0.25, 0.0, 0.5, 1.0)
    frame = InputView(np.full((120, 240, 3), 200, np.uint8), seen, (640, 320))
    grey = np.zeros((8, 8, 3), np.uint8)
    field = (0.5, 0.2, 0.5, 0.4)  # of what the network sees
    unit = UnitView("conv1", 0, grey, None, (0, 0), 1.0, 1.0, 1.0, 1.0, 1.0, False, field, (8, 8))
    loaded.answer(input=frame, unit=unit)
    assert panel.picture._crop == seen
    assert panel.picture._field == pytest.approx((0.5, 0.2, 0.25, 0.4))
    loaded.set_unit(9)
    loaded.answer(input=frame)
    assert panel.picture._field is None, "of a unit before"


def test_the_picture_is_asked_for_at_the_size_shown(qtbot: QtBot, loaded) -> None:
    panel = InputPanel(loaded)
    show(qtbot, panel, 264, 400)
    loaded.answer(input=InputView(np.zeros((120, 240, 3), np.uint8), (0, 0, 1, 1), (640, 320)))
    qtbot.waitUntil(lambda: (loaded.asked["input"].width, loaded.asked["input"].height) == (240, 120))


def test_a_lost_camera_is_told_over_the_last_picture(qtbot: QtBot, loaded) -> None:
    panel = InputPanel(loaded)
    show(qtbot, panel, 264, 400)
    loaded.source_message.emit(text("The camera {name} is gone.", name="HD"))
    assert panel.picture.accessibleDescription() == "The camera HD is gone."
    loaded.source_message.emit(None)
    assert panel.picture.accessibleDescription() == ""


def test_freezing_follows_the_session_both_ways(qtbot: QtBot, loaded) -> None:
    panel = InputPanel(loaded)
    show(qtbot, panel, 264, 400)
    panel.transport.freeze_wanted.emit(True)
    assert loaded.frozen
    loaded.set_frozen(False)
    assert not panel.transport.freeze.isChecked()


# ---- classes ----------------------------------------------------------------------------------------------


def scores(*indices: int) -> ScoresView:
    return ScoresView(tuple(Score(index, f"class {index}", 0.5) for index in indices))


def test_any_number_of_classes_is_asked_for(qtbot: QtBot, loaded) -> None:
    panel = ClassesPanel(loaded)
    show(qtbot, panel, 264, 300)
    qtbot.waitUntil(lambda: loaded.asked["classes"] == ScoresRequest(5))
    assert panel.count.maximum() == 10
    panel.count.setValue(10)
    qtbot.waitUntil(lambda: loaded.asked["classes"] == ScoresRequest(10))


def test_a_clicked_class_is_kept_and_let_go(qtbot: QtBot, loaded) -> None:
    panel = ClassesPanel(loaded)
    show(qtbot, panel, 264, 300)
    loaded.answer(classes=scores(4, 7))
    second = QPoint(20, panel.bars.row_height + 4)
    qtbot.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=second)
    qtbot.waitUntil(lambda: loaded.asked["classes"] == ScoresRequest(5, (7,)))
    qtbot.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=second)
    qtbot.waitUntil(lambda: loaded.asked["classes"] == ScoresRequest(5))


# ---- weights ----------------------------------------------------------------------------------------------


def test_the_layers_weights_and_the_units_own_are_asked_for(qtbot: QtBot, loaded) -> None:
    panel = WeightsPanel(loaded)
    show(qtbot, panel, 900, 180)
    loaded.set_unit(3)
    qtbot.waitUntil(lambda: getattr(loaded.asked.get("weights of the unit"), "unit", None) == 3)
    whole = loaded.asked["weights"]
    assert isinstance(whole, WeightsRequest)
    assert (whole.layer, whole.unit, whole.width) == ("conv1", None, panel.sheet.pixel_width())


def test_scrolling_asks_for_the_filters_in_sight_and_another_layer_for_its_first(
    qtbot: QtBot, loaded
) -> None:
    panel = WeightsPanel(loaded)
    show(qtbot, panel, 900, 180)
    pixels = np.full((20 * 50 - 2, 10 * 50 - 2, 3), 128, np.uint8)
    loaded.answer(weights=WeightsView("conv1", pixels, text("filters"), 10, 48, 200, 2, 0, 1000))
    panel.sheet.verticalScrollBar().setValue(40 * 50)
    qtbot.waitUntil(lambda: getattr(loaded.asked.get("weights"), "first", 0) > 200)
    assert loaded.asked["weights"].first % 10 == 0
    loaded.set_layer("conv2")
    qtbot.waitUntil(lambda: getattr(loaded.asked.get("weights"), "layer", "") == "conv2")
    assert loaded.asked["weights"].first == 0


def test_a_click_on_a_filter_chooses_its_unit(qtbot: QtBot, loaded) -> None:
    panel = WeightsPanel(loaded)
    show(qtbot, panel, 900, 180)
    pixels = np.full((48, 10 * 50 - 2, 3), 128, np.uint8)
    loaded.answer(weights=WeightsView("conv1", pixels, text("10 filters"), 10, 48, 10, 2))
    qtbot.mouseClick(panel.sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4 * 50 + 20, 20))
    assert loaded.unit == 4
    assert panel.about.text == "10 filters"


def test_a_layer_without_weights_asks_for_none_and_says_so(qtbot: QtBot, loaded) -> None:
    panel = WeightsPanel(loaded)
    show(qtbot, panel, 900, 180)
    loaded.set_layer("pool1")
    qtbot.waitUntil(lambda: loaded.asked == {})
    assert panel.sheet._empty.startswith("pool1 has no weights of its own.")
