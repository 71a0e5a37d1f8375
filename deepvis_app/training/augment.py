"""Random resized crops and flips of a whole batch at once, by one affine sampling."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.nets.embedded import MEAN, STD


def normalise(pixels: Tensor) -> Tensor:
    """(N, H, W, 3) uint8 -> (N, 3, H, W) float32 of about zero mean and unit deviation."""
    planes = pixels.permute(0, 3, 1, 2).float().div_(255)
    mean = torch.tensor(MEAN, device=pixels.device).view(3, 1, 1)
    std = torch.tensor(STD, device=pixels.device).view(3, 1, 1)
    return planes.sub_(mean).div_(std)


def random_crops(planes: Tensor, size: int, generator: torch.Generator, smallest: float = 0.35) -> Tensor:
    """(N, 3, H, W) -> (N, 3, size, size): crops of `smallest` to all of the area, half of them mirrored."""
    count = len(planes)

    def uniform(low: float, high: float) -> Tensor:
        return torch.empty(count).uniform_(low, high, generator=generator)

    area, ratio = uniform(smallest, 1.0), uniform(math.log(3 / 4), math.log(4 / 3)).exp()
    width, height = (area * ratio).sqrt().clamp(max=1), (area / ratio).sqrt().clamp(max=1)
    left, top = uniform(-1, 1) * (1 - width), uniform(-1, 1) * (1 - height)
    mirrored = torch.where(uniform(0, 1) < 0.5, -1.0, 1.0)
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0], theta[:, 0, 2] = width * mirrored, left
    theta[:, 1, 1], theta[:, 1, 2] = height, top
    grid = F.affine_grid(theta.to(planes.device), [count, 3, size, size], align_corners=False)
    return F.grid_sample(planes, grid, "bilinear", "reflection", align_corners=False)


def cutmix(pictures: Tensor, targets: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Each picture with a piece of its neighbour in the batch at the same place, their targets mixed by area.

    `pictures` (N, C, H, W), `targets` (N, classes). One rectangle for the batch, its area uniform in 0 to 1
    before it is cut at the border (Yun et al. 2019).
    """
    height, width = pictures.shape[2:]
    share, y, x = torch.rand(3, generator=generator).tolist()
    half = math.sqrt(share) / 2
    top, bottom = round(height * max(0.0, y - half)), round(height * min(1.0, y + half))
    left, right = round(width * max(0.0, x - half)), round(width * min(1.0, x + half))
    mixed = pictures.clone()
    mixed[:, :, top:bottom, left:right] = pictures.roll(1, 0)[:, :, top:bottom, left:right]
    return mixed, targets.lerp(targets.roll(1, 0), (bottom - top) * (right - left) / (height * width))
