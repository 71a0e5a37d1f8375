"""Pictures in which what is to be explained is not there: where paths begin, and what erases."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.methods.params import Baseline
from deepvis_app.nets.network import Network

BLUR = 0.1  # standard deviation of the blur, as a share of the shorter side


def baseline(network: Network, image: Tensor, kind: Baseline) -> Tensor:
    """A picture of the shape of `image` (1, C, H, W), normalised like it.

    black: each pixel 0; mean: the picture's own mean colour; zero: zeros after normalising, the mean colour
    of the pictures that the network was trained on; blur: the picture so blurred that only patches of
    colour are left.
    """
    if kind == "black":
        how = network.preprocessing
        black = [-mean / deviation for mean, deviation in zip(how.mean, how.std, strict=True)]
        return image.new_tensor(black).view(1, -1, 1, 1).expand_as(image).clone()
    if kind == "mean":
        return image.mean((2, 3), keepdim=True).expand_as(image).clone()
    if kind == "zero":
        return torch.zeros_like(image)
    return blurred(image, BLUR * min(image.shape[2:]))


def blurred(maps: Tensor, sigma: float) -> Tensor:
    """`maps` (N, C, H, W) under a Gaussian of `sigma` pixels; beyond the edge, the edge's value."""
    if sigma <= 0:
        return maps
    radius = max(1, round(3 * sigma))
    places = torch.arange(-radius, radius + 1, dtype=maps.dtype, device=maps.device)
    weights = torch.exp(-((places / sigma) ** 2) / 2)
    weights /= weights.sum()
    for dimension, kernel in ((2, weights.view(1, 1, -1, 1)), (3, weights.view(1, 1, 1, -1))):
        border = (0, 0, radius, radius) if dimension == 2 else (radius, radius, 0, 0)
        padded = F.pad(maps, border, mode="replicate")
        maps = F.conv2d(padded, kernel.expand(maps.shape[1], 1, -1, -1), groups=maps.shape[1])
    return maps
