"""Layers in execution order: what is listed, chosen, scrolled into sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import LayerInfo
from deepvis_app.ui.widgets.layer_strip import LayerStrip


def layer(name: str, kind: str = "conv", main: bool = True, drawable: bool = True) -> LayerInfo:
    return LayerInfo(name, name, kind, (64, 8, 8), 64, drawable, main, has_weights=True, field=(9, 9))


LAYERS = (
    layer("conv1"),
    layer("bn1", main=False),
    layer("pool1", kind="MaxPool2d"),
    layer("lstm", drawable=False),
    *(layer(f"conv{n}") for n in range(2, 40)),
)


@pytest.fixture
def strip(qtbot: QtBot) -> LayerStrip:
    strip = LayerStrip()
    qtbot.addWidget(strip)
    strip.resize(500, 40)
    strip.show()
    qtbot.waitExposed(strip)
    strip.set_layers(LAYERS)
    strip.set_current("conv1")
    return strip


def settled(qtbot: QtBot, strip: LayerStrip, name: str) -> QRect:
    """The pill's place when the strip has stopped scrolling."""
    qtbot.waitUntil(lambda: strip.pills._glide.state() != strip.pills._glide.State.Running)
    return strip.pills.pill_rect(name)


def test_main_layers_stand_in_execution_order(strip: LayerStrip) -> None:
    main = [each.name for each in LAYERS if each.main]
    assert strip.pills.names == main
    places = [strip.pills.pill_rect(name).x() for name in main]
    assert places == sorted(places)


def test_all_layers_are_listed_on_demand(qtbot: QtBot, strip: LayerStrip) -> None:
    qtbot.mouseClick(strip.all_button, Qt.MouseButton.LeftButton)
    assert strip.pills.names == [each.name for each in LAYERS]


def test_the_chosen_layer_is_listed_even_if_it_is_no_main_one(strip: LayerStrip) -> None:
    strip.set_current("bn1")
    assert strip.pills.names[:2] == ["conv1", "bn1"]


def test_a_click_chooses(qtbot: QtBot, strip: LayerStrip) -> None:
    with qtbot.waitSignal(strip.layer_chosen) as chosen:
        place = strip.pills.pill_rect("pool1").center()
        qtbot.mouseClick(strip.pills, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["pool1"]


def test_what_cannot_be_drawn_cannot_be_chosen(qtbot: QtBot, strip: LayerStrip) -> None:
    with qtbot.assertNotEmitted(strip.layer_chosen):
        place = strip.pills.pill_rect("lstm").center()
        qtbot.mouseClick(strip.pills, Qt.MouseButton.LeftButton, pos=place)


def test_a_far_layer_is_scrolled_into_sight(qtbot: QtBot, strip: LayerStrip) -> None:
    assert not strip.pills.rect().contains(strip.pills.pill_rect("conv39"))
    strip.set_current("conv39")
    assert strip.pills.rect().contains(settled(qtbot, strip, "conv39"))
    strip.set_current("conv1")
    assert strip.pills.rect().contains(settled(qtbot, strip, "conv1"))


def test_arrow_keys_step_over_what_cannot_be_drawn(qtbot: QtBot, strip: LayerStrip) -> None:
    for here, key, there in (
        ("conv1", Qt.Key.Key_Right, "pool1"),
        ("pool1", Qt.Key.Key_Right, "conv2"),
        ("conv2", Qt.Key.Key_Left, "pool1"),
        ("conv2", Qt.Key.Key_End, "conv39"),
        ("conv2", Qt.Key.Key_Home, "conv1"),
    ):
        strip.set_current(here)
        with qtbot.waitSignal(strip.layer_chosen) as chosen:
            qtbot.keyClick(strip.pills, key)
        assert chosen.args == [there]


def test_buttons_appear_where_more_is_to_see(qtbot: QtBot, strip: LayerStrip) -> None:
    pills = strip.pills
    assert not pills._back.isVisible()
    assert pills._on.isVisible()
    qtbot.mouseClick(pills._on, Qt.MouseButton.LeftButton)
    settled(qtbot, strip, "conv1")
    assert pills._back.isVisible()
