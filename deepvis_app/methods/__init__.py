"""Every way to look at a network, as one table. Importing it needs no torch."""

from __future__ import annotations

from collections.abc import Mapping

from deepvis_app.errors import UnknownNameError
from deepvis_app.methods.method import Method as Method
from deepvis_app.methods.method import Need as Need
from deepvis_app.methods.method import Neuron as Neuron
from deepvis_app.methods.method import Output as Output
from deepvis_app.methods.method import Target as Target
from deepvis_app.methods.params import BoxParams as BoxParams
from deepvis_app.methods.params import NoParams as NoParams
from deepvis_app.methods.params import RectifiedGradientParams as RectifiedGradientParams
from deepvis_app.methods.rows import explaining, synthesis, units
from deepvis_app.methods.saved_params import recalled as recalled


def _table(*rows: Method) -> Mapping[str, Method]:
    table = {row.name: row for row in rows}
    assert len(table) == len(rows), "two methods have the same name"
    return table


METHODS: Mapping[str, Method] = _table(*units.ROWS, *explaining.ROWS, *synthesis.ROWS)

LIVE = (
    "grad_cam",
    "grad_cam_plus_plus",
    "layer_cam",
    "hires_cam",
    "saliency",
    "gradient",
    "deconvnet",
    "guided_backprop",
    "rectified_gradient",
)
"""Explanations of a class that every frame can have (engine/explaining.py)."""


def explanations() -> tuple[Method, ...]:
    """Those that show on the picture what speaks for a class, whatever layer is chosen."""
    pictures = (Output.ATTRIBUTION, Output.INPUT, Output.CUTOUT, Output.CLASSES)
    return tuple(row for row in METHODS.values() if row.output in pictures and Need.LAYER not in row.needs)


def find(name: str) -> Method:
    """The method of that name. Raises UnknownNameError."""
    if name not in METHODS:
        raise UnknownNameError(
            "There is no method {name}. There are: {names}.", name=name, names=", ".join(METHODS)
        )
    return METHODS[name]
