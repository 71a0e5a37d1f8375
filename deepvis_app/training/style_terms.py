"""What a painter is judged by besides content and style, and the crops of photographs that it paints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.methods.synthesis.style_loss import style_loss
from deepvis_app.training.augment import random_crops

Pixels = NDArray[np.uint8]
SHIFT = 3
"""Pixels by which a crop is moved at most; no multiple of the painter's cells, so that these are seen."""
WINDOW = 8
"""Cells a side in which a pattern is looked for."""
SMALLEST = 0.1
"""Share of a photograph that a crop shows at least."""


@dataclass(frozen=True)
class Losses:
    """A step's terms, weighed; `total` is their sum."""

    content: float
    style: float
    smooth: float
    grid: float
    steady: float

    @property
    def total(self) -> float:
        return self.content + self.style + self.smooth + self.grid + self.steady


@dataclass(frozen=True)
class Crops:
    """`still` (N, 3, size, size) of 0..1; `moved`: what lies `shift` (down, right) pixels off, with noise."""

    still: Tensor
    moved: Tensor
    shift: tuple[int, int]


def draw(pictures: Pixels, count: int, size: int, noise: float, chance: torch.Generator) -> Crops:
    """Of `pictures` (N, H, W, 3), some of which are drawn."""
    chosen = torch.randint(len(pictures), (count,), generator=chance).numpy()
    planes = torch.from_numpy(pictures[chosen]).permute(0, 3, 1, 2).float().div_(255)
    wide = random_crops(planes, size + 2 * SHIFT, chance, SMALLEST)
    down, right = torch.randint(-SHIFT, SHIFT + 1, (2,), generator=chance).tolist()
    still, moved = _window(wide, 0, 0, size), _window(wide, down, right, size)
    grain = torch.randn(moved.shape, generator=chance).mul_(noise)
    return Crops(still, (moved + grain).clamp_(0, 1), (down, right))


def style_distance(maps: Mapping[str, Tensor], wanted: Mapping[str, Tensor]) -> Tensor:
    """-> (N,): the mean over layers of |G - A|^2 / |A|^2, with G the Gram matrices of `maps`, A `wanted`.

    That is what the slow way takes. Beyond 1 it grows no longer as the square (Huber 1964): of crops, a few
    are so far off that these would outweigh all others, and with them nothing would be learnt.
    """
    apart = [style_loss({name: maps[name]}, {name: grams}) for name, grams in wanted.items()]
    squares = torch.stack(apart)
    return torch.where(squares < 1, squares, 2 * (squares + 1e-6).sqrt() - 1).mean(0)


def unevenness(pictures: Tensor) -> Tensor:
    """Total variation of (N, 3, H, W): the mean squared step between neighbours, down and right."""
    down = (pictures[..., 1:, :] - pictures[..., :-1, :]).square().mean()
    right = (pictures[..., 1:] - pictures[..., :-1]).square().mean()
    return down + right


def griddedness(pictures: Tensor, step: int) -> Tensor:
    """How much of (N, 3, H, W) is a pattern that comes again each `step` pixels: its variance.

    What each pixel of a cell is on average, in a window of WINDOW cells a side and in a colour, should be
    what the others are. A whole picture's average would hide patterns that differ from place to place.
    """
    cells = F.pixel_unshuffle(pictures, step)
    side = min(WINDOW, *cells.shape[-2:])
    means = F.avg_pool2d(cells, side, max(1, side // 2)).flatten(2)
    return means.reshape(len(means), -1, step**2, means.shape[2]).var(2, correction=0).mean()


def unsteadiness(painting: Tensor, again: Tensor, shift: tuple[int, int]) -> Tensor:
    """Mean squared difference where both show the same: `again` paints what lies `shift` down and right."""
    height, width = painting.shape[-2:]
    down, right = shift
    here = painting[..., max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)]
    there = again[..., max(-down, 0) : height + min(-down, 0), max(-right, 0) : width + min(-right, 0)]
    return (here - there).square().mean()


def resized(pixels: Pixels, side: int) -> Tensor:
    """(H, W, 3) -> (1, 3, h, w) of 0..1 with a shorter side of `side` pixels."""
    planes = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].float().div_(255)
    height, width = planes.shape[-2:]
    share = side / min(height, width)
    size = (max(1, round(height * share)), max(1, round(width * share)))
    return F.interpolate(planes, size=size, mode="bicubic", antialias=True).clamp_(0, 1)


def _window(wide: Tensor, down: int, right: int, size: int) -> Tensor:
    return wide[..., SHIFT + down : SHIFT + down + size, SHIFT + right : SHIFT + right + size]
