"""The maps that a frozen network makes of many pictures at once, for something to learn from."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import GREY_WEIGHTS
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.training.augment import random_crops

BATCH = 64  # of pictures in one pass
SMALLEST = 0.5  # share of a picture's area that a random crop keeps


def maps_of(
    network: Network, layer: str, pixels: NDArray[np.uint8], generator: torch.Generator | None = None
) -> tuple[Tensor, Tensor]:
    """Maps of `layer`, (N, C, h, w) float16, and the scores, (N, classes) float32, of square pictures.

    `pixels` (N, S, S, 3) uint8. With a `generator`, of random crops, half of them mirrored.
    """
    maps, scores = [], []
    with torch.inference_mode(False), torch.no_grad():
        for begin in range(0, len(pixels), BATCH):
            x = inputs(torch.from_numpy(pixels[begin : begin + BATCH]), network.preprocessing, generator)
            x = x.to(network.device, memory_format=torch.channels_last)
            with torch.autocast(network.device.type, dtype=torch.bfloat16):
                captured = capture.forward(network, x, [layer])
            assert captured.output is not None
            maps.append(captured.maps[layer].to(torch.float16, memory_format=torch.contiguous_format))
            scores.append(captured.output.float().cpu())
    return torch.cat(maps), torch.cat(scores)


def inputs(pixels: Tensor, how: Preprocessing, generator: torch.Generator | None = None) -> Tensor:
    """(N, S, S, 3) uint8 -> (N, C, H, W) float32 as the network takes it: whole pictures, or random crops."""
    planes = pixels.permute(0, 3, 1, 2).float().div_(255)
    if generator is not None:
        planes = random_crops(planes, max(how.height, how.width), generator, SMALLEST)
    if planes.shape[2:] != (how.height, how.width):
        planes = F.interpolate(planes, (how.height, how.width), mode="bicubic", antialias=True).clamp_(0, 1)
    if how.channels == "grey":
        planes = (planes * _column(GREY_WEIGHTS)).sum(1, keepdim=True)
    elif how.channels == "BGR":
        planes = planes.flip(1)
    return planes.mul_(how.scale).sub_(_column(how.mean)).div_(_column(how.std))


def _column(values: tuple[float, ...]) -> Tensor:
    return torch.tensor(values).view(-1, 1, 1)
