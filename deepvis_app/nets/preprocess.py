"""Pictures into a network's input, and back."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from deepvis_app.errors import OutOfRangeError
from deepvis_app.pictures.preprocessing import Preprocessing

GREY_WEIGHTS = (0.299, 0.587, 0.114)  # ITU-R 601, as Pillow's mode L
_PIL_FILTERS = {
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "nearest": Image.Resampling.NEAREST,
}


def to_tensor(picture: Image.Image, how: Preprocessing) -> Tensor:
    """(1, C, H, W) float32; bit for bit what torchvision's ImageClassification preset gives.

    C is 1 for grey networks, else 3. Beyond the picture, a crop is black, as in torchvision, and a
    letterbox is 0 after normalising, the mean colour.
    """
    picture = picture.convert("L" if how.channels == "grey" else "RGB")
    size = how.resized(*picture.size)
    if picture.size != size:
        picture = picture.resize(size, _PIL_FILTERS[how.interpolation])
    if how.fit == "crop":
        left, top = _offset(size[0], how.width), _offset(size[1], how.height)
        picture = picture.crop((left, top, left + how.width, top + how.height))
    pixels = np.array(picture).reshape(picture.height, picture.width, -1)
    planes = torch.from_numpy(pixels).permute(2, 0, 1).contiguous()[None]
    values = planes.float().div_(255)
    if how.channels == "BGR":
        values = values.flip(1)
    if how.scale != 1:
        values.mul_(how.scale)
    values.sub_(_column(how.mean)).div_(_column(how.std))
    return _bordered(values, how)


def frame_to_tensor(
    pixels: NDArray[np.uint8], how: Preprocessing, dtype: torch.dtype = torch.float32
) -> Tensor:
    """(H, W, 3) uint8 -> (1, C, H, W) of `dtype` in channels_last: the fast path of live views.

    Differs from `to_tensor` by the rounding of the resized pixels, one or two levels of 255.
    """
    wide, high = how.resized(pixels.shape[1], pixels.shape[0])
    if how.interpolation == "nearest":
        pixels = np.asarray(Image.fromarray(pixels).resize((wide, high), Image.Resampling.NEAREST))
    frame = np.ascontiguousarray(pixels)
    if not frame.flags.writeable:
        frame = frame.copy()  # torch warns of what it could write to
    planes = torch.from_numpy(frame).permute(2, 0, 1)[None]
    if planes.shape[-2:] != (high, wide):
        planes = F.interpolate(planes, (high, wide), mode=how.interpolation, antialias=True)
    if how.fit == "crop":
        top, left = max(0, _offset(high, how.height)), max(0, _offset(wide, how.width))
        planes = planes[..., top : top + how.height, left : left + how.width]
    values = planes.float()
    if how.channels == "grey":
        values = (values * _column(GREY_WEIGHTS)).sum(1, keepdim=True)
    elif how.channels == "BGR":
        values = values.flip(1)
    values = torch.addcmul(*_normalising(how), values)
    return _bordered(values, how).to(dtype, memory_format=torch.channels_last)


def from_pixels(pixels: NDArray[np.uint8]) -> Tensor:
    """(H, W, 3) uint8 -> (1, 3, H, W) float32: red, green, blue from 0 to 1, not yet normalised."""
    return torch.from_numpy(np.array(pixels)).permute(2, 0, 1)[None].float().div(255)


def normalised(pictures: Tensor, how: Preprocessing) -> Tensor:
    """(N, 3, h, w) from 0 to 1, as `from_pixels` gives them, as a network takes them: (N, C, h, w).

    The size stays. Gradients pass.
    """
    if how.channels == "grey":
        pictures = (pictures * _column(GREY_WEIGHTS).to(pictures)).sum(1, keepdim=True)
    elif how.channels == "BGR":
        pictures = pictures.flip(1)
    return (pictures * how.scale - _column(how.mean).to(pictures)) / _column(how.std).to(pictures)


def seen(pictures: Tensor, how: Preprocessing) -> Tensor:
    """What a network sees of (N, 3, h, w) from 0 to 1: resized and cropped or bordered, (N, 3, H, W), not yet
    normalised. Gradients pass; rounding apart, as `to_tensor` does it.
    """
    wide, high = how.resized(pictures.shape[3], pictures.shape[2])
    if pictures.shape[2:] != (high, wide):
        smooth = how.interpolation != "nearest"
        pictures = F.interpolate(pictures, (high, wide), mode=how.interpolation, antialias=smooth)
        pictures = pictures.clamp(0, 1)
    left, top = -_offset(wide, how.width), -_offset(high, how.height)
    border = (left, how.width - wide - left, top, how.height - high - top)
    beyond = torch.zeros(1, 3, 1, 1) if how.fit == "crop" else mean_colour(how)
    return F.pad(pictures - beyond.to(pictures), border) + beyond.to(pictures)


def mean_colour(how: Preprocessing) -> Tensor:
    """(1, 3, 1, 1), red, green, blue from 0 to 1: what is 0 after normalising."""
    colour = _column(how.mean) / how.scale
    return colour.flip(1) if how.channels == "BGR" else colour.expand(1, 3, 1, 1)


def to_pixels(values: Tensor, how: Preprocessing) -> NDArray[np.uint8]:
    """A network's input, (1, C, H, W) or (C, H, W), as an (H, W, 3) uint8 picture."""
    planes = values.detach().float().cpu().reshape(values.shape[-3:])
    planes = (planes * _column(how.std)[0] + _column(how.mean)[0]) / how.scale
    if how.channels == "BGR":
        planes = planes.flip(0)
    pixels = planes.expand(3, -1, -1).mul(255).round_().clamp_(0, 255).to(torch.uint8)
    return pixels.permute(1, 2, 0).contiguous().numpy()


