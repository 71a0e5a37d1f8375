"""What a picture that is painted in a style, or woven as a texture, is to be like: one number to raise."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.methods.synthesis import style_loss
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.regularisers import total_variation


@dataclass(frozen=True)
class Style:
    """The Gram matrices of a picture by layer; its share among several; where it goes, (1, 1, h, w)."""

    grams: Mapping[str, Tensor]
    share: float = 1.0
    mask: Tensor | None = None


@dataclass
class Painting:
    """`content`: by layer the maps to keep, with a weight of 1. `terms`: the last losses, without weights."""

    eye: Eye
    styles: Sequence[Style]
    content: Mapping[str, Tensor] = field(default_factory=dict)
    style: float = 1.0
    smooth: float = 0.0
    dream: float = 0.0
    terms: dict[str, float] = field(default_factory=dict)

    def gain(self, picture: Tensor) -> Tensor:
        """(1, 3, h, w) -> minus the sum of all losses, a scalar."""
        deepest = list(self.styles[0].grams)[-1]
        layers = dict.fromkeys([*self.content, *self.styles[0].grams])
        maps = maps_of(self.eye, picture, layers)
        losses = {"style": self._style(maps), "smoothness": total_variation(picture)[0] / picture.numel()}
        for name, wanted in self.content.items():
            losses["content"] = style_loss.content_loss(maps[name], wanted)[0]
        if self.dream:
            losses["dream"] = -maps[deepest].square().mean().clamp(min=1e-12).log()
        self.terms = {name: float(loss.detach()) for name, loss in losses.items()}
        weights = {"style": self.style, "smoothness": self.smooth, "dream": self.dream}
        return -torch.stack([weights.get(name, 1.0) * loss for name, loss in losses.items()]).sum()

    def _style(self, maps: Mapping[str, Tensor]) -> Tensor:
        """The mean over the styles by their shares."""
        total = torch.zeros((), device=self.eye.network.device)
        for style in self.styles:
            there = {name: masked(maps[name], style.mask) for name in style.grams}
            total = total + style.share * style_loss.style_loss(there, style.grams)[0]
        return total / sum(style.share for style in self.styles)


def grams(eye: Eye, picture: Tensor, layers: Collection[str]) -> dict[str, Tensor]:
    """Of `picture` (1, 3, h, w), by layer."""
    return {name: style_loss.gram(maps) for name, maps in maps_of(eye, picture, layers).items()}


def maps_of(eye: Eye, picture: Tensor, layers: Collection[str]) -> dict[str, Tensor]:
    """Of `picture` (1, 3, h, w), by layer, (1, C, h, w) float32."""
    found = eye(picture, layers).maps
    return {name: found[name].float() for name in layers}


def masked(maps: Tensor, mask: Tensor | None) -> Tensor:
    """`maps` such that their Gram matrix is that of the positions in `mask` (1, 1, h, w), from 0 to 1.

    sqrt(m / mean(m)) F, whose Gram matrix is sum(m F F^T) / sum(m) (Gatys et al. 2017).
    """
    if mask is None:
        return maps
    small = F.interpolate(mask, maps.shape[2:], mode="bilinear", antialias=True).clamp(0, 1)
    return maps * (small / small.mean().clamp(min=1e-6)).sqrt()
