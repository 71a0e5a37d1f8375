"""A grid of pictures has none twice, and no other arrangement is nearer to the map."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from deepvis_app.errors import OutOfRangeError
from deepvis_app.index.lattice import MOST_PICTURES, assign, shape_for, sheet

RNG = np.random.default_rng(5)


def cost(chosen: tuple[int, ...], points: np.ndarray, columns: int, rows: int) -> float:
    """Of picture chosen[i] in cell i, on the grid that the points are stretched to."""
    part = (points - points.min(axis=0)) / np.ptp(points, axis=0)
    placed = np.stack([part[:, 0] * (columns - 1), (1 - part[:, 1]) * (rows - 1)], axis=1)
    cells = np.array([(x, y) for y in range(rows) for x in range(columns)])
    return float(((placed[list(chosen)] - cells) ** 2).sum())


@pytest.mark.parametrize("count", [6, 7])
def test_no_arrangement_is_nearer(count: int) -> None:
    points = RNG.normal(size=(count, 2))
    best = min(cost(order, points, 3, 2) for order in permutations(range(count), 6))
    chosen = tuple(assign(points, 3, 2).pictures.ravel().tolist())
    assert cost(chosen, points, 3, 2) == pytest.approx(best)


def test_no_picture_is_there_twice_and_no_cell_empty() -> None:
    pictures = assign(RNG.normal(size=(700, 2)), 20, 20).pictures.ravel()
    assert len(set(pictures.tolist())) == 400
    assert pictures.min() >= 0


def test_points_on_a_grid_stay_where_they_are_with_up_on_top() -> None:
    points = np.array([(x, y) for y in (0, 1) for x in (0, 1, 2)], np.float32)
    made = assign(points, 3, 2)
    np.testing.assert_array_equal(made.pictures, [[3, 4, 5], [0, 1, 2]])
    assert made.moved == 0


def test_few_pictures_leave_cells_empty() -> None:
    pictures = assign(np.zeros((2, 2), np.float32), 3, 3).pictures
    assert sorted(pictures.ravel().tolist()) == [-1] * 7 + [0, 1]
    assert (assign(np.zeros((0, 2), np.float32), 2, 2).pictures == -1).all()


def test_of_very_many_pictures_some_are_drawn() -> None:
    points = RNG.normal(size=(MOST_PICTURES + 500, 2))
    one, again, other = (assign(points, 4, 4, seed).pictures for seed in (0, 0, 1))
    np.testing.assert_array_equal(one, again)
    assert (one != other).any()


@pytest.mark.parametrize(("columns", "rows"), [(0, 3), (60, 60)])
def test_a_grid_without_or_with_too_many_cells_is_refused(columns: int, rows: int) -> None:
    with pytest.raises(OutOfRangeError, match="1 to 2500 cells"):
        assign(np.zeros((5, 2), np.float32), columns, rows)


@pytest.mark.parametrize(("count", "aspect"), [(1, 1.0), (7, 2.0), (900, 1.6), (5000, 1.0), (3, 50.0)])
def test_a_shape_has_no_more_cells_than_pictures(count: int, aspect: float) -> None:
    columns, rows = shape_for(count, aspect)
    assert 1 <= columns * rows <= min(count, 2500)
    assert columns * rows >= 0.5 * min(count, 2500)


def test_the_sheet_shows_each_thumbnail_cut_square_and_what_is_missing_as_background() -> None:
    made = assign(np.array([(0, 0), (1, 0)], np.float32), 3, 1)
    wide = np.zeros((4, 8, 3), np.uint8)
    wide[:, 2:6] = 200
    colours = {0: wide, 1: None}
    whole = sheet(made, lambda number: colours[number], 4, background=7)
    assert whole.shape == (4, 12, 3)
    assert (whole[:, :4] == 200).all()
    assert (whole[:, 4:] == 7).all()
