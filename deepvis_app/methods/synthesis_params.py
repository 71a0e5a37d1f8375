"""What methods that make pictures can be told; "brief" in metadata: as little as shows that it works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal

from deepvis_app.i18n import Text, text

Way = Literal["fourier", "pixels", "yosinski1", "yosinski2", "yosinski3", "yosinski4"]
"""How a picture is held and kept tidy: as its spectrum, as pixels, or as pixels by one of the four presets of
Yosinski et al. 2015, table 1.
"""

Start = Literal["noise", "mean", "black", "picture"]

Precision = Literal["float32", "bfloat16"]

_SEED = {"title": text("Seed"), "range": (0, 2**31 - 1)}
PRECISION = {"title": text("The network computes in"), "choices": ("float32", "bfloat16")}
_YOSINSKI = tuple(text("Yosinski {number}", number=number) for number in range(1, 5))


def _tidy(title: Text) -> dict[str, object]:
    return {"title": title, "automatic": text("the way's own")}


def _steps(brief: int) -> dict[str, object]:
    return {"range": (1, 100_000), "title": text("Steps"), "brief": brief}


@dataclass(frozen=True)
class Tidying:
    """What is done to pixels after each step (methods/synthesis/regularisers.py): L2 decay by a share; a
    Gaussian of `blur` pixels, every `blur_every` steps; so many of a hundred pixels set to 0, those of the
    smallest norm, and those that contribute least.
    """

    decay: float = 0.0
    blur: float = 0.0
    blur_every: int = 4
    small_norms: float = 0.0
    small_contributions: float = 0.0


PRESETS: Mapping[Way, Tidying] = {
    "pixels": Tidying(decay=0.01),
    "yosinski1": Tidying(blur=0.5, small_norms=50),
    "yosinski2": Tidying(decay=0.3, small_norms=20),
    "yosinski3": Tidying(decay=0.0001, blur=1.0),
    "yosinski4": Tidying(blur=0.5, small_contributions=90),
}


@dataclass(frozen=True)
class MaximiseParams:
    """Of activation maximisation (methods/maximise.py)."""

    steps: int = field(default=256, metadata=_steps(3))
    way: Way = field(
        default="fourier",
        metadata={
            "choices": ("fourier", "pixels", "yosinski1", "yosinski2", "yosinski3", "yosinski4"),
            "names": (
                text("Fourier"),
                text("Pixels"),
                *_YOSINSKI,
            ),
            "title": text("Way"),
        },
    )
    start: Start = field(
        default="noise",
        metadata={
            "choices": ("noise", "mean", "black", "picture"),
            "names": (text("Noise"), text("Mean colour"), text("Black"), text("The picture")),
            "title": text("Begins with"),
        },
    )
    place: Literal["map", "centre"] = field(
        default="map",
        metadata={
            "choices": ("map", "centre"),
            "names": (text("All of it"), text("Its centre")),
            "title": text("Of a unit's map, raise"),
        },
    )
    together: str = field(default="", metadata={"title": text("And with it (unit:weight ...)")})
    size: int | None = field(
        default=None,
        metadata={
            "range": (8, 1024),
            "unit": "pixels",
            "title": text("Side of the picture"),
            "automatic": text("the network's input"),
        },
    )
    pictures: int = field(default=1, metadata={"range": (1, 16), "title": text("Pictures"), "brief": 2})
    diversity: float = field(
        default=1.0, metadata={"range": (0.0, 1000.0), "title": text("How much several should differ")}
    )
    rate: float | None = field(
        default=None,
        metadata={
            "range": (0.0001, 10.0),
            "title": text("Step size"),
            "automatic": text("what suits the way"),
        },
    )
    jitter: float = field(
        default=4.0, metadata={"range": (0.0, 64.0), "unit": "%", "title": text("Moved by, of the side")}
    )
    scale: float = field(
        default=10.0, metadata={"range": (0.0, 50.0), "unit": "%", "title": text("Enlarged or shrunk by")}
    )
    rotation: float = field(
        default=8.0, metadata={"range": (0.0, 180.0), "unit": "°", "title": text("Turned by")}
    )
    decay: float | None = field(default=None, metadata={"range": (0.0, 1.0), **_tidy(text("L2 decay"))})
    blur: float | None = field(
        default=None, metadata={"range": (0.0, 10.0), "unit": "pixels", **_tidy(text("Blur"))}
    )
    blur_every: int | None = field(
        default=None, metadata={"range": (1, 1000), "unit": "steps", **_tidy(text("Blur every"))}
    )
    small_norms: float | None = field(
        default=None, metadata={"range": (0.0, 99.0), "unit": "%", **_tidy(text("Smallest norms to 0"))}
    )
    small_contributions: float | None = field(
        default=None,
        metadata={"range": (0.0, 99.0), "unit": "%", **_tidy(text("Smallest contributions to 0"))},
    )
    precision: Precision = field(default="float32", metadata=PRECISION)
    seed: int = field(default=0, metadata=_SEED)

    @property
    def tidying(self) -> Tidying:
        """That of the preset, where nothing else is said. A spectrum needs none."""
        asked = {one.name: getattr(self, one.name) for one in fields(Tidying)}
        return replace(PRESETS.get(self.way, Tidying()), **{k: v for k, v in asked.items() if v is not None})


@dataclass(frozen=True)
class DreamParams:
    """Of DeepDream (methods/dream.py)."""

    steps: int = field(default=10, metadata={**_steps(2), "title": text("Steps at each size")})
    octaves: int = field(default=4, metadata={"range": (1, 12), "title": text("Sizes"), "brief": 2})
    zoom: float = field(
        default=1.4, metadata={"range": (1.05, 4.0), "title": text("From one size to the next, times")}
    )
    rate: float = field(
        default=1.5, metadata={"range": (0.01, 100.0), "unit": "%", "title": text("Step, of the range")}
    )
    jitter: float = field(
        default=12.0,
        metadata={"range": (0.0, 100.0), "unit": "%", "title": text("Moved by, of the network's input")},
    )
    size: int | None = field(
        default=None,
        metadata={
            "range": (16, 4096),
            "unit": "pixels",
            "title": text("Longer side"),
            "automatic": text("the picture's own, at most 640"),
            "brief": 32,
        },
    )
    frames: int = field(
        default=1,
        metadata={
            "range": (1, 10_000),
            "title": text("Frames, zooming in"),
            "about": text("More than one make a film of 20 frames a second; it can be saved at the end."),
        },
    )
    closer: float = field(
        default=4.0, metadata={"range": (0.1, 50.0), "unit": "%", "title": text("Zoom from frame to frame")}
    )
    precision: Precision = field(default="float32", metadata=PRECISION)
    seed: int = field(default=0, metadata=_SEED)


@dataclass(frozen=True)
class InvertParams:
    """Of feature inversion (methods/invert.py)."""

    steps: int = field(default=200, metadata={**_steps(3), "title": text("Steps of a layer")})
    layers: int = field(default=6, metadata={"range": (2, 16), "title": text("Layers in a row"), "brief": 2})
    smoothness: float = field(
        default=1.0, metadata={"range": (0.0, 1000.0), "title": text("Weight of total variation")}
    )
    beta: float = field(
        default=2.0, metadata={"range": (1.0, 4.0), "title": text("Power of total variation")}
    )
    bound: float = field(default=1.0, metadata={"range": (0.0, 1000.0), "title": text("Weight of the range")})
    alpha: float = field(default=6.0, metadata={"range": (1.0, 12.0), "title": text("Power of the range")})
    rate: float = field(default=0.1, metadata={"range": (0.0001, 10.0), "title": text("First step size")})
    seed: int = field(default=0, metadata=_SEED)


@dataclass(frozen=True)
class MultifacetedParams:
    """Of multifaceted feature visualisation (methods/multifaceted.py)."""

    facets: int = field(default=6, metadata={"range": (1, 16), "title": text("Facets"), "brief": 1})
    nearest: int = field(
        default=15, metadata={"range": (1, 200), "title": text("Pictures that begin each facet")}
    )
    steps: int = field(default=128, metadata={**_steps(3), "title": text("Steps of a facet")})
    rate: float = field(default=0.025, metadata={"range": (0.0001, 10.0), "title": text("Step size")})
    seed: int = field(default=0, metadata=_SEED)
