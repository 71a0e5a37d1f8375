"""Results that are no maps of numbers, as pictures: bars of units, areas of classes with their legend."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from deepvis_app.methods.explained import Area
from deepvis_app.pictures.colormaps import table
from deepvis_app.pictures.legends import BACKGROUND, INK, LINE, OTHER, PALETTE, font, legend

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

FALLS, RISES = 225, 40  # levels of the diverging map
WIDTH = 480
MOST_BARS = 24


def unit_bars(drops: Floats, most: int = MOST_BARS) -> Pixels:
    """Bars of the `most` units with the largest `drops` (units,), the largest first, from a common zero.

    Orange: what falls when the unit is silenced; blue: what rises.
    """
    values = np.nan_to_num(np.asarray(drops, np.float32))
    order = np.argsort(-values, kind="stable")[:most]
    low, high = min(0.0, float(values[order].min(initial=0))), float(values[order].max(initial=0))
    left, right = 52, WIDTH - 84
    scale = (right - left) / max(high - low, 1e-30)
    zero = left - low * scale
    picture = Image.new("RGB", (WIDTH, LINE * len(order) + LINE // 2), BACKGROUND)
    draw = ImageDraw.Draw(picture)
    for place, unit in enumerate(order.tolist()):
        top = LINE * place + LINE // 4
        value = float(values[unit])
        ends = sorted((round(zero), round(zero + value * scale)))
        colour = tuple(table("diverging")[FALLS if value >= 0 else RISES].tolist())
        draw.rectangle((ends[0], top + 2, ends[1], top + LINE - 4), colour)
        draw.text((left - 8, top + LINE // 2 - 1), str(unit), INK, font(), anchor="rm")
        draw.text((right + 8, top + LINE // 2 - 1), f"{value:+.4f}", INK, font(), anchor="lm")
    return np.asarray(picture)


def class_areas(classes: Floats, labels: Sequence[str] = ()) -> Pixels:
    """Class indices (H, W) as areas of one colour each, with the classes' names and shares beneath."""
    shown = painted(classes)
    factor = max(1, math.ceil(240 / max(shown.shape[:2])))
    shown = shown.repeat(factor, 0).repeat(factor, 1)
    return np.vstack([shown, legend([area.entry for area in areas(classes, labels)], shown.shape[1])])


def painted(classes: Floats) -> Pixels:
    """Class indices (H, W) as colours (H, W, 3): the most frequent classes have the palette's in its order,
    the rest are grey.
    """
    found, _ = _by_frequency(classes)
    colours = np.array([PALETTE[place] if place < len(PALETTE) else OTHER for place in range(len(found))])
    order = np.argsort(found)
    places: NDArray[np.int64] = order[np.searchsorted(found[order], classes.astype(np.int64))]
    pixels: Pixels = colours.astype(np.uint8)[places]
    return pixels


def most_frequent(classes: Floats) -> NDArray[np.bool_]:
    """Where (H, W) the class wins that wins most often."""
    found, _ = _by_frequency(classes)
    where: NDArray[np.bool_] = classes.astype(np.int64) == found[0]
    return where


def areas(classes: Floats, labels: Sequence[str] = ()) -> tuple[Area, ...]:
    """What `painted` shows, the most frequent class first; all beyond the palette as one, the last."""
    found, shares = _by_frequency(classes)
    told = [
        Area(labels[index] if index < len(labels) else str(index), share, colour)
        for index, share, colour in zip(found.tolist(), shares.tolist(), PALETTE, strict=False)
    ]
    if len(found) > len(PALETTE):
        rest = f"+ {len(found) - len(PALETTE)}"
        told.append(Area(rest, float(shares[len(PALETTE) :].sum()), OTHER))
    return tuple(told)


def _by_frequency(classes: Floats) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The classes that there are, and the share of each; the most frequent first."""
    found, counts = np.unique(classes.astype(np.int64), return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return found[order], counts[order] / counts.sum()
