"""An explanation over the input: switched, chosen, with boxes; nothing is asked while it is off."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import HeatRequest, HeatView, InputView, Result
from deepvis_app.i18n import text
from deepvis_app.pictures import colormaps, styles
from deepvis_app.ui.panels.input import InputPanel
from deepvis_app.ui.savables import savables
from tests.ui.panels.conftest import NETWORK, ReadableSession

SEEN = (0.25, 0.0, 0.5, 1.0)
FRAME = InputView(np.full((120, 240, 3), 100, np.uint8), SEEN, (640, 320))
LEVELS = np.zeros((120, 120), np.uint8)
LEVELS[:, 60:] = 255
HEAT = HeatView("grad_cam", LEVELS, False, ((0.5, 0.25, 0.25, 0.5),), 4, "class 4", "conv2")


@pytest.fixture
def panel(qtbot: QtBot, loaded: ReadableSession) -> InputPanel:
    made = InputPanel(loaded)
    qtbot.addWidget(made)
    made.resize(264, 400)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: "input" in loaded.asked)
    loaded.answer(input=FRAME)
    return made


def test_it_costs_nothing_while_it_is_off(panel: InputPanel, loaded: ReadableSession) -> None:
    assert set(loaded.asked) == {"input"}
    height = panel.height()
    panel.controls.heat.click()
    request = loaded.asked["heat"]
    assert isinstance(request, HeatRequest)
    assert (request.method, request.share, request.class_index) == ("grad_cam", None, None)
    assert panel.height() > height, "what can be chosen comes with it"
    panel.controls.heat.click()
    assert set(loaded.asked) == {"input"}
    assert panel.height() == height


def test_heat_that_was_left_on_is_asked_once_the_network_is_there(
    qtbot: QtBot, session: ReadableSession
) -> None:
    session.remember({"choices": {"heat": True, "heat_method": "layer_cam"}})
    made = InputPanel(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "input" in session.asked)
    assert "heat" not in session.asked
    session._take_network(NETWORK)
    assert getattr(session.asked["heat"], "method", "") == "layer_cam"


def test_heat_lies_where_the_network_sees(panel: InputPanel, loaded: ReadableSession) -> None:
    loaded.set_heat(True)
    loaded.answer(input=FRAME, heat=HEAT)
    image = panel.picture.picture()
    assert image is not None
    plain = (100, 100, 100)
    for x in (10, 90, 230):  # beside the crop, in its cold half, beside it again
        assert image.pixelColor(x, 60).getRgb()[:3] == plain
    table = colormaps.table("inferno")
    hot = image.pixelColor(150, 60).getRgb()[:3]
    assert hot == pytest.approx(tuple(0.7 * table[255] + 0.3 * 100), abs=2)
    loaded.set_heat(False)
    loaded.answer(input=FRAME)
    image = panel.picture.picture()
    assert image is not None
    assert image.pixelColor(150, 60).getRgb()[:3] == plain


def test_under_a_letterbox_heat_beside_the_picture_is_cut_off(
    panel: InputPanel, loaded: ReadableSession
) -> None:
    loaded.set_heat(True)
    tall = np.zeros((240, 240), np.uint8)
    tall[:60] = 255  # above the picture
    seen = (0.0, -0.5, 1.0, 2.0)
    loaded.answer(
        input=InputView(FRAME.pixels, seen, (640, 320)), heat=HeatView("grad_cam", tall, False, (), 4, "4")
    )
    image = panel.picture.picture()
    assert image is not None
    assert image.pixelColor(120, 30).getRgb()[:3] == (100, 100, 100)


def test_boxes_have_their_threshold_and_tell_their_pixels(panel: InputPanel, loaded: ReadableSession) -> None:
    controls = panel.controls
    controls.boxes.click()
    assert loaded.heat
    assert not controls.share.isHidden()
    controls.share.slider.setValue(60)
    request = loaded.asked["heat"]
    assert isinstance(request, HeatRequest)
    assert request.share == pytest.approx(0.6)
    loaded.answer(input=FRAME, heat=HEAT)
    assert controls.count.text == "1 box"
    rect = panel.picture.picture_rect()
    inside = QPointF(rect.x() + 0.6 * rect.width(), rect.y() + 0.5 * rect.height())
    assert panel.picture.box_words(inside) == "Box 1: 160 × 160 pixels at (320, 80)"
    assert panel.picture.box_words(rect.topLeft()) == ""


def test_a_fine_map_has_no_boxes(panel: InputPanel, loaded: ReadableSession) -> None:
    loaded.set_boxes(True)
    loaded.set_heat_method("saliency")
    assert not panel.controls.boxes.isEnabled()
    assert panel.controls.share.isHidden()
    assert getattr(loaded.asked["heat"], "share", 1) is None
    loaded.set_heat_method("layer_cam")
    assert panel.controls.boxes.isChecked()


def test_another_strength_is_seen_with_the_next_picture(panel: InputPanel, loaded: ReadableSession) -> None:
    loaded.set_heat(True)
    panel.controls.strength.slider.setValue(20)
    assert loaded.heat_strength == pytest.approx(0.2)
    loaded.answer(input=FRAME, heat=HEAT)
    image = panel.picture.picture()
    assert image is not None
    hot = image.pixelColor(150, 60).getRgb()[:3]
    assert hot == pytest.approx(tuple(0.2 * colormaps.table("inferno")[255] + 0.8 * 100), abs=2)


def test_why_there_is_none_is_said(panel: InputPanel, loaded: ReadableSession) -> None:
    loaded.set_heat(True)
    about = text("{title} gives no class scores.", title="It")
    loaded.answer(input=FRAME, heat=HeatView("grad_cam", None, about=about))
    assert not panel.controls.note.isHidden()
    assert panel.controls.note.text == "It gives no class scores."
    loaded.answer(input=FRAME, heat=HEAT)
    assert panel.controls.note.isHidden()
    assert panel.controls.picker.text() == "class 4 (winner) ▾"


def test_it_is_saved_as_it_is_shown_with_its_boxes(loaded: ReadableSession) -> None:
    result = Result(1, 1, {"input": FRAME, "heat": HEAT}, 1.0, 1.0, 1.0)
    found = {savable.name: savable for savable in savables(loaded, result)}
    heat = found["heat"]
    assert (heat.method, heat.class_index) == ("grad_cam", 4)
    assert heat.about["boxes"] == [(320, 80, 160, 160)]
    assert (heat.pixels[:, :120] == 100).all()
    assert (heat.pixels[:, 120:180] != 100).any(axis=2).all()
    assert (found["input"].pixels == 100).all()


def test_a_part_that_reaches_beyond_the_picture_is_cut() -> None:
    picture, table = np.full((10, 20, 3), 50, np.uint8), colormaps.table("inferno")
    levels = np.zeros((20, 20), np.uint8)
    levels[5:10] = 255
    shown = styles.overlay_part(picture, levels, table, (0.0, -0.5, 1.0, 2.0), 1.0)
    assert (shown[:5] == table[255]).all()
    assert (shown[5:] == 50).all()


def test_in_a_window_that_is_not_high_the_picture_leaves_room_for_others(
    qtbot: QtBot, loaded: ReadableSession
) -> None:
    window, dock, panel = QMainWindow(), QDockWidget(), InputPanel(loaded)
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    dock.setWidget(panel)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.resize(900, 700)
    window.show()
    qtbot.waitExposed(window)
    window.resizeDocks([dock], [300], Qt.Orientation.Horizontal)
    loaded.answer(input=InputView(np.zeros((240, 240, 3), np.uint8), (0, 0, 1, 1), (480, 480)))
    qtbot.waitUntil(lambda: panel.width() == 300)
    high = panel.height()
    window.resize(900, 430)
    qtbot.waitUntil(lambda: panel.height() < high)
    assert panel.height() + 150 < 430
