"""A run of the painter's training (Johnson 2016, Dumoulin 2017), that can be left and taken up at any step.

Each step paints crops of photographs, each in one style, and asks a network that knows pictures how far
content and style are off. The painting of a shifted, noisy crop must be the shifted painting, so that
nothing flickers on a stream. Everything random is drawn from (seed, step).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from deepvis_app.errors import InputError, RunError
from deepvis_app.methods.synthesis.style_loss import (
    content_loss,
    gram,
    maps_of,
    style_layers,
    style_loss,
)
from deepvis_app.nets import live
from deepvis_app.nets.network import Network
from deepvis_app.nets.style_net import StyleNet
from deepvis_app.training.augment import random_crops

Pixels = NDArray[np.uint8]
SHIFT = 3
"""Pixels by which a crop is moved at most; no multiple of the painter's cells, so that these are seen."""


@dataclass(frozen=True)
class StyleRecipe:
    """What is run; `content`, `style`, `smooth` and `steady` weigh the terms of the loss."""

    steps: int = 8000
    batch: int = 4
    size: int = 128
    """Side of a crop in pixels."""
    style_size: int = 256
    """Shorter side in pixels at which styles are looked at: it sets how large their strokes are."""
    rate: float = 2e-3
    warm_up: float = 0.02
    content: float = 1.0
    style: float = 3.0
    smooth: float = 0.05
    steady: float = 20.0
    noise: float = 0.02
    width: int = 64
    dilations: tuple[int, ...] = (1, 2, 4, 1)
    seed: int = 0

    def rate_at(self, done: float) -> float:
        """Learning rate when `done` (0 to 1) of the run is over."""
        if done < self.warm_up:
            return self.rate * done / self.warm_up
        return self.rate * 0.5 * (1 + math.cos(math.pi * (done - self.warm_up) / (1 - self.warm_up)))


@dataclass(frozen=True)
class Losses:
    """A step's terms, weighed; `total` is their sum."""

    content: float
    style: float
    smooth: float
    steady: float

    @property
    def total(self) -> float:
        return self.content + self.style + self.smooth + self.steady


