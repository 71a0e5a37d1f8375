"""DeepDream: a picture in which a layer, or a unit, sees more and more of what it knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.methods.map_layer import has_map
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.synthesis.dreaming import Dreamer, closer
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.objectives import checked
from deepvis_app.methods.synthesis.octaves import TILE
from deepvis_app.methods.synthesis.sizes import fitted, longer_side
from deepvis_app.methods.synthesis_params import DreamParams
from deepvis_app.nets.network import Network

LARGEST = 640  # pixels of the longer side, where no size is asked for
DEPTH = 0.7  # of the layers with maps, where none is named
LATER = 0.3  # of the steps, for each frame after the first: much is there already

Gain = Callable[[Tensor], Tensor]


def dream(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: DreamParams | None = None,
    *,
    others: tuple[Tensor, ...] = (),
) -> Iterator[Partial]:
    """`image` (1, 3, h, w), 0 to 1, changed so that `layer` answers it more: (3, H, W), in steps.

    Raised is half the sum of squares of the layer's answers, or the sum of one unit's; with another picture
    as a guide, the product of the answers at each place with those at the place of the guide that fits best
    (Mordvintsev et al. 2015). The picture is moved at random before each step, which goes along the gradient
    over its mean size and is cut to 0 to 1; small sizes come first, and what they added is enlarged into the
    next. Without a layer one past the middle is taken. With several frames each begins with the one before, a
    little closer.

    Facts: "layer"; "value", what is raised, a pixel; "frame", how many are complete.

    Raises UnknownNameError, OutOfRangeError for a unit or a size that the network does not take, UsageError,
    PictureError for a picture that is too small.
    """
    params = params or DreamParams()
    layer = dream_layer(network) if layer is None else chosen_layer(network, layer).name
    eye = Eye.of(network, params.precision)
    with torch.inference_mode(False), torch.no_grad():
        image = image.detach().clone()
        picture = fitted(image, params.size or min(LARGEST, longer_side(image)))
        dreamer = _dreamer(network, _gain(eye, layer, target, others), params)
    for frame in range(params.frames):
        steps = params.steps if frame == 0 else max(1, round(LATER * params.steps))
        for dreamt in dreamer.dream(picture, steps):
            complete = frame + (dreamt.done >= 1)
            facts: dict[str, float | int | str] = {"layer": layer, "value": dreamt.value}
            if params.frames > 1:
                facts["frame"] = complete
            done = 1.0 if dreamt.stopped else (frame + dreamt.done) / params.frames
            yield Partial(done, dreamt.picture[0].float(), facts, dreamt.stopped)
        if dreamt.stopped:
            return
        with torch.inference_mode(False), torch.no_grad():
            picture = closer(dreamt.picture, params.closer / 100)


def dream_layer(network: Network) -> str:
    """One past the middle of the layers with maps, pools and norms left out. UsageError where none is."""
    layers = [layer for layer in network.layers if has_map(layer) and layer.main]
    layers = [layer for layer in layers if not re.search("Pool|Norm", layer.kind)]
    if not layers:
        raise UsageError(
            "{title} has no layer with maps at this input size; choose another network or a larger input.",
            title=network.title,
        )
    return layers[round(DEPTH * (len(layers) - 1))].name


def _dreamer(network: Network, gain: Gain, params: DreamParams) -> Dreamer:
    how = network.preprocessing
    return Dreamer(
        gain,
        params.rate / 100,
        params.octaves,
        params.zoom,
        round(params.jitter / 100 * max(how.height, how.width)),
        max(TILE, how.height * how.width),
        torch.Generator().manual_seed(params.seed),
    )


def _gain(eye: Eye, layer: str, target: Target | None, others: tuple[Tensor, ...]) -> Gain:
    """Of a picture, a sum over the places of its maps."""
    unit = target.unit if target else None
    if unit is not None:
        checked([(unit, 1.0)], eye.network.layer(layer).units, layer)
    guide = _guide(eye, layer, others[0]) if others else None

    def gain(picture: Tensor) -> Tensor:
        maps = eye(picture, [layer], units=() if unit is None else (unit,)).maps[layer].float()
        if unit is not None:
            return maps[:, unit].sum()
        if guide is None:
            return maps.square().sum() / 2
        answers = maps.flatten(2)[0]
        best = (guide.T @ answers.detach()).argmax(0)
        return (answers * guide[:, best]).sum()

    return gain


def _guide(eye: Eye, layer: str, picture: Tensor) -> Tensor:
    """(C, places): what the layer answers to the guide, brought to the size that the network knows."""
    how = eye.network.preprocessing
    seen = fitted(picture.detach().clone(), max(how.height, how.width))
    return eye(seen, [layer]).maps[layer].float().flatten(2)[0]
