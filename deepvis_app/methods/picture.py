"""What a method returned, as a finished picture, and what to note down with it. Needs no torch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from deepvis_app.methods import Method, NoParams, Output, Target
from deepvis_app.methods.charts import class_areas, unit_bars
from deepvis_app.methods.filter_tiles import tiles
from deepvis_app.pictures.colormaps import ZERO, colour
from deepvis_app.pictures.scaling import to_levels
from deepvis_app.pictures.styles import backward_picture
from deepvis_app.pictures.tiling import mosaic

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

SEQUENTIAL = "inferno"
DIVERGING = "diverging"
SMALLEST_CELL = 48  # pixels: smaller activation maps are enlarged by a whole factor
FILTERS_WIDTH = 1024
GAP = 2
BEHIND = 0.125  # grey behind what is cut out


def to_pixels(
    method: Method,
    array: Floats,
    contrast: float = 1.0,
    bgr: bool = False,
    transparent: bool = False,
    labels: Sequence[str] = (),
) -> Pixels:
    """A picture (h, w, 3) of what `method` returned.

    INPUT: the signed gradient, zero is mid-grey. ATTRIBUTION: coloured, diverging where the method is
    signed or a value is below zero. ACTIVATIONS: a mosaic of all units, scaled together, diverging likewise.
    CUTOUT: the object over dark grey; (h, w, 4) with its opacity where it is to be `transparent`. FILTERS:
    tiles in colour, or grey. CLASSES: areas with a legend by `labels`. UNITS: bars. PICTURE: as it is.
    `bgr`: the network takes blue first; pictures are red first.
    """
    if method.output is Output.INPUT:
        return backward_picture(_red_first(array, bgr), contrast=contrast)
    if method.output is Output.ATTRIBUTION:
        signed = method.signed or bool((array < 0).any())
        levels = to_levels(array[None], contrast=contrast, signed=signed, full=method.full)[0]
        return colour(levels, DIVERGING if signed else SEQUENTIAL)
    if method.output is Output.CUTOUT:
        return _cutout(array, transparent)
    if method.output is Output.FILTERS:
        return tiles(array, FILTERS_WIDTH, SMALLEST_CELL, bgr=bgr).pixels
    if method.output is Output.CLASSES:
        return class_areas(array, labels)
    if method.output is Output.UNITS:
        return unit_bars(array)
    if method.output is Output.PICTURE:
        return rounded(array)
    return _mosaic(array, contrast)


def metadata(
    network: str,
    method: Method,
    target: Target | None = None,
    layer: str | None = None,
    params: object | None = None,
    picture: str = "",
    labels: Sequence[str] = (),
) -> dict[str, object]:
    """What a picture is of, for pictures.saving: network, method, layer, unit, neuron, class, params."""
    facts: dict[str, object] = {
        "picture": picture,
        "network": network,
        "method": method.name,
        "layer": layer,
    }
    if target is not None and target.unit is not None:
        facts |= {"unit": target.unit, "neuron": target.neuron}
    if target is not None and target.class_index is not None:
        index = target.class_index
        facts |= {"class": index, "label": labels[index] if index < len(labels) else None}
    if params is not None and not isinstance(params, NoParams):
        facts["params"] = asdict(params)  # type: ignore[call-overload]
    return {key: value for key, value in facts.items() if value not in (None, "")}


def rounded(planes: Floats) -> Pixels:
    """(C, H, W) from 0 to 1 as (H, W, C) in 8 bits."""
    pixels: Pixels = np.rint(planes.transpose(1, 2, 0) * 255).clip(0, 255).astype(np.uint8)
    return pixels


def _cutout(array: Floats, transparent: bool) -> Pixels:
    colours, opacity = array[:3], array[3:]
    return rounded(array if transparent else colours * opacity + BEHIND * (1 - opacity))


def _mosaic(array: Floats, contrast: float) -> Pixels:
    maps = array.reshape(-1, 1, 1) if array.ndim == 1 else array
    signed = bool((maps < 0).any())
    levels = to_levels(maps, contrast=contrast, signed=signed)
    side = max(maps.shape[1:])
    cell = side * math.ceil(SMALLEST_CELL / side) if array.ndim == 3 else SMALLEST_CELL // 3
    columns = math.ceil(math.sqrt(len(maps)))
    sheet = mosaic(levels, cell, GAP, columns, ZERO if signed else 0)
    return colour(sheet, DIVERGING if signed else SEQUENTIAL)


def _red_first(array: Floats, bgr: bool) -> Floats:
    if array.shape[0] == 1:
        return np.repeat(array, 3, axis=0)
    return array[::-1] if bgr else array
