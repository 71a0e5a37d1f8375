"""Pictures that are made to please the network, or to fool it."""

from __future__ import annotations

from deepvis_app.i18n import text
from deepvis_app.methods.method import Method, Output
from deepvis_app.methods.synthesis_params import MaximiseParams

ROWS: tuple[Method, ...] = (
    Method(
        "maximise",
        text("Activation maximisation"),
        "deepvis_app.methods.maximise:maximise",
        Output.PICTURE,
        text("The picture that a class or a unit answers most to."),
        "Simonyan et al. 2013, Yosinski et al. 2015, Olah et al. 2017",
        params=MaximiseParams,
        live=False,
        signed=False,
    ),
)
