"""What methods that take over a style or a texture can be told. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deepvis_app.i18n import text
from deepvis_app.methods.synthesis_params import PRECISION, Precision

Judge = Literal["this", "embedded", "vgg19"]
"""The network out of whose layers a loss is made (methods/synthesis/judge.py)."""

_SEED = {"title": text("Seed"), "range": (0, 2**31 - 1)}
_JUDGE = {
    "choices": ("this", "embedded", "vgg19"),
    "names": (text("this network"), text("the embedded one"), text("VGG-19")),
    "title": text("Judged by"),
    "about": text(
        "The network whose layers say what is alike: the one that is loaded, the embedded one, or VGG-19, "
        "which Gatys takes, once it is downloaded."
    ),
}


@dataclass(frozen=True)
class StyleParams:
    size: int | None = field(
        default=None,
        metadata={
            "range": (32, 4096),
            "unit": "pixels",
            "title": text("Longer side"),
            "automatic": text("the picture's, at most 384"),
            "brief": 32,
        },
    )
    style: float = field(
        default=15.0,
        metadata={
            "range": (0.0, 10_000.0),
            "title": text("Weight of the style"),
            "about": text("Against a weight of 1 for the content, both relative to what there is to match."),
        },
    )
    smooth: float = field(
        default=5.0,
        metadata={
            "range": (0.0, 10_000.0),
            "title": text("Smoothness"),
            "about": text("Weight of the differences between neighbouring pixels."),
        },
    )
    style_size: float = field(
        default=100.0,
        metadata={
            "range": (10.0, 400.0),
            "unit": "%",
            "title": text("Size of the style"),
            "about": text("Its longer side, of the picture's: smaller makes finer strokes."),
        },
    )
    shares: str = field(
        default="",
        metadata={
            "title": text("Shares of several styles"),
            "about": text("Numbers, such as 2, 1: the first style counts twice. Empty: all the same."),
        },
    )
    layers: int = field(
        default=5,
        metadata={
            "range": (1, 5),
            "title": text("Layers of style"),
            "about": text("From fine to coarse, as many as the network has."),
        },
    )
    judge: Judge = field(default="this", metadata=_JUDGE)
    colours: Literal["style", "picture"] = field(
        default="style",
        metadata={
            "choices": ("style", "picture"),
            "names": (text("the style's"), text("the picture's")),
            "title": text("Colours"),
        },
    )
    start: Literal["picture", "noise"] = field(
        default="picture",
        metadata={
            "choices": ("picture", "noise"),
            "names": (text("picture"), text("noise")),
            "title": text("Begins with"),
        },
    )
    mask: bool = field(
        default=False,
        metadata={
            "title": text("The last picture is a mask"),
            "about": text("White takes the first style; black the second, or stays as it is."),
        },
    )
    dream: float = field(
        default=0.0,
        metadata={
            "range": (0.0, 1000.0),
            "title": text("Weight of a dream"),
            "about": text("Raises what the deepest of these layers answers, while the style is painted."),
        },
    )
    optimiser: Literal["lbfgs", "adam"] = field(
        default="lbfgs",
        metadata={
            "choices": ("lbfgs", "adam"),
            "names": (text("L-BFGS"), text("Adam")),
            "title": text("Optimiser"),
        },
    )
    steps: int = field(
        default=90,
        metadata={
            "range": (1, 10_000),
            "title": text("Steps"),
            "about": text("Two in three of them at half the size, which costs a quarter."),
            "brief": 3,
        },
    )
    precision: Precision = field(default="float32", metadata=PRECISION)
    seed: int = field(default=0, metadata=_SEED)


@dataclass(frozen=True)
class TextureNeighboursParams:
    size: int = field(
        default=192,
        metadata={"range": (16, 2048), "unit": "pixels", "title": text("Side of the texture"), "brief": 16},
    )
    sample: int | None = field(
        default=None,
        metadata={
            "range": (16, 512),
            "unit": "pixels",
            "title": text("Longer side of the sample"),
            "automatic": text("the picture's, at most 128"),
            "about": text("The picture is brought to this size first."),
        },
    )
    neighbourhood: int = field(
        default=9,
        metadata={
            "range": (3, 41),
            "unit": "pixels",
            "title": text("Side of a neighbourhood"),
            "about": text("Larger keeps larger patterns whole."),
            "brief": 5,
        },
    )
    levels: int = field(
        default=3, metadata={"range": (1, 6), "title": text("Levels, coarse to fine"), "brief": 1}
    )
    coherence: float = field(
        default=50.0,
        metadata={
            "range": (0.0, 1000.0),
            "unit": "%",
            "title": text("Copy on beside neighbours"),
            "about": text("How much worse such a match may be than the best one."),
        },
    )
    choice: float = field(
        default=5.0,
        metadata={
            "range": (0.0, 100.0),
            "unit": "%",
            "title": text("Chance"),
            "about": text("How much worse than the best one a match may be that is drawn instead."),
        },
    )
    seed: int = field(default=0, metadata=_SEED)


@dataclass(frozen=True)
class TextureGramParams:
    size: int = field(
        default=256,
        metadata={"range": (32, 2048), "unit": "pixels", "title": text("Side of the texture"), "brief": 32},
    )
    sample: int | None = field(
        default=None,
        metadata={
            "range": (16, 2048),
            "unit": "pixels",
            "title": text("Longer side of the sample"),
            "automatic": text("the picture's, at most 384"),
            "about": text("The picture is brought to this size first."),
        },
    )
    layers: int = field(
        default=8,
        metadata={
            "range": (1, 8),
            "title": text("Layers that count"),
            "about": text("From fine to coarse, as many as the network has: more keep larger patterns."),
            "slider": True,
        },
    )
    judge: Judge = field(default="this", metadata=_JUDGE)
    steps: int = field(default=300, metadata={"range": (1, 10_000), "title": text("Steps"), "brief": 3})
    precision: Precision = field(default="float32", metadata=PRECISION)
    seed: int = field(default=0, metadata=_SEED)
