"""Backward pictures beside patches: the same as the method's own, picture by picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deepvis_app.engine.driving import DrivingParams, drive
from deepvis_app.engine.messages import Driven, IndexRef, JobEnded, JobProgress, NetworkReady, StartJob
from deepvis_app.index.reading import Index
from deepvis_app.methods import Target, find
from deepvis_app.methods.picture import to_pixels
from deepvis_app.nets.network import Network
from tests import indexes
from tests.engine.conftest import Loop

NEURONS = ((2, 3), (15, 15))


@pytest.fixture
def index(network: Network, tmp_path: Path) -> Index:
    root = indexes.pictures(tmp_path / "pictures")
    return Index.open(indexes.make(network, root, tmp_path / "index", layers=("relu2",)))


def ref(index: Index) -> IndexRef:
    return IndexRef(index.path, index.fingerprint, index.count)


@pytest.mark.parametrize(("rule", "method"), [("deconvnet", "deconvnet"), ("guided", "guided_backprop")])
def test_each_picture_is_that_of_the_method(network, index, rule, method, verify_untouched) -> None:
    row = find(method)
    params = DrivingParams(ref(index), (3, 1), NEURONS, rule)
    with verify_untouched(network):
        steps = list(drive(network, network.example(), Target(unit=5), "relu2", params))
    assert [done for done, _, _ in steps] == [0.5, 1.0]
    for (_, _, driven), picture, neuron in zip(steps, (3, 1), NEURONS, strict=True):
        image = network.preprocess(Image.fromarray(index.pixels(picture)))
        array = row.run()(network, image, Target(unit=5, neuron=neuron), "relu2", row.params()).numpy()
        np.testing.assert_array_equal(driven.pixels, to_pixels(row, array))
    index.close()


def test_a_picture_that_has_vanished_has_none(network: Network, index: Index) -> None:
    path = index.file(1)
    assert path is not None
    path.unlink()
    params = DrivingParams(ref(index), (0, 1), NEURONS)
    found = [item.pixels for _, _, item in drive(network, network.example(), Target(unit=5), "relu2", params)]
    assert found[0] is not None
    assert found[1] is None
    index.close()


def test_as_a_job_it_needs_no_picture_on_show_and_tells_each_part(tiny_loop: Loop, index: Index) -> None:
    assert tiny_loop.of(NetworkReady)[-1].fingerprint == index.fingerprint
    options = {"index": ref(index), "pictures": (0, 1), "neurons": ((0, 0), (0, 0))}
    tiny_loop.send(StartJob(4, "drive", "fc", 2, options=options))
    tiny_loop.until(lambda: bool(tiny_loop.of(JobEnded)), 0)
    progress = tiny_loop.of(JobProgress)
    assert [one.item.number for one in progress if isinstance(one.item, Driven)] == [0, 1]
    assert all(one.quiet for one in progress)
    assert not tiny_loop.of(JobEnded)[0].cancelled
    index.close()
