"""The backward pictures of all units of a layer, side by side: a long run, in steps."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import UnknownNameError
from deepvis_app.i18n import text
from deepvis_app.methods import Target
from deepvis_app.nets import backward, capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import RULES, Rectifiers, Rule
from deepvis_app.pictures.styles import backward_picture
from deepvis_app.pictures.tiling import Layout, mosaic

Pixels = NDArray[np.uint8]
Step = tuple[float, Pixels | None]
"""How much is done, 0 to 1, and what there is to see; the picture may change with the next step."""

GAP = 2
BACKGROUND = 32
LARGEST_SHEET = 4096  # pixels a side: more units than fit are drawn smaller than the network's input


@dataclass(frozen=True)
class SheetParams:
    rule: Rule = field(default="guided", metadata={"choices": RULES, "title": text("Rule")})
    contrast: float = field(default=1.0, metadata={"range": (0.25, 4.0), "title": text("Contrast")})


def unit_sheet(
    network: Network, image: Tensor, target: Target | None, layer: str, params: SheetParams | None = None
) -> Iterator[Step]:
    """Every unit's backward picture for `image` (1, C, H, W), in float32, as one sheet without labels.

    One forward pass up to `layer`, then a backward pass a step, from `target.neuron` of each unit (its
    largest by default). Yields a Step after each; the last one's picture is the whole sheet, units in
    rows of ceil(sqrt(units)). No mode or hook is held while it waits.

    Raises UnknownNameError for the layer or the rule, OutOfRangeError for the neuron.
    """
    params = params or SheetParams()
    if params.rule not in RULES:
        raise UnknownNameError(
            "There is no rule {name}. There are: {names}.", name=params.rule, names=", ".join(RULES)
        )
    neuron = target.neuron if target else "max"
    rectifiers = Rectifiers(params.rule)
    image = image.detach().clone().requires_grad_()
    with torch.enable_grad(), rectifiers:
        maps = capture.forward(network, image.clone(), [layer], to_end=False).maps[layer]
    units = maps.shape[1]
    columns = math.ceil(math.sqrt(units))
    cell = min(max(image.shape[2:]), LARGEST_SHEET // columns - GAP)
    layout = Layout(units, columns, cell, GAP)
    sheet = np.full((layout.height, layout.width, 3), BACKGROUND, np.uint8)
    bgr = network.preprocessing.channels == "BGR"
    yield 0.0, sheet
    for unit in range(units):
        with torch.enable_grad():
            value, _ = backward.start(maps, unit, neuron)
            gradient = backward.input_gradient(value, image, rectifiers, params.rule, retain=unit < units - 1)
        values = gradient[0].float().cpu().numpy()
        picture = backward_picture(values[::-1] if bgr else values, contrast=params.contrast)
        x, y, _, _ = layout.cell_rect(unit)
        sheet[y : y + cell, x : x + cell] = mosaic(picture[None], cell, background=BACKGROUND)
        yield (unit + 1) / units, sheet
