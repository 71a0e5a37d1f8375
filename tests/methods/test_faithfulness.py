"""Deletion and insertion curves are those of the written-out formula."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from deepvis_app.errors import OutOfRangeError, RunError
from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.faithfulness import Faithfulness, faithfulness
from deepvis_app.methods.params import FaithfulnessParams
from deepvis_app.nets.network import Network
from tests import networks


class Log(nn.Module):
    """Two scores whose softmax is (p, 1 - p), p being half the sum over pixels of weight times red."""

    def __init__(self, weights: Tensor) -> None:
        super().__init__()
        self.weights = nn.Parameter(weights)

    def forward(self, x: Tensor) -> Tensor:
        p = (x[:, 0] * self.weights).flatten(1).sum(1) / 2 + 0.25
        return torch.stack([p.log(), (1 - p).log()], 1)


def linear() -> tuple[Network, Tensor, np.ndarray]:
    """A network in which the four pixels of a white picture add 0.2, 0.15, 0.1, 0.05 to the probability."""
    weights = torch.tensor([[0.4, 0.1], [0.3, 0.2]])
    return networks.wrap(nn.Sequential(Log(weights)), 2, classes=2), torch.ones(1, 3, 2, 2), weights.numpy()


def whole(*args: object) -> Faithfulness:
    *_, (done, curves) = faithfulness(*args)  # type: ignore[arg-type]
    assert done == 1
    return curves


def test_a_perfect_map_of_a_linear_network_has_the_areas_computed_by_hand() -> None:
    network, image, weights = linear()
    curves = whole(network, image, weights, 0, FaithfulnessParams(4, "zero", "zero"))
    assert curves.shares == (0, 0.25, 0.5, 0.75, 1)
    assert curves.deletion == pytest.approx((0.75, 0.55, 0.4, 0.3, 0.25))
    assert curves.insertion == pytest.approx((0.25, 0.45, 0.6, 0.7, 0.75))
    assert curves.deletion_area == pytest.approx((0.75 / 2 + 0.55 + 0.4 + 0.3 + 0.25 / 2) / 4)
    assert curves.insertion_area == pytest.approx((0.25 / 2 + 0.45 + 0.6 + 0.7 + 0.75 / 2) / 4)


def test_no_other_order_does_better() -> None:
    network, image, weights = linear()
    params = FaithfulnessParams(4, "zero", "zero")
    best = whole(network, image, weights, 0, params)
    for order in itertools.permutations(range(4)):
        other = whole(network, image, np.array(order, np.float32).reshape(2, 2), 0, params)
        assert best.deletion_area <= other.deletion_area + 1e-6
        assert best.insertion_area >= other.insertion_area - 1e-6


def test_the_curves_of_a_network_are_those_of_pictures_made_one_by_one() -> None:
    network, image = networks.plain(), networks.picture()
    heat = np.random.default_rng(0).normal(size=(16, 16)).astype(np.float32)
    curves = whole(network, image, heat, 3, FaithfulnessParams(10))
    erased, blurred = baseline(network, image, "zero"), baseline(network, image, "blur")
    for step, share in enumerate(curves.shares):
        count = round(256 * step / 10)
        assert share == count / 256
        top = torch.zeros(256, dtype=torch.bool)
        top[np.argsort(-heat.ravel())[:count]] = True
        top = top.view(16, 16)
        for curve, picture in (
            (curves.deletion, torch.where(top, erased, image)),
            (curves.insertion, torch.where(top, image, blurred)),
        ):
            expected = float(network.module(picture).softmax(1)[0, 3])
            assert math.isclose(curve[step], expected, rel_tol=1e-5)


def test_it_comes_in_steps_and_the_network_stays(verify_untouched: object) -> None:
    network, image = networks.plain(), networks.picture()
    before = image.clone()
    with verify_untouched(network):  # type: ignore[operator]
        steps = list(faithfulness(network, image, np.zeros((16, 16), np.float32), 0, FaithfulnessParams(20)))
    assert torch.equal(image, before)
    done = [each for each, _ in steps]
    assert done == sorted(done)
    assert len(done) == 6
    known = [(len(curves.deletion), len(curves.insertion)) for _, curves in steps]
    assert known == [(8, 0), (16, 0), (21, 0), (21, 8), (21, 16), (21, 21)]


def test_pixels_of_a_flat_map_go_in_an_order_of_their_own_not_row_by_row() -> None:
    """Else a flat map would be as good as one that points at the top."""
    seen: list[Tensor] = []

    class Watching(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            seen.extend(x)
            return x.mean((2, 3))

    network = networks.wrap(nn.Sequential(Watching()), classes=3)
    seen.clear()
    whole(network, torch.ones(1, 3, 16, 16), np.zeros((16, 16), np.float32), 0, FaithfulnessParams(2))
    half = 1 - seen[1][0]
    assert 0.3 < float(half[:8].mean()) < 0.7
    assert 0.3 < float(half[:, :8].mean()) < 0.7


def test_what_does_not_fit_is_said() -> None:
    network, image = networks.plain(), networks.picture()
    with pytest.raises(RunError, match="8 x 16"):
        whole(network, image, np.zeros((16, 8), np.float32), 0)
    with pytest.raises(OutOfRangeError, match="5"):
        whole(network, image, np.zeros((16, 16), np.float32), 5)
