"""Explanations of a picture as pictures: heat over what the network sees, fine maps alone. Needs no torch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from deepvis_app.methods import Method, Output
from deepvis_app.methods.charts import painted
from deepvis_app.methods.picture import DIVERGING, SEQUENTIAL, to_pixels
from deepvis_app.pictures import styles
from deepvis_app.pictures.colormaps import colour, table
from deepvis_app.pictures.saving import fit, resize
from deepvis_app.pictures.scaling import to_levels

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

SEEN = 0.45  # of the picture under classes
FINE = frozenset({"saliency", "smoothgrad", "integrated_gradients"})
"""Maps as fine as the picture itself: over it, they would be lost."""


def explanation(method: Method, array: Floats, seen: Pixels, size: int, bgr: bool = False) -> Pixels:
    """What `method` returned for `seen` (H, W, 3), to fit `size` x `size`: (h, w, 3).

    Heat maps, of any size, lie over the picture: inferno from 0, where they are signed diverging around it,
    the largest size is full colour. Classes colour the picture's greys. FINE ones stand alone, grey or
    diverging, without their few spikes. Other pictures are those of methods.picture.
    """
    width, height = fit(seen.shape[1], seen.shape[0], size, size)
    if method.output is Output.CLASSES:
        colours, grey = resize(painted(array), width, height), resize(seen, width, height).mean(2)
        shown: Pixels = np.rint(SEEN * grey[..., None] + (1 - SEEN) * colours).astype(np.uint8)
        return shown
    if method.output is not Output.ATTRIBUTION:
        return resize(to_pixels(method, array, bgr=bgr), width, height)
    signed = method.signed or bool((array < 0).any())
    if method.name in FINE:
        levels = to_levels(without_spikes(array)[None], signed=signed)[0]
        return resize(colour(levels, DIVERGING if signed else "grey"), width, height)
    levels = resize(to_levels(array[None], signed=signed, full=method.full)[0], width, height)
    colours = table(DIVERGING if signed else SEQUENTIAL)
    return styles.overlay(resize(seen, width, height), levels, colours, signed=signed)


def without_spikes(array: Floats) -> Floats:
    """Clipped where few values are larger: else they alone would be seen."""
    values: Floats = np.nan_to_num(array)
    most = np.percentile(np.abs(values), styles.PERCENTILE)
    clipped: Floats = np.clip(values, -most, most)
    return clipped
