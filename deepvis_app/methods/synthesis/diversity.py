"""How alike several pictures of one unit are, to be kept down so that they show its different facets."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor


def gram(maps: Tensor) -> Tensor:
    """(N, C, h, w) or (N, C) -> (N, C, C): the mean over places of each product of two units."""
    flat = maps.flatten(2) if maps.ndim == 4 else maps[..., None]
    return flat @ flat.transpose(1, 2) / flat.shape[2]


def likeness(maps: Tensor) -> Tensor:
    """(N,): of each picture, the mean cosine of its Gram matrix with the others' (Olah et al. 2017)."""
    count = len(maps)
    grams = F.normalize(gram(maps.float()).flatten(1), dim=1)
    alike = grams @ grams.T
    return (alike.sum(1) - alike.diagonal()) / max(1, count - 1)


def mean_likeness(maps: Tensor) -> float:
    with torch.no_grad():
        return float(likeness(maps).mean())