def channels(how: Preprocessing) -> int:
    """How many planes the network takes."""
    return 1 if how.channels == "grey" else 3


def check(how: Preprocessing) -> None:
    """Raises OutOfRangeError where these values make no input."""
    if min(how.width, how.height) < 1:
        raise OutOfRangeError(
            "A network's input cannot be {width} x {height} pixels; give at least 1 x 1.",
            width=how.width,
            height=how.height,
        )
    if how.fit == "crop" and how.resize < 1:
        raise OutOfRangeError(
            "A picture cannot be resized to {size} pixels; give 1 or more.", size=how.resize
        )
    planes = channels(how)
    if {len(how.mean), len(how.std)} != {planes}:
        raise OutOfRangeError("Give {count} values as mean and as deviation.", count=planes)
    if not all(deviation > 0 for deviation in how.std) or not how.scale > 0:
        raise OutOfRangeError("Deviations and range must be above zero.")


def _offset(length: int, wanted: int) -> int:
    """Where a centred crop begins; negative beyond the picture. Rounded as torchvision rounds."""
    return -((wanted - length) // 2) if wanted > length else round((length - wanted) / 2)


def _bordered(values: Tensor, how: Preprocessing) -> Tensor:
    """Centre what is smaller than the network's input in it; `values` are normalised."""
    high, wide = values.shape[-2:]
    if (high, wide) == (how.height, how.width):
        return values
    black = -_column(how.mean) / _column(how.std)
    border = black if how.fit == "crop" else torch.zeros_like(black)
    whole = border.expand(1, len(black[0]), how.height, how.width).clone()
    top, left = (how.height - high) // 2, (how.width - wide) // 2
    whole[..., top : top + high, left : left + wide] = values
    return whole


@lru_cache(8)
def _normalising(how: Preprocessing) -> tuple[Tensor, Tensor]:
    """What is added to a pixel value of 0 to 255, and what it is multiplied by."""
    mean, std = _column(how.mean), _column(how.std)
    return -mean / std, how.scale / 255 / std


def _column(values: tuple[float, ...]) -> Tensor:
    return torch.tensor(values, dtype=torch.float32).view(1, -1, 1, 1)
