"""The sanity check of several methods: each curve is that of the method alone, and is judged by its end."""

from __future__ import annotations

import pytest

from deepvis_app.methods import Target
from deepvis_app.methods.checked import Checked, Forgotten
from deepvis_app.methods.checking import CheckParams, check
from deepvis_app.methods.params import SaliencyParams, SanityParams
from deepvis_app.methods.sanity import sanity
from tests import networks


def test_each_curve_is_that_of_the_method_alone_and_what_makes_no_map_says_so() -> None:
    network, image = networks.plain(), networks.picture()
    settings, points = {"saliency": SaliencyParams("signed")}, SanityParams(3)
    names = ("saliency", "segmentation", "layer_cam")
    steps = list(check(network, image, Target(1), "conv2a", CheckParams(names, settings, points)))
    dones = [done for done, _, _ in steps]
    assert dones == sorted(dones)
    assert dones[-1] == 1
    ended = {item.method: item for _, _, item in steps if item.finished}
    assert tuple(ended) == names
    *_, (_, saliency) = sanity(network, image, Target(1), None, "saliency", settings["saliency"], points)
    *_, (_, layer_cam) = sanity(network, image, Target(1), "conv2a", "layer_cam", None, points)
    assert ended["saliency"].curve == saliency
    assert ended["layer_cam"].curve == layer_cam
    assert ended["segmentation"].note is not None


@pytest.mark.parametrize(
    ("correlations", "place"),
    [([1, 0.9, 0.4, 0.1], 2), ([1, 0.4, 0.7, -0.2], 3), ([1, 0.4, 0.2, -0.6], None), ([1.0], None)],
)
def test_a_map_forgets_where_it_falls_below_one_half_for_good(
    correlations: list[float], place: int | None
) -> None:
    curve = tuple(
        Forgotten(f"layer {n}" if n else None, value, value) for n, value in enumerate(correlations)
    )
    forgets = Checked("saliency", curve).forgets
    assert forgets == (None if place is None else curve[place])
