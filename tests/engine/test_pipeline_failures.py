"""What fails in the worker's loop, and what lives on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from deepvis_app.engine import answers, moment
from deepvis_app.engine.messages import (
    CancelJob,
    Failure,
    GridRequest,
    InputRequest,
    JobEnded,
    LoadNetwork,
    NetworkReady,
    NetworkSpec,
    Pixels,
    SavePictures,
    SetPreprocessing,
    StartJob,
    StillFrame,
    UnitRequest,
    ViewRequest,
    WeightsRequest,
)
from deepvis_app.nets import capture
from deepvis_app.pictures.preprocessing import Preprocessing
from tests.engine.conftest import SIDE, Loop

SMALL = Preprocessing(SIDE, SIDE, SIDE)
GRID = GridRequest("relu2", cell=20, gap=2, columns=4, first_row=0, rows=9)


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
