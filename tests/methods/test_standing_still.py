"""Long methods that stand still after each function give what they give at once, and hold nothing then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from torch import Tensor

from deepvis_app.methods import Target, find
from deepvis_app.methods.checking import CheckParams, check
from deepvis_app.methods.explain import ExplainParams, explain
from deepvis_app.methods.faithfulness import faithfulness
from deepvis_app.methods.params import OcclusionParams, SanityParams, brief
from deepvis_app.methods.partial import parts
from deepvis_app.methods.ranking import rank_units
from deepvis_app.nets import slices
from deepvis_app.nets.network import Network
from tests import networks

LONG = ("integrated_gradients", "smoothgrad", "score_cam", "occlusion", "occlusion_classes", "unit_ablation")
Steps = Callable[[Network, Tensor], Iterator[Any]]


def at_once(steps: Steps, network: Network, image: Tensor, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    monkeypatch.setattr(slices, "SLICE", 1e9)
    return list(steps(network, image))


def standing_still(
    steps: Steps, network: Network, image: Tensor, monkeypatch: pytest.MonkeyPatch
) -> list[Any]:
    """Each step, after which nothing is held."""
    monkeypatch.setattr(slices, "SLICE", 0.0)
    found = []
    for step in steps(network, image):
        assert torch._C._len_torch_function_stack() == 0
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()
        found.append(step)
    return found


@pytest.mark.parametrize("branching", [False, True])
@pytest.mark.parametrize("name", LONG)
def test_methods(name: str, branching: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    network = networks.wrap(networks.Functional()) if branching else networks.plain()
    row = find(name)
    params = OcclusionParams(6, 3) if row.params is OcclusionParams else brief(row.params)
    layer = next(each.name for each in network.layers if each.main) if name == "unit_ablation" else None

    def steps(network: Network, image: Tensor) -> Iterator[Any]:
        return parts(row.run()(network, image, Target(2), layer, params))

    whole = at_once(steps, network, networks.picture(), monkeypatch)
    sliced = standing_still(steps, network, networks.picture(), monkeypatch)
    torch.testing.assert_close(sliced[-1].result, whole[-1].result, rtol=1e-5, atol=1e-7)
    assert len(sliced) > len(whole) + 5
    assert sliced[-1].done == 1
    assert all(step.result.shape == whole[-1].result.shape for step in sliced)


def explained(network: Network, image: Tensor) -> Iterator[Any]:
    return explain(
        network, image, None, None, ExplainParams(("grad_cam", "guided_backprop", "saliency"), curve=4)
    )


def checked(network: Network, image: Tensor) -> Iterator[Any]:
    return check(network, image, None, None, CheckParams(("grad_cam",), sanity=SanityParams(stages=2)))


def ranked(network: Network, image: Tensor) -> Iterator[Any]:
    return rank_units(network, image, None, "conv2b", None)


@pytest.mark.parametrize("job", [explained, checked, ranked])
def test_jobs_put_no_hook_on_the_network_that_live_frames_use(
    job: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    network, image = networks.plain(), networks.picture()
    whole, before = at_once(job, network, image, monkeypatch), network.fingerprint()

    def watched(network: Network, image: Tensor) -> Iterator[Any]:
        for step in job(network, image):
            assert network.fingerprint() == before
            yield step

    sliced = standing_still(watched, network, image, monkeypatch)
    assert len(sliced) > len(whole) + 5
    assert all(len(step) < 3 or step[2].__class__ is whole[-1][2].__class__ for step in sliced)
    last, expected = sliced[-1][2], whole[-1][2]
    if job is explained:
        assert last.deletion == pytest.approx(expected.deletion, abs=1e-5)
        assert (last.pixels == expected.pixels).all()
    elif job is checked:
        assert [each.correlation for each in last.curve] == [each.correlation for each in expected.curve]
    else:
        assert [each.unit for each in last.units] == [each.unit for each in expected.units]


def test_a_job_ends_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    network = networks.plain()
    monkeypatch.setattr(slices, "SLICE", 0.0)
    before = network.fingerprint()
    for count in range(1, 30, 4):
        steps = explained(network, networks.picture())
        for _ in range(count):
            next(steps)
        steps.close()  # type: ignore[attr-defined]
        assert network.fingerprint() == before


def test_curves(monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(network: Network, image: Tensor) -> Iterator[Any]:
        return faithfulness(network, image, image[0].sum(0).numpy(), 2)

    network, image = networks.plain(), networks.picture()
    whole = at_once(steps, network, image, monkeypatch)[-1][1]
    last = standing_still(steps, network, image, monkeypatch)[-1][1]
    assert last.deletion_area == pytest.approx(whole.deletion_area, abs=1e-6)
    assert last.insertion_area == pytest.approx(whole.insertion_area, abs=1e-6)
