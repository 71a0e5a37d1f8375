"""Pictures on their way in, and the words that all messages share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Rule = Literal["gradient", "deconvnet", "guided", "rectified"]
Rect = tuple[float, float, float, float]  # x, y, width, height as fractions (0 to 1) of a picture


class Frame(Protocol):
    """A picture taken from a source; converted only when the worker takes it."""

    @property
    def number(self) -> int: ...

    def rgb(self) -> Pixels:
        """(H, W, 3); may be called on any thread."""
        ...


@dataclass(frozen=True)
class StillFrame:
    """A frame that holds its pixels already."""

    number: int
    pixels: Pixels

    def rgb(self) -> Pixels:
        return self.pixels
