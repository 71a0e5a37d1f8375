"""Weights as pictures: RGB filters, grey groups of kernels, strips; zero is mid-grey. numpy only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from deepvis_app.pictures.scaling import to_levels
from deepvis_app.pictures.tiling import mosaic

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
Scale = Literal["layer", "unit"]

GAP = 2
GROUP_GAP = 8  # between the groups of two units, so that they do not run into one another
BACKGROUND = 32  # level between tiles: darker than zero's mid-grey, so that tiles stand out
LARGEST_PIXEL = 16  # a weight is drawn at most this many pixels wide


@dataclass(frozen=True)
class Tiles:
    """`pixels` (h, w, 3) of `count` units, `columns` in a row, cells of `cell`, `gap` apart."""

    pixels: Pixels
    count: int
    columns: int
    cell: int
    gap: int


def tiles(
    weights: Floats,
    width: int,
    cell: int,
    scale: Scale = "unit",
    bgr: bool = False,
    most: int = 4096,
    first: int = 0,
) -> Tiles:
    """`weights` (units, channels, kernel height, kernel width) as one picture at most `width` wide.

    Three channels: each unit's filter in colour. Other kernels: each unit a square group of its channels'
    kernels in grey. Kernels of 1x1, linear weights too: each unit a strip, folded at `width`; one alone a
    square. `scale` divides by the largest |weight| of each unit or of all drawn. `cell` is the side of a unit
    in pixels, made larger where its kernels need it. `most` cells (or kernels in groups) are drawn, of the
    units from `first` on, and lie as they would beside all others.
    """
    units, channels, high, wide = weights.shape
    if high == wide == units == 1:
        return _square(weights.ravel(), width, scale)
    if high == wide == 1:
        return _strips(weights.reshape(units, channels)[first:], width, scale, most)
    if channels == 3:
        drawn = weights[first : first + most]
        return _colour(drawn[:, ::-1] if bgr else drawn, width, cell, scale, units)
    return _groups(weights[first : first + max(1, most // channels)], width, cell, scale, units)


def _colour(weights: Floats, width: int, cell: int, scale: Scale, units: int) -> Tiles:
    shown = to_levels(weights, scale, signed=True).transpose(0, 2, 3, 1)
    cell = min(cell, LARGEST_PIXEL * max(weights.shape[2:]))
    return _laid(np.ascontiguousarray(shown), width, cell, GAP, units)


def _groups(weights: Floats, width: int, cell: int, scale: Scale, units: int) -> Tiles:
    """Each unit's kernels as a square of small tiles one pixel apart, a weight two pixels where that fits."""
    side = max(weights.shape[2:])
    across = int(np.ceil(np.sqrt(weights.shape[1])))
    least = 2 if across * (2 * side + 1) <= width else 1
    factor = min(LARGEST_PIXEL, max(least, (min(cell, width) // across - 1) // side))
    levels = to_levels(weights, scale, signed=True)
    groups = [mosaic(unit, side * factor, 1, across, BACKGROUND) for unit in levels]
    group = np.stack(groups)
    return _laid(np.repeat(group[..., None], 3, axis=3), width, max(group.shape[1:3]), GROUP_GAP, units)


def _square(weights: Floats, width: int, scale: Scale) -> Tiles:
    """One unit's weights in the order of its inputs, row by row, as large as fits."""
    across = int(np.ceil(np.sqrt(len(weights))))
    factor = max(1, min(width // across, LARGEST_PIXEL))
    rows = -(-len(weights) // across)
    levels = np.full(rows * across, BACKGROUND, np.uint8)
    levels[: len(weights)] = to_levels(weights[None], scale, signed=True)[0]
    square = levels.reshape(rows, across).repeat(factor, 0).repeat(factor, 1)[:, :width]
    return Tiles(np.repeat(square[..., None], 3, axis=2), 1, 1, square.shape[0], GAP)


def _strips(weights: Floats, width: int, scale: Scale, most: int) -> Tiles:
    """Each unit's weights as lines of pixels, in the order of its inputs."""
    units, features = weights.shape
    factor = max(1, min(width // features, 8)) if features else 1
    line = min(features, max(1, width // factor))
    lines = -(-features // line)
    count = max(1, min(units, most // lines))
    levels = to_levels(weights[:count], scale, signed=True)
    strips = np.full((count, lines * line), BACKGROUND, np.uint8)
    strips[:, :features] = levels
    bands = strips.reshape(count, lines, line).repeat(factor, axis=2).repeat(max(factor, 4 // lines), axis=1)
    bands = np.pad(bands, ((0, 0), (0, GAP), (0, 0)), constant_values=BACKGROUND)
    picture = bands.reshape(-1, bands.shape[2])[:-GAP]
    return Tiles(np.repeat(picture[..., None], 3, axis=2), count, 1, bands.shape[1] - GAP, GAP)


def _laid(pictures: Pixels, width: int, cell: int, gap: int, units: int) -> Tiles:
    """Square pictures, some of those of `units`, in rows that fill `width`, each enlarged to the nearest
    pixel."""
    columns = max(1, min(units, (width + gap) // (cell + gap)))
    cell = max(1, min(cell, width))
    return Tiles(mosaic(pictures, cell, gap, columns, BACKGROUND), len(pictures), columns, cell, gap)
