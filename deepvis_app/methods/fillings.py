"""What a square of a picture is covered with."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.params import Filling
from deepvis_app.nets.incremental import Box
from deepvis_app.nets.network import Network

Floats = NDArray[np.float32]

GREY = 0.5  # of a pixel's range
RADIUS = 3  # pixels around a hole that in-painting looks at

Fill = Callable[[Box], Tensor]
"""(C, height, width): what covers a box, normalised like the picture."""


def fill(network: Network, image: Tensor, kind: Filling) -> Fill:
    """What covers `image` (1, C, H, W).

    grey: pixels of half of their range, as in Zeiler & Fergus 2014; zero, mean, black, blur as in
    methods/baselines.py; inpaint: continued from around the box (Telea 2004), grey where nothing is around.
    """
    if kind == "inpaint":
        how = network.preprocessing
        mean, deviation = (np.array(each, np.float32)[:, None, None] for each in (how.mean, how.std))
        level = np.float32(255 / how.scale)
        levels = (image[0].float().cpu().numpy() * deviation + mean) * level

        def painted(box: Box) -> Tensor:
            return torch.from_numpy((_painted(levels, box) / level - mean) / deviation).to(image)

        return painted
    cover = _grey(network, image) if kind == "grey" else baseline(network, image, kind)
    return lambda box: cover[0, :, box.top : box.top + box.height, box.left : box.left + box.width]


def _grey(network: Network, image: Tensor) -> Tensor:
    how = network.preprocessing
    grey = [(GREY * how.scale - mean) / deviation for mean, deviation in zip(how.mean, how.std, strict=True)]
    return image.new_tensor(grey).view(1, -1, 1, 1).expand_as(image)


def _painted(planes: Floats, box: Box) -> Floats:
    """What continues `planes` (C, H, W) into `box`, looking at its surroundings alone.

    In levels of 0 to 255: OpenCV adds up to 1.4 in the direction of the slope, whatever the range is.
    """
    height, width = planes.shape[1:]
    margin = 2 * RADIUS
    top, left = max(0, box.top - margin), max(0, box.left - margin)
    bottom, right = min(height, box.top + box.height + margin), min(width, box.left + box.width + margin)
    hole = np.zeros((bottom - top, right - left), np.uint8)
    inside = np.s_[box.top - top : box.top - top + box.height, box.left - left : box.left - left + box.width]
    hole[inside] = 1
    if hole.all():
        return np.full((len(planes), box.height, box.width), 127.5, np.float32)
    around = np.ascontiguousarray(planes[:, top:bottom, left:right])
    return np.stack([cv2.inpaint(plane, hole, RADIUS, cv2.INPAINT_TELEA)[inside] for plane in around])
