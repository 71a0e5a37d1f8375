"""A copy of a network forgets from its last layer to its first, all of it, and the network does not."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from deepvis_app.nets.forgetting import forgetting, stages
from tests import networks
from tests.nets.test_layers import vision_transformer


def test_norms_forget_with_the_layer_before_them() -> None:
    assert stages(networks.plain()) == [
        ("classifier",),
        ("conv2b.conv", "conv2b.bn"),
        ("conv2a.conv", "conv2a.bn"),
        ("conv1.conv", "conv1.bn"),
    ]


class Backwards(nn.Module):
    """Its last layer is the first one named."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(4, 5)
        self.body = nn.Conv2d(3, 4, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.body(x).relu().mean((2, 3)))


def test_what_runs_last_forgets_first_however_it_is_written() -> None:
    assert stages(networks.wrap(Backwards())) == [("head",), ("body",)]


@pytest.mark.parametrize(
    "name", ["resnet18", "googlenet", "mobilenet_v3_small", "densenet121", "transformer"]
)
def test_in_the_end_every_weight_is_another(name: str) -> None:
    network = networks.wrap(vision_transformer()) if name == "transformer" else networks.family(name)
    before = copy.deepcopy(network.module.state_dict())
    *_, (_, forgetful) = forgetting(network, stages(network))
    after = forgetful.module.state_dict()
    same = [
        key
        for key, value in before.items()
        if value.ndim > 1 and bool(value.any()) and torch.equal(value, after[key])
    ]
    assert same == []
    assert all(bool(value.float().isfinite().all()) for value in after.values())
    assert all(torch.equal(value, before[key]) for key, value in network.module.state_dict().items())


def test_each_stage_changes_its_own_modules_alone() -> None:
    network = networks.plain()
    known = copy.deepcopy(network.module.state_dict())
    for stage, forgetful in forgetting(network, stages(network)):
        now = copy.deepcopy(forgetful.module.state_dict())
        changed = {key.rpartition(".")[0] for key, value in now.items() if not torch.equal(value, known[key])}
        assert changed == set(stage)
        known = now


def test_weights_are_drawn_so_that_signals_neither_die_nor_explode() -> None:
    network = networks.family("resnet18")
    *_, (_, forgetful) = forgetting(network, stages(network))
    weight = forgetful.module.layer3[0].conv1.weight  # type: ignore[index,union-attr]
    assert float(weight.std()) == pytest.approx((2 / weight[0].numel()) ** 0.5, rel=0.02)  # type: ignore[arg-type,operator,index]
    scores = forgetful.module(networks.picture(64))
    assert 1e-3 < float(scores.std()) < 1e3


def test_the_same_seed_forgets_the_same() -> None:
    def weights(seed: int) -> torch.Tensor:
        network = networks.plain()
        *_, (_, forgetful) = forgetting(network, stages(network), seed)
        return forgetful.module.conv1.conv.weight  # type: ignore[union-attr,return-value]

    assert torch.equal(weights(1), weights(1))
    assert not torch.equal(weights(1), weights(2))
