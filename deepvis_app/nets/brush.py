"""One way of painting, for any number of pictures: which styles, how strong, how large their strokes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray

from deepvis_app.nets.manner import Painting
from deepvis_app.nets.painting import LivePainter, blended
from deepvis_app.nets.resizing import resized
from deepvis_app.nets.style_file import Styles

Pixels = NDArray[np.uint8]
LONGEST = 2560
"""Pixels of a side that is painted, however fine the strokes are wished."""


class Brush:
    """Paints by `painting` in `dtype`, each picture at its own resolution."""

    def __init__(
        self,
        styles: Styles,
        painting: Painting,
        dtype: torch.dtype = torch.float32,
        device: torch.device | str = "cpu",
    ) -> None:
        self._painting = painting
        self._painter = LivePainter(styles.network, shares(styles, painting), dtype, device)

    def paint(self, pixels: Pixels) -> Pixels:
        """`pixels` (H, W, 3) painted, of the same size."""
        at = wished_size(pixels.shape[1], pixels.shape[0], self._painting.size)
        return painted(self._painter, pixels, self._painting, at)


def painted(painter: LivePainter, pixels: Pixels, painting: Painting, at: tuple[int, int]) -> Pixels:
    """`pixels` (H, W, 3) painted at the width and height `at`, and brought back to their size."""
    if painting.strength <= 0:
        return pixels
    height, width = pixels.shape[:2]
    if at == (width, height):
        return painter.paint(pixels, painting.strength, painting.keep_colours)
    coarse = painter.paint(resized(pixels, *at))
    return blended(pixels, resized(coarse, width, height), painting.strength, painting.keep_colours)


def wished_size(width: int, height: int, size: float) -> tuple[int, int]:
    """Width and height at which strokes become `size` times as large as the style's own."""
    share = min(1 / size, LONGEST / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def shares(styles: Styles, painting: Painting) -> list[float]:
    """By the styles' order, of sum 1; the first style where none is named that there is."""
    wanted: Mapping[str, float] = {name: share for name, share in painting.mix if name in styles.names}
    if not any(share > 0 for share in wanted.values()):
        wanted = {styles.names[0]: 1.0}
    return styles.mix(wanted).tolist()
