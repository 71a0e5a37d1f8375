"""How a picture lies in memory and how it is to be seen: quarter turns and a mirror."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepvis_app.engine.messages import Pixels


@dataclass(frozen=True)
class Orientation:
    """Turned clockwise by `turns` quarters, then mirrored left to right if `mirror`."""

    turns: int = 0
    mirror: bool = False

    def turned(self, quarters: int) -> Orientation:
        """Turned further; behind a mirror a turn goes the other way round."""
        return replace(self, turns=(self.turns + (-quarters if self.mirror else quarters)) % 4)

    def mirrored(self) -> Orientation:
        return replace(self, mirror=not self.mirror)

    def flipped(self) -> Orientation:
        """Upside down without being turned."""
        return self.turned(2).mirrored()

    def assemble(self, red: NDArray[Any], green: NDArray[Any], blue: NDArray[Any]) -> Pixels:
        """Channels (H, W) of values 0 to 255 as one new picture, (H, W, 3) or turned (W, H, 3)."""
        height, width = red.shape
        picture = np.empty((width, height, 3) if self.turns % 2 else (height, width, 3), np.uint8)
        as_it_lies = np.rot90(picture[:, ::-1] if self.mirror else picture, self.turns)
        for index, channel in enumerate((red, green, blue)):
            np.copyto(as_it_lies[..., index], channel, casting="unsafe")
        return picture


UPRIGHT = Orientation()
