"""More of a texture, of which only how units answer together is kept (Gatys et al. 2015)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import torch
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.style_params import TextureGramParams
from deepvis_app.methods.synthesis.judge import judge
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.painting import Painting, Style, grams
from deepvis_app.methods.synthesis.sizes import SHORTEST, fitted, longer_side, resized
from deepvis_app.methods.synthesis.stages import CURVED, Canvas, Stage, canvas, paint, refuse_one_colour
from deepvis_app.methods.synthesis.style_loss import texture_layers
from deepvis_app.nets.network import Network

LARGEST = 384  # pixels of the sample's longer side, where the picture chooses it
MOST = 8  # layers
STAGES = ((0.25, 0.4), (0.5, 0.3), (1.0, 0.3))  # sizes, as shares of the whole, and shares of the steps
COLOURLESS = 4 / 255  # how far red, green and blue of a pixel are apart, at most
NOISE = 0.1  # its deviation around the sample's mean colour, at the start


def texture_gram(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: TextureGramParams | None = None,
) -> Iterator[Partial]:
    """(3, size, size) from 0 to 1: noise that comes to have the Gram matrices of `image` (1, 3, h, w).

    Minimised is the mean over the first `params.layers` layers (texture_layers) of |G - A|^2 / |A|^2, with G
    and A the Gram matrices of the result and of the image, at three sizes one after the other; the layers
    are those of the network that `params.judge` names. Of a picture without colour nothing but brightness is
    painted. `facts`: that loss. Raises PictureError for a picture of one colour or one that is too small,
    UsageError where that network has no maps or is not here.
    """
    params = params or TextureGramParams()
    judging = judge(network, params.judge)
    names = texture_layers(judging, MOST)[: params.layers]
    with torch.inference_mode(False), torch.no_grad():
        sample = fitted(image.detach().float(), params.sample or min(longer_side(image), LARGEST))
        refuse_one_colour(sample, 1)
        noise = _noise(sample, params)
    yield Partial(0.0, noise[0])
    begin = partial(_stage, Eye.of(judging, params.precision), sample, noise, names)
    for each in paint(_stages(sample, params), begin, CURVED):
        yield Partial(min(each.done, 0.999), _whole(each.picture, params.size), each.facts, each.stopped)
    yield Partial(1.0, _whole(each.picture, params.size), each.facts, each.stopped)


def _stages(sample: Tensor, params: TextureGramParams) -> list[Stage]:
    """Those at which the sample still shows something."""
    least = min(*sample.shape[2:], params.size)
    fitting = [(size, share) for size, share in STAGES if size * least >= 2 * SHORTEST] or [(1.0, 1.0)]
    whole = sum(share for _, share in fitting)
    return [(size, max(1, round(params.steps * share / whole))) for size, share in fitting]


def _stage(
    eye: Eye,
    sample: Tensor,
    noise: Tensor,
    names: tuple[str, ...],
    size: float,
    before: Tensor | None,
) -> tuple[Canvas, Painting]:
    with torch.inference_mode(False), torch.no_grad():
        side = round(noise.shape[2] * size)
        look = resized(sample, *(max(SHORTEST, round(each * size)) for each in sample.shape[2:]))
        start = canvas(resized(noise if before is None else before, side, side))
        grey = bool((sample.amax(1) - sample.amin(1)).max() <= COLOURLESS)
        return replace(start, grey=grey), Painting(eye, [Style(grams(eye, look, names))])


def _noise(sample: Tensor, params: TextureGramParams) -> Tensor:
    numbers = torch.Generator().manual_seed(params.seed)
    drawn = torch.randn(1, 3, params.size, params.size, generator=numbers).to(sample.device)
    return (sample.mean((2, 3), keepdim=True) + NOISE * drawn).clamp(0, 1)


def _whole(picture: Tensor, side: int) -> Tensor:
    with torch.inference_mode():
        return resized(picture, side, side)[0]
