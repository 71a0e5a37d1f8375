"""How a picture becomes a network's input, as plain values, and what part of it the network sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Fit = Literal["crop", "letterbox", "stretch"]


@dataclass(frozen=True)
class Preprocessing:
    """`resize`: the shorter side (crop) or longer side (letterbox) is brought to this many pixels, then
    the centred `height` x `width` is what the network sees. Values are (pixel * scale - mean) / std,
    pixel from 0 to 1, in the order `channels`.
    """

    height: int = 224
    width: int = 224
    resize: int = 224
    fit: Fit = "crop"
    mean: tuple[float, ...] = (0.485, 0.456, 0.406)
    std: tuple[float, ...] = (0.229, 0.224, 0.225)
    channels: Literal["RGB", "BGR", "grey"] = "RGB"
    scale: float = 1.0  # 255 for networks that take 0 to 255
    interpolation: Literal["bilinear", "bicubic", "nearest"] = "bilinear"

    def resized(self, width: int, height: int) -> tuple[int, int]:
        """(width, height) of a picture after resizing, before the crop or the border."""
        if self.fit == "stretch":
            return self.width, self.height
        if self.fit == "crop":
            shorter = min(width, height)
            return self.resize * width // shorter, self.resize * height // shorter
        factor = min(self.width / width, self.height / height)
        return max(1, round(width * factor)), max(1, round(height * factor))

    def seen(self, width: int, height: int) -> tuple[float, float, float, float]:
        """(x, y, width, height) of what the network sees, as fractions of the picture.

        Reaches beyond 0..1 where a border is added.
        """
        wide, high = self.resized(width, height)
        return (
            (wide - self.width) / 2 / wide,
            (high - self.height) / 2 / high,
            self.width / wide,
            self.height / high,
        )