class StyleTraining:
    """The painter and its optimizer at one step.

    `pictures` (N, H, W, 3) uint8 photographs; `styles` by name, (H, W, 3) uint8; `judge`: the network whose
    maps tell content and style. With `learnt`, a painter of the first styles, all that these share stays
    as it is, and the new ones' scales and shifts alone are learnt.
    """

    def __init__(
        self,
        pictures: Pixels,
        styles: Mapping[str, Pixels],
        judge: Network,
        recipe: StyleRecipe,
        learnt: StyleNet | None = None,
    ) -> None:
        if not len(pictures):
            raise InputError("There are no photographs to learn painting on.")
        if not styles:
            raise InputError("There is no style to learn.")
        self.pictures, self.names, self.recipe = pictures, tuple(styles), recipe
        self.judge = judge
        self.device = judge.device
        self._eyes = live.choose(judge)
        self._layers = style_layers(judge)
        self._wanted = self._grams([styles[name] for name in self.names])
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(recipe.seed)
            network = StyleNet(len(styles), recipe.width, recipe.dilations)
        self.network = network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._kept = learnt.styles if learnt is not None else 0
        if learnt is not None:
            _take(self.network, learnt)
        self.optimizer = torch.optim.Adam(self._learning(), lr=recipe.rate, betas=(0.9, 0.99))
        self.step = 0

    @property
    def finished(self) -> bool:
        return self.step >= self.recipe.steps

    def advance(self) -> Losses:
        """Take the next step. Raises RunError where the loss is no longer finite."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.rate_at(self.step / self.recipe.steps)
        terms = self._terms(torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + self.step))
        losses = Losses(*(float(term.detach()) for term in terms))
        if not math.isfinite(losses.total):
            raise RunError(
                "The loss is no longer finite at step {step}; start again with a lower --rate.",
                step=self.step,
            )
        self.optimizer.zero_grad(set_to_none=True)
        torch.stack(terms).sum().backward()  # type: ignore[no-untyped-call]
        self._keep_learnt()
        self.optimizer.step()
        self.step += 1
        return losses

    def _terms(self, chance: torch.Generator) -> list[Tensor]:
        recipe, layers = self.recipe, self._layers
        crops, moved, shift = self._crops(chance)
        which = torch.randint(self._kept, len(self.names), (len(crops),), generator=chance).to(self.device)
        mix = F.one_hot(which, len(self.names)).float()
        self.network.train(self._kept == 0)
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            painting, again = self.network(torch.cat([crops, moved]), mix.repeat(2, 1)).float().chunk(2)
            seen = maps_of(self.judge, self._eyes, painting, layers.all)
            with torch.no_grad():
                shown = maps_of(self.judge, self._eyes, crops, [layers.content])
        wanted = {name: grams[which] for name, grams in self._wanted.items()}
        return [
            recipe.content * content_loss(seen[layers.content], shown[layers.content]).mean(),
            recipe.style * style_loss(seen, wanted).mean(),
            recipe.smooth * unevenness(painting),
            recipe.steady * unsteadiness(painting, again, shift),
        ]

    def _crops(self, chance: torch.Generator) -> tuple[Tensor, Tensor, tuple[int, int]]:
        """Crops (N, 3, size, size) of 0..1, and the same moved by (down, right) pixels, with noise."""
        recipe = self.recipe
        chosen = torch.randint(len(self.pictures), (recipe.batch,), generator=chance).numpy()
        planes = torch.from_numpy(self.pictures[chosen]).permute(0, 3, 1, 2).float().div_(255)
        wide = random_crops(planes, recipe.size + 2 * SHIFT, chance, smallest=0.25)
        down, right = torch.randint(-SHIFT, SHIFT + 1, (2,), generator=chance).tolist()
        still, moved = _window(wide, 0, 0, recipe.size), _window(wide, down, right, recipe.size)
        noise = torch.randn(moved.shape, generator=chance).mul_(recipe.noise)
        return still.to(self.device), (moved + noise).clamp_(0, 1).to(self.device), (down, right)

    @torch.no_grad()
    def _grams(self, styles: Sequence[Pixels]) -> dict[str, Tensor]:
        """By layer, the Gram matrices (styles, C, C) of the style pictures."""
        found = []
        for pixels in styles:
            picture = _resized(pixels, self.recipe.style_size).to(self.device)
            maps = maps_of(self.judge, self._eyes, picture, self._layers.style)
            found.append({name: gram(answer) for name, answer in maps.items()})
        return {name: torch.cat([grams[name] for grams in found]) for name in self._layers.style}

    def _learning(self) -> list[nn.Parameter]:
        if not self._kept:
            return list(self.network.parameters())
        return [parameter for conv in self.network.convs for parameter in (conv.scale, conv.shift)]

    def _keep_learnt(self) -> None:
        """No step moves the styles that were there before."""
        if self._kept:
            for parameter in self._learning():
                assert parameter.grad is not None
                parameter.grad[: self._kept] = 0


def unevenness(pictures: Tensor) -> Tensor:
    """Total variation of (N, 3, H, W): the mean squared step between neighbours, down and right."""
    down = (pictures[..., 1:, :] - pictures[..., :-1, :]).square().mean()
    right = (pictures[..., 1:] - pictures[..., :-1]).square().mean()
    return down + right


def unsteadiness(painting: Tensor, again: Tensor, shift: tuple[int, int]) -> Tensor:
    """Mean squared difference where both show the same: `again` paints what lies `shift` down and right."""
    height, width = painting.shape[-2:]
    down, right = shift
    here = painting[..., max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)]
    there = again[..., max(-down, 0) : height + min(-down, 0), max(-right, 0) : width + min(-right, 0)]
    return (here - there).square().mean()


def _window(wide: Tensor, down: int, right: int, size: int) -> Tensor:
    return wide[..., SHIFT + down : SHIFT + down + size, SHIFT + right : SHIFT + right + size]


def _resized(pixels: Pixels, side: int) -> Tensor:
    """(H, W, 3) -> (1, 3, h, w) of 0..1 with a shorter side of `side` pixels."""
    planes = torch.from_numpy(np.ascontiguousarray(pixels)).permute(2, 0, 1)[None].float().div_(255)
    height, width = planes.shape[-2:]
    share = side / min(height, width)
    size = (max(1, round(height * share)), max(1, round(width * share)))
    return F.interpolate(planes, size=size, mode="bicubic", antialias=True).clamp_(0, 1)


@torch.no_grad()
def _take(network: StyleNet, learnt: StyleNet) -> None:
    """Into `network`, of more styles, all that `learnt` knows; new styles begin as the mean of the old."""
    if (network.width, network.dilations) != (learnt.width, learnt.dilations):
        raise InputError("The painter to add a style to is of another shape.")
    for new, old in zip(network.convs, learnt.convs, strict=True):
        new.conv.load_state_dict(old.conv.state_dict())
        new.norm.load_state_dict(old.norm.state_dict())
        for mine, theirs in ((new.scale, old.scale), (new.shift, old.shift)):
            mine[: learnt.styles] = theirs
            mine[learnt.styles :] = theirs.mean(0)
