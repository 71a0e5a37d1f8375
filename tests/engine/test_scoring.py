"""Scores with interventions beside those without: the network's own, and nothing where none is asked."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from deepvis_app.engine import answers, moment
from deepvis_app.engine.memory import Memory
from deepvis_app.engine.messages import (
    Intervention,
    InterventionsRequest,
    InterventionsView,
    Pixels,
    Region,
    ScoresRequest,
    ScoresView,
)
from deepvis_app.engine.scoring import interventions_view
from deepvis_app.nets import intervene, live
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor
from tests.engine.conftest import SIDE, Loop

SILENCED = (Intervention("relu", (0, 3)), Intervention("conv2", (5,), "scale", (-2.0,)))


def softmax(network: Network, pixels: Pixels, interventions: tuple[Intervention, ...]) -> torch.Tensor:
    x = frame_to_tensor(pixels, network.preprocessing)
    with torch.no_grad():
        return intervene.scores(network, x, interventions)[0].softmax(0)


def test_untouched_and_touched_are_the_networks_own(
    tiny_loop: Loop, network: Network, pixels: Pixels
) -> None:
    region = Region.of(np.eye(8, dtype=bool))
    interventions = (*SILENCED, Intervention("conv", region=region))
    request = InterventionsRequest(interventions, count=5)
    view = tiny_loop.ask(pixels, touched=request, scores=ScoresRequest(5)).views["touched"]
    assert isinstance(view, InterventionsView)
    plain, changed = softmax(network, pixels, ()), softmax(network, pixels, interventions)
    assert [one.index for one in view.classes] == plain.argsort(descending=True).tolist()
    for one in view.classes:
        assert one.label == network.label(one.index)
        assert one.untouched == pytest.approx(float(plain[one.index]), abs=1e-5)
        assert one.touched == pytest.approx(float(changed[one.index]), abs=1e-5)
    assert max(abs(one.touched - one.untouched) for one in view.classes) > 1e-3
    scores = tiny_loop.results[-1].views["scores"]
    assert isinstance(scores, ScoresView)
    assert scores.scores[0].value == pytest.approx(float(plain.max()), abs=5e-3), "it is the live one"


def test_the_likely_of_either_are_listed_and_the_class_that_is_asked_comes_first(
    tiny_loop: Loop, network: Network, pixels: Pixels
) -> None:
    interventions = (Intervention("fc", (2,), "clamp", (9.0, 9.0)),)
    view = tiny_loop.ask(pixels, touched=InterventionsRequest(interventions, 2)).views["touched"]
    assert isinstance(view, InterventionsView)
    plain = softmax(network, pixels, ())
    assert {one.index for one in view.classes} == {int(plain.argmax()), 2} | (
        {int(plain.argsort(descending=True)[1])} if int(plain.argmax()) == 2 else set()
    )
    least = int(plain.argmin())
    view = tiny_loop.ask(touched=InterventionsRequest(SILENCED, 2, class_index=least)).views["touched"]
    assert isinstance(view, InterventionsView)
    assert [view.classes[0].index, len(view.classes)] == [least, 2]


def test_what_bf16_would_blur_is_computed_in_float32_unless_it_may_be_rough(
    network: Network, pixels: Pixels
) -> None:
    for exact, tolerance in ((True, 1e-5), (False, 0.02)):
        request = InterventionsRequest(SILENCED, 5, exact=exact)
        needs = answers.needs_of(network, {"touched": request})
        seen = moment.look(network, live.choose(network, torch.bfloat16), Memory(), pixels, needs)
        view = interventions_view(seen, request)
        assert view.exact is exact
        changed = softmax(network, pixels, SILENCED)
        for one in view.classes:
            assert one.touched == pytest.approx(float(changed[one.index]), abs=tolerance)


def test_one_more_pass_and_the_network_stays_as_it_was(network: Network, pixels: Pixels) -> None:
    before, copy = network.fingerprint(), live.choose(network)
    passes: list[int] = []
    handle = copy.module.register_forward_hook(lambda *_: passes.append(1))
    request = InterventionsRequest(SILENCED)
    needs = answers.needs_of(network, {"touched": request})
    interventions_view(moment.look(network, copy, Memory(), pixels, needs), request)
    handle.remove()
    assert len(passes) == 2, "the frame's own, and one"
    assert network.fingerprint() == before


def test_what_cannot_be_done_is_said_and_leaves_the_others_alone(tiny_loop: Loop, pixels: Pixels) -> None:
    for wrong in (Intervention("nowhere", (0,)), Intervention("relu", (99,))):
        request = InterventionsRequest((wrong,))
        views = tiny_loop.ask(pixels, touched=request, scores=ScoresRequest(1)).views
        view = views["touched"]
        assert isinstance(view, InterventionsView)
        assert view.classes == ()
        assert view.about is not None
        assert "scores" in views


def test_a_region_follows_the_picture_whatever_its_size(network: Network, pixels: Pixels) -> None:
    """The left half painted on a coarse and on a fine grid is the same left half of each map."""
    halves = []
    for side in (4, SIDE):
        painted = np.zeros((side, side), bool)
        painted[:, : side // 2] = True
        halves.append(softmax(network, pixels, (Intervention("relu", region=Region.of(painted)),)))
    torch.testing.assert_close(*halves)
