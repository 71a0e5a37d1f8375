"""The sheet of weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import WeightsView
from deepvis_app.i18n import text
from deepvis_app.methods.filter_tiles import GAP, Tiles, tiles
from deepvis_app.ui.widgets.filter_sheet import FilterSheet


def view(drawn: Tiles, layer: str = "conv1", first: int = 0, units: int = 0) -> WeightsView:
    about = text("filters")
    return WeightsView(
        layer, drawn.pixels, about, drawn.columns, drawn.cell, drawn.count, GAP, first, units or drawn.count
    )


@pytest.fixture
def sheet(qtbot: QtBot) -> FilterSheet:
    sheet = FilterSheet("Weights")
    qtbot.addWidget(sheet)
    sheet.resize(420, 150)
    sheet.show()
    qtbot.waitExposed(sheet)
    return sheet


def test_a_click_chooses_the_filter_under_it(qtbot: QtBot, sheet: FilterSheet) -> None:
    weights = np.random.default_rng(0).normal(size=(96, 3, 7, 7)).astype(np.float32)
    drawn = tiles(weights, sheet.pixel_width(), 48)
    sheet.set_view(view(drawn))
    sheet.verticalScrollBar().setValue(60)
    pitch = 48 + GAP
    x, y = 3 * pitch + 20, 2 * pitch + 20 - 60
    with qtbot.waitSignal(sheet.chosen) as chosen:
        qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert chosen.args == [2 * drawn.columns + 3]


def test_the_chosen_filter_comes_into_sight(sheet: FilterSheet) -> None:
    weights = np.random.default_rng(0).normal(size=(96, 3, 7, 7)).astype(np.float32)
    drawn = tiles(weights, sheet.pixel_width(), 48)
    sheet.set_selected(95)
    sheet.set_view(view(drawn))
    pitch, bar = 48 + GAP, sheet.verticalScrollBar()
    last = 95 // drawn.columns
    assert bar.value() + sheet.pixel_height() >= last * pitch + 48
    sheet.set_selected(0)
    assert bar.value() == 0
    sheet.set_selected(drawn.columns)
    assert bar.value() == 0, "what is in sight already does not move"
    sheet.set_view(view(tiles(weights, sheet.pixel_width() // 2, 48)))
    sheet.set_selected(95)
    sheet.set_view(view(drawn))
    assert bar.value() + sheet.pixel_height() >= last * pitch + 48


def test_of_a_deep_layer_the_rows_in_sight_are_asked_for(qtbot: QtBot, sheet: FilterSheet) -> None:
    weights = np.random.default_rng(0).normal(size=(1000, 3, 7, 7)).astype(np.float32)

    def answer() -> None:
        drawn = tiles(weights, sheet.pixel_width(), 48, most=64, first=sheet.first)
        sheet.set_view(view(drawn, first=sheet.first, units=1000))

    answer()
    bar, pitch = sheet.verticalScrollBar(), 48 + GAP
    columns = (sheet.pixel_width() + GAP) // pitch
    assert sheet.first == 0
    with qtbot.waitSignal(sheet.first_changed):
        sheet.set_selected(640)
    answer()
    assert sheet.first <= 640 < sheet.first + 64
    assert sheet.first % columns == 0
    picture = sheet.grab().toImage()
    x, y = (640 % columns) * pitch + 24, (640 // columns) * pitch + 24 - bar.value()
    assert sheet.cell_at(QPoint(x, y)) == 640
    alone = tiles(weights[640:641], 48, 48).pixels
    assert picture.pixelColor(x, y).getRgb()[:3] == tuple(alone[24, 24].tolist())
    with qtbot.waitSignal(sheet.first_changed):
        bar.setValue(bar.maximum())
    answer()
    assert sheet.first + 64 >= 1000
    with qtbot.assertNotEmitted(sheet.first_changed):
        answer()
    with qtbot.waitSignal(sheet.width_changed):
        sheet.resize(300, 150)
    assert sheet.first == 0, "where units lie is known when the next picture comes"
    answer()
    assert sheet.first % ((sheet.pixel_width() + GAP) // pitch) == 0


def test_strips_of_a_linear_layer_are_cells_too(sheet: FilterSheet) -> None:
    weights = np.random.default_rng(0).normal(size=(10, 100, 1, 1)).astype(np.float32)
    drawn = tiles(weights, sheet.pixel_width(), 48)
    sheet.set_view(view(drawn))
    high = (drawn.pixels.shape[0] + GAP) // 10
    for x in (5, drawn.pixels.shape[1] - 5):
        assert [sheet.cell_at(QPoint(x, row * high + 1)) for row in range(10)] == list(range(10))


def test_the_same_sheet_again_costs_nothing(sheet: FilterSheet) -> None:
    drawn = tiles(np.ones((4, 3, 5, 5), np.float32), 200, 48)
    sheet.set_view(view(drawn))
    before = sheet._picture
    sheet.set_view(view(drawn))
    assert sheet._picture is before


def test_a_layer_without_weights_says_so(sheet: FilterSheet) -> None:
    sheet.set_view(WeightsView("pool1", None, text("pool1 has no weights.")))
    assert sheet._empty == "pool1 has no weights."
    assert sheet.cell_at(QPoint(5, 5)) is None
    assert not sheet.grab().isNull()
