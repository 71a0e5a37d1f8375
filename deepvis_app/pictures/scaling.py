"""Maps of any range to levels 0..255, ready for a colour map."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.uint8]
Floats = NDArray[np.float32]

_STEPS = 4096  # of the table that applies the contrast: dark levels keep their nuances


def to_levels(
    maps: Floats,
    scale: Literal["layer", "unit"] = "layer",
    contrast: float = 1.0,
    signed: bool = False,
    full: float | None = None,
) -> Levels:
    """`maps` (N, ...) scaled by the largest value of all ("layer") or of each map ("unit"), or by `full`.

    Unsigned: 255 * (v / max) ** (1 / contrast), negative values are level 0. Signed: zero is level 128,
    128 + 127 * sign(v) * |v / max|v|| ** (1 / contrast). Beyond `full` values are clipped. Flat maps of zeros
    give flat pictures; NaN and infinities count as 0.
    """
    values = np.ascontiguousarray(maps, dtype=np.float32)
    if values.size == 0:
        return np.zeros(values.shape, np.uint8)
    flat = values.reshape(values.shape[0], -1)
    peaks = _peaks(flat, signed)
    if not np.isfinite(peaks).all():
        flat = np.nan_to_num(flat, nan=0.0, posinf=0.0, neginf=0.0)
        peaks = _peaks(flat, signed)
    if full is not None:
        flat, peaks = flat.clip(-full, full), np.full(1, full, np.float32)
    elif scale == "layer":
        peaks = peaks.max(keepdims=True)
    # A peak too small to be divided by is no signal: its map is flat.
    factors = np.where(peaks > 1e-30, 1 / np.maximum(peaks, np.float32(1e-30)), np.float32(0))
    scaled = flat * factors[:, None]
    if not signed:
        np.maximum(scaled, 0, out=scaled)
    return _levels(scaled, contrast, signed).reshape(values.shape)


def _peaks(flat: Floats, signed: bool) -> Floats:
    """Each row's largest value, or largest absolute value: infinite or NaN where the row holds such."""
    largest, smallest = flat.max(axis=1), flat.min(axis=1)
    if signed:
        peaks: Floats = np.maximum(largest, -smallest)
    else:  # an infinity below counts as well: it must be noticed, though it would be clipped
        peaks = np.where(np.isfinite(smallest), np.maximum(largest, np.float32(0)), smallest)
    return peaks


def _levels(scaled: Floats, contrast: float, signed: bool) -> Levels:
    """Values of 0 to 1, or of -1 to 1, to levels; `scaled` is used up."""
    if contrast == 1:
        span, zero = (127.0, 128.0) if signed else (255.0, 0.0)
    else:
        span, zero = (_STEPS, _STEPS) if signed else (_STEPS, 0.0)
    scaled *= span
    scaled += zero + 0.5  # positive throughout, so that cutting the fraction rounds
    if contrast == 1:
        return scaled.astype(np.uint8)
    raised: Levels = _curve(contrast, signed).take(scaled.astype(np.uint16))
    return raised


@lru_cache(maxsize=16)
def _curve(contrast: float, signed: bool) -> Levels:
    """Levels of the values 0 to 1, or -1 to 1, in steps of 1 / 4096, raised to 1 / contrast."""
    values = np.linspace(-1 if signed else 0, 1, _STEPS * (1 + signed) + 1)
    raised = np.copysign(np.abs(values) ** (1 / contrast), values)
    levels: Levels = np.rint(128 + 127 * raised if signed else 255 * raised).astype(np.uint8)
    return levels
