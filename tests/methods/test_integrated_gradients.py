"""Integrated gradients are captum's, and complete: the pixels add up to what the score rises by."""

from __future__ import annotations

import copy

import pytest
import torch
from captum import attr
from torch import Tensor, nn

from deepvis_app.methods import Target
from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.batches import BACKWARD, fitting
from deepvis_app.methods.integrated_gradients import BATCH, integrated_gradients
from deepvis_app.methods.params import Baseline, IntegratedGradientsParams
from deepvis_app.methods.partial import outcome, parts
from deepvis_app.nets.network import Network
from tests import networks
from tests.methods.peers import NAMES, close, some

RULES = {"midpoint": "riemann_middle", "gauss": "gausslegendre"}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", NAMES)
def test_they_are_captums(name: str, rule: str) -> None:
    network, image = some(name)
    black = baseline(network, image, "black")
    captum = attr.IntegratedGradients(copy.deepcopy(network.module))
    batch = fitting(image, BACKWARD, BATCH)
    theirs = captum.attribute(
        image, black, target=3, n_steps=8, method=RULES[rule], internal_batch_size=batch
    )
    params = IntegratedGradientsParams(8, most=8, rule=rule)  # type: ignore[arg-type]
    ours = outcome(integrated_gradients(network, image, Target(3), None, params)).result
    close(ours, theirs[0].sum(0).float())


@pytest.mark.parametrize(
    ("name", "kind"),
    [*((name, "black") for name in NAMES), *(("resnet18", kind) for kind in ("mean", "zero", "blur"))],
)
def test_they_add_up_to_the_change_of_the_score(name: str, kind: Baseline) -> None:
    network, image = some(name)
    whole = outcome(
        integrated_gradients(network, image, Target(3), None, IntegratedGradientsParams(baseline=kind))
    )
    change = scores(network, image) - scores(network, baseline(network, image, kind))
    off = abs(float(whole.result.double().sum()) - change) / max(abs(change), 0.1)
    assert off <= 0.01
    assert whole.facts["off"] == pytest.approx(off, abs=1e-4)
    assert whole.facts["change"] == pytest.approx(change, rel=1e-4, abs=1e-6)


def scores(network: Network, image: Tensor) -> float:
    return float(network.module(image)[0, 3])


def test_of_a_linear_network_they_are_weight_times_difference() -> None:
    torch.manual_seed(0)
    network = networks.wrap(nn.Sequential(nn.Flatten(), nn.Linear(3 * 16 * 16, 5)))
    image = networks.picture()
    weight = network.module[1].weight[2].view(3, 16, 16)  # type: ignore[index]
    for rule in RULES:
        params = IntegratedGradientsParams(3, rule=rule, baseline="zero")  # type: ignore[arg-type]
        ours = outcome(integrated_gradients(network, image, Target(2), None, params)).result
        close(ours, (weight * image[0]).sum(0))


class Steep(nn.Module):
    """Rises within a short piece of the way, which few steps miss."""

    def forward(self, x: Tensor) -> Tensor:
        total = x.mean((1, 2, 3))
        rise = (total - 0.55).clamp(0, 0.05) * 100
        return torch.stack([rise, total], 1)


def test_where_they_are_not_complete_more_steps_are_taken_and_the_old_ones_kept() -> None:
    network = networks.wrap(Steep(), classes=2)
    image = torch.ones(1, 3, 16, 16)

    def run(steps: int, most: int) -> dict[str, float]:
        params = IntegratedGradientsParams(steps, most, baseline="zero")
        return dict(outcome(integrated_gradients(network, image, Target(0), None, params)).facts)  # type: ignore[arg-type]

    few = run(5, 5)
    assert few["steps"] == 5
    assert few["off"] > 0.01
    more = run(5, 5000)
    assert more["steps"] in (45, 135, 405, 1215, 3645)
    assert more["off"] <= 0.01
    direct = run(int(more["steps"]), int(more["steps"]))
    assert more["sum"] == pytest.approx(direct["sum"], rel=1e-4)


def test_a_picture_that_is_the_baseline_has_a_flat_map() -> None:
    network = networks.plain()
    whole = outcome(
        integrated_gradients(
            network, torch.zeros(1, 3, 16, 16), None, None, IntegratedGradientsParams(baseline="zero")
        )
    )
    assert not whole.result.any()
    assert whole.facts["off"] == 0


def test_a_neuron_stays_the_same_on_the_way() -> None:
    network, image = networks.plain(), networks.picture()
    maps = network.module.conv1(image)[0, 1]  # type: ignore[operator]
    place = divmod(int(maps.argmax()), maps.shape[1])
    named, largest = (
        outcome(integrated_gradients(network, image, Target(unit=1, neuron=neuron), "conv1"))
        for neuron in (place, "max")
    )
    assert torch.equal(named.result, largest.result)
    assert float(largest.facts["change"]) == pytest.approx(
        float(maps.max() - network.module.conv1(baseline(network, image, "black"))[0, 1][place]),
        rel=1e-4,  # type: ignore[operator]
    )


def test_partial_maps_lead_to_the_whole() -> None:
    network, image = networks.plain(), networks.picture()
    steps = list(parts(integrated_gradients(network, image, None, None)))
    assert len(steps) == 16
    assert all(0 < step.done < 1 for step in steps[:-1])
    assert steps[-1].done == 1
    assert all(not step.facts for step in steps[:-1])
