"""What methods that fool a network can be told. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deepvis_app.i18n import text

Attack = Literal["pgd", "fgsm", "ascent"]
Norm = Literal["largest", "mean"]
Start = Literal["picture", "noise"]
Size = Literal["picture", "network"]


@dataclass(frozen=True)
class AdversarialParams:
    attack: Attack = field(
        default="pgd",
        metadata={
            "choices": ("pgd", "fgsm", "ascent"),
            "names": (text("small steps"), text("one step"), text("uphill")),
            "title": text("Attack"),
            "about": text(
                "Small steps within the bound (PGD), one of its length (FGSM), or uphill without bound."
            ),
        },
    )
    limit: float = field(
        default=7.0,
        metadata={
            "range": (1.0, 255.0),
            "unit": "levels of 255",
            "title": text("Change at most"),
            "about": text("What no pixel, or the mean over all of them, may exceed. Uphill knows no bounds."),
        },
    )
    norm: Norm = field(
        default="largest",
        metadata={
            "choices": ("largest", "mean"),
            "names": (text("each pixel"), text("the mean")),
            "title": text("Bounded is"),
            "about": text("The largest change (L∞), or the root mean square over all pixels (L2)."),
        },
    )
    hidden: bool = field(
        default=True,
        metadata={
            "title": text("Less where it is smooth"),
            "about": text("Of a bound on each pixel: where its surroundings are even, only a part of it."),
        },
    )
    smallest: bool = field(
        default=False,
        metadata={
            "title": text("Search for the smallest change"),
            "about": text("The bound is halved in search of the least change after which the class wins."),
        },
    )
    confidence: float = field(
        default=60.0,
        metadata={"range": (0.0, 99.9), "unit": "%", "title": text("Enough when the class has")},
    )
    steps: int = field(default=40, metadata={"range": (1, 5000), "title": text("Steps at most"), "brief": 2})
    start: Start = field(
        default="picture",
        metadata={
            "choices": ("picture", "noise"),
            "names": (text("picture"), text("noise")),
            "title": text("Starts from"),
        },
    )
    size: Size = field(
        default="picture",
        metadata={
            "choices": ("picture", "network"),
            "names": (text("picture"), text("what is seen")),
            "title": text("Changes"),
            "about": text("The whole picture, or one as large as the network looks at it."),
        },
    )
    seed: int = field(default=0, metadata={"title": text("Seed"), "range": (0, 2**31 - 1)})
