"""Colours for things that have no order, told apart, and what they stand for in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]

BACKGROUND = (24, 24, 27)
INK = (228, 228, 231)
PALETTE: tuple[Colour, ...] = (
    (78, 121, 167),
    (242, 142, 43),
    (89, 161, 79),
    (225, 87, 89),
    (176, 122, 161),
    (237, 201, 72),
    (118, 183, 178),
    (156, 117, 95),
)
OTHER: Colour = (120, 120, 124)  # beyond the palette
LINE = 18  # pixels from one line of words to the next


def legend(entries: Sequence[tuple[str, Colour]], width: int) -> Pixels:
    """A line of words for each, after a square of its colour: (h, `width`, 3)."""
    picture = Image.new("RGB", (width, LINE * len(entries) + LINE // 2), BACKGROUND)
    draw = ImageDraw.Draw(picture)
    for place, (words, colour) in enumerate(entries):
        top = LINE * place + LINE // 4
        draw.rectangle((8, top + 3, 20, top + LINE - 4), colour)
        draw.text((28, top + LINE // 2), words, INK, font(), anchor="lm")
    return np.asarray(picture)


@cache
def font() -> ImageFont.ImageFont | ImageFont.FreeTypeFont:
    return ImageFont.load_default(12)
