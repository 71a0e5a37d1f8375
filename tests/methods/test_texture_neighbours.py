"""Textures grown pixel by pixel: of the sample's pixels, and of its neighbourhoods."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from deepvis_app.errors import PictureError
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.style_params import TextureNeighboursParams
from deepvis_app.methods.synthesis.weaving import PARENT, Level, Wish, causal
from deepvis_app.methods.texture_neighbours import texture_neighbours
from tests import networks


def made(sample: Tensor, **options: object) -> Tensor:
    params = TextureNeighboursParams(**options)  # type: ignore[arg-type]
    return outcome(texture_neighbours(networks.plain(), sample, None, None, params)).result


def stripes(side: int = 32) -> Tensor:
    """Two dark columns, two light ones, and so on."""
    columns = (torch.arange(side) // 2 % 2).float() * 0.6 + 0.2
    return columns.expand(1, 3, side, side).clone()


def spots(side: int, seed: int = 0) -> Tensor:
    return torch.rand(3, side, side, generator=torch.Generator().manual_seed(seed))


def test_stripes_go_on_as_stripes() -> None:
    woven = made(stripes(), size=40, levels=1, neighbourhood=7, choice=0.0)
    assert torch.isin(woven, stripes()).all(), "all its pixels are the sample's"
    inner = woven[0, 8:, 8:-8]
    assert (inner == inner[:1]).float().mean() > 0.95, "columns stay whole"
    widths = (inner[-1, 1:] != inner[-1, :-1]).nonzero()[:, 0].diff()
    assert widths.tolist().count(2) >= len(widths) - 2, "but at a seam, of which there may be one"


def test_the_same_seed_gives_the_same_and_another_seed_something_else() -> None:
    sample = spots(24)[None]
    first = made(sample, size=16, levels=1, neighbourhood=5)
    assert torch.equal(first, made(sample, size=16, levels=1, neighbourhood=5))
    assert not torch.equal(first, made(sample, size=16, levels=1, neighbourhood=5, seed=1))


def test_each_pixel_is_the_one_with_the_nearest_neighbourhood() -> None:
    """Against the sums written out, pixel by pixel in the order of their times."""
    sample, below = spots(12), (spots(6, 1), spots(4, 2))
    start, radius = spots(8, 3), 2
    level = Level(sample, start, Wish(radius, 0.0, 0.0), below, torch.Generator())
    for _ in level.weave():
        pass

    offsets = causal(radius).tolist()
    weights = level._weights[::3].tolist()
    squares = [(y, x) for y in range(-PARENT, PARENT + 1) for x in range(-PARENT, PARENT + 1)]

    def around(picture: Tensor, under: Tensor, y: int, x: int) -> Tensor:
        high, wide = picture.shape[1:]
        near = [picture[:, (y + dy) % high, (x + dx) % wide] for dy, dx in offsets]
        v, u = int((y + 0.5) * under.shape[1] / high), int((x + 0.5) * under.shape[2] / wide)
        near += [under[:, (v + dy) % under.shape[1], (u + dx) % under.shape[2]] for dy, dx in squares]
        return torch.stack([one * weight for one, weight in zip(near, weights, strict=True)])

    woven = start.clone()
    places = [(y, x) for y in range(radius, 12) for x in range(radius, 12 - radius)]
    known = torch.stack([around(sample, below[0], y, x) for y, x in places])
    order = sorted((x + (radius + 1) * y, y, x) for y in range(8) for x in range(8))
    for time in sorted({time for time, _, _ in order}):
        seen = woven.clone()
        for _, y, x in [one for one in order if one[0] == time]:
            apart = (known - around(seen, below[1], y, x)).square().sum((1, 2))
            woven[:, y, x] = sample[(slice(None), *places[int(apart.argmin())])]
    assert torch.allclose(level.woven, woven)


def test_weights_of_a_level_sum_up_to_one_for_each_colour() -> None:
    level = Level(spots(12), spots(8), Wish(2, 0.0, 0.0), (spots(6), spots(4)), torch.Generator())
    assert float(level._weights.square().sum()) == pytest.approx(2 * 3, rel=1e-5)


def test_a_sample_that_is_too_small_is_refused() -> None:
    with pytest.raises(PictureError, match="too small for neighbourhoods of 31"):
        made(spots(24)[None], size=16, neighbourhood=31)
    with pytest.raises(PictureError, match="both sides need 16"):
        made(torch.rand(1, 3, 4, 64), size=16)
