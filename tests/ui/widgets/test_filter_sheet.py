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


def view(drawn: Tiles, layer: str = "conv1") -> WeightsView:
    return WeightsView(layer, drawn.pixels, text("filters"), drawn.columns, drawn.cell, drawn.count, GAP)


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


def test_strips_of_a_linear_layer_are_cells_too(sheet: FilterSheet) -> None:
    weights = np.random.default_rng(0).normal(size=(10, 100, 1, 1)).astype(np.float32)
    drawn = tiles(weights, sheet.pixel_width(), 48)
    sheet.set_view(view(drawn))
    high = (drawn.pixels.shape[0] + GAP) // 10
    assert [sheet.cell_at(QPoint(5, row * high + 1)) for row in range(10)] == list(range(10))


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
