"""What the job that makes a picture of every unit tells, unit by unit."""

from __future__ import annotations

from dataclasses import dataclass

from deepvis_app.engine.messages.frames import Pixels


@dataclass(frozen=True)
class Pictured:
    """`pixels` (side, side, 3) of one of the `units` of `layer`."""

    layer: str
    unit: int
    units: int
    pixels: Pixels
    finished: bool = True
