"""What one neuron of a layer sees of the network's input, and of the picture that became it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from deepvis_app.pictures.preprocessing import Preprocessing

Pixels = NDArray[np.uint8]
Pair = tuple[int, int]
Rect = tuple[float, float, float, float]  # x, y, width, height as fractions of a picture


@dataclass(frozen=True)
class ReceptiveField:
    """What one neuron of a layer sees, in input pixels right and down from the top left corner.

    `box`: (x, y, width, height) of what lies within the picture. `size` (height, width) and `centre` (y, x)
    are of the whole field, which may reach beyond the picture; `stride` (down, right) is how far it moves
    from one neuron to the next, 0 where every neuron sees the same. `end` (y, x): no neuron of the layer
    sees further.
    """

    neuron: Pair
    centre: tuple[float, float]
    size: Pair
    stride: Pair
    box: tuple[int, int, int, int]
    end: Pair

    @classmethod
    def from_corner(cls, neuron: Pair, corner: Pair, size: Pair, stride: Pair, end: Pair) -> ReceptiveField:
        """That of `neuron`, from the top left `corner` (y, x) of what it sees."""
        ends = [min(corner[axis] + size[axis], end[axis]) for axis in (0, 1)]
        starts = [max(corner[axis], 0) for axis in (0, 1)]
        return cls(
            neuron=neuron,
            centre=(corner[0] + size[0] / 2, corner[1] + size[1] / 2),
            size=size,
            stride=stride,
            box=(starts[1], starts[0], max(ends[1] - starts[1], 0), max(ends[0] - starts[0], 0)),
            end=end,
        )

    def at(self, y: int, x: int) -> ReceptiveField:
        """That of neuron (y, x) of the same layer."""
        down, right = (y - self.neuron[0]) * self.stride[0], (x - self.neuron[1]) * self.stride[1]
        top = self.centre[0] + down - self.size[0] / 2
        left = self.centre[1] + right - self.size[1] / 2
        return self.from_corner((y, x), (int(top), int(left)), self.size, self.stride, self.end)


@dataclass(frozen=True)
class Sight:
    """A field over a picture. `box`: what is seen, within the picture. `frame`: the field itself, which may
    reach beyond; along a side on which it is longer than the network's input, that input.
    """

    box: Rect
    frame: Rect


def sight(field: ReceptiveField | None, how: Preprocessing, size: Pair | None = None) -> Sight:
    """The field in a picture of `size` (width, height) that becomes the input; without one in the input.

    None, where no field is known, is taken for a look at all of the input.
    """
    whole = (0, 0, how.width, how.height)
    box = whole if field is None else field.box
    frame = whole if field is None else _frame(field, how)
    seen = (0.0, 0.0, 1.0, 1.0) if size is None else how.seen(*size)
    return Sight(_within(_placed(box, how, seen)), _placed(frame, how, seen))


def tile(pixels: Pixels, where: Sight, side: int, background: int = 0) -> Pixels:
    """The part of `pixels` (H, W, 3) in the frame, its longer side `side` pixels long.

    What the neuron does not see is `background`.
    """
    height, width = pixels.shape[:2]
    x, y, wide, high = where.frame
    scale = side / max(wide * width, high * height)
    shape = (max(1, round(high * height * scale)), max(1, round(wide * width * scale)))
    made = np.full((*shape, 3), background, np.uint8)
    left, top = round((where.box[0] - x) * width * scale), round((where.box[1] - y) * height * scale)
    right = min(round((where.box[0] + where.box[2] - x) * width * scale), shape[1])
    bottom = min(round((where.box[1] + where.box[3] - y) * height * scale), shape[0])
    if right <= left or bottom <= top:
        return made
    corners = (
        where.box[0] * width,
        where.box[1] * height,
        (where.box[0] + where.box[2]) * width,
        (where.box[1] + where.box[3]) * height,
    )
    part = Image.fromarray(pixels).resize((right - left, bottom - top), Image.Resampling.BICUBIC, box=corners)
    made[top:bottom, left:right] = np.asarray(part)
    return made


def _frame(field: ReceptiveField, how: Preprocessing) -> tuple[float, float, float, float]:
    """In input pixels: every neuron of a layer has one of the same size."""
    (top, left), (high, wide) = field.centre, field.size
    top, left = top - high / 2, left - wide / 2
    if high > how.height:
        top, high = 0, how.height
    if wide > how.width:
        left, wide = 0, how.width
    return left, top, wide, high


def _placed(pixels: tuple[float, float, float, float], how: Preprocessing, seen: Rect) -> Rect:
    """Input pixels as fractions of the picture of which the network sees `seen`."""
    x, y, width, height = pixels
    across, down = seen[2] / how.width, seen[3] / how.height
    return seen[0] + x * across, seen[1] + y * down, width * across, height * down


def _within(rect: Rect) -> Rect:
    left, top = max(rect[0], 0.0), max(rect[1], 0.0)
    right, bottom = min(rect[0] + rect[2], 1.0), min(rect[1] + rect[3], 1.0)
    return left, top, max(right - left, 0.0), max(bottom - top, 0.0)
