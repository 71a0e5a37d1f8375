"""Feature inversion: what a layer still knows of a picture, as the picture that it takes for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.methods.map_layer import has_map
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.synthesis.canvas import BEHIND, Spectrum, beginning, sheet
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.loop import Reached, ascend
from deepvis_app.methods.synthesis.regularisers import alpha_norm, total_variation
from deepvis_app.methods.synthesis.updates import Adam
from deepvis_app.methods.synthesis_params import InvertParams
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import mean_colour, seen

SMOOTHNESS, RANGE = 0.2, 0.25  # what the weights 1 stand for, beside a relative error
DEVIATION = 0.25  # of a pixel of a photograph, in the values of a picture
FAR = 2.0  # deviations of a pixel from the mean colour, where the term of the range begins to bite


def invert(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: InvertParams | None = None,
) -> Iterator[Partial]:
    """The picture whose code at `layer` is that of `image` (1, 3, h, w), 0 to 1: (3, H, W), in steps.

    Lowered from noise, by Adam, is |f(x) - f(x0)|^2 / |f(x0)|^2 + s TV(x) + r A(x), with the total variation
    to the power beta / 2 and the alpha norm of x / FAR, both a pixel and channel, of x in deviations from the
    mean colour (Mahendran & Vedaldi 2015); x is held as a spectrum in decorrelated colours. Without a layer
    the picture itself is followed by the inversions of a row of layers from shallow to deep, on one sheet.
    Facts: "layers" and "errors", the first term in percent.

    Raises UnknownNameError, and UsageError for a unit: a whole layer is inverted.
    """
    params = params or InvertParams()
    names = [chosen_layer(network, layer).name] if layer else row_of_layers(network, params.layers)
    if target is not None and target.unit is not None:
        raise UsageError("A whole layer is inverted, not unit {unit}: leave the unit out.", unit=target.unit)
    eye = Eye.of(network)
    with torch.inference_mode(False), torch.no_grad():
        shown = seen(image.detach().clone(), network.preprocessing)
        codes = eye(shown, names).raw
    done = [] if layer else [shown]
    errors: list[str] = []
    note = None
    for number, name in enumerate(names):
        rest = [torch.full_like(shown, BEHIND)] * (len(names) - number - 1)
        for reached, error in _inverted(network, eye, name, codes[name], params):
            row = torch.cat([*done, reached.picture, *rest])
            told = " ".join([*errors, f"{100 * error:.1f}"])
            note = note or reached.stopped
            share = (number + reached.done) / len(names)
            yield Partial(share, sheet(row, len(row)), {"layers": " ".join(names), "errors": told}, note)
        done.append(reached.picture)
        errors.append(f"{100 * error:.1f}")


def row_of_layers(network: Network, most: int) -> list[str]:
    """Names of layers from shallow to deep, evenly apart, pools and norms left out, the scores too."""
    layers = [layer for layer in network.layers if layer.main]
    layers = [layer for layer in layers if not (has_map(layer) and re.search("Pool|Norm", layer.kind))]
    names = [layer.name for layer in layers[:-1] or layers]
    if len(names) <= most:
        return names
    return [names[round(place * (len(names) - 1) / (most - 1))] for place in range(most)]


def _inverted(
    network: Network, eye: Eye, layer: str, code: Tensor, params: InvertParams
) -> Iterator[tuple[Reached, float]]:
    """What was reached of one layer, and its relative error."""
    how = network.preprocessing
    generator = torch.Generator().manual_seed(params.seed)
    with torch.inference_mode(False), torch.no_grad():
        size = float(code.float().square().sum().clamp(min=1e-12))
        start = beginning(network, code.new_empty(0), "noise", (how.height, how.width), generator)
        canvas = Spectrum.of(start, generator)
        colour = mean_colour(how).to(start)
    error = 1.0

    def gain(picture: Tensor) -> Tensor:
        nonlocal error
        apart = (eye(picture, [layer]).raw[layer] - code).float().square().sum() / size
        error = float(apart.detach())
        return -apart - _untidiness((picture - colour) / DEVIATION, params)

    for reached in ascend(
        canvas.parameters, canvas.picture, gain, Adam(params.rate, params.steps), params.steps
    ):
        yield reached, error


def _untidiness(pixels: Tensor, params: InvertParams) -> Tensor:
    """The two terms, of deviations from the mean colour (1, 3, H, W), with their weights."""
    rough = total_variation(pixels, params.beta).mean() / pixels.numel()
    wide = alpha_norm(pixels / FAR, params.alpha).mean() / pixels.numel()
    return SMOOTHNESS * params.smoothness * rough + RANGE * params.bound * wide
