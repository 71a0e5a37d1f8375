"""Codes in groups: principal components, then k-means."""

from __future__ import annotations

import torch
from torch import Tensor

COMPONENTS = 50
ROUNDS = 100


def principal(codes: Tensor, components: int = COMPONENTS) -> Tensor:
    """(N, D) -> (N, at most `components`): along the directions in which the codes vary most."""
    centred = codes.float() - codes.float().mean(0)
    _, _, directions = torch.linalg.svd(centred, full_matrices=False)
    found: Tensor = centred @ directions[:components].T
    return found


def k_means(points: Tensor, count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Of (N, D) the group of each, (N,), and the groups' centres, (count, D), the largest group first.

    Centres begin far apart (Arthur & Vassilvitskii 2007); `count` is at most N. No group is empty unless
    points coincide.
    """
    centres = _far_apart(points, count, generator)
    groups = torch.cdist(points, centres).argmin(1)
    for _ in range(ROUNDS):
        centres = torch.stack([_mean(points[groups == one], centres[one]) for one in range(count)])
        before, groups = groups, torch.cdist(points, centres).argmin(1)
        if torch.equal(before, groups):
            break
    order = torch.bincount(groups, minlength=count).argsort(descending=True, stable=True)
    place = torch.empty_like(order)
    place[order] = torch.arange(count)
    return place[groups], centres[order]


def _far_apart(points: Tensor, count: int, generator: torch.Generator) -> Tensor:
    """Points, each drawn in proportion to its squared distance from those before."""
    first = int(torch.randint(len(points), (1,), generator=generator))
    centres = points[first : first + 1]
    for _ in range(count - 1):
        squares = torch.cdist(points, centres).amin(1).square()
        chances = squares if bool(squares.any()) else torch.ones_like(squares)
        centres = torch.cat([centres, points[torch.multinomial(chances, 1, generator=generator)]])
    return centres


def _mean(points: Tensor, otherwise: Tensor) -> Tensor:
    return points.mean(0) if len(points) else otherwise
