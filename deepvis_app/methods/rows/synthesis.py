"""Pictures that are made to please the network, or to fool it."""

from __future__ import annotations

from deepvis_app.i18n import text
from deepvis_app.methods.fooling_params import AdversarialParams
from deepvis_app.methods.method import Method, Need, Output
from deepvis_app.methods.style_params import StyleParams, TextureGramParams, TextureNeighboursParams
from deepvis_app.methods.synthesis_params import DreamParams, InvertParams, MaximiseParams, MultifacetedParams

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
    Method(
        "multifaceted",
        text("Facets"),
        "deepvis_app.methods.multifaceted:multifaceted",
        Output.PICTURE,
        text("The different things that a class stands for, out of pictures of it: a picture of each."),
        "Nguyen et al. 2016",
        needs=frozenset({Need.TARGET, Need.PICTURE}),
        params=MultifacetedParams,
        live=False,
        signed=False,
        others=1000,
    ),
    Method(
        "dream",
        text("DeepDream"),
        "deepvis_app.methods.dream:dream",
        Output.PICTURE,
        text("The picture, changed so that a layer or a unit sees more of what it knows."),
        "Mordvintsev et al. 2015",
        needs=frozenset({Need.PLACE}),
        params=DreamParams,
        live=False,
        signed=False,
        others=1,
    ),
    Method(
        "adversarial",
        text("Fooling"),
        "deepvis_app.methods.adversarial:adversarial",
        Output.PICTURE,
        text("The picture, changed by little until the network sees another class in it."),
        "Szegedy et al. 2013, Goodfellow et al. 2015, Madry et al. 2018",
        needs=frozenset({Need.OTHER_CLASS}),
        params=AdversarialParams,
        live=False,
        signed=False,
    ),
    Method(
        "texture_neighbours",
        text("Texture out of its pixels"),
        "deepvis_app.methods.texture_neighbours:texture_neighbours",
        Output.PICTURE,
        text(
            "More of the picture's texture, pixel by pixel: each as in the sample where all around is alike."
        ),
        "Efros & Leung 1999, Wei & Levoy 2000",
        needs=frozenset(),
        params=TextureNeighboursParams,
        live=False,
        signed=False,
    ),
    Method(
        "texture_gram",
        text("Texture out of units"),
        "deepvis_app.methods.texture_gram:texture_gram",
        Output.PICTURE,
        text("More of the picture's texture, of which only how units answer together is kept."),
        "Gatys et al. 2015",
        needs=frozenset(),
        params=TextureGramParams,
        live=False,
        signed=False,
    ),
    Method(
        "neural_style",
        text("Neural style"),
        "deepvis_app.methods.neural_style:neural_style",
        Output.PICTURE,
        text("The picture, painted in the style of one or several others."),
        "Gatys et al. 2016",
        needs=frozenset({Need.PICTURE}),
        params=StyleParams,
        live=False,
        signed=False,
        others=4,
    ),
    Method(
        "invert",
        text("Feature inversion"),
        "deepvis_app.methods.invert:invert",
        Output.PICTURE,
        text("What a layer still knows of the picture; without a layer, a row from shallow to deep."),
        "Mahendran & Vedaldi 2015",
        needs=frozenset({Need.PLACE}),
        params=InvertParams,
        live=False,
        signed=False,
    ),
)
