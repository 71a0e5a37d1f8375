"""Facets: groups of codes, the mean of each to begin with, and a picture of each."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target, find
from deepvis_app.methods.answer import answer
from deepvis_app.methods.multifaceted import multifaceted
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.synthesis.clusters import k_means, principal
from deepvis_app.methods.synthesis_params import MultifacetedParams
from tests import networks


def blobs(counts: tuple[int, ...], dimensions: int = 6) -> tuple[Tensor, Tensor]:
    """Points around far corners, shuffled, and the corner of each."""
    numbers = torch.Generator().manual_seed(0)
    corners = torch.cat([torch.full((count,), place) for place, count in enumerate(counts)])
    corners = corners[torch.randperm(len(corners), generator=numbers)]
    return 10 * torch.eye(dimensions)[corners] + torch.randn(
        len(corners), dimensions, generator=numbers
    ), corners


def test_k_means_finds_what_lies_together_the_largest_first() -> None:
    points, corners = blobs((5, 20, 11))
    groups, centres = k_means(points, 3, torch.Generator().manual_seed(1))
    assert torch.bincount(groups).tolist() == [20, 11, 5]
    for group, corner in enumerate((1, 2, 0)):
        assert torch.equal(groups == group, corners == corner)
        torch.testing.assert_close(centres[group], points[groups == group].mean(0))


def test_k_means_bears_points_that_coincide() -> None:
    groups, centres = k_means(torch.ones(4, 3), 3, torch.Generator().manual_seed(0))
    assert groups.shape == (4,)
    torch.testing.assert_close(centres, torch.ones(3, 3))


def test_principal_components_keep_distances_and_put_the_widest_first() -> None:
    points, _ = blobs((9, 9))
    found = principal(points, 6)
    torch.testing.assert_close(torch.cdist(found, found), torch.cdist(points, points), rtol=1e-3, atol=1e-3)
    spread = found.std(0)
    assert bool((spread[:-1] >= spread[1:]).all())
    assert principal(points, 2).shape == (18, 2)


def test_each_facet_begins_with_the_mean_of_its_pictures() -> None:
    """Two kinds of pictures, dark and light: with hardly a step, the facets are their means."""
    network = networks.plain()
    shades = [0.15, 0.2, 0.25, 0.8, 0.85]
    others = tuple(torch.full((1, 3, 20, 24), shade) for shade in shades)
    params = MultifacetedParams(facets=2, steps=1, rate=1e-4)
    part = outcome(multifaceted(network, others[0], Target(1), None, params, others=others))
    assert part.facts["groups"] == "3 2"
    assert part.result.shape == (3, 16, 34)
    assert float(part.result[:, :, :16].mean()) == pytest.approx(0.2, abs=0.01)
    assert float(part.result[:, :, 18:].mean()) == pytest.approx(0.825, abs=0.01)


def test_without_pictures_it_says_what_is_missing() -> None:
    with pytest.raises(UsageError, match="needs another picture"):
        next(answer(find("multifaceted"), networks.plain(), torch.rand(1, 3, 16, 16), Target(1), None, None))
