"""How a method's map changes while the network forgets, as it crosses to the window. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from deepvis_app.i18n import Text


@dataclass(frozen=True)
class Forgotten:
    """How like the map still is once all layers down to `layer` have forgotten (None: nothing has).

    `correlation`: Spearman's, of the sizes of values, -1 to 1. `similarity`: SSIM of the maps as pictures.
    """

    layer: str | None
    correlation: float
    similarity: float


Curve = tuple[Forgotten, ...]


@dataclass(frozen=True)
class Checked:
    """The curve of `method`, so far or, when `finished`, for good; `note` says why there is none."""

    DEPENDS: ClassVar[float] = 0.5  # of rank correlation: a map that depends on what was learnt falls below

    method: str
    curve: Curve = ()
    note: Text | None = None
    finished: bool = False

    @property
    def forgets(self) -> Forgotten | None:
        """Where the map first is another one, and stays so; None where in the end it is much the same."""
        found = None
        for point in reversed(self.curve):
            if abs(point.correlation) >= self.DEPENDS:
                return found
            found = point
        return found
