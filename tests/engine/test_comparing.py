"""Two networks on one frame, or one network on two: the same numbers as each gives alone."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from deepvis_app.engine.messages import (
    FramePinned,
    GridRequest,
    LoadSecond,
    NetworkSpec,
    PinFrame,
    Pixels,
    ScoresRequest,
    SecondLost,
    SecondReady,
    SidesRequest,
    SidesView,
    StillFrame,
)
from deepvis_app.nets import capture
from deepvis_app.nets.embedded import PlainNet
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor
from tests.engine.conftest import Loop

SIDES = SidesRequest("relu2", 4, 64, 3, "network")


def answer(network: Network, pixels: Pixels, layer: str, unit: int) -> tuple[np.ndarray, np.ndarray]:
    """A unit's map and the classes' probabilities, of the network alone in float32."""
    x = frame_to_tensor(pixels, network.preprocessing)
    with torch.inference_mode():
        found = capture.forward(network, x, [layer])
    assert found.output is not None
    return found.maps[layer][0, unit].numpy(), found.output.softmax(1)[0].numpy()


@pytest.fixture
def other(tiny: NetworkSpec) -> NetworkSpec:
    """The same architecture from another seed."""
    return NetworkSpec(tiny.spec, seed=tiny.seed + 1, device="cpu", allow_code=True)


def second(loop: Loop, spec: NetworkSpec) -> None:
    loop.send(LoadSecond(spec))
    loop.until(lambda: bool(loop.of(SecondReady) or loop.of(SecondLost)))


def sides(loop: Loop, request: SidesRequest, pixels: Pixels | None = None) -> SidesView:
    view = loop.ask(pixels, sides=request).views["sides"]
    assert isinstance(view, SidesView)
    return view


def test_both_networks_see_the_same_frame_and_answer_as_they_do_alone(
    loop: Loop, tiny: NetworkSpec, other: NetworkSpec, pixels: Pixels
) -> None:
    loop.load(tiny)
    second(loop, other)
    view = sides(loop, SIDES, pixels)
    assert view.here.frame == view.there.frame == loop.results[-1].frame
    ours, theirs = (
        answer(Network.load(spec.spec, seed=spec.seed, allow_code=True), pixels, "relu2", 4)
        for spec in (tiny, other)
    )
    assert view.here.maximum == pytest.approx(float(ours[0].max()), rel=1e-4)
    assert view.there.mean == pytest.approx(float(theirs[0].mean()), rel=1e-3, abs=1e-6)
    assert view.largest == pytest.approx(float(np.abs(theirs[0] - ours[0]).max()), rel=1e-3)
    assert view.largest > 0
    for one in view.classes:
        assert one.untouched == pytest.approx(float(ours[1][one.index]), abs=1e-5)
        assert one.touched == pytest.approx(float(theirs[1][one.index]), abs=1e-5)


def test_a_network_beside_itself_differs_nowhere(loop: Loop, tiny: NetworkSpec, pixels: Pixels) -> None:
    loop.load(tiny)
    second(loop, tiny)
    view = sides(loop, SIDES, pixels)
    assert view.difference is not None
    assert view.largest == 0
    assert (view.difference == view.difference[0, 0]).all()


def test_a_kept_frame_stays_while_the_stream_goes_on(
    tiny_loop: Loop, network: Network, pixels: Pixels
) -> None:
    tiny_loop.ask(pixels, scores=ScoresRequest(1))
    tiny_loop.send(PinFrame())
    tiny_loop.until(lambda: bool(tiny_loop.of(FramePinned)))
    kept = tiny_loop.of(FramePinned)[-1].frame
    moved = np.ascontiguousarray(pixels[:, ::-1])
    request = SidesRequest("relu2", 4, 64, 3, "frame", token=1)
    view = sides(tiny_loop, request, moved)
    assert view.there.frame == kept != view.here.frame
    here, there = answer(network, moved, "relu2", 4), answer(network, pixels, "relu2", 4)
    assert view.largest == pytest.approx(float(np.abs(there[0] - here[0]).max()), rel=1e-3)
    assert view.here.title == view.there.title


def test_what_does_not_fit_is_said_and_the_scores_still_come(
    tiny_loop: Loop, pixels: Pixels, tmp_path: Path
) -> None:
    torch.manual_seed(0)
    path = tmp_path / "plain.safetensors"
    save_file(PlainNet(5, ((4,), (6, 6))).state_dict(), path)
    second(tiny_loop, NetworkSpec(str(path), device="cpu"))
    view = sides(tiny_loop, SIDES, pixels)
    assert view.there.pixels is None
    assert "no layer relu2" in str(view.about)
    assert view.classes
    ready = tiny_loop.of(SecondReady)[-1]
    name = next(layer.name for layer in ready.layers if layer.drawable)
    view = sides(tiny_loop, SidesRequest("relu2", 4, 64, 3, "network", name, 1))
    assert view.there.pixels is not None
    assert view.there.unit == 1
    assert view.difference is None
    assert "cannot be subtracted" in str(view.about)
    assert any(math.isnan(one.touched) or not math.isnan(one.untouched) for one in view.classes)


def test_nothing_runs_twice_unless_it_is_asked(tiny_loop: Loop, other: NetworkSpec, pixels: Pixels) -> None:
    second(tiny_loop, other)
    shown = tiny_loop.pipeline._beside.shown
    assert shown is not None
    passes: list[int] = []
    handle = shown.live.module.register_forward_hook(lambda *_: passes.append(1))
    own = shown.network.module.register_forward_hook(lambda *_: passes.append(1))
    tiny_loop.ask(pixels, grid=GridRequest("relu2", 20, 2, 4, 0, 9))
    assert passes == []
    tiny_loop.ask(sides=SIDES)
    assert passes == [1]
    handle.remove()
    own.remove()


def test_a_second_network_that_does_not_come_is_told_and_the_first_stays(
    tiny_loop: Loop, pixels: Pixels, tmp_path: Path
) -> None:
    second(tiny_loop, NetworkSpec(str(tmp_path / "nowhere.pth"), device="cpu"))
    assert "There is no file" in str(tiny_loop.of(SecondLost)[-1].about)
    tiny_loop.box.put_frame(StillFrame(99, pixels))
    assert "scores" in tiny_loop.ask(scores=ScoresRequest(1)).views
