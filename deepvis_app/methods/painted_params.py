"""What the fast painter can be told. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deepvis_app.i18n import text


@dataclass(frozen=True)
class PaintedParams:
    mix: str = field(
        default="",
        metadata={
            "title": text("Styles"),
            "about": text("Names with shares, such as starry_night=2, udnie=1. Empty: the first style."),
        },
    )
    strength: float = field(
        default=100.0,
        metadata={
            "range": (0.0, 100.0),
            "unit": "%",
            "title": text("Strength"),
            "about": text("0 is the picture, 100 the painting."),
        },
    )
    strokes: float = field(
        default=100.0,
        metadata={
            "range": (25.0, 400.0),
            "unit": "%",
            "title": text("Size of the strokes"),
            "about": text("Of the style's own."),
        },
    )
    colours: Literal["style", "picture"] = field(
        default="style",
        metadata={
            "choices": ("style", "picture"),
            "names": (text("the style's"), text("the picture's")),
            "title": text("Colours"),
        },
    )
    file: str = field(
        default="",
        metadata={
            "title": text("File of styles"),
            "about": text("As `deepvis train style` makes it. Empty: the styles that ship with DeepVis."),
        },
    )
