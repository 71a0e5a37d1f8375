"""One level of a texture, pixel by pixel: each is the sample's whose neighbourhood is most alike.

Neighbourhoods are causal, as in Wei & Levoy 2000: what lies above, and to the left in the same row, together
with a square of the level below. Pixels that do not see each other are found at once: with radius r, those
of time x + (r + 1) y. What was copied side by side is preferred (Ashikhmin 2001, Hertzmann et al. 2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

PARENT = 2  # radius of the square of the level below


@dataclass(frozen=True)
class Wish:
    """`radius` of a neighbourhood; how much worse than the best match one may be that goes on beside a
    neighbour's, `coherence`, and one that is drawn at random, `choice` (Efros & Leung 1999).
    """

    radius: int
    coherence: float
    choice: float


class Level:
    """`sample` (3, h, w) and `below`, the same one level coarser; `woven` (3, H, W) and `woven_below`."""

    def __init__(
        self,
        sample: Tensor,
        woven: Tensor,
        wish: Wish,
        below: tuple[Tensor, Tensor] | None,
        generator: torch.Generator,
    ) -> None:
        self.woven = woven.clone()
        self._sample, self._wish, self._generator = sample, wish, generator
        self._below = below
        self._offsets = causal(wish.radius).to(sample.device)
        self._weights = self._weighed()
        height, width = sample.shape[1:]
        r = wish.radius
        self._first, self._shape = (r, r), (height - r, width - 2 * r)
        ys, xs = torch.meshgrid(torch.arange(r, height), torch.arange(r, width - r), indexing="ij")
        self._places = torch.stack([ys.flatten(), xs.flatten()], 1).to(sample.device)
        self._features = self._around(sample, self._places, below[0] if below else None)
        self._norms = self._features.square().sum(1)
        high, wide = woven.shape[1:]
        self._sources = torch.full((high, wide), -1, dtype=torch.long, device=sample.device)

    def weave(self) -> Iterator[float]:
        """One pass over all pixels; yields how much is done."""
        height, width = self.woven.shape[1:]
        slope = self._wish.radius + 1
        times = width + slope * (height - 1)
        rows = torch.arange(height, device=self.woven.device)
        for time in range(times):
            with torch.inference_mode():
                columns = time - slope * rows
                there = (columns >= 0) & (columns < width)
                self._fill(torch.stack([rows[there], columns[there]], 1))
            yield (time + 1) / times

    def _fill(self, places: Tensor) -> None:
        wanted = self._around(self.woven, places, self._below[1] if self._below else None)
        apart = self._norms - 2 * wanted @ self._features.T + wanted.square().sum(1, keepdim=True)
        apart = apart.clamp(min=0)
        least = apart.amin(1, keepdim=True)
        close = apart <= least * (1 + self._wish.choice) ** 2
        drawn = torch.rand(apart.shape, generator=self._generator).to(apart.device)
        found = (drawn * close).argmax(1)
        beside, how_far = self._coherent(places, apart)
        found = torch.where(
            how_far <= apart.gather(1, found[:, None])[:, 0] * (1 + self._wish.coherence) ** 2, beside, found
        )
        self._sources[places[:, 0], places[:, 1]] = found
        at = self._places[found]
        self.woven[:, places[:, 0], places[:, 1]] = self._sample[:, at[:, 0], at[:, 1]]

    def _coherent(self, places: Tensor, apart: Tensor) -> tuple[Tensor, Tensor]:
        """The best place that goes on beside where a neighbour was copied from, and how far apart it is."""
        height, width = self.woven.shape[1:]
        near = places[:, None] + self._offsets
        sources = self._sources[near[..., 0] % height, near[..., 1] % width]
        known = (sources >= 0) & (near >= 0).all(2) & (near[..., 1] < width)
        beside = self._places[sources.clamp(min=0)] - self._offsets
        row, column = beside[..., 0] - self._first[0], beside[..., 1] - self._first[1]
        high, wide = self._shape
        known &= (row >= 0) & (row < high) & (column >= 0) & (column < wide)
        index = (row * wide + column).where(known, 0)
        how_far = apart.gather(1, index).where(known, torch.inf)
        best = how_far.argmin(1, keepdim=True)
        return index.gather(1, best)[:, 0], how_far.gather(1, best)[:, 0]

    def _around(self, picture: Tensor, places: Tensor, below: Tensor | None) -> Tensor:
        """(N, D): the weighed neighbourhoods of `places` (N, 2); edges go on at the other side."""
        found = [_gathered(picture, places[:, None] + self._offsets)]
        if below is not None:
            high, wide = picture.shape[1:]
            scale = torch.tensor([below.shape[1] / high, below.shape[2] / wide], device=places.device)
            parents = ((places + 0.5) * scale).long()
            found.append(_gathered(below, parents[:, None] + square(PARENT).to(places.device)))
        return torch.cat(found, 1).flatten(1) * self._weights

    def _weighed(self) -> Tensor:
        """The square roots of Gaussian weights for 3 colours each; those of a level sum up to 1."""
        parts = [self._offsets] if self._below is None else [self._offsets, square(PARENT).to(self._offsets)]
        weights = []
        for part in parts:
            deviation = max(1.0, float(part.abs().max()) / 1.5)
            gaussian = torch.exp(-part.square().sum(1) / (2 * deviation**2))
            weights.append((gaussian / gaussian.sum()).sqrt())
        return torch.cat(weights).repeat_interleave(3).float()


def causal(radius: int) -> Tensor:
    """(K, 2): the offsets y, x of what comes before a pixel, row by row."""
    around = square(radius)
    return around[: len(around) // 2]


def square(radius: int) -> Tensor:
    """((2 radius + 1)^2, 2): the offsets y, x of a square."""
    steps = torch.arange(-radius, radius + 1)
    return torch.stack(torch.meshgrid(steps, steps, indexing="ij"), -1).flatten(0, 1)


def shrunk(picture: Tensor, factor: int) -> Tensor:
    """(3, h, w) -> a picture so many times smaller."""
    if factor == 1:
        return picture
    size = [max(1, round(side / factor)) for side in picture.shape[1:]]
    return F.interpolate(picture[None], size, mode="bicubic", antialias=True)[0].clamp(0, 1)


def _gathered(picture: Tensor, places: Tensor) -> Tensor:
    """(N, K, 3) at `places` (N, K, 2)."""
    height, width = picture.shape[1:]
    return picture[:, places[..., 0] % height, places[..., 1] % width].permute(1, 2, 0)
