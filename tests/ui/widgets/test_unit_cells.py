"""Where cells lie, and how they are laid out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from deepvis_app.pictures.tiling import Layout
from deepvis_app.ui.widgets.unit_cells import Cells, map_cells, vector_cells


def test_cells_lie_where_the_engine_tiles_them() -> None:
    cells, layout = Cells(23, 5, 40, 40, 3), Layout(23, 5, 40, 3)
    assert [cells.rect(i).getRect() for i in range(23)] == [layout.cell_rect(i) for i in range(23)]
    assert cells.total_height == layout.height


@pytest.mark.parametrize("place", [0, 4, 5, 22])
def test_the_point_in_a_cell_gives_the_cell(place: int) -> None:
    cells = Cells(23, 5, 40, 30, 3)
    rect = cells.rect(place)
    assert cells.at(rect.x(), rect.y()) == place
    assert cells.at(rect.x() + 39, rect.y() + 29) == place


@pytest.mark.parametrize(("x", "y"), [(-1, 0), (0, -1), (5 * 43, 0), (3 * 43, 4 * 33), (0, 5 * 33)])
def test_beyond_the_cells_there_is_none(x: float, y: float) -> None:
    assert Cells(23, 5, 40, 30, 3).at(x, y) is None


def test_rows_in_sight() -> None:
    cells = Cells(1000, 10, 40, 40, 2)  # 100 rows of 42 pixels
    assert cells.rows_between(0, 420) == (0, 10)
    assert cells.rows_between(41, 421) == (0, 11)
    assert cells.rows_between(42, 420) == (1, 9)
    assert cells.rows_between(-500, 42) == (0, 1)
    assert cells.rows_between(4100, 9999) == (97, 3)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_all_maps_are_in_sight_when_they_can_be_large_enough(ratio: float) -> None:
    width, height = round(800 * ratio), round(560 * ratio)
    cells = map_cells(192, width, height, ratio, None)
    assert cells.total_height <= height
    assert cells.columns * cells.column_pitch - cells.gap <= width
    assert cells.width >= 36 * ratio


def test_thousands_of_maps_fill_the_width_and_scroll() -> None:
    cells = map_cells(2048, 800, 560, 1.0, None)
    assert cells.total_height > 560
    assert 800 - cells.columns < cells.columns * cells.column_pitch - cells.gap <= 800


def test_a_wanted_side_is_met_as_nearly_as_full_columns_allow() -> None:
    assert map_cells(192, 800, 560, 1.0, 100.0).columns == 8
    assert map_cells(192, 800, 560, 1.0, 3.0).width >= 11, "cells stay large enough to be seen"


def test_named_values_get_wider_cells_than_numbered_ones() -> None:
    named = vector_cells(1000, 800, 1.0, None, named=True)
    numbered = vector_cells(4096, 800, 1.0, None, named=False)
    assert named.width > 100 > numbered.width
    assert named.rect(0) == QRect(0, 0, named.width, named.height)
