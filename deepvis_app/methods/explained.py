"""One method's answer in a comparison of explanations, as it crosses to the window. Needs no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deepvis_app.i18n import Text


@dataclass(frozen=True)
class Explained:
    """`method` over one picture for one class, so far or, when `finished`, for good.

    `pixels` (h, w, 3); None before there is anything, and where the method failed: `note` then says why.
    `milliseconds`: of the method alone. `deletion`, `insertion`: areas from 0 to 1 (methods/faithfulness.py).
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
    note: Text | None = None
    finished: bool = False
