"""Backward pictures beside patches: the same as the method's own, picture by picture."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from deepvis_app.engine.driving import DrivingParams, drive
from deepvis_app.engine.messages import Driven, JobEnded, JobProgress, StartJob
from deepvis_app.methods import Target, find
from deepvis_app.methods.picture import to_pixels
from deepvis_app.nets.network import Network
from tests.engine.conftest import Loop

PICTURES = tuple(np.random.default_rng(3).integers(0, 256, (2, 40, 50, 3), np.uint8))
NEURONS = ((2, 3), (15, 15))


@pytest.mark.parametrize(("rule", "method"), [("deconvnet", "deconvnet"), ("guided", "guided_backprop")])
def test_each_picture_is_that_of_the_method(network: Network, rule, method, verify_untouched) -> None:
    row = find(method)
    params = DrivingParams(PICTURES, NEURONS, rule)
    with verify_untouched(network):
        steps = list(drive(network, network.example(), Target(unit=5), "relu2", params))
    assert [done for done, _, _ in steps] == [0.5, 1.0]
    for (_, _, driven), pixels, neuron in zip(steps, PICTURES, NEURONS, strict=True):
        image = network.preprocess(Image.fromarray(pixels))
        array = row.run()(network, image, Target(unit=5, neuron=neuron), "relu2", row.params()).numpy()
        np.testing.assert_array_equal(driven.pixels, to_pixels(row, array))


def test_as_a_job_it_needs_no_picture_on_show_and_tells_each_part(tiny_loop: Loop) -> None:
    options = {"pictures": PICTURES, "neurons": ((0, 0), (0, 0))}
    tiny_loop.send(StartJob(4, "drive", "fc", 2, options=options))
    tiny_loop.until(lambda: bool(tiny_loop.of(JobEnded)), 0)
    progress = tiny_loop.of(JobProgress)
    assert [one.item.number for one in progress if isinstance(one.item, Driven)] == [0, 1]
    assert all(one.quiet for one in progress)
    assert not tiny_loop.of(JobEnded)[0].cancelled
