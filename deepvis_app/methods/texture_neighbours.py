"""More of a texture, grown out of its own pixels (Efros & Leung 1999, Wei & Levoy 2000)."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from deepvis_app.errors import PictureError
from deepvis_app.methods import Target
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.style_params import TextureNeighboursParams
from deepvis_app.methods.synthesis.sizes import fitted, longer_side, resized
from deepvis_app.methods.synthesis.weaving import Level, Wish, shrunk
from deepvis_app.nets.network import Network

LARGEST = 128  # pixels of the sample's longer side, where the picture chooses it
SHOWN = 8  # steps between two partial pictures


def texture_neighbours(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: TextureNeighboursParams | None = None,
) -> Iterator[Partial]:
    """(3, size, size) from 0 to 1: more of the texture `image` (1, 3, h, w), of its own pixels.

    Coarse to fine: at each level each pixel becomes the sample's whose neighbourhood, the pixels before it
    in reading order and a square of the level below, is the nearest by the weighed sum of squares; see
    synthesis/weaving.py. Asks no network. The first level starts from pixels drawn at random and is woven
    twice, since the first time the first rows see noise.

    Raises PictureError for a sample that is too small.
    """
    params = params or TextureNeighboursParams()
    generator = torch.Generator().manual_seed(params.seed)
    with torch.inference_mode():
        longer = params.sample or min(longer_side(image), LARGEST)
        sample = fitted(image.detach().float(), longer)[0]
        factors = _factors(sample, params)
        woven, below = _noise(sample, _size(params.size, factors[0]), generator), None
    yield Partial(0.0, _whole(woven, params.size))
    rounds = [factors[0], *factors]
    work = [1 / factor**4 for factor in rounds]
    for number, factor in enumerate(rounds):
        with torch.inference_mode():
            smaller = shrunk(sample, factor)
            woven = _enlarged(woven, _size(params.size, factor))
            wish = Wish(params.neighbourhood // 2, params.coherence / 100, params.choice / 100)
            level = Level(smaller, woven, wish, below, generator)
        for step, part in enumerate(level.weave()):
            if step % SHOWN == 0:
                done = (sum(work[:number]) + work[number] * part) / sum(work)
                yield Partial(0.999 * done, _whole(level.woven, params.size))
        woven = level.woven
        below = (smaller, woven) if number > 0 else None
    yield Partial(1.0, _whole(woven, params.size))


def _factors(sample: Tensor, params: TextureNeighboursParams) -> list[int]:
    """How many times smaller each level is, from coarse to fine."""
    least = 2 * (params.neighbourhood // 2) + 3
    if min(sample.shape[1:]) < least:
        raise PictureError(
            "A sample of {width} x {height} pixels is too small for neighbourhoods of {side}; both sides "
            "need {least} or more.",
            width=sample.shape[2],
            height=sample.shape[1],
            side=params.neighbourhood,
            least=least,
        )
    wanted = [2**level for level in reversed(range(params.levels))]
    return [factor for factor in wanted if min(sample.shape[1:]) // factor >= least] or [1]


def _size(side: int, factor: int) -> int:
    return max(1, round(side / factor))


def _noise(sample: Tensor, side: int, generator: torch.Generator) -> Tensor:
    pixels = sample.flatten(1)
    drawn = torch.randint(pixels.shape[1], (side * side,), generator=generator).to(pixels.device)
    return pixels[:, drawn].view(3, side, side)


def _enlarged(woven: Tensor, side: int) -> Tensor:
    rows = torch.arange(side, device=woven.device) * woven.shape[1] // side
    return woven[:, rows][:, :, rows]


def _whole(woven: Tensor, side: int) -> Tensor:
    with torch.inference_mode():
        return resized(woven[None], side, side)[0].clone()
