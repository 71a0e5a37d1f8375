"""How much each pixel adds to the target on the way from an empty picture to this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
FIRST = 17  # steps of the adaptive rule that lie evenly; the others go where the target bends most
SHORTEST = 1e-6  # gap that is still halved, as a share of the way
SMALLEST_CHANGE = 0.1  # of the target: a smaller one is not divided by


def integrated_gradients(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: IntegratedGradientsParams | None = None,
) -> Iterator[Partial]:
    """What each pixel adds to the target F between `baseline` b and `image` x: (H, W) float32, units of F.

    The sum over channels of (x - b) times the mean gradient on the straight way from b to x
    (Sundararajan et al. 2017), taken in `steps` points: by the midpoint rule, by Gauss-Legendre
    quadrature, or adaptively, as `_Adaptive` tells. All pixels sum to F(x) - F(b) but for the error of
    the quadrature, which `facts` tell: "sum", "change" F(x) - F(b), and "off", |sum - change| over
    |change| or 0.1, whichever is more. Yields the sum so far. Errors are those of the gradient.
    """
    params = params or IntegratedGradientsParams()
    answer = score(network, image, target, layer)
    way = _Way(answer, baseline(network, image, params.baseline), image)
    rule = _Adaptive(params.steps) if params.rule == "adaptive" else _Fixed(params.rule, params.steps)
    while places := rule.next():
        rule.add(way.points(places))
        done = len(rule.points) / params.steps
        if done < 1:
            yield Partial(done, way.times(rule.mean()))
    result = way.times(rule.mean())
    yield Partial(1.0, result, _completeness(float(result.double().sum()), way.change()))


@dataclass(frozen=True)
class _Point:
    """At `place` of the way, 0 to 1: the target, its gradient, and how fast it changes along the way."""

    place: float
    value: float
    gradient: Tensor
    slope: float


class _Way:
    def __init__(self, answer: Score, start: Tensor, end: Tensor) -> None:
        self._answer, self._start, self._end = answer, start.detach(), end.detach()
        self._across = self._end - self._start

    def points(self, places: Sequence[float]) -> list[_Point]:
        """They are computed together."""
        shares = self._start.new_tensor(places).view(-1, 1, 1, 1)
        values, slopes = gradients(self._answer, self._start + shares * self._across)
        along = (slopes.double() * self._across.double()).flatten(1).sum(1)
        found = zip(places, values.tolist(), slopes, along.tolist(), strict=True)
        return [_Point(*each) for each in found]

    def times(self, gradient: Tensor) -> Tensor:
        return (self._across[0].float() * gradient).sum(0)

    def change(self) -> float:
        """F(x) - F(b)."""
        with torch.inference_mode():
            return float(self._answer(self._end)) - float(self._answer(self._start))


class _Fixed:
    """The midpoint or Gauss-Legendre rule."""

    def __init__(self, rule: str, steps: int) -> None:
        if rule == "midpoint":
            self._places = [(step + 0.5) / steps for step in range(steps)]
            self._weights = [1 / steps] * steps
        else:
            places, weights = np.polynomial.legendre.leggauss(steps)
            self._places, self._weights = ((1 + places) / 2).tolist(), (weights / 2).tolist()
        self.points: list[_Point] = []

    def next(self) -> list[float]:
        return self._places[len(self.points) :][:BATCH]

    def add(self, points: Sequence[_Point]) -> None:
        self.points.extend(points)

    def mean(self) -> Tensor:
        return _weighted(self.points, self._weights[: len(self.points)])


class _Adaptive:
    """Points where they are needed, weighed by what is known of the target between them.

    Between two neighbours the target's true change is known from its values there. The mean gradient in
    between is taken as that mixture of the two gradients which gives this change, or the nearest mixture:
    exact where the target bends once, as networks of rectifiers do. After `FIRST` even points, the next
    halve the gaps in which mixtures miss most.
    """

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._even: list[float] = np.linspace(0, 1, min(steps, FIRST)).tolist()
        self.points: list[_Point] = []

    def next(self) -> list[float]:
        known = len(self.points)
        if known < len(self._even):
            return self._even[known : known + BATCH]
        gaps = sorted(pairwise(self.points), key=_missed, reverse=True)
        return [(a.place + b.place) / 2 for a, b in gaps[: min(BATCH, self._steps - known)]]

    def add(self, points: Sequence[_Point]) -> None:
        self.points = sorted([*self.points, *points], key=lambda point: point.place)

    def mean(self) -> Tensor:
        weights = np.zeros(len(self.points))
        for index, (a, b) in enumerate(pairwise(self.points)):
            share = _mixture(a, b)
            weights[index : index + 2] += (b.place - a.place) * np.array([share, 1 - share])
        return _weighted(self.points, weights.tolist())


def _mixture(a: _Point, b: _Point) -> float:
    """How much of `a`'s gradient, 0 to 1; the rest is `b`'s."""
    mean_slope = (b.value - a.value) / (b.place - a.place)
    if a.slope == b.slope:
        return 0.5
    return min(1.0, max(0.0, (mean_slope - b.slope) / (a.slope - b.slope)))


def _missed(gap: tuple[_Point, _Point]) -> tuple[float, float]:
    """How far the mixture is from the change in the gap; and, where it meets it, how uncertain that is."""
    a, b = gap
    share, length = _mixture(a, b), b.place - a.place
    if length < SHORTEST:
        return 0.0, 0.0
    change = (share * a.slope + (1 - share) * b.slope) * length
    return abs(change - (b.value - a.value)), abs(a.slope - b.slope) * length


def _weighted(points: Sequence[_Point], weights: Sequence[float]) -> Tensor:
    total = torch.zeros_like(points[0].gradient)
    for point, weight in zip(points, weights, strict=True):
        total = total + weight * point.gradient
    return total


def _completeness(total: float, change: float) -> dict[str, float]:
    return {"sum": total, "change": change, "off": abs(total - change) / max(abs(change), SMALLEST_CHANGE)}
