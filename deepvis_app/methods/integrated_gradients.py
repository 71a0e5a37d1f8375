"""How much each pixel adds to the target on the way from an empty picture to this one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import torch
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.batches import BACKWARD, fitting
from deepvis_app.methods.params import IntegratedGradientsParams
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.scores import Score, gradients, score
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced

BATCH = 4  # pictures at once, at most
COMPLETE = 0.01  # how far off a sum may be
SMALLEST_CHANGE = 0.1  # of the target: a smaller one is not divided by

Points = list[tuple[float, float]]
"""Places on the way, 0 to 1, each with its weight."""


def integrated_gradients(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: IntegratedGradientsParams | None = None,
) -> Iterator[Partial]:
    """What each pixel adds to the target F between `baseline` b and `image` x: (H, W) float32, units of F.

    The sum over channels of (x - b) times the mean gradient on the straight way from b to x
    (Sundararajan et al. 2017), taken in `steps` points by the midpoint rule or Gauss-Legendre quadrature.
    All pixels sum to F(x) - F(b) but for the error of the rule, which `facts` tell: "sum", "change"
    F(x) - F(b), and "off", |sum - change| over |change| or 0.1, whichever is more. While that is above 1 %,
    the midpoint rule goes on to three times the steps, keeping those that it has, up to `most`; "steps" tells
    how many it took. Yields the mean so far; what is done falls back when more steps are needed. Errors are
    those of the gradient.
    """
    params = params or IntegratedGradientsParams()
    image = image.detach()
    start = baseline(network, image, params.baseline)
    mean = torch.zeros_like(image[0], dtype=torch.float32)
    part = Partial(0.0, mean.sum(0))
    answer = yield from sliced(partial(score, network, image, target, layer), part)
    change = yield from sliced(partial(_change, answer, start, image), part)
    points = _gauss(params.steps) if params.rule == "gauss" else _midpoints(params.steps)
    steps, taken = params.steps, 0
    batch = fitting(image, BACKWARD, BATCH)
    while True:
        for first in range(0, len(points), batch):
            places, weights = zip(*points[first : first + batch], strict=True)
            shares = image.new_tensor(places).view(-1, 1, 1, 1)
            places_between = start + shares * (image - start)
            slopes = (yield from sliced(partial(gradients, answer, places_between), part))[1]
            mean = mean + (slopes * slopes.new_tensor(weights).view(-1, 1, 1, 1)).sum(0)
            taken += len(places)
            result = ((image - start)[0].float() * mean).sum(0)
            part = Partial(min(taken, steps - 1) / steps, result)
            if taken < steps:
                yield part
        facts = _completeness(float(result.double().sum()), change)
        if params.rule == "gauss" or facts["off"] <= COMPLETE or 3 * steps > params.most:
            yield Partial(1.0, result, facts | {"steps": steps})
            return
        steps, mean = 3 * steps, mean / 3
        points = [point for index, point in enumerate(_midpoints(steps)) if index % 3 != 1]


def _midpoints(steps: int) -> Points:
    """Every third of three times as many, from the second, is one of these."""
    return [((step + 0.5) / steps, 1 / steps) for step in range(steps)]


def _gauss(steps: int) -> Points:
    places, weights = np.polynomial.legendre.leggauss(steps)
    return list(zip(((1 + places) / 2).tolist(), (weights / 2).tolist(), strict=True))


def _change(answer: Score, start: Tensor, end: Tensor) -> float:
    with torch.inference_mode():
        return float(answer(end)) - float(answer(start))


def _completeness(total: float, change: float) -> dict[str, float]:
    return {"sum": total, "change": change, "off": abs(total - change) / max(abs(change), SMALLEST_CHANGE)}
