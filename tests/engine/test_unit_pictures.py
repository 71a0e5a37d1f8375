"""Pictures of all units of a layer: made once, kept, and taken up where they were left."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from deepvis_app.engine.messages import CancelJob, JobEnded, Pictured, StartJob
from deepvis_app.engine.unit_pictures import UnitPicturesParams, side_of, unit_pictures
from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.maximise import maximise
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.picture import rounded
from deepvis_app.methods.synthesis_params import MaximiseParams
from deepvis_app.nets.network import Network
from deepvis_app.pictures import unit_sheets
from deepvis_app.pictures.saving import save_jpeg
from tests import networks
from tests.engine.conftest import Loop

BRIEF = UnitPicturesParams(steps=2)
IMAGE = torch.full((1, 3, 16, 16), 0.5)


def alive() -> Network:
    """A small network whose units all answer to something."""
    network = networks.plain()
    for norm in network.module.modules():
        if isinstance(norm, nn.BatchNorm2d):
            norm.weight.data.fill_(1)
            norm.bias.data.fill_(0.5)
    return network


def test_each_unit_gets_the_picture_that_maximises_it(tmp_path: Path) -> None:
    network = alive()
    steps = list(unit_pictures(network, IMAGE, None, "conv2b", BRIEF))
    assert steps[-1][0] == 1
    assert [done for done, *_ in steps] == sorted(done for done, *_ in steps)
    told = [made for _, _, *item in steps for made in item]
    assert [one.unit for one in told] == list(range(6))
    assert {(one.layer, one.units) for one in told} == {("conv2b", 6)}
    kept = unit_sheets.find(network.weights_hash(), "conv2b")
    assert kept is not None
    assert kept.complete
    for unit in range(6):
        params = MaximiseParams(steps=2, size=kept.side)
        made = rounded(outcome(maximise(network, IMAGE, Target(unit=unit), "conv2b", params)).result.numpy())
        save_jpeg(tmp_path / "one.jpg", made, {})  # blocks of 8 pixels do not know of their neighbours
        alone = np.asarray(Image.open(tmp_path / "one.jpg").convert("RGB"))
        assert np.corrcoef(kept.pixels[unit].ravel(), alone.ravel())[0, 1] > 0.99
        assert np.array_equal(told[unit].pixels, made)


def test_a_run_that_is_ended_keeps_what_it_has_and_the_next_goes_on() -> None:
    network = alive()
    run = unit_pictures(network, IMAGE, None, "conv2b", BRIEF)
    while next(run)[0] < 0.5:
        pass
    run.close()
    half = unit_sheets.find(network.weights_hash(), "conv2b")
    assert half is not None
    assert half.done.tolist() == [True] * 3 + [False] * 3
    rest = list(unit_pictures(network, IMAGE, None, "conv2b", BRIEF))
    assert rest[0][0] == 0.5
    assert len(rest) == 1 + 3 * 3
    assert len(list(unit_pictures(network, IMAGE, None, "conv2b", BRIEF))) == 1, "nothing is made again"


def test_a_unit_that_nothing_wakes_is_tried_again_and_then_has_an_empty_picture() -> None:
    network = alive()
    norm = network.module.get_submodule("conv2b.bn")
    assert isinstance(norm, nn.BatchNorm2d)
    norm.weight.data[2], norm.bias.data[2] = 0, -1
    steps = list(unit_pictures(network, IMAGE, None, "conv2b", BRIEF))
    assert [done for done, *_ in steps] == sorted(done for done, *_ in steps)
    told = {one.unit: one.pixels for _, _, *item in steps for one in item}
    assert [unit for unit, pixels in told.items() if pixels.std() == 0] == [2]
    assert len(steps) == 1 + 5 * (2 + 1) + (3 * 2 + 1), "three attempts for one unit, one for the others"


def test_several_layers_go_to_a_folder_of_one_s_own(tmp_path: Path) -> None:
    network = networks.plain()
    params = UnitPicturesParams(("conv1", "conv2a"), steps=1, folder=tmp_path)
    *_, (done, *_) = unit_pictures(network, IMAGE, None, None, params)
    assert done == 1
    files = sorted(path.name for path in (tmp_path / network.weights_hash()).iterdir())
    assert files == ["conv1.jpg", "conv2a.jpg"]
    assert unit_sheets.find(network.weights_hash(), "conv1") is None


def test_sides_follow_the_receptive_field_in_whole_blocks() -> None:
    network = Network.load("embedded")
    sides = [side_of(network, layer.name) for layer in network.layers if layer.main]
    assert sides == sorted(sides)
    assert all(side % 8 == 0 and 32 <= side <= network.preprocessing.width for side in sides)


def test_a_layer_must_be_named() -> None:
    with pytest.raises(UsageError, match="Name the layer"):
        next(unit_pictures(networks.plain(), IMAGE, None, None, BRIEF))


def test_equal_weights_have_one_hash() -> None:
    assert networks.plain().weights_hash() == networks.plain().weights_hash()
    other = networks.plain()
    other.module.get_submodule("classifier").bias.data[0] += 1  # type: ignore[union-attr,operator,index]
    assert other.weights_hash() != networks.plain().weights_hash()


def test_it_runs_as_a_job_and_is_cancelled(tiny_loop: Loop, pixels: np.ndarray) -> None:
    tiny_loop.ask(pixels)
    tiny_loop.send(StartJob(1, "unit_pictures", layer="relu", options={"steps": 1}))
    tiny_loop.until(lambda: bool(tiny_loop.of(JobEnded)), 0)
    ended = tiny_loop.of(JobEnded)[-1]
    assert not ended.cancelled
    assert isinstance(ended.item, Pictured)
    tiny_loop.send(StartJob(2, "unit_pictures", layer="relu2", options={"steps": 9}), CancelJob(2))
    assert tiny_loop.of(JobEnded)[-1].cancelled
