"""Units are ranked by what their silencing does to a class, exactly, from the layer on or from the start."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.ablation import unit_ablation
from deepvis_app.methods.partial import Partial
from deepvis_app.nets import intervene, live
from deepvis_app.nets.intervention import Intervention
from deepvis_app.nets.network import Network
from tests import networks


def steps(network: Network, image: Tensor, layer: str, index: int = 3) -> list[Partial]:
    return list(unit_ablation(network, image, Target(index), layer))


def sharp(network: Network) -> Network:
    """With scores far apart, as after training: differences of probabilities are then no mere rounding."""
    last = [module for module in network.module.modules() if isinstance(module, nn.Linear)][-1]
    last.weight.data.mul_(1 / last.weight.data.std())
    return network


@pytest.mark.parametrize("layer", ["conv1", "conv1.conv", "conv1.bn", "pool1", "conv2b", "gap", "flatten"])
def test_a_chain_is_run_on_from_the_layer(layer: str) -> None:
    check(sharp(networks.plain()), layer)


@pytest.mark.parametrize("layer", ["relu", "conv1", "max_pool2d", "relu#2", "adaptive_avg_pool2d"])
def test_other_networks_are_run_from_the_start(layer: str) -> None:
    check(sharp(networks.wrap(networks.Functional())), layer)


def check(network: Network, layer: str) -> None:
    image = networks.picture()
    before = network.module(image).softmax(1)[0, 3]
    expected = [
        before - intervene.scores(network, image, [Intervention(layer, (unit,))]).softmax(1)[0, 3]
        for unit in range(network.layer(layer).units)
    ]
    fingerprint = network.fingerprint()
    first, *_, last = steps(network, image, layer)
    assert (first.done, last.done) == (0.0, 1.0)
    assert (first.facts["exact"], last.facts["exact"]) == (0, len(expected))
    torch.testing.assert_close(last.result, torch.stack(expected), rtol=1e-5, atol=1e-6)
    assert float(last.result.abs().max()) > 1e-3, "nothing is at stake here"
    assert network.fingerprint() == fingerprint


def test_the_first_estimate_is_activation_times_gradient() -> None:
    """Where scores are linear in the units, and the change small, it is all but exact."""
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, 40, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(40, 5))
    network, image = networks.wrap(module), networks.picture()
    first, *_, last = steps(network, image, "0")
    torch.testing.assert_close(first.result, last.result, rtol=0.05, atol=1e-3)


def test_partial_results_begin_with_the_most_promising_units() -> None:
    torch.manual_seed(0)
    module = nn.Sequential(
        nn.Conv2d(3, 40, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(40, 5)
    )
    found = steps(networks.wrap(module), networks.picture(), "1")
    exact = [int(part.facts["exact"]) for part in found]
    assert (exact[0], exact[-1]) == (0, 40)
    assert exact == sorted(set(exact))
    order = found[0].result.argsort(descending=True, stable=True).tolist()
    for part, count in zip(found, exact, strict=True):
        changed = (part.result != found[0].result).nonzero().flatten().tolist()
        assert set(changed) <= set(order[:count])


def test_a_live_copy_gives_the_same() -> None:
    network = sharp(networks.plain())
    copy = live.choose(network)
    for layer in ("conv1.conv", "conv2a"):

        class Reduced:
            module, layer_of, title = copy.module, copy.layer, network.title
            class_index = staticmethod(network.class_index)
            layer = staticmethod(copy.layer)

        *_, ours = unit_ablation(Reduced(), copy.prepare(networks.picture()), Target(3), layer)  # type: ignore
        torch.testing.assert_close(ours.result, steps(network, networks.picture(), layer)[-1].result)


def test_a_unit_is_no_target() -> None:
    with pytest.raises(UsageError, match="for a class"):
        next(unit_ablation(networks.plain(), networks.picture(), Target(unit=1), "conv1"))
