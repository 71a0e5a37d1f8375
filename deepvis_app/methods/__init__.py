"""Every way to look at a network, as one table. Importing it needs no torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import Any, Literal

from deepvis_app.errors import UnknownNameError
from deepvis_app.i18n import Text, text
from deepvis_app.methods.params import (
    BoxParams,
    IntegratedGradientsParams,
    OcclusionParams,
    SaliencyParams,
    SegmentationParams,
    SmoothGradParams,
)
from deepvis_app.methods.params import NoParams as NoParams
from deepvis_app.methods.params import RectifiedGradientParams as RectifiedGradientParams

Neuron = Literal["max", "all"] | tuple[int, int]


@dataclass(frozen=True)
class Target:
    """What a backward pass starts from: a class logit, or a unit of a layer.

    `neuron` says where in the unit's map: 1 at its largest position ("max"), 1 everywhere ("all"), or
    1 at (y, x).
    """

    class_index: int | None = None
    unit: int | None = None
    neuron: Neuron = "max"


class Need(Enum):
    """What a method cannot do without."""

    LAYER = "layer"
    WEIGHTS = "weights"
    TARGET = "target"
    MAPS = "maps"  # a class as target, and a layer with maps: a good one where none is named
    ATTENTION = "attention"  # a vision transformer


class Output(Enum):
    """What a method returns, always float32."""

    INPUT = "input"  # (3, H, W), signed, in the network's normalised input space
    ATTRIBUTION = "attribution"  # (H, W) at input size
    ACTIVATIONS = "activations"  # (C, H, W), or (C,) of a vector layer
    CUTOUT = "cutout"  # (4, H, W) at input size: red, green, blue, opacity, 0 to 1
    FILTERS = "filters"  # (units, channels, kernel height, kernel width)
    CLASSES = "classes"  # (H, W) at input size: indices of classes
    UNITS = "units"  # (units,) of a layer, signed


@dataclass(frozen=True)
class Method:
    """One row: `run` imports "module:function" and gives f(network, image, target, layer, params)."""

    name: str
    title: Text
    function: str
    output: Output
    about: Text
    paper: str
    needs: frozenset[Need] = frozenset({Need.TARGET})
    params: type = NoParams
    live: bool = True
    signed: bool = True

    def run(self) -> Callable[..., Any]:
        module, name = self.function.split(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]


def _table(*rows: Method) -> Mapping[str, Method]:
    table = {row.name: row for row in rows}
    assert len(table) == len(rows), "two methods have the same name"
    return table


METHODS: Mapping[str, Method] = _table(
    Method(
        "activations",
        text("Activations"),
        "deepvis_app.methods.activations:activations",
        Output.ACTIVATIONS,
        text("What each unit of a layer answers, where."),
        "Yosinski et al. 2015",
        needs=frozenset({Need.LAYER}),
        signed=False,
    ),
    Method(
        "filters",
        text("Filters"),
        "deepvis_app.methods.filters:filters",
        Output.FILTERS,
        text("The weights that each unit multiplies its input by."),
        "Krizhevsky et al. 2012",
        needs=frozenset({Need.LAYER, Need.WEIGHTS}),
        live=False,
    ),
    Method(
        "gradient",
        text("Gradient"),
        "deepvis_app.methods.backward:gradient",
        Output.INPUT,
        text("How the target changes with each pixel."),
        "Simonyan et al. 2013",
    ),
    Method(
        "saliency",
        text("Saliency"),
        "deepvis_app.methods.saliency:saliency",
        Output.ATTRIBUTION,
        text("How strongly the target depends on each pixel: the largest gradient of its three channels."),
        "Simonyan et al. 2013",
        params=SaliencyParams,
        signed=False,
    ),
    Method(
        "smoothgrad",
        text("SmoothGrad"),
        "deepvis_app.methods.smoothgrad:smoothgrad",
        Output.ATTRIBUTION,
        text("Saliency of many noisy copies of the picture, averaged."),
        "Smilkov et al. 2017",
        params=SmoothGradParams,
        live=False,
        signed=False,
    ),
    Method(
        "integrated_gradients",
        text("Integrated gradients"),
        "deepvis_app.methods.integrated_gradients:integrated_gradients",
        Output.ATTRIBUTION,
        text("How much each pixel adds to the target on the way from an empty picture to this one."),
        "Sundararajan et al. 2017",
        params=IntegratedGradientsParams,
        live=False,
    ),
    Method(
        "segmentation",
        text("Segmentation"),
        "deepvis_app.methods.segmentation:segmentation",
        Output.CUTOUT,
        text("The object cut out of the picture, where a map says that it is."),
        "Simonyan et al. 2013",
        params=SegmentationParams,
        live=False,
        signed=False,
    ),
    Method(
        "deconvnet",
        text("Deconvnet"),
        "deepvis_app.methods.backward:deconvnet",
        Output.INPUT,
        text("The gradient, with each rectifier passing what is positive on the way back."),
        "Zeiler & Fergus 2014",
    ),
    Method(
        "guided_backprop",
        text("Guided backprop"),
        "deepvis_app.methods.backward:guided_backprop",
        Output.INPUT,
        text("The gradient, with each rectifier passing what is positive both ways."),
        "Springenberg et al. 2015",
    ),
    Method(
        "rectified_gradient",
        text("Rectified gradient"),
        "deepvis_app.methods.backward:rectified_gradient",
        Output.INPUT,
        text("The gradient, with each rectifier passing only where activation times gradient is large."),
        "Kim et al. 2019",
        params=RectifiedGradientParams,
    ),
    Method(
        "cam",
        text("CAM"),
        "deepvis_app.methods.cam:cam",
        Output.ATTRIBUTION,
        text("The map whose mean is the class score: where a network ends in pooling and one linear layer."),
        "Zhou et al. 2016",
        needs=frozenset({Need.TARGET, Need.MAPS}),
        params=BoxParams,
    ),
    Method(
        "grad_cam",
        text("Grad-CAM"),
        "deepvis_app.methods.cam:grad_cam",
        Output.ATTRIBUTION,
        text("Where a layer's maps speak for the class, each weighed by its mean gradient."),
        "Selvaraju et al. 2017",
        needs=frozenset({Need.TARGET, Need.MAPS}),
        params=BoxParams,
        signed=False,
    ),
    Method(
        "grad_cam_plus_plus",
        text("Grad-CAM++"),
        "deepvis_app.methods.cam:grad_cam_plus_plus",
        Output.ATTRIBUTION,
        text("Grad-CAM that gives each of several instances its due."),
        "Chattopadhyay et al. 2018",
        needs=frozenset({Need.TARGET, Need.MAPS}),
        params=BoxParams,
        signed=False,
    ),
    Method(
        "layer_cam",
        text("LayerCAM"),
        "deepvis_app.methods.cam:layer_cam",
        Output.ATTRIBUTION,
        text("A layer's maps, each place weighed by what speaks for the class there; sharp in early layers."),
        "Jiang et al. 2021",
        needs=frozenset({Need.TARGET, Need.MAPS}),
        params=BoxParams,
        signed=False,
    ),
    Method(
        "hires_cam",
        text("HiResCAM"),
        "deepvis_app.methods.cam:hires_cam",
        Output.ATTRIBUTION,
        text("A layer's maps times their gradients: at each place what speaks for the class, or against."),
        "Draelos & Carin 2020",
        needs=frozenset({Need.TARGET, Need.MAPS}),
        params=BoxParams,
    ),
    Method(
        "score_cam",
        text("Score-CAM"),
        "deepvis_app.methods.score_cam:score_cam",
        Output.ATTRIBUTION,
        text("A layer's maps, weighed by the class's score for the picture seen through each."),
        "Wang et al. 2020",
        needs=frozenset({Need.TARGET, Need.MAPS}),
        params=BoxParams,
        live=False,
        signed=False,
    ),
    Method(
        "guided_grad_cam",
        text("Guided Grad-CAM"),
        "deepvis_app.methods.cam:guided_grad_cam",
        Output.INPUT,
        text("Guided backprop where Grad-CAM is hot."),
        "Selvaraju et al. 2017",
        needs=frozenset({Need.TARGET, Need.MAPS}),
    ),
    Method(
        "attention_rollout",
        text("Attention rollout"),
        "deepvis_app.methods.rollout:attention_rollout",
        Output.ATTRIBUTION,
        text("Where a vision transformer has looked, through all its layers; the same for every class."),
        "Abnar & Zuidema 2020",
        needs=frozenset({Need.ATTENTION}),
        signed=False,
    ),
    Method(
        "occlusion",
        text("Occlusion"),
        "deepvis_app.methods.occlusion:occlusion",
        Output.ATTRIBUTION,
        text("How much the target falls where a square covers the picture."),
        "Zeiler & Fergus 2014",
        params=OcclusionParams,
        live=False,
    ),
    Method(
        "occlusion_classes",
        text("Classes under occlusion"),
        "deepvis_app.methods.occlusion:occlusion_classes",
        Output.CLASSES,
        text("Which class is the most likely where a square covers the picture."),
        "Zeiler & Fergus 2014",
        needs=frozenset(),
        params=OcclusionParams,
        live=False,
        signed=False,
    ),
    Method(
        "unit_ablation",
        text("Units that matter"),
        "deepvis_app.methods.ablation:unit_ablation",
        Output.UNITS,
        text("How much the class falls when a unit of the layer is silenced."),
        "Morcos et al. 2018",
        needs=frozenset({Need.LAYER, Need.TARGET}),
        live=False,
    ),
)


def explanations() -> tuple[Method, ...]:
    """Those that show on the picture what speaks for a class, whatever layer is chosen."""
    pictures = (Output.ATTRIBUTION, Output.INPUT)
    return tuple(
        row
        for row in METHODS.values()
        if row.output in pictures and Need.TARGET in row.needs and Need.LAYER not in row.needs
    )


def find(name: str) -> Method:
    """The method of that name. Raises UnknownNameError."""
    if name not in METHODS:
        raise UnknownNameError(
            "There is no method {name}. There are: {names}.", name=name, names=", ".join(METHODS)
        )
    return METHODS[name]
