"""Explanations of a picture as pictures: heat over what the network sees, fine maps alone. Needs no torch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from deepvis_app.methods import Method, Output
from deepvis_app.methods.charts import most_frequent, painted
from deepvis_app.methods.picture import DIVERGING, SEQUENTIAL, to_pixels
from deepvis_app.pictures import styles
from deepvis_app.pictures.colormaps import colour, table
from deepvis_app.pictures.saving import fit, resize
from deepvis_app.pictures.scaling import to_levels

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

SEEN, SEEN_MOST = 0.35, 0.75  # of the picture under classes, and under the most frequent one
VEIL = "veil"
FINE = frozenset({"saliency", "smoothgrad", "integrated_gradients"})
"""Maps as fine as the picture itself: over it, they would be lost."""


def explanation(method: Method, array: Floats, seen: Pixels, size: int, bgr: bool = False) -> Pixels:
    """What `method` returned for `seen` (H, W, 3), to fit `size` x `size`: (h, w, 3).

    Heat maps, of any size, lie over the picture: inferno from 0; where they are signed, orange above it and
    blue below. The largest size is full colour. Classes colour the picture's greys. FINE ones stand alone,
    grey or diverging, without their few spikes. Other pictures are those of methods.picture.
    """
    width, height = fit(seen.shape[1], seen.shape[0], size, size)
    if method.output is Output.CLASSES:
        return _coloured(array, resize(seen, width, height))
    if method.output is not Output.ATTRIBUTION:
        return resize(to_pixels(method, array, bgr=bgr), width, height)
    signed = method.signed or bool((array < 0).any())
    if method.name in FINE:
        levels = to_levels(without_spikes(array)[None], signed=signed)[0]
        return resize(colour(levels, DIVERGING if signed else "grey"), width, height)
    levels = resize(to_levels(array[None], signed=signed, full=method.full)[0], width, height)
    colours = table(VEIL if signed else SEQUENTIAL)
    return styles.overlay(resize(seen, width, height), levels, colours, signed=signed)


def _coloured(classes: Floats, seen: Pixels) -> Pixels:
    """Class indices over the greys of the picture; the most frequent class but faintly."""
    height, width = seen.shape[:2]
    share = np.where(most_frequent(classes), SEEN_MOST, SEEN).astype(np.float32)
    kept = np.asarray(Image.fromarray(share).resize((width, height), Image.Resampling.NEAREST))[..., None]
    colours, grey = resize(painted(classes), width, height, honest=True), seen.mean(2)[..., None]
    shown: Pixels = np.rint(kept * grey + (1 - kept) * colours).astype(np.uint8)
    return shown


def without_spikes(array: Floats) -> Floats:
    """Clipped where few values are larger: else they alone would be seen."""
    values: Floats = np.nan_to_num(array)
    most = np.percentile(np.abs(values), styles.PERCENTILE)
    clipped: Floats = np.clip(values, -most, most)
    return clipped
