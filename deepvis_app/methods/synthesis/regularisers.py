"""What keeps pictures tidy: terms to subtract from what is raised, and changes between steps.

Terms take (N, C, H, W) and give (N,). Changes take and give a picture, without gradients.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.methods.baselines import blurred
from deepvis_app.methods.synthesis_params import Tidying

SMALLEST = 1e-8  # under a root whose slope at 0 has no bound


def total_variation(pictures: Tensor, beta: float = 2.0) -> Tensor:
    """Sum over pixels and channels of ((right - here)^2 + (below - here)^2)^(beta / 2).

    The last row and column have nothing to the right or below (Mahendran & Vedaldi 2015).
    """
    across = F.pad(pictures[..., :, 1:] - pictures[..., :, :-1], (0, 1))
    down = F.pad(pictures[..., 1:, :] - pictures[..., :-1, :], (0, 0, 0, 1))
    squares = across**2 + down**2
    if beta != 2:
        squares = (squares + SMALLEST) ** (beta / 2) - SMALLEST ** (beta / 2)
    return squares.flatten(1).sum(1)


def alpha_norm(pictures: Tensor, alpha: float = 6.0) -> Tensor:
    """Sum over pixels and channels of |x|^alpha, of pictures around 0: few pixels far out cost much."""
    return pictures.abs().pow(alpha).flatten(1).sum(1)


def l2(pictures: Tensor) -> Tensor:
    """Sum of squares, of pictures around 0 (Simonyan et al. 2013)."""
    return pictures.square().flatten(1).sum(1)


def decayed(pictures: Tensor, share: float) -> Tensor:
    """Each pixel brought nearer to 0 by that share: a step of L2 decay."""
    return pictures * (1 - share)


def without_small_norms(pictures: Tensor, percentile: float) -> Tensor:
    """Pixels of the smallest colour norm are 0, so many of a hundred (Yosinski et al. 2015)."""
    return _without(pictures, pictures.norm(dim=1, keepdim=True), percentile)


def without_small_contributions(pictures: Tensor, gradients: Tensor, percentile: float) -> Tensor:
    """Pixels that add the least to what is raised are 0, so many of a hundred (Yosinski et al. 2015).

    What a pixel adds is, to first order, the sum over its colours of value times gradient, by its size.
    """
    return _without(pictures, (pictures * gradients).sum(1, keepdim=True).abs(), percentile)


def tidied(pictures: Tensor, gradients: Tensor, how: Tidying, step: int) -> Tensor:
    """All that `how` asks for, after the step of that number, from 0."""
    if how.decay:
        pictures = decayed(pictures, how.decay)
    if how.blur and (step + 1) % how.blur_every == 0:
        pictures = blurred(pictures, how.blur)
    if how.small_norms:
        pictures = without_small_norms(pictures, how.small_norms)
    if how.small_contributions:
        pictures = without_small_contributions(pictures, gradients, how.small_contributions)
    return pictures


def _without(pictures: Tensor, sizes: Tensor, percentile: float) -> Tensor:
    limits = torch.quantile(sizes.flatten(1), percentile / 100, dim=1).view(-1, 1, 1, 1)
    return torch.where(sizes < limits, 0.0, pictures)
