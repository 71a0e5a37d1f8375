"""The loop: newest first, one pass for all views, failures told once, jobs beside, nothing changed."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from deepvis_app.engine import answers, jobs, moment
from deepvis_app.engine.messages import (
    CancelJob,
    Command,
    Failure,
    GridRequest,
    InputRequest,
    JobEnded,
    LoadNetwork,
    LoadProgress,
    NetworkReady,
    NetworkSpec,
    Pixels,
    Saved,
    SavePictures,
    ScoresRequest,
    SetPreprocessing,
    SetThreads,
    StartJob,
    StillFrame,
    UnitRequest,
    ViewRequest,
    ViewState,
    WeightsRequest,
)
from deepvis_app.i18n import text
from deepvis_app.nets import capture, loading
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.pictures.saving import read_about
from tests.engine.conftest import SIDE, Loop

SMALL = Preprocessing(SIDE, SIDE, SIDE)
GRID = GridRequest("relu2", cell=20, gap=2, columns=4, first_row=0, rows=9)


@pytest.fixture
def tiny_loop(loop: Loop, tiny: NetworkSpec) -> Loop:
    loop.load(tiny)
    loop.send(SetPreprocessing(SMALL))
    return loop


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[set[str], bool, bool]]:
    """(layers captured, to the end, with gradients) of every forward pass of the live copy."""
    seen: list[tuple[set[str], bool, bool]] = []
    real = capture.forward

    def forward(network: Any, x: Any, layers: Any = (), *, to_end: bool = True) -> capture.Captured:
        seen.append((set(layers), to_end, torch.is_grad_enabled()))
        return real(network, x, layers, to_end=to_end)

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
    real, stopped = loading.load, []

    def slow(spec: str, wishes: loading.Wishes) -> Network:
        assert wishes.cancelled is not None
        while not wishes.cancelled():
            pass
        stopped.append(spec)
        return real(spec, wishes)

    monkeypatch.setattr(loading, "load", slow)
    before = len(tiny_loop.of(NetworkReady))
    tiny_loop.send(LoadNetwork(NetworkSpec("embedded")))
    assert tiny_loop.ask(pixels, grid=GRID).views
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


# ---- what fails --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad",
    [
        replace(GRID, layer="conv99"),
        UnitRequest("relu", 99),
        WeightsRequest("relu", 100, unit=99),
        UnitRequest("relu", 0, neuron=(99, 0)),
        UnitRequest("flatten", 0, style="no style"),  # type: ignore[arg-type]
    ],
)
def test_a_failing_view_is_told_once_a_generation_and_the_others_live(
    bad: ViewRequest, tiny_loop: Loop, pixels: Pixels
) -> None:
    for _ in range(3):
        result = tiny_loop.ask(pixels, bad=bad, good=GRID)
        for number in range(3):
            tiny_loop.box.put_frame(StillFrame(number, pixels))
            tiny_loop.round()
        assert set(result.views) == {"good"}
        assert set(tiny_loop.results[-1].views) == {"good"}
    assert len(tiny_loop.of(Failure)) == 3


def test_layers_of_the_network_before_are_no_failure(loop: Loop, tiny: NetworkSpec, pixels: Pixels) -> None:
    loop.load(NetworkSpec("embedded"))
    layer = loop.of(NetworkReady)[0].layers[0].name
    assert loop.ask(pixels, grid=replace(GRID, layer=layer), input=InputRequest(9, 9)).views
    loop.load(tiny)
    loop.round()
    assert set(loop.results[-1].views) == {"input"}
    assert not loop.of(Failure)
    loop.ask(grid=replace(GRID, layer=layer))
    assert len(loop.of(Failure)) == 1


def test_a_frame_that_cannot_be_read_is_told_and_the_last_one_stays(tiny_loop: Loop, pixels: Pixels) -> None:
    class Broken:
        number = 7

        def rgb(self) -> Pixels:
            raise OSError("the picture is cut off")

    tiny_loop.ask(pixels, grid=GRID)
    tiny_loop.box.put_frame(Broken())
    tiny_loop.round()
    assert "cut off" in str(tiny_loop.of(Failure)[0].about)
    assert tiny_loop.ask(grid=GRID).views


def test_a_pass_that_fails_leaves_the_input_visible(
    tiny_loop: Loop, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forward(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(moment.capture, "forward", forward)
    result = tiny_loop.ask(pixels, grid=GRID, input=InputRequest(9, 9))
    assert set(result.views) == {"input"}
    assert len(tiny_loop.of(Failure)) == 1


def test_out_of_memory_gives_up_the_backward_picture_first_and_says_so(
    tiny_loop: Loop, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = capture.forward

    def forward(*args: Any, **kwargs: Any) -> capture.Captured:
        if torch.is_grad_enabled():
            raise torch.OutOfMemoryError("out of memory")
        return real(*args, **kwargs)

    monkeypatch.setattr(moment.capture, "forward", forward)
    view = tiny_loop.ask(pixels, unit=UnitRequest("relu", 0), grid=GRID).views
    assert set(view) == {"unit", "grid"}
    tiny_loop.box.put_frame(StillFrame(1, pixels))
    tiny_loop.round()
    assert [str(failure.about) for failure in tiny_loop.of(Failure)] == [
        "There is not enough memory for the backward picture; it is left out."
    ]


def test_out_of_memory_on_a_graphics_card_goes_on_on_the_processor(
    loop: Loop, tiny: NetworkSpec, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    from deepvis_app.engine import ready

    real = ready.show
    tried: list[str] = []

    def show(spec: NetworkSpec, *args: Any) -> answers.Shown:
        tried.append(spec.device)
        if spec.device != "cpu":
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(spec, *args)

    monkeypatch.setattr(ready, "show", show)
    loop.send(LoadNetwork(tiny))
    loop.until(lambda: bool(loop.of(NetworkReady)))
    assert tried == ["auto", "cpu"]
    assert "processor" in str(loop.of(Failure)[0].about)


def test_commands_before_there_is_anything_are_sentences(loop: Loop, tmp_path: Path) -> None:
    loop.send(
        SetPreprocessing(SMALL),
        StartJob(4, "unit_sheet", layer="relu"),
        CancelJob(9),
        CancelJob(0),
        SavePictures(tmp_path / "a.png", "activations", "relu"),
    )
    assert len(loop.of(Failure)) == 3
    assert [(ended.id, ended.cancelled) for ended in loop.of(JobEnded)] == [(4, True)]
    assert not (tmp_path / "a.png").exists()


# ---- jobs and files ----------------------------------------------------------------------------------


def finish(loop: Loop, number: int) -> JobEnded:
    loop.until(lambda: number in [ended.id for ended in loop.of(JobEnded)], 0)
    return next(ended for ended in loop.of(JobEnded) if ended.id == number)


def test_live_frames_go_on_while_a_job_runs_and_share_the_time(
    tiny_loop: Loop, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = itertools.count()  # every look at the clock is one second later
    order: list[str] = []

    def steps(*_: Any) -> Iterator[jobs.Step]:
        for step in range(5):
            order.append("job")
            yield step / 5, None

    row = jobs.Job("steps", text("Steps"), "")
    object.__setattr__(row, "run", lambda: steps)
    monkeypatch.setitem(jobs.JOBS, "steps", row)  # type: ignore[arg-type]
    monkeypatch.setattr("deepvis_app.engine.pipeline.time.perf_counter", lambda: next(clock))
    tiny_loop.ask(pixels, input=InputRequest(9, 9))
    tiny_loop.box.put_command(StartJob(1, "steps"))
    while not tiny_loop.of(JobEnded):
        tiny_loop.box.put_frame(StillFrame(1, pixels))
        seen = len(tiny_loop.results)
        tiny_loop.round()
        order += ["live"] * (len(tiny_loop.results) - seen)
    assert order.count("live") >= 5
    assert "job job" not in " ".join(order)


def test_a_job_works_on_the_newest_frame_and_ends_with_its_picture(tiny_loop: Loop, pixels: Pixels) -> None:
    tiny_loop.ask(pixels, grid=GRID)
    tiny_loop.send(StartJob(2, "unit_sheet", layer="relu"))
    ended = finish(tiny_loop, 2)
    assert not ended.cancelled
    assert ended.picture is not None
    assert ended.picture.std() > 0


def test_another_network_ends_the_jobs_of_the_one_before(
    tiny_loop: Loop, pixels: Pixels, tiny: NetworkSpec
) -> None:
    tiny_loop.ask(pixels, grid=GRID)
    tiny_loop.send(StartJob(5, "unit_sheet", layer="relu2"), SetPreprocessing(SMALL))
    assert finish(tiny_loop, 5).cancelled


@pytest.mark.parametrize("suffix", [".png", ".npy"])
def test_saved_pictures_are_those_of_the_method(
    suffix: str, tiny_loop: Loop, pixels: Pixels, tmp_path: Path, network: Network
) -> None:
    from PIL import Image

    from deepvis_app.methods import Target, find
    from deepvis_app.methods.picture import to_pixels

    path = tmp_path / f"picture{suffix}"
    tiny_loop.ask(pixels, input=InputRequest(9, 9))
    tiny_loop.send(SavePictures(path, "guided_backprop", "relu2", 3))
    assert tiny_loop.of(Saved) == [Saved(path)]
    row = find("guided_backprop")
    shown_network = tiny_loop.pipeline._shown
    assert shown_network is not None
    image = shown_network.network.preprocess(Image.fromarray(pixels))
    expected = row.run()(shown_network.network, image, Target(unit=3), "relu2", row.params()).numpy()
    if suffix == ".npy":
        np.testing.assert_array_equal(np.load(path), expected)
        return
    np.testing.assert_array_equal(np.asarray(Image.open(path)), to_pixels(row, expected))
    about = read_about(path)
    assert about is not None
    assert (about["layer"], about["unit"], about["method"]) == ("relu2", 3, "guided_backprop")


def test_a_class_picture_without_a_class_is_the_winners(
    tiny_loop: Loop, pixels: Pixels, tmp_path: Path
) -> None:
    path = tmp_path / "saliency.png"
    tiny_loop.ask(pixels, input=InputRequest(9, 9))
    tiny_loop.send(SavePictures(path, "saliency"))
    about = read_about(path)
    assert about is not None
    assert about["label"] == tiny_loop.of(NetworkReady)[-1].labels[about["class"]]


# ---- for long ----------------------------------------------------------------------------------------


def test_a_thousand_mixed_requests_leave_the_network_as_it_was(
    tiny_loop: Loop, pixels: Pixels, tmp_path: Path
) -> None:
    shown = tiny_loop.pipeline._shown
    assert shown is not None
    before = shown.network.fingerprint()
    rng = random.Random(0)
    ids = itertools.count(1)
    layers = ("conv", "relu", "pool", "conv2", "relu2", "gap", "fc", "no such layer")
    rules = ("gradient", "deconvnet", "guided", "rectified", None)

    def view() -> ViewRequest:
        layer = rng.choice(layers)
        return rng.choice(
            (
                InputRequest(40, 40),
                ScoresRequest(3),
                replace(GRID, layer=layer, order=rng.choice(("index", "activation"))),
                UnitRequest(layer, rng.randrange(14), rule=rng.choice(rules), size=32),
                WeightsRequest(layer, 100),
            )
        )

    def command() -> Command:
        job = StartJob(next(ids), rng.choice(("unit_sheet", "none")), rng.choice(layers))
        save = SavePictures(
            tmp_path / "out.png", rng.choice(("deconvnet", "activations")), rng.choice(layers), 2
        )
        return rng.choice((job, job, CancelJob(rng.randrange(1, 400)), save))

    for number in range(1000):
        tiny_loop.box.put_state(ViewState(number, {name: view() for name in "abc"[: rng.randrange(4)]}))
        if number == 0 or rng.random() < 0.5:
            tiny_loop.box.put_frame(StillFrame(number, pixels))
        if rng.random() < 0.2:
            tiny_loop.box.put_command(command())
        tiny_loop.round()
    tiny_loop.pipeline._jobs.cancel_all()
    assert len(tiny_loop.results) == 1000
    assert len(tiny_loop.of(Failure)) > 100
    assert any(ended.cancelled for ended in tiny_loop.of(JobEnded))
    assert any(not ended.cancelled for ended in tiny_loop.of(JobEnded))
    assert shown.network.fingerprint() == before
    assert torch._C._len_torch_function_stack() == 0
    assert torch.is_grad_enabled()
