"""Brightness apart from colour, so that one can be painted and the other kept."""

from __future__ import annotations

import torch
from torch import Tensor

from deepvis_app.nets.preprocess import GREY_WEIGHTS


def brightness(pictures: Tensor) -> Tensor:
    """(N, 3, h, w) -> (N, 1, h, w): ITU-R 601."""
    weights = torch.tensor(GREY_WEIGHTS, device=pictures.device).view(1, 3, 1, 1)
    return (pictures * weights).sum(1, keepdim=True)


def as_bright(picture: Tensor, like: Tensor) -> Tensor:
    """The brightness (1, 1, h, w) of `picture`, with the mean and the deviation of `like` (1, 1, ...)."""
    light = brightness(picture)
    return (light - light.mean()) / light.std().clamp(min=1e-6) * like.std() + like.mean()


def recoloured(picture: Tensor, colours: Tensor) -> Tensor:
    """`colours` (N, 3, h, w) with the brightness of `picture`, from 0 to 1."""
    return (colours + brightness(picture) - brightness(colours)).clamp(0, 1)
