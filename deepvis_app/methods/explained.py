"""What a comparison of explanations tells of each method, as it crosses to the window. Needs no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deepvis_app.i18n import Text

Rect = tuple[float, float, float, float]  # x, y, width, height


@dataclass(frozen=True)
class Area:
    """Of a map of classes: where `label` wins, `share` of the picture, drawn in `colour`."""

    label: str
    share: float
    colour: tuple[int, int, int]

    @property
    def entry(self) -> tuple[str, tuple[int, int, int]]:
        """As a legend lists it: in words, and its colour."""
        return f"{self.label}  {self.share:.0%}", self.colour


@dataclass(frozen=True)
class Explained:
    """`method` over one picture for one class, so far or, when `finished`, for good.

    `pixels` (h, w, 3); None before there is anything, and where the method failed: `note` then says why.
    `milliseconds`: of the method alone. `deletion`, `insertion`: areas from 0 to 1 (methods/faithfulness.py).
    `legend`: of a map of classes. `boxes`: around what is hot, the hottest first, as fractions of `pixels`;
    `places`: the same in pixels of the source's picture, `iou`: how well they fit its box file, 0 to 1.
    """

    method: str
    pixels: NDArray[np.uint8] | None = None
    class_index: int | None = None
    label: str = ""
    layer: str = ""  # whose maps it is made of
    milliseconds: float = 0.0
    deletion: float | None = None
    insertion: float | None = None
    facts: Mapping[str, float | int | str] = field(default_factory=dict)
    legend: tuple[Area, ...] = ()
    boxes: tuple[Rect, ...] = ()
    places: tuple[Rect, ...] = ()
    iou: float | None = None
    note: Text | None = None
    finished: bool = False
