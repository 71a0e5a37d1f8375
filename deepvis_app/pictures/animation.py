"""Frames as a GIF, which any page shows: short, small, of 256 colours a frame."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from deepvis_app.pictures.saving import fit, resize, whole_file

Pixels = NDArray[np.uint8]

FRAMES_A_SECOND = 10
LONGEST = 20.0
"""Seconds: a GIF of more is slow to open everywhere."""
WIDEST = 720
"""Pixels; larger frames are shrunk."""


class Animation:
    """A GIF that is being made; made by `animation`. Its frames stay in memory until it is written."""

    def __init__(self, file: BinaryIO, rate: int) -> None:
        self._file, self._rate = file, rate
        self._frames: list[Image.Image] = []

    def add(self, pixels: Pixels) -> None:
        """One more frame (h, w, 3), of the size of the first."""
        height, width = pixels.shape[:2]
        if width > WIDEST:
            pixels = resize(pixels, *fit(width, height, WIDEST, height))
        frame = Image.fromarray(np.ascontiguousarray(pixels))
        self._frames.append(frame.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE))

    def finish(self) -> None:
        if self._frames:
            first, *others = self._frames
            first.save(
                self._file, "GIF", save_all=True, append_images=others, duration=1000 // self._rate, loop=0
            )


@contextmanager
def animation(path: Path, rate: int = FRAMES_A_SECOND) -> Iterator[Animation]:
    """Frames added within are written to `path`, which appears at the end, whole. Raises RunError."""
    with whole_file(path) as file:
        made = Animation(file, rate)
        yield made
        made.finish()
