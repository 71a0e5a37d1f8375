"""The inspector: which neuron a click means, what is asked for, what is written."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import UnitView
from deepvis_app.methods import Neuron
from deepvis_app.ui.panels.inspector import InspectorPanel


@pytest.fixture
def panel(qtbot: QtBot, loaded) -> InspectorPanel:
    loaded.set_unit(5)
    panel = InspectorPanel(loaded)
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: "unit" in loaded.asked)
    return panel


def view(
    neuron: tuple[int, int] | None = (11, 7),
    map_size: tuple[int, int] | None = (16, 32),
    dead: bool = False,
    layer: str = "conv1",
) -> UnitView:
    grey = np.full((140, 140, 3), 128, np.uint8)
    field = (0.25, 0.5, 0.25, 0.25)
    return UnitView(layer, 5, grey, grey, neuron, 4.21, 0.18, 4.21, 0.31, 6.9, dead, field, map_size)


def click(qtbot: QtBot, panel: InspectorPanel, y: int, x: int) -> None:
    """Click the neuron (y, x) of a map of 16 x 32."""
    rect = panel.activation.picture_rect()
    point = rect.topLeft().toPoint() + QPoint(
        round((x + 0.5) * rect.width() / 32), round((y + 0.5) * rect.height() / 16)
    )
    qtbot.mouseClick(panel.activation, Qt.MouseButton.LeftButton, pos=point)


@pytest.mark.parametrize("neuron", [(0, 0), (15, 31), (3, 20), (11, 7)])
def test_a_click_on_the_map_chooses_the_neuron_under_it(
    qtbot: QtBot, panel: InspectorPanel, loaded, neuron: tuple[int, int]
) -> None:
    loaded.answer(unit=view())
    click(qtbot, panel, *neuron)
    assert loaded.neuron == neuron
    assert panel.neuron.value == "clicked"
    qtbot.waitUntil(lambda: loaded.asked["unit"].neuron == neuron)


def test_a_second_click_lets_the_neuron_go(qtbot: QtBot, panel: InspectorPanel, loaded) -> None:
    loaded.answer(unit=view())
    click(qtbot, panel, 3, 20)
    click(qtbot, panel, 3, 20)
    assert loaded.neuron == "max"
    assert panel.neuron.value == "max"


@pytest.mark.parametrize("start", ["max", "all"])
def test_buttons_lead_back_to_the_whole_unit(
    qtbot: QtBot, panel: InspectorPanel, loaded, start: Neuron
) -> None:
    loaded.set_neuron((1, 2))
    qtbot.mouseClick(panel.neuron.button(start), Qt.MouseButton.LeftButton)
    assert loaded.neuron == start
    assert not panel.neuron.button("clicked").isEnabled()


def test_the_numbers_of_the_unit(panel: InspectorPanel, loaded) -> None:
    loaded.answer(unit=view())
    # value, active, mean, max, record, sees (of 64 x 64 pixels)
    assert panel.numbers.values == ["4.21", "31 %", "0.18", "4.21", "6.90", "16×16 px"]
    assert panel.activation_words.text == "activation, max 4.21 at (11, 7)"
    loaded.answer(unit=view(dead=True))
    assert panel.numbers.values[1] == "dead so far"


def test_a_value_without_a_map_cannot_be_clicked(qtbot: QtBot, panel: InspectorPanel, loaded) -> None:
    loaded.answer(unit=view(neuron=None, map_size=None))
    assert panel.activation.picture() is None
    qtbot.mouseClick(panel.activation, Qt.MouseButton.LeftButton)
    assert loaded.neuron == "max"


def test_rule_style_overlay_and_contrast_are_asked_for(qtbot: QtBot, panel: InspectorPanel, loaded) -> None:
    qtbot.mouseClick(panel.rule.button("deconvnet"), Qt.MouseButton.LeftButton)
    panel.style_box.setCurrentIndex(3)
    panel.style_box.activated.emit(3)
    qtbot.mouseClick(panel.overlay, Qt.MouseButton.LeftButton, pos=QPoint(8, panel.overlay.height() // 2))
    panel.contrast._slider.setValue(10)
    qtbot.waitUntil(lambda: loaded.asked["unit"].contrast == pytest.approx(2.0))
    request = loaded.asked["unit"]
    assert (request.rule, request.style, request.overlay) == ("deconvnet", "blurred norm", True)


def test_without_a_rule_no_backward_pass_is_asked_for(qtbot: QtBot, panel: InspectorPanel, loaded) -> None:
    qtbot.mouseClick(panel.rule.button(None), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: loaded.asked["unit"].rule is None)
    assert not panel.style_box.isEnabled()
    assert panel.backward._empty == "The backward pass is off."


def test_a_typed_number_chooses_the_unit(qtbot: QtBot, panel: InspectorPanel, loaded) -> None:
    panel.unit.selectAll()
    qtbot.keyClicks(panel.unit, "42")
    assert loaded.unit == 5, "it may go on"
    qtbot.keyClick(panel.unit, Qt.Key.Key_Return)
    assert loaded.unit == 42
    loaded.set_unit(7)
    assert panel.unit.value() == 7


def test_a_pinned_unit_stays_while_layers_are_browsed(qtbot: QtBot, panel: InspectorPanel, loaded) -> None:
    qtbot.mouseClick(panel.pin, Qt.MouseButton.LeftButton)
    loaded.set_layer("conv2")
    assert loaded.asked["unit"].layer == "conv1"
    assert panel.place.text == "of 64 · conv1"


def test_pictures_are_saved_by_the_method_that_made_them(qtbot: QtBot, panel: InspectorPanel, loaded) -> None:
    loaded.answer(unit=view())
    for picture, method in ((panel.activation, "activations"), (panel.backward, "guided_backprop")):
        with qtbot.waitSignal(panel.save_wanted) as wanted:
            picture.menu().actions()[1].trigger()
        assert wanted.args == [method]
