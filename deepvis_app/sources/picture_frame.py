"""Frames of still pictures, and the number that every frame bears."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import numpy as np

from deepvis_app.engine.messages import Pixels

_numbers = count(1)


def next_number() -> int:
    """Frames are numbered through the whole process: each is told apart when the source changes."""
    return next(_numbers)


@dataclass(frozen=True)
class PictureFrame:
    """A Frame (engine.messages) that holds its pixels, mirrored when they are taken."""

    number: int
    pixels: Pixels
    mirrored: bool = False

    def rgb(self) -> Pixels:
        return np.ascontiguousarray(self.pixels[:, ::-1]) if self.mirrored else self.pixels
