"""Steps that know how the slopes have changed so far: few of them do where plain ones need many."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

CURVED = 1e-10  # of its length: a pair of steps and changes that says less of the curvature is left out


@dataclass
class Lbfgs:
    """Liu & Nocedal 1989 without a line search, upward, in place. One evaluation makes one step.

    The step is H g, with g the gradient and H the inverse of minus the curvature as the last `memory` steps
    have shown it. The first, which knows nothing of it, changes no value by more than `first`, and none by
    more than `most`: where the curvature seen so far misleads, nothing else would hold a step.
    """

    first: float = 0.02
    most: float = math.inf
    memory: int = 10
    _pairs: deque[tuple[Tensor, Tensor, float]] = field(default_factory=deque)
    _step: Tensor | None = None
    _slopes: Tensor | None = None

    def __call__(self, parameters: Sequence[Tensor], gradients: Sequence[Tensor]) -> None:
        slopes = torch.cat([one.reshape(-1) for one in gradients])
        self._learn(slopes)
        step = self._direction(slopes)
        longest = step.abs().max().clamp(min=1e-30)
        if self._step is None:
            step = step * (self.first / longest)
        elif longest > self.most:
            step = step * (self.most / longest)
        self._step, self._slopes = step, slopes
        parts = torch.split(step, [one.numel() for one in parameters])
        for one, part in zip(parameters, parts, strict=True):
            one.add_(part.view_as(one))

    def _learn(self, slopes: Tensor) -> None:
        """How the last step has changed the slopes."""
        if self._step is None or self._slopes is None:
            return
        step, change = self._step, self._slopes - slopes
        curvature = float(change.dot(step))
        if curvature > CURVED * float(change.norm() * step.norm()):
            self._pairs.append((step, change, 1 / curvature))
        if len(self._pairs) > self.memory:
            self._pairs.popleft()

    def _direction(self, slopes: Tensor) -> Tensor:
        """H times the slopes, by two passes over the pairs (Nocedal 1980)."""
        direction = slopes.clone()
        shares = []
        for step, change, scale in reversed(self._pairs):
            share = scale * float(step.dot(direction))
            direction -= share * change
            shares.append(share)
        if self._pairs:
            _, change, scale = self._pairs[-1]
            direction /= scale * float(change.dot(change))
        for (step, change, scale), share in zip(self._pairs, reversed(shares), strict=True):
            direction += (share - scale * float(change.dot(direction))) * step
        return direction
