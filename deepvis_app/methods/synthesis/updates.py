"""How a step follows from gradients: upward, in place, without any of their own."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

Update = Callable[[Sequence[Tensor], Sequence[Tensor]], None]
"""Changes parameters by the gradients of what is to be raised."""


@dataclass
class Adam:
    """Kingma & Ba 2014, upward. torch.optim's, which takes seconds to import, gives the same.

    `falling`: the number of steps at whose end the rate has come down to 0, along a half cosine; None: never.
    """

    rate: float = 0.05
    falling: int | None = None
    memories: tuple[float, float] = (0.9, 0.999)
    _steps: int = 0
    _means: list[Tensor] = field(default_factory=list)
    _squares: list[Tensor] = field(default_factory=list)

    def __call__(self, parameters: Sequence[Tensor], gradients: Sequence[Tensor]) -> None:
        if not self._means:
            self._means = [torch.zeros_like(one) for one in parameters]
            self._squares = [torch.zeros_like(one) for one in parameters]
        self._steps += 1
        first, second = self.memories
        mean_share, square_share = 1 - first**self._steps, 1 - second**self._steps
        rate = self.rate
        if self.falling is not None:
            rate *= (1 + math.cos(math.pi * min(1.0, (self._steps - 1) / self.falling))) / 2
        for one, slope, mean, square in zip(parameters, gradients, self._means, self._squares, strict=True):
            mean.lerp_(slope, 1 - first)
            square.mul_(second).addcmul_(slope, slope, value=1 - second)
            size = (square / square_share).sqrt_().add_(1e-8)
            one.addcdiv_(mean, size, value=rate / mean_share)


@dataclass
class ByMean:
    """Along the gradient over its mean size, of each picture apart: `rate` is in values of a parameter."""

    rate: float

    def __call__(self, parameters: Sequence[Tensor], gradients: Sequence[Tensor]) -> None:
        for one, slope in zip(parameters, gradients, strict=True):
            size = slope.abs().flatten(1).mean(1).clamp(min=1e-12)
            one.addcdiv_(slope, size.view(-1, *[1] * (slope.ndim - 1)), value=self.rate)


@dataclass
class ByProgress:
    """Along the gradient, so far that a linear function would rise by `desired`, at most `most` times it.

    That of each picture apart: the policy "progress" of the Deep Visualization Toolbox.
    """

    desired: float
    most: float

    def __call__(self, parameters: Sequence[Tensor], gradients: Sequence[Tensor]) -> None:
        for one, slope in zip(parameters, gradients, strict=True):
            rise = slope.square().flatten(1).sum(1).clamp(min=1e-12)
            rates = (self.desired / rise).clamp(max=self.most)
            one.addcmul_(slope, rates.view(-1, *[1] * (slope.ndim - 1)))
