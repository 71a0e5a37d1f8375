"""A picture on its way out of a network, as it crosses to the window. Needs no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deepvis_app.i18n import Text


@dataclass(frozen=True)
class Synthesised:
    """What `method` has reached, `pixels` (h, w, 3); of its last step when `finished`.

    `facts`: numbers that belong to the picture; `note`: what the user should know of it. `frames`: of a film,
    how many are complete; where there is one more than before, `pixels` are that frame.
    """

    method: str
    pixels: NDArray[np.uint8]
    facts: Mapping[str, float | int | str] = field(default_factory=dict)
    note: Text | None = None
    finished: bool = False
    frames: int = 0
