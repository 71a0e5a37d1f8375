"""A picture small first, then larger, and its gradient tile by tile: what keeps each step short."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import torch
import torch.nn.functional as F
from torch import Tensor

SMALLEST_SIDE = 32  # pixels of an octave: below, most networks have nothing left to pool
TILE = 40_000  # pixels that one pass takes at most, unless the network's own input is larger


def sizes(
    height: int, width: int, octaves: int, scale: float, least: int = SMALLEST_SIDE
) -> list[tuple[int, int]]:
    """(height, width) of each octave, the whole one last; those with a side under `least` are left out."""
    found = []
    for octave in reversed(range(octaves)):
        factor = scale**-octave
        size = (max(1, round(height * factor)), max(1, round(width * factor)))
        if min(size) >= least or octave == 0:
            found.append(size)
    return found


def stretched(details: Tensor, height: int, width: int) -> Tensor:
    """What was added to a picture, at another size; unlike pictures it goes below 0."""
    return F.interpolate(details, (height, width), mode="bilinear", antialias=True, align_corners=False)


def tiles(height: int, width: int, most: int = TILE) -> Iterator[tuple[slice, slice]]:
    """Rows and columns of each tile: as few of about one size as have at most so many pixels each."""
    down, across = 1, 1
    while -(-height // down) * -(-width // across) > most:
        if height / down > width / across:
            down += 1
        else:
            across += 1
    for row in range(down):
        for column in range(across):
            yield (
                slice(row * height // down, (row + 1) * height // down),
                slice(column * width // across, (column + 1) * width // across),
            )


def tile_gradients(
    picture: Tensor, gain: Callable[[Tensor], Tensor], most: int = TILE
) -> Iterator[tuple[Tensor, float, float]]:
    """The gradient of `gain` by `picture` (1, C, H, W), filled in tile by tile; its value, and what is done.

    `gain` must be a sum over places, so that tiles add up; what a tile's edge hides from its neighbour is
    made good by moving the picture from one time to the next. Raises what `gain` raises.
    """
    gradient, value = torch.zeros_like(picture), 0.0
    height, width = picture.shape[2:]
    parts = list(tiles(height, width, most))
    for number, (rows, columns) in enumerate(parts, 1):
        with torch.inference_mode(False), torch.enable_grad():
            tile = picture[:, :, rows, columns].detach().clone().requires_grad_()
            raised = gain(tile)
            (slope,) = torch.autograd.grad(raised, tile)
        gradient[:, :, rows, columns] = slope
        value += float(raised.detach())
        yield gradient, value, number / len(parts)
