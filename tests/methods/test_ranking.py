"""Units ranked by what their silencing costs a class, step by step."""

from __future__ import annotations

import pytest

from deepvis_app.methods import Target
from deepvis_app.methods.ranking import RankingParams, rank_units
from deepvis_app.nets import intervene
from deepvis_app.nets.intervention import Intervention
from tests import networks


def test_the_largest_drop_comes_first_and_in_the_end_each_is_exact() -> None:
    network, image = networks.plain(), networks.picture()
    first, *_, last = [item for _, _, item in rank_units(network, image, Target(3), "conv2b", None)]
    units = network.layer("conv2b").units
    assert (first.known, first.finished) == (0, False)
    assert not any(one.exact for one in first.units)
    assert (last.known, last.count, last.finished) == (units, units, True)
    assert (last.layer, last.class_index, last.label) == ("conv2b", 3, network.label(3))
    before = float(network.module(image).softmax(1)[0, 3])
    assert last.probability == pytest.approx(before, abs=1e-5)
    assert [one.drop for one in last.units] == sorted((one.drop for one in last.units), reverse=True)
    worst = last.units[0]
    after = float(intervene.scores(network, image, [Intervention("conv2b", (worst.unit,))]).softmax(1)[0, 3])
    assert worst.drop == pytest.approx(before - after, abs=1e-6)


def test_only_as_many_are_listed_as_asked_and_the_winner_is_the_class() -> None:
    network, image = networks.plain(), networks.picture()
    *_, (done, _, last) = rank_units(network, image, Target(None, 3), "conv1", RankingParams(2))
    assert done == 1
    assert len(last.units) == 2
    assert last.class_index == int(network.module(image).argmax())
