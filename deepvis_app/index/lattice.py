"""Pictures of a map on a regular grid: each cell its nearest picture, no picture twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import OutOfRangeError

Pixels = NDArray[np.uint8]

MOST_CELLS = 2_500
MOST_PICTURES = 5_000
"""Of them a grid is chosen; of more, as many at random. 2,400 cells among 5,000 pictures take 1.5 s."""


@dataclass(frozen=True)
class Lattice:
    """`pictures` (rows, columns): the row of the points in each cell, -1 for none.

    `moved`: how far a picture's cell is from its point, on average, in cells.
    """

    pictures: NDArray[np.int32]
    moved: float

    @property
    def rows(self) -> int:
        return len(self.pictures)

    @property
    def columns(self) -> int:
        return int(self.pictures.shape[1])


def assign(points: NDArray[np.floating[Any]], columns: int, rows: int, seed: int = 0) -> Lattice:
    """`points` (N, 2), x to the right and y up, to `columns` x `rows` cells.

    The map is stretched to the grid; then the sum of squared distances between cells and their pictures,
    in cells, is the least there is (scipy's linear_sum_assignment, Crouse 2016). More than MOST_PICTURES
    points are drawn from by `seed`; fewer points than cells leave cells empty. Raises OutOfRangeError.
    """
    if min(columns, rows) < 1 or columns * rows > MOST_CELLS:
        raise OutOfRangeError(
            "A grid has 1 to {most} cells, not {columns} x {rows}.",
            most=MOST_CELLS,
            columns=columns,
            rows=rows,
        )
    from scipy.optimize import linear_sum_assignment

    taken = np.arange(len(points))
    if len(points) > MOST_PICTURES:
        taken = np.sort(np.random.default_rng(seed).choice(len(points), MOST_PICTURES, replace=False))
    placed = _stretched(np.asarray(points[taken], np.float64), columns, rows)
    x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    cells = np.stack([x.ravel(), y.ravel()], axis=1).astype(np.float64)
    costs = ((cells[:, None] - placed[None]) ** 2).sum(axis=2)
    filled, chosen = linear_sum_assignment(costs)
    pictures = np.full(columns * rows, -1, np.int32)
    pictures[filled] = taken[chosen]
    moved = float(np.sqrt(costs[filled, chosen]).mean()) if len(filled) else 0.0
    return Lattice(pictures.reshape(rows, columns), moved)


def shape_for(count: int, aspect: float) -> tuple[int, int]:
    """(columns, rows) of a grid about `aspect` times as wide as high, of at most `count` cells."""
    cells = min(max(count, 1), MOST_CELLS)
    columns = min(cells, max(1, round((cells * aspect) ** 0.5)))
    return columns, cells // columns


def sheet(
    lattice: Lattice, thumbnail: Callable[[int], Pixels | None], side: int, background: int = 0
) -> Pixels:
    """(rows x side, columns x side, 3): each cell's thumbnail, cut square; `background` where none is."""
    from PIL import Image

    whole = np.full((lattice.rows * side, lattice.columns * side, 3), background, np.uint8)
    for row, line in enumerate(lattice.pictures.tolist()):
        for column, number in enumerate(line):
            pixels = thumbnail(number) if number >= 0 else None
            if pixels is not None:
                square = Image.fromarray(_square(pixels)).resize((side, side), Image.Resampling.BICUBIC)
                whole[row * side : (row + 1) * side, column * side : (column + 1) * side] = np.asarray(square)
    return whole


def _stretched(points: NDArray[np.float64], columns: int, rows: int) -> NDArray[np.float64]:
    """In cells from the grid's upper left; on an axis without extent, in the middle."""
    if not len(points):
        return points
    low, high = points.min(axis=0), points.max(axis=0)
    span = np.where(high > low, high - low, 1.0)
    part = np.where(high > low, (points - low) / span, 0.5)
    part[:, 1] = 1 - part[:, 1]
    stretched: NDArray[np.float64] = part * (columns - 1, rows - 1)
    return stretched


def _square(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return np.ascontiguousarray(pixels[top : top + side, left : left + side])
