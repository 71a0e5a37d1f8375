"""The figures of the lectures, as one table: what each needs of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Place = Literal["", "first", "early", "middle", "last"]
"""Which of the network's layers of maps: the first with weights, a third or two thirds on, the last."""


@dataclass(frozen=True)
class Example:
    """One row. `sample` is a file of sources.opening.SAMPLES; `panel` a row of PANELS, and an example is
    offered only where there is that panel.

    `choices`: the session's, by name. `start`: what begins once the picture is seen: "compare" the `methods`
    in the panel Why, "make" a picture by the first of them, or "index" the samples.
    """

    name: str
    title: str
    tip: str
    sample: str
    panel: str
    layer: Place = ""
    choices: Mapping[str, object] = field(default_factory=dict)
    start: Literal["", "compare", "make", "index"] = ""
    methods: tuple[str, ...] = ()


def _table(*rows: Example) -> Mapping[str, Example]:
    return {row.name: row for row in rows}


EXAMPLES: Mapping[str, Example] = _table(
    Example(
        "filters",
        "First-layer filters",
        "The weights of the first layer as small pictures: edges and colours, whatever the network was "
        "trained on. Noise among them says that it was trained too little.\nKrizhevsky et al. 2012",
        "chelsea.png",
        "weights",
        "first",
    ),
    Example(
        "activations",
        "Activation maps",
        "Every unit's answer, and one of them over the picture: bright is where it answers. Most units are "
        "dark most of the time; find one that follows a face or a text.\nYosinski et al. 2015",
        "astronaut.png",
        "weights",
        "middle",
        {"overlay": True, "order": "activation"},
    ),
    Example(
        "patches",
        "Patches that excite a unit",
        "The parts of the samples to which each unit answers most, nine in a row: what they have in common "
        "is what the unit looks for. An index of your own pictures shows more.\nSpringenberg et al. 2015",
        "chelsea.png",
        "patches",
        "middle",
        {},
        "index",
    ),
    Example(
        "saliency",
        "Saliency",
        "How much the class's score changes with each pixel: bright pixels matter. It is noisy, and yet "
        "finds the thing without ever having been told where it is.\nSimonyan et al. 2013",
        "chelsea.png",
        "why",
        "",
        {"rule": "gradient"},
        "compare",
        ("saliency", "smoothgrad"),
    ),
    Example(
        "occlusion",
        "Occlusion",
        "A grey patch slides over the picture; where the class's score falls most, the network was "
        "looking.\nZeiler & Fergus 2014",
        "chelsea.png",
        "why",
        "",
        {},
        "compare",
        ("occlusion", "grad_cam"),
    ),
    Example(
        "deconv",
        "Deconvnet",
        "What in the picture made a unit of a middle layer answer, projected back to the pixels: only what "
        "is positive passes rectifiers on the way. Step through units by the arrows.\nZeiler & Fergus 2014",
        "chelsea.png",
        "inspector",
        "middle",
        {"rule": "deconvnet", "style": "raw"},
    ),
    Example(
        "guided",
        "Guided backprop",
        "The same, where rectifiers pass only what was positive both ways: the sharpest pictures of what a "
        "unit sees, but less bound to what the network learnt.\nSpringenberg et al. 2015",
        "chelsea.png",
        "inspector",
        "last",
        {"rule": "guided", "style": "raw"},
    ),
    Example(
        "gradcam",
        "Grad-CAM over the picture",
        "Where the last maps speak for the class, as heat over the picture; choose another class in the "
        "panel Why to see what would speak for it.\nSelvaraju et al. 2017",
        "chelsea.png",
        "why",
        "",
        {"heat_method": "grad_cam", "heat": True},
    ),
    Example(
        "classes",
        "Class picture",
        "A picture made from noise so that one class's score grows: what the network takes for that class. "
        "Look for parts that come again and again.\nSimonyan et al. 2013, Yosinski et al. 2015",
        "chelsea.png",
        "synthesis",
        "",
        {},
        "make",
        ("maximise",),
    ),
    Example(
        "dream",
        "DeepDream",
        "The picture is changed so that whatever a layer sees in it, it sees more of: eyes, feathers, "
        "towers grow out of clouds and walls.\nMordvintsev et al. 2015",
        "rocket.jpg",
        "synthesis",
        "middle",
        {},
        "make",
        ("dream",),
    ),
    Example(
        "fooling",
        "Fooling picture",
        "The picture is changed by so little that nobody sees it, until the network takes it for something "
        "else. The difference is shown many times larger.\nSzegedy et al. 2013, Goodfellow et al. 2015",
        "chelsea.png",
        "synthesis",
        "",
        {},
        "make",
        ("adversarial",),
    ),
    Example(
        "texture",
        "Texture",
        "A new patch of the same stuff, grown pixel by pixel out of the sample: what can be said of a "
        "texture by its neighbourhoods alone.\nEfros & Leung 1999",
        "brick.png",
        "synthesis",
        "",
        {},
        "make",
        ("texture_gram",),
    ),
    Example(
        "style",
        "Style",
        "The picture, live, in the manner of a painting: what is in it stays, how it is painted "
        "changes.\nGatys et al. 2016, Johnson et al. 2016",
        "astronaut.png",
        "style",
    ),
)
