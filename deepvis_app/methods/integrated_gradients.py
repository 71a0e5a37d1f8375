"""How much each pixel adds to the target on the way from a picture without it to the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.params import IntegratedGradientsParams
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.scores import Score, gradients, score
from deepvis_app.nets.network import Network

BATCH = 4
SMALLEST_CHANGE = 0.1  # of the target: a smaller one is not divided by


def integrated_gradients(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: IntegratedGradientsParams | None = None,
) -> Iterator[Partial]:
    """(x - b) times the mean gradient between `baseline` b and `image` x, summed over channels: (H, W) float32.

    IG = sum over channels of (x - b) * integral over a of dF(b + a (x - b)) (Sundararajan et al. 2017), by
    the midpoint rule or Gauss-Legendre quadrature in `steps` points; in units of the target F. It sums to
    F(x) - F(b), but for the error of the quadrature: `facts` tell the "sum", the "change" F(x) - F(b), and
    "off", |sum - change| / max(|change|, 0.1). Yields the sum so far. Errors are those of the gradient.
    """
    params = params or IntegratedGradientsParams()
    answer = score(network, image, target, layer)
    x = image.detach().float()
    start = baseline(network, x, params.baseline)
    way = x - start
    places, weights = quadrature(params.steps, params.rule)
    total = torch.zeros_like(x[0])
    for done in range(0, params.steps, BATCH):
        here = slice(done, done + BATCH)
        points = start + _column(places[here], x) * way
        slopes = gradients(answer, points.to(image.dtype))[1]
        total = total + (_column(weights[here], x) * slopes).sum(0)
        if done + BATCH < params.steps:
            yield Partial((done + BATCH) / params.steps, (way[0] * total).sum(0).float())
    result = (way[0] * total).sum(0)
    yield Partial(1.0, result.float(), _facts(answer, image, start, float(result.double().sum())))


def quadrature(steps: int, rule: str) -> tuple[list[float], list[float]]:
    """Places between 0 and 1, and their weights, which sum to 1."""
    if rule == "midpoint":
        return [(step + 0.5) / steps for step in range(steps)], [1 / steps] * steps
    places, weights = np.polynomial.legendre.leggauss(steps)
    return list((1 + places) / 2), list(weights / 2)


def _facts(answer: Score, image: Tensor, start: Tensor, total: float) -> dict[str, float]:
    """How far `total` is from the change of the target between `start` and `image`."""
    with torch.inference_mode():
        before, after = (float(answer(each)) for each in (start.to(image.dtype), image))
    change = after - before
    return {"sum": total, "change": change, "off": abs(total - change) / max(abs(change), SMALLEST_CHANGE)}


def _column(numbers: Sequence[float], like: Tensor) -> Tensor:
    return like.new_tensor(numbers).view(-1, 1, 1, 1)
