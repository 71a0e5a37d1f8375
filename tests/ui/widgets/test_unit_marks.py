"""What an index knows is marked on the cells of the unit grid, told by tooltips and counted."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import GridView
from deepvis_app.pictures import colormaps
from deepvis_app.session.findings import UnitMarks
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.unit_grid import UnitGrid
from deepvis_app.ui.widgets.unit_marks import count_marks, describe_mark

SELECTIVITY = np.array([0.0, 0.2, 0.9, 0.5], np.float32)
MARKS = UnitMarks(
    "conv",
    of=5000,
    dead=np.array([True, False, False, False]),
    always_on=np.array([False, True, False, False]),
    selective=np.array([False, False, True, False]),
    selectivity=SELECTIVITY,
    favourite=(None, "tabby", "pizza", "goldfish"),
    ranking=(2, 3, 1, 0),
)


@pytest.fixture
def grid(qtbot: QtBot, grid_view: Callable[..., GridView]) -> UnitGrid:
    made = UnitGrid()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.set_layer("conv", 4, vector=False)
    made.set_view(grid_view(made.wanted(), 4, layer="conv"), colormaps.words("inferno"))
    return made


def corner(grid: UnitGrid, unit: int) -> QColor:
    cell = grid.cell_rect(unit)
    return grid.viewport().grab().toImage().pixelColor(QPoint(cell.x() + 4, cell.y() + 4))


def test_marks_stand_in_the_corner_of_their_cells(grid: UnitGrid) -> None:
    before = [corner(grid, unit).name() for unit in range(4)]
    grid.set_marks(MARKS)
    t = tokens(grid)
    assert corner(grid, 0).name() != before[0]
    assert corner(grid, 1).name() == t.focus
    assert corner(grid, 3).name() == before[3]
    cell = grid.cell_rect(2)
    inside = grid.viewport().grab().toImage().pixelColor(QPoint(cell.x() + 1, cell.y() + 1))
    assert inside.name() == t.accent
    grid.set_marks(None)
    assert [corner(grid, unit).name() for unit in range(4)] == before


def test_a_mark_of_another_layer_is_not_shown(grid: UnitGrid) -> None:
    before = corner(grid, 1).name()
    grid.set_marks(MARKS.__class__(**{**vars(MARKS), "layer": "other"}))
    assert corner(grid, 1).name() == before
    assert "label" not in grid.tip(2)


def test_tooltips_tell_what_is_marked(grid: UnitGrid) -> None:
    grid.set_marks(MARKS)
    assert grid.tip(0).endswith("dead: 0 in all 5,000 pictures of the index")
    assert grid.tip(2).endswith("for one label: pizza (selectivity 0.90)")
    assert describe_mark(MARKS, 1) == "always on over the index\nmost for tabby (selectivity 0.20)"
    assert describe_mark(MARKS, 3) == "most for goldfish (selectivity 0.50)"


def test_a_layer_says_how_many_it_has(grid: UnitGrid) -> None:
    words, tip = count_marks(MARKS)
    assert words == "✕ 1  ● 1  ◤ 1"
    assert "at least 5 times" in tip
