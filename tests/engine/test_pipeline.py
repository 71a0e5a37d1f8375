"""The loop: newest first, one pass for all views, failures told once, jobs beside, nothing changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from deepvis_app.engine import moment
from deepvis_app.engine.messages import (
    CancelJob,
    Failure,
    GridRequest,
    InputRequest,
    LoadNetwork,
    LoadProgress,
    NetworkReady,
    NetworkSpec,
    Pixels,
    ScoresRequest,
    SetPreprocessing,
    SetThreads,
    StillFrame,
    UnitRequest,
    ViewState,
    WeightsRequest,
)
from deepvis_app.nets import capture, loading
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from tests.engine.conftest import SIDE, Loop

SMALL = Preprocessing(SIDE, SIDE, SIDE)
GRID = GridRequest("relu2", cell=20, gap=2, columns=4, first_row=0, rows=9)


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[set[str], bool, bool]]:
    """(layers captured, to the end, with gradients) of every forward pass of the live copy."""
    seen: list[tuple[set[str], bool, bool]] = []
    real = capture.forward

    def forward(network: Any, x: Any, layers: Any = (), *, to_end: bool = True, **more: Any) -> Any:
        seen.append((set(layers), to_end, torch.is_grad_enabled()))
        return real(network, x, layers, to_end=to_end, **more)

    monkeypatch.setattr(moment.capture, "forward", forward)
    return seen


# ---- the network -------------------------------------------------------------------------------------


def test_a_loaded_network_is_described_with_its_progress_before(loop: Loop, tiny: NetworkSpec) -> None:
    ready = loop.load(tiny)
    assert loop.of(LoadProgress)
    assert ready.spec == tiny
    assert [layer.name for layer in ready.layers][:3] == ["conv", "relu", "pool"]
    assert ready.labels[:1] == ("class 0",) or len(ready.labels) == 5
    assert ready.precision in ("float32", "bfloat16")
    assert ready.threads == 1
    assert ready.parameters == sum(map(np.prod, [(8, 3, 5, 5), 8, (12, 8, 3, 3), 12, (5, 12), 5]))
    relu = next(layer for layer in ready.layers if layer.name == "relu")
    assert relu.field == (5, 5)
    assert relu.units == 8


def test_a_network_that_cannot_be_loaded_is_a_sentence_and_the_old_one_stays(
    tiny_loop: Loop, pixels: Pixels
) -> None:
    tiny_loop.send(LoadNetwork(NetworkSpec("no such network")))
    tiny_loop.until(lambda: bool(tiny_loop.of(Failure)))
    assert "no network no such network" in str(tiny_loop.of(Failure)[0].about)
    assert tiny_loop.ask(pixels, grid=GRID).views


def test_the_old_network_stays_live_while_another_loads_and_loading_can_be_stopped(
    tiny_loop: Loop, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, started, stopped = loading.load, [], []

    def slow(spec: str, wishes: loading.Wishes) -> Network:
        assert wishes.cancelled is not None
        started.append(spec)
        while not wishes.cancelled():
            pass
        stopped.append(spec)
        return real(spec, wishes)

    monkeypatch.setattr(loading, "load", slow)
    before = len(tiny_loop.of(NetworkReady))
    tiny_loop.send(LoadNetwork(NetworkSpec("embedded")))
    assert tiny_loop.ask(pixels, grid=GRID).views
    tiny_loop.until(lambda: bool(started), 0.01)  # one that has not begun is dropped, not stopped
    tiny_loop.send(CancelJob(0))
    assert "embedded was stopped" in str(tiny_loop.of(Failure)[-1].about)
    tiny_loop.until(lambda: bool(stopped), 0.01)
    tiny_loop.send(CancelJob(0))
    for _ in range(3):
        tiny_loop.round(0.01)
    assert len(tiny_loop.of(NetworkReady)) == before
    assert len(tiny_loop.of(Failure)) == 1


def test_of_two_wishes_the_newer_network_comes(loop: Loop, tiny: NetworkSpec) -> None:
    loop.send(LoadNetwork(NetworkSpec("embedded")), LoadNetwork(tiny))
    loop.until(lambda: bool(loop.of(NetworkReady)))
    assert [ready.spec for ready in loop.of(NetworkReady)] == [tiny]
    assert not loop.of(Failure)


def test_preprocessing_changes_the_layers_shapes(tiny_loop: Loop) -> None:
    tiny_loop.send(SetPreprocessing(replace(SMALL, width=48)))
    ready = tiny_loop.of(NetworkReady)[-1]
    assert ready.preprocessing.width == 48
    assert ready.layers[0].shape == (8, 32, 48)


def test_the_users_number_of_threads_is_used(tiny_loop: Loop) -> None:
    tiny_loop.send(SetThreads(1))
    assert torch.get_num_threads() == 1


# ---- live frames -------------------------------------------------------------------------------------


def test_one_pass_serves_all_views_and_goes_no_deeper_than_needed(
    tiny_loop: Loop, pixels: Pixels, passes: list[tuple[set[str], bool, bool]]
) -> None:
    tiny_loop.ask(pixels, grid=GRID, unit=UnitRequest("relu", 0), scores=ScoresRequest(3))
    tiny_loop.ask(255 - pixels, grid=GRID, unit=UnitRequest("relu2", 0, rule=None))
    tiny_loop.ask(pixels, grid=GRID, unit=UnitRequest("relu", 0))
    tiny_loop.ask(pixels, scores=ScoresRequest(3))
    tiny_loop.ask(pixels, input=InputRequest(64, 64), weights=WeightsRequest("conv", 200))
    assert passes == [
        ({"relu", "relu2"}, True, True),
        ({"relu2"}, False, False),
        ({"relu", "relu2"}, False, True),
        (set(), True, False),
    ]


def test_a_changed_state_is_answered_with_the_last_frame(tiny_loop: Loop, pixels: Pixels) -> None:
    first = tiny_loop.ask(pixels, grid=GRID)
    second = tiny_loop.ask(input=InputRequest(32, 32))
    assert (first.frame, second.frame) == (first.generation, first.frame)
    assert second.generation == first.generation + 1
    assert set(second.views) == {"input"}


def test_a_click_computes_its_own_view_and_keeps_the_others(
    tiny_loop: Loop, pixels: Pixels, passes: list[tuple[set[str], bool, bool]]
) -> None:
    before = tiny_loop.ask(pixels, grid=GRID, scores=ScoresRequest(3), unit=UnitRequest("relu", 0))
    after = tiny_loop.ask(grid=GRID, scores=ScoresRequest(3), unit=UnitRequest("relu", 1))
    assert passes == [({"relu", "relu2"}, True, True), ({"relu"}, False, True)]
    assert after.views["grid"] is before.views["grid"]
    assert after.views["scores"] is before.views["scores"]
    assert getattr(after.views["unit"], "unit", None) == 1
    tiny_loop.ask(pixels, grid=GRID, scores=ScoresRequest(3))
    assert passes[2:] == [({"relu2"}, True, False)], "another frame is computed anew"


def test_only_the_newest_frame_and_state_are_computed(tiny_loop: Loop, pixels: Pixels) -> None:
    for number in range(10):
        tiny_loop.box.put_frame(StillFrame(number, pixels))
        tiny_loop.box.put_state(ViewState(number, {"input": InputRequest(8 + number, 64)}))
    tiny_loop.round()
    assert [(r.frame, r.generation) for r in tiny_loop.results] == [(9, 9)]
    tiny_loop.round()
    assert len(tiny_loop.results) == 1, "nothing new, nothing to do"


def test_nothing_visible_costs_nothing(
    tiny_loop: Loop, pixels: Pixels, passes: list[tuple[set[str], bool, bool]]
) -> None:
    assert tiny_loop.ask(pixels).views == {}
    assert passes == []


def test_times_are_told(tiny_loop: Loop, pixels: Pixels) -> None:
    result = tiny_loop.ask(pixels, grid=GRID, unit=UnitRequest("relu", 0))
    assert result.forward_ms > 0
    assert result.backward_ms > 0
    assert result.forward_ms + result.backward_ms <= result.total_ms
    assert tiny_loop.ask(grid=GRID).backward_ms == 0
