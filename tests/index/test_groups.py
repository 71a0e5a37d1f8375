"""What a group shares, against the formula written out."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.index.groups import common_classes, common_units

CODES = np.random.default_rng(1).normal(size=(50, 6)).astype(np.float16)
GROUP = (3, 7, 11, 30)


def test_the_units_of_a_group_are_those_furthest_above_the_rest() -> None:
    codes = CODES.astype(np.float64)
    rest = np.setdiff1d(np.arange(50), GROUP)
    apart = (codes[list(GROUP)].mean(axis=0) - codes[rest].mean(axis=0)) / codes.std(axis=0)
    found = common_units(CODES, GROUP, count=3)
    assert [one.unit for one in found] == [unit for unit in np.argsort(-apart)[:3] if apart[unit] > 0]
    for one in found:
        assert one.apart == pytest.approx(apart[one.unit])
        assert one.inside == pytest.approx(codes[list(GROUP), one.unit].mean())
        assert one.outside == pytest.approx(codes[rest, one.unit].mean())


def test_a_dead_unit_and_one_that_answers_less_are_no_answer() -> None:
    codes = np.array([[0, 1, 5], [0, 1, 5], [0, 4, 1], [0, 4, 2]], np.float32)
    assert [one.unit for one in common_units(codes, (0, 1))] == [2]


@pytest.mark.parametrize("group", [(), tuple(range(50))])
def test_nothing_and_everything_share_nothing(group: tuple[int, ...]) -> None:
    assert common_units(CODES, group) == ()


def test_the_classes_of_a_group_are_counted_the_commonest_first() -> None:
    classes = np.array([4, 4, -1, 2, 2, 9], np.int32)
    assert common_classes(classes, (0, 1, 2, 3, 5)) == ((4, 2), (2, 1), (9, 1))
    assert common_classes(classes, (0, 1, 3), count=1) == ((4, 2),)
