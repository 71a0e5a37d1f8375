"""What is done to a running network at one of its layers, as plain values. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Action = Literal["silence", "clamp", "scale", "swap"]
ACTIONS: tuple[Action, ...] = ("silence", "clamp", "scale", "swap")


@dataclass(frozen=True)
class Region:
    """A part of the picture, painted on any grid over the network's input: `bits` row by row, 8 a byte."""

    height: int
    width: int
    bits: bytes

    @classmethod
    def of(cls, painted: NDArray[np.bool_]) -> Region:
        """`painted` (height, width): True where something is to be done."""
        height, width = painted.shape
        return cls(height, width, np.packbits(painted).tobytes())

    def array(self) -> NDArray[np.bool_]:
        """(height, width)."""
        count = self.height * self.width
        bits = np.unpackbits(np.frombuffer(self.bits, np.uint8), count=count)
        painted: NDArray[np.bool_] = bits.reshape(self.height, self.width).astype(bool)
        return painted


@dataclass(frozen=True)
class Intervention:
    """What is done to `units` of `layer` (None: to all), within `region` (None: everywhere).

    `action` with its `amount`: silence () sets to 0; clamp (low, high) brings into that range; scale
    (factor,) multiplies; swap (unit, ...) exchanges each of `units` with the one of the same place in it.
    """

    layer: str
    units: tuple[int, ...] | None = None
    action: Action = "silence"
    amount: tuple[float, ...] = ()
    region: Region | None = None
