"""Pictures brought to a size, smoothly and without losing their range."""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor

from deepvis_app.errors import PictureError

SHORTEST = 16  # pixels a side: less leaves nothing after a few poolings


def resized(pictures: Tensor, height: int, width: int) -> Tensor:
    """(N, C, h, w) from 0 to 1 -> (N, C, height, width), averaged where it shrinks."""
    if pictures.shape[2:] == (height, width):
        return pictures.clone()
    return F.interpolate(pictures, (height, width), mode="bicubic", antialias=True).clamp(0, 1).contiguous()


def fitted(picture: Tensor, longer: int) -> Tensor:
    """(1, C, h, w) with a longer side of so many pixels. Raises PictureError where the other is too short."""
    height, width = picture.shape[2:]
    factor = longer / max(height, width)
    size = max(1, round(height * factor)), max(1, round(width * factor))
    if min(size) < SHORTEST:
        raise PictureError(
            "A picture of {width} x {height} pixels is too small here; both sides need {least} or more.",
            width=size[1],
            height=size[0],
            least=SHORTEST,
        )
    return resized(picture, *size)


def longer_side(picture: Tensor) -> int:
    return max(picture.shape[2:])
