"""Colour maps as tables of 256 colours: perceptually uniform ones, grey, and one for signed maps.

Magma, inferno and viridis are those of Smith and van der Walt (2015, public domain), kept under
resources/colormaps as 256 hexadecimal colours. The diverging map is made here: dark neutral grey at zero,
so that nothing looks like nothing in a dark window, blue below and orange above, as light on both sides.
Over a picture lies the veil: the same two hues, each of one strength, as how much it covers tells the size.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from deepvis_app import paths
from deepvis_app.errors import UnknownNameError

Table = NDArray[np.uint8]  # (256, 3), red green blue
Words = NDArray[np.uint32]  # (256,), 0xffRRGGBB as in QImage.Format_RGB32

STORED = ("magma", "inferno", "viridis")
SEQUENTIAL = (*STORED, "grey")
NAMES = (*SEQUENTIAL, "diverging", "veil")

ZERO = 128
"""The level of zero in signed maps."""

_BLUE, _ORANGE = 250.0, 45.0  # hues in degrees, told apart by all common kinds of colour blindness


@cache
def table(name: str) -> Table:
    """The 256 colours of the map `name`, read-only. Raises UnknownNameError."""
    if name in STORED:
        text = (paths.resources() / "colormaps" / f"{name}.txt").read_text("ascii")
        colours = np.frombuffer(bytes.fromhex(text), np.uint8).reshape(256, 3)
    elif name == "grey":
        colours = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    elif name == "diverging":
        colours = _diverging()
    elif name == "veil":
        colours = _veil()
    else:
        raise UnknownNameError(
            "There is no colour map {name}. There are: {names}.", name=name, names=", ".join(NAMES)
        )
    colours.setflags(write=False)
    return colours


@cache
def words(name: str) -> Words:
    """The same colours as 32-bit words: `words(name)[levels]` is a QImage's content, ready to blit."""
    red, green, blue = table(name).astype(np.uint32).T
    colours: Words = (0xFF << 24) | (red << 16) | (green << 8) | blue
    colours.setflags(write=False)
    return colours


def colour(levels: NDArray[np.uint8], name: str) -> NDArray[np.uint8]:
    """Levels of any shape to colours: (...,) -> (..., 3)."""
    coloured: NDArray[np.uint8] = table(name).take(levels, axis=0)
    return coloured


def _diverging() -> Table:
    """Two hues in OKLCh; lightness rises evenly from 0.22 at level 128 to 0.90 at both ends."""
    signed = np.clip((np.arange(256) - ZERO) / (255 - ZERO), -1, 1)
    size = np.abs(signed)
    chroma = 0.045 * size + 0.45 * size * (1 - size)  # stays within sRGB at every lightness
    hue = np.radians(np.where(signed < 0, _BLUE, _ORANGE))
    return _oklab_to_rgb(0.22 + 0.68 * size, chroma * np.cos(hue), chroma * np.sin(hue))


def _veil() -> Table:
    """The two hues in OKLCh, as light and as colourful as sRGB lets both be."""
    hue = np.radians(np.where(np.arange(256) < ZERO, _BLUE, _ORANGE))
    return _oklab_to_rgb(np.full(256, 0.66), 0.17 * np.cos(hue), 0.17 * np.sin(hue))


def _oklab_to_rgb(lightness: NDArray[np.float64], a: NDArray[np.float64], b: NDArray[np.float64]) -> Table:
    """Ottosson's OKLab (2020) to 8-bit sRGB."""
    cones = np.stack(
        [
            lightness + 0.3963377774 * a + 0.2158037573 * b,
            lightness - 0.1055613458 * a - 0.0638541728 * b,
            lightness - 0.0894841775 * a - 1.2914855480 * b,
        ]
    )
    to_linear = np.array(
        [
            [4.0767416621, -3.3077115913, 0.2309699292],
            [-1.2684380046, 2.6097574011, -0.3413193965],
            [-0.0041960863, -0.7034186147, 1.7076147010],
        ]
    )
    linear = np.clip(np.einsum("ij,jk->ki", to_linear, cones**3), 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    colours: Table = np.rint(encoded * 255).astype(np.uint8)
    return colours
