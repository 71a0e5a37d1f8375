"""Luma and chroma planes to red, green and blue, by the matrix and range that a video states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtMultimedia import QVideoFrameFormat

from deepvis_app.engine.messages import Pixels
from deepvis_app.sources.orientation import Orientation

Planes = tuple[Pixels, Pixels, Pixels]
"""Luma (H, W), blue and red difference (h, w), where h and w are H and W or half of them, rounded up."""

_Space = QVideoFrameFormat.ColorSpace


@dataclass(frozen=True)
class Matrix:
    """What a chroma sample adds to each channel, by its value: (256,) int16 tables."""

    full_range: bool
    red: NDArray[np.int16]
    green_of_blue: NDArray[np.int16]
    green_of_red: NDArray[np.int16]
    blue: NDArray[np.int16]

    def brightness(self, luma: Pixels) -> NDArray[np.int16]:
        if self.full_range:
            return luma.astype(np.int16)
        stretched = luma.astype(np.uint16)
        stretched *= 149  # 255 / 219 in 128ths
        stretched += 64 + 47  # 64 to round; 47 since the 19 taken off below are 47 / 128 too many
        stretched >>= 7
        brightness = stretched.view(np.int16)
        brightness -= 19  # 16 * 255 / 219 is 18.63
        return brightness


# Weights of red and of blue in the luma, by ITU-R BT.601, BT.709 and BT.2020.
_WEIGHTS = {
    _Space.ColorSpace_BT601: (0.299, 0.114),
    _Space.ColorSpace_AdobeRgb: (0.299, 0.114),
    _Space.ColorSpace_BT709: (0.2126, 0.0722),
    _Space.ColorSpace_BT2020: (0.2627, 0.0593),
}


def matrix_of(layout: QVideoFrameFormat, *, camera: bool = False) -> Matrix:
    """The stated matrix. Unstated: BT.709 for high definition, BT.601 for the rest, JPEG and cameras."""
    full = layout.colorRange() == QVideoFrameFormat.ColorRange.ColorRange_Full
    space = layout.colorSpace()
    if space not in _WEIGHTS:
        high_definition = layout.frameHeight() > 576 and not full and not camera
        space = _Space.ColorSpace_BT709 if high_definition else _Space.ColorSpace_BT601
    return _matrix(*_WEIGHTS[space], full)


@lru_cache
def _matrix(of_red: float, of_blue: float, full_range: bool) -> Matrix:
    of_green = 1 - of_red - of_blue
    difference = (np.arange(256) - 128) * (1 if full_range else 255 / 224)
    red, blue = 2 * (1 - of_red) * difference, 2 * (1 - of_blue) * difference
    tables = (red, -blue * of_blue / of_green, -red * of_red / of_green, blue)
    return Matrix(full_range, *(np.rint(table).astype(np.int16) for table in tables))


def to_rgb(planes: Planes, matrix: Matrix, orientation: Orientation) -> Pixels:
    luma, cb, cr = planes
    halves = halves_of(luma.shape, cb.shape)
    high, wide = (
        min(side, half * small) for side, half, small in zip(luma.shape, halves, cb.shape, strict=True)
    )
    brightness = matrix.brightness(luma[:high, :wide])

    def channel(*parts: tuple[NDArray[np.int16], Pixels]) -> NDArray[np.int16]:
        added = _spread(parts[0][0], parts[0][1], halves[1])
        for table, plane in parts[1:]:
            added += _spread(table, plane, halves[1])
        if halves[0] == 2:
            added = added.repeat(2, axis=0)
        total: NDArray[np.int16] = brightness + added[:high, :wide]
        return np.clip(total, 0, 255, out=total)

    return orientation.assemble(
        channel((matrix.red, cr)),
        channel((matrix.green_of_blue, cb), (matrix.green_of_red, cr)),
        channel((matrix.blue, cb)),
    )


def _spread(table: NDArray[np.int16], plane: Pixels, times: int) -> NDArray[np.int16]:
    """The table's values of a plane, each `times` (1 or 2) in a row."""
    if times == 1:
        return table.take(plane)
    # Words of two equal halves: quicker than repeating what was looked up.
    twice = np.repeat(table[:, None], 2, axis=1).view(np.int32)[:, 0]
    return twice.take(plane).view(np.int16)


def halves_of(luma: tuple[int, ...], chroma: tuple[int, ...]) -> tuple[int, int]:
    """How many luma samples share a chroma sample, down and across: 1 or 2."""
    return (2 if chroma[0] < luma[0] else 1), (2 if chroma[1] < luma[1] else 1)


def reduced(planes: Planes, factor: int) -> Planes:
    """Planes with sides divided by an even `factor`: luma averaged; chroma, coarse already, picked."""
    luma, cb, cr = planes
    halves = halves_of(luma.shape, cb.shape)
    picked = np.s_[:: factor // halves[0], :: factor // halves[1]]
    return averaged(luma, factor), cb[picked], cr[picked]


def averaged(plane: Pixels, factor: int) -> Pixels:
    """Both sides divided by `factor`, rounded up; each value the mean of a square."""
    return np.asarray(Image.fromarray(np.ascontiguousarray(plane)).reduce(factor))
