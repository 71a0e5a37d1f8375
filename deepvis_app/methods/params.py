"""What methods can be told, one frozen dataclass each; metadata hold what forms and option parsers show."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal, TypeVar

from deepvis_app.i18n import text

Variant = Literal["magnitude", "signed", "times_input"]
"""How the gradients of a pixel's channels become one number; see methods/saliency.py."""

Baseline = Literal["black", "mean", "zero", "blur"]
"""What stands for an absent picture; see methods/baselines.py."""

Filling = Literal["grey", "zero", "mean", "black", "blur", "inpaint"]
"""What covers a part of a picture; see methods/fillings.py."""

SEEDS = (
    "saliency",
    "smoothgrad",
    "integrated_gradients",
    "guided_backprop",
    "grad_cam",
    "grad_cam_plus_plus",
    "layer_cam",
    "score_cam",
    "occlusion",
)
"""Methods whose maps tell where an object is."""

SEED_NAMES = (
    text("Saliency"),
    text("SmoothGrad"),
    text("Integrated gradients"),
    text("Guided backprop"),
    text("Grad-CAM"),
    text("Grad-CAM++"),
    text("LayerCAM"),
    text("Score-CAM"),
    text("Occlusion"),
)

_VARIANT = {
    "title": text("Show"),
    "choices": ("magnitude", "signed", "times_input"),
    "names": (text("Sizes"), text("Signs"), text("Times the input")),
}
_BASELINES = {
    "choices": ("black", "mean", "zero", "blur"),
    "names": (text("Black"), text("Data set mean"), text("Zero"), text("The picture blurred")),
}
_SEED = {"title": text("Seed"), "range": (0, 2**31 - 1)}


Params = TypeVar("Params")


@dataclass(frozen=True)
class NoParams:
    """A method without parameters."""


def brief(kind: type[Params]) -> Params:
    """The least work that a method can be asked for: what the fields' metadata name as "brief"."""
    fewest = {one.name: one.metadata["brief"] for one in fields(kind) if "brief" in one.metadata}  # type: ignore[arg-type]
    return kind(**fewest)


@dataclass(frozen=True)
class RectifiedGradientParams:
    percentile: float = field(
        default=98.0,
        metadata={"range": (0.0, 100.0), "unit": "%", "title": text("Gradient dropped at each rectifier")},
    )


@dataclass(frozen=True)
class SaliencyParams:
    variant: Variant = field(default="magnitude", metadata=_VARIANT)


@dataclass(frozen=True)
class SmoothGradParams:
    samples: int = field(default=25, metadata={"range": (1, 1000), "title": text("Noisy pictures")})
    noise: float = field(
        default=15.0,
        metadata={"range": (0.0, 100.0), "unit": "%", "title": text("Noise, of the picture's range")},
    )
    variant: Variant = field(default="magnitude", metadata=_VARIANT)
    seed: int = field(default=0, metadata=_SEED)


@dataclass(frozen=True)
class IntegratedGradientsParams:
    steps: int = field(default=64, metadata={"range": (1, 1000), "title": text("Steps on the way")})
    most: int = field(
        default=600, metadata={"range": (1, 10000), "title": text("Steps, where more are needed, at most")}
    )
    rule: Literal["midpoint", "gauss"] = field(
        default="midpoint",
        metadata={
            "title": text("Where the steps lie"),
            "choices": ("midpoint", "gauss"),
            "names": (text("Mid-points"), text("Gauss-Legendre")),
        },
    )
    baseline: Baseline = field(default="black", metadata={"title": text("The way begins at"), **_BASELINES})


@dataclass(frozen=True)
class SegmentationParams:
    map: str = field(
        default="saliency",
        metadata={"title": text("Seeded by the map of"), "choices": SEEDS, "names": SEED_NAMES},
    )
    foreground: float = field(
        default=95.0,
        metadata={"range": (50.0, 100.0), "unit": "%", "title": text("Object above this share of pixels")},
    )
    background: float = field(
        default=30.0,
        metadata={"range": (0.0, 50.0), "unit": "%", "title": text("Background below this share of pixels")},
    )
    rounds: int = field(default=5, metadata={"range": (1, 50), "title": text("Rounds of GrabCut")})


@dataclass(frozen=True)
class BoxParams:
    """Of heat maps that say where a class is: how boxes are found in them (methods/boxes.py)."""

    share: float = field(
        default=0.4, metadata={"range": (0.01, 1.0), "title": text("Box above this share of the maximum")}
    )
    smallest: float = field(
        default=1.0,
        metadata={"range": (0.0, 100.0), "unit": "%", "title": text("Smallest box, of the picture's area")},
    )


@dataclass(frozen=True)
class OcclusionParams:
    """In pixels of the network's input; None: chosen by the size of the picture."""

    size: int | None = field(
        default=None,
        metadata={
            "range": (1, 4096),
            "unit": "pixels",
            "title": text("Side of the square"),
            "automatic": text("a fifth of the picture"),
        },
    )
    stride: int | None = field(
        default=None,
        metadata={
            "range": (1, 4096),
            "unit": "pixels",
            "title": text("From one square to the next"),
            "automatic": text("a quarter of the square"),
        },
    )
    filling: Filling = field(
        default="grey",
        metadata={
            "choices": ("grey", "zero", "mean", "black", "blur", "inpaint"),
            "names": (
                text("Grey"),
                text("Zero"),
                text("Data set mean"),
                text("Black"),
                text("The picture blurred"),
                text("What is around"),
            ),
            "title": text("Covered with"),
        },
    )


@dataclass(frozen=True)
class FaithfulnessParams:
    """Of deletion and insertion curves (methods/faithfulness.py)."""

    steps: int = field(default=50, metadata={"range": (1, 1000), "title": text("Steps of a curve")})
    deleted: Baseline = field(default="zero", metadata={"title": text("Deleted pixels become"), **_BASELINES})
    inserted_into: Baseline = field(
        default="blur", metadata={"title": text("Pixels are inserted into"), **_BASELINES}
    )


@dataclass(frozen=True)
class SanityParams:
    """Of the curve of a map while the network forgets (methods/sanity.py)."""

    stages: int = field(
        default=16, metadata={"range": (1, 1000), "title": text("Points of the curve, at most")}
    )
    seed: int = field(default=0, metadata=_SEED)
