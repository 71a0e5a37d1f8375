"""Jobs beside live frames, saved pictures, and the network after a thousand requests."""

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

from deepvis_app.engine import jobs
from deepvis_app.engine.messages import (
    CancelJob,
    Command,
    Failure,
    GridRequest,
    InputRequest,
    JobEnded,
    NetworkReady,
    NetworkSpec,
    Pixels,
    Saved,
    SavePictures,
    ScoresRequest,
    SetPreprocessing,
    StartJob,
    StillFrame,
    UnitRequest,
    ViewRequest,
    ViewState,
    WeightsRequest,
)
from deepvis_app.i18n import text
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.pictures.saving import read_about
from tests.engine.conftest import SIDE, Loop

SMALL = Preprocessing(SIDE, SIDE, SIDE)
GRID = GridRequest("relu2", cell=20, gap=2, columns=4, first_row=0, rows=9)


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


def test_an_explanation_is_saved_by_its_parameters_and_a_cut_out_with_its_opacity(
    tiny_loop: Loop, pixels: Pixels, tmp_path: Path
) -> None:
    from PIL import Image

    from deepvis_app.methods.params import SaliencyParams, SegmentationParams

    tiny_loop.ask(pixels, input=InputRequest(9, 9))
    plain, signed, cut = (tmp_path / name for name in ("plain.npy", "signed.npy", "cut.png"))
    tiny_loop.send(SavePictures(plain, "saliency", class_index=2))
    tiny_loop.send(SavePictures(signed, "saliency", class_index=2, params=SaliencyParams("signed")))
    assert (np.load(plain) >= 0).all()
    np.testing.assert_array_equal(np.abs(np.load(signed)), np.load(plain))
    assert (np.load(signed) < 0).any()
    tiny_loop.send(SavePictures(cut, "segmentation", class_index=2, params=SegmentationParams(rounds=1)))
    with Image.open(cut) as picture:
        assert picture.mode == "RGBA"
        assert set(np.unique(np.asarray(picture)[..., 3])) == {0, 255}
    about = read_about(cut)
    assert about is not None
    assert about["params"]["rounds"] == 1


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
