"""How a picture is painted: what a person chooses. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Painting:
    """`mix`: shares of styles by name; those that there are not count for nothing.

    `strength`: 0 is the picture, 1 the painting. `keep_colours`: the painting's brightness with the picture's
    colours. `size`: of the style's strokes; at 2 they are twice as large.
    """

    mix: tuple[tuple[str, float], ...]
    strength: float = 1.0
    keep_colours: bool = False
    size: float = 1.0
