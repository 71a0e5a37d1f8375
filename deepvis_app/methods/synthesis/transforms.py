"""Looking at a picture a little differently at each step, so that what is made holds up under it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor


@dataclass(frozen=True)
class Shake:
    """Up to how far a view is moved (pixels), enlarged or shrunk (share) and turned (degrees), either way."""

    jitter: float = 0.0
    scale: float = 0.0
    rotation: float = 0.0

    def margin(self, height: int, width: int) -> int:
        """How much larger, on each side, a canvas must be for every view of that size to lie within it."""
        angle = math.radians(self.rotation)
        turned = max(
            height * (math.cos(angle) - 1) + width * math.sin(angle),
            width * (math.cos(angle) - 1) + height * math.sin(angle),
        )
        grown = self.scale * max(height, width)
        return math.ceil(self.jitter + max(0.0, turned) / 2 + grown / 2)


def shaken(canvas: Tensor, height: int, width: int, shake: Shake, generator: torch.Generator) -> Tensor:
    """A view of `height` x `width` of each picture of `canvas` (N, 3, H, W), about its centre, at random.

    Beyond the canvas it goes on as in a mirror. Whole pixels where it is only moved.
    """
    count, _, high, wide = canvas.shape
    moves, grows, turns = (2 * torch.rand(3, count, 2, generator=generator) - 1).unbind()
    if not shake.scale and not shake.rotation:
        return _moved(canvas, height, width, (moves * shake.jitter).round().long())
    zoom = 1 + shake.scale * grows[:, 0]
    angle = math.radians(shake.rotation) * turns[:, 0]
    # In pixels from the centre, then in the units of grid_sample: half a canvas is 1.
    cos, sin = angle.cos() * zoom, angle.sin() * zoom
    across = torch.stack([cos * width / wide, -sin * height / wide, moves[:, 0] * shake.jitter * 2 / wide], 1)
    down = torch.stack([sin * width / high, cos * height / high, moves[:, 1] * shake.jitter * 2 / high], 1)
    grid = _grid(torch.stack([across, down], 1).to(canvas), height, width)
    return F.grid_sample(canvas, grid, padding_mode="reflection", align_corners=False)


def _grid(affine: Tensor, height: int, width: int) -> Tensor:
    """F.affine_grid without corners aligned, as sums along rows and columns: in a quarter of its time."""
    grid = affine.new_empty(len(affine), height, width, 2)
    x, y = (torch.arange(1, 2 * side, 2).to(affine) / side - 1 for side in (width, height))
    for axis, way in enumerate(affine.unbind(1)):
        by_x, by_y, moved = way.unsqueeze(2).unbind(1)
        torch.add((by_x * x + moved)[:, None], (by_y * y)[..., None], out=grid[..., axis])
    return grid


def centre(canvas: Tensor, height: int, width: int) -> Tensor:
    """The view of an unshaken picture."""
    return _moved(canvas, height, width, torch.zeros(len(canvas), 2, dtype=torch.long))


def _moved(canvas: Tensor, height: int, width: int, moves: Tensor) -> Tensor:
    high, wide = canvas.shape[2:]
    views = []
    for one, (across, down) in zip(canvas, moves.tolist(), strict=True):
        top = min(max((high - height) // 2 + down, 0), high - height)
        left = min(max((wide - width) // 2 + across, 0), wide - width)
        views.append(one[:, top : top + height, left : left + width])
    return torch.stack(views)
