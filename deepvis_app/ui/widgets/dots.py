"""Thousands of round points, written straight into an image: Qt would take ten times as long."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Words = NDArray[np.uint32]  # 0xffRRGGBB
_LEVELS = 8  # of how much of a pixel a dot covers


def blend(colours: Words, over: int, cover: float) -> Words:
    """`colours`, so opaque, over one colour."""
    parts = (colours[..., None] >> np.array([16, 8, 0], np.uint32)) & 255
    below = np.array([over >> 16 & 255, over >> 8 & 255, over & 255])
    mixed = np.rint(below + cover * (parts.astype(np.float64) - below)).astype(np.uint32)
    made: Words = np.uint32(0xFF000000) | mixed[..., 0] << 16 | mixed[..., 1] << 8 | mixed[..., 2]
    return made


def draw(canvas: Words, x: Floats, y: Floats, colours: Words, radius: float, over: int) -> None:
    """Round points at (x, y) pixels of `canvas` (h, w), in `colours` (n,).

    All rims first and all middles last: where dots crowd each one keeps its middle. Rims are mixed with
    `over`, the background, whatever lies below: that parts dots that touch.
    """
    reach = int(np.ceil(radius + 0.5))
    height, width = canvas.shape
    column, row = np.rint(x).astype(np.int64), np.rint(y).astype(np.int64)
    inside = (
        (column >= reach) & (column < width - reach) & (row >= reach) & (row < height - reach)
    )  # dots over the edge would cost a test for each pixel
    at = row[inside] * width + column[inside]
    shown = colours[inside]
    flat = canvas.reshape(-1)
    tables = [blend(shown, over, (level + 1) / _LEVELS) for level in range(_LEVELS)]
    for level, down, right in _stamp(radius):
        flat[at + (down * width + right)] = tables[level]


@cache
def _stamp(radius: float) -> tuple[tuple[int, int, int], ...]:
    """(level, down, right) of a dot's pixels, the least covered first."""
    reach = int(np.ceil(radius + 0.5))
    found = []
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            cover = min(max(radius + 0.5 - (down * down + right * right) ** 0.5, 0.0), 1.0)
            level = round(cover * _LEVELS) - 1
            if level >= 0:
                found.append((level, down, right))
    return tuple(sorted(found))


def far_apart(x: Floats, y: Floats, distance: float) -> NDArray[np.int64]:
    """Of points, the earlier ones first, those with no earlier one taken within `distance` on both axes."""
    column = np.floor(x / distance).astype(np.int64).tolist()
    row = np.floor(y / distance).astype(np.int64).tolist()
    taken: dict[tuple[int, int], tuple[float, float]] = {}
    kept = []
    for number, (right, down, here_x, here_y) in enumerate(
        zip(column, row, x.tolist(), y.tolist(), strict=True)
    ):
        if (right, down) in taken:
            continue
        beside = (
            taken.get((right + dx, down + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)
        )  # a cell holds one at most
        if all(
            other is None or abs(other[0] - here_x) >= distance or abs(other[1] - here_y) >= distance
            for other in beside
        ):
            taken[right, down] = (here_x, here_y)
            kept.append(number)
    return np.array(kept, np.int64)


def within(x: Floats, y: Floats, polygon: Floats) -> NDArray[np.bool_]:
    """Which points lie in the closed `polygon` (m, 2): rays from them cross it an odd number of times."""
    inside = np.zeros(len(x), np.bool_)
    before = polygon[-1]
    for corner in polygon:
        (x0, y0), (x1, y1) = before, corner
        if y0 != y1:
            between = (y0 > y) != (y1 > y)
            inside ^= between & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
        before = corner
    return inside
