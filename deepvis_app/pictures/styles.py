"""Pictures of gradients, in the manners of the Deep Visualization Toolbox (Yosinski et al. 2015).

Gradients are (3, H, W) floats, signed; pictures (H, W, 3) uint8.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import UnknownNameError
from deepvis_app.pictures.colormaps import ZERO

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

PERCENTILE = 99.5
"""The share of the values other than zero that is shown unclipped: a few spikes must not hide the rest."""

BLUR_SHARE = 4 / 227
"""Width (sigma) of the blur as a share of the shorter side: the toolbox's 4 pixels of 227."""


def backward_picture(
    gradient: Floats, style: str = "raw", contrast: float = 1.0, percentile: float = PERCENTILE
) -> Pixels:
    """A gradient (3, H, W) as a picture (H, W, 3) in one of STYLES.

    raw: each channel, zero is mid-grey (128). grey: the mean over the channels, zero is mid-grey.
    norm: the length over the channels, zero is black. blurred norm: the same, blurred. sign: each
    channel's sign. Values are divided by their `percentile` (of those other than zero) and clipped, then
    raised to 1 / contrast. NaN and infinities count as 0. Raises UnknownNameError.
    """
    if style not in STYLES:
        raise UnknownNameError(
            "There is no backward style {name}. There are: {names}.", name=style, names=", ".join(STYLES)
        )
    values = np.asarray(gradient, dtype=np.float32)
    if not np.isfinite(values.sum()):
        values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    signed = style not in ("norm", "blurred norm")
    shown = _raised(_scaled(STYLES[style](values), percentile), contrast)
    levels = shown * 127 + 128.5 if signed else shown * 255 + 0.5
    picture = levels.astype(np.uint8)
    if picture.ndim == 3:
        return np.ascontiguousarray(picture.transpose(1, 2, 0))
    return np.repeat(picture[:, :, None], 3, axis=2)


def overlay(
    picture: Pixels, levels: Pixels, colours: Pixels, strength: float = 0.75, signed: bool = False
) -> Pixels:
    """A map's levels (H, W), coloured by the table `colours` (256, 3), over a picture (H, W, 3).

    A map's zero, level 0 or where it is `signed` 128, leaves the picture as it is; level 255 covers it by
    `strength` (0 to 1).
    """
    zero = ZERO if signed else 0
    size = np.abs(np.arange(256, dtype=np.float32) - zero) / (255 - zero)
    weight = (strength * size.clip(0, 1))[:, None]
    paint = (colours * weight).take(levels, axis=0)
    shown: Pixels = np.rint(paint + picture * (1 - weight).take(levels, axis=0)).astype(np.uint8)
    return shown


def overlay_part(
    picture: Pixels,
    levels: Pixels,
    colours: Pixels,
    part: tuple[float, float, float, float],
    strength: float = 0.75,
    signed: bool = False,
) -> Pixels:
    """`overlay` of levels that lie over a part of the picture: x, y, width, height as fractions of it.

    What of the part is beyond the picture is left out; `levels` are as large as the part, in its pixels.
    """
    shown = picture.copy()
    x, y = round(part[0] * picture.shape[1]), round(part[1] * picture.shape[0])
    here = np.s_[max(0, y) : y + levels.shape[0], max(0, x) : x + levels.shape[1]]
    over = shown[here]
    there = levels[max(0, -y) : max(0, -y) + over.shape[0], max(0, -x) : max(0, -x) + over.shape[1]]
    shown[here] = overlay(over, there, colours, strength, signed)
    return shown


def _mean(gradient: Floats) -> Floats:
    mean: Floats = gradient.mean(axis=0)
    return mean


def _length(gradient: Floats) -> Floats:
    length: Floats = np.sqrt(np.einsum("chw,chw->hw", gradient, gradient))
    return length


def _blurred_length(gradient: Floats) -> Floats:
    length = _length(gradient)
    sigma = BLUR_SHARE * min(length.shape)
    return _blurred(_blurred(length, sigma).T, sigma).T


def _blurred(values: Floats, sigma: float) -> Floats:
    """Gaussian blur along the first axis, mirrored at the borders."""
    radius = min(round(3 * sigma), len(values))
    weights = np.exp(-0.5 * (np.arange(-radius, radius + 1) / max(sigma, 1e-6)) ** 2)
    weights /= weights.sum()
    padded = np.pad(values, ((radius, radius), (0, 0)), mode="symmetric")
    blurred = np.zeros_like(values)
    for start, weight in enumerate(weights.astype(np.float32)):
        blurred += weight * padded[start : start + len(values)]
    return blurred


def _unchanged(gradient: Floats) -> Floats:
    return gradient


STYLES: Mapping[str, Callable[[Floats], Floats]] = {
    "raw": _unchanged,
    "grey": _mean,
    "norm": _length,
    "blurred norm": _blurred_length,
    "sign": np.sign,
}


def _scaled(values: Floats, percentile: float) -> Floats:
    """Divided by the percentile of the absolute values other than zero, clipped to -1 to 1."""
    sizes = np.abs(values[values != 0])
    if sizes.size == 0:
        return np.zeros_like(values)
    rank = min(sizes.size - 1, int(sizes.size * percentile / 100))
    peak = max(float(np.partition(sizes, rank)[rank]), float(np.finfo(np.float32).tiny))
    scaled: Floats = np.clip(values / np.float32(peak), -1, 1)
    return scaled


def _raised(values: Floats, contrast: float) -> Floats:
    if contrast == 1:
        return values
    raised: Floats = np.copysign(np.abs(values) ** np.float32(1 / contrast), values)
    return raised
