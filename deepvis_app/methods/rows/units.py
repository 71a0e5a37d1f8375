"""What a layer and its units answer, and to what."""

from __future__ import annotations

from deepvis_app.i18n import text
from deepvis_app.methods.method import Method, Need, Output
from deepvis_app.methods.params import RectifiedGradientParams

ROWS: tuple[Method, ...] = (
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
