"""Parameters that were remembered are taken up where they still make sense."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from deepvis_app.methods import METHODS
from deepvis_app.methods.params import OcclusionParams, RectifiedGradientParams, SaliencyParams
from deepvis_app.methods.saved_params import recalled


@pytest.mark.parametrize("name", METHODS)
def test_what_was_remembered_of_any_method_comes_back(name: str) -> None:
    params = METHODS[name].params()
    assert recalled(type(params), asdict(params)) == params


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (OcclusionParams, {"size": 20, "filling": "blur"}, OcclusionParams(20, None, "blur")),
        (OcclusionParams, {"size": None}, OcclusionParams()),
        (RectifiedGradientParams, {"percentile": 90}, RectifiedGradientParams(90)),
        (OcclusionParams, {"size": 0}, None),
        (OcclusionParams, {"size": 2.5}, None),
        (OcclusionParams, {"size": True}, None),
        (OcclusionParams, {"filling": "pink"}, None),
        (OcclusionParams, {"filling": None}, None),
        (SaliencyParams, {"variant": 3}, None),
        (RectifiedGradientParams, {"percentile": float("nan")}, None),
        (RectifiedGradientParams, {"percentage": 4.0}, None),
        (SaliencyParams, ["variant"], None),
    ],
)
def test_what_makes_no_sense_does_not(kind: type, values: Any, expected: object) -> None:
    assert recalled(kind, values) == expected
