"""Many classes become a few kinds by their codes; a few stay themselves."""

from __future__ import annotations

import numpy as np

from deepvis_app.index.kinds import kinds

RNG = np.random.default_rng(2)


def test_few_classes_are_a_kind_each_the_largest_first() -> None:
    classes = np.array([7, 7, 3, 7, 3, 9, -1], np.int32)
    assert kinds(np.zeros((7, 2), np.float32), classes) == {7: 0, 3: 1, 9: 2}


def test_classes_with_like_codes_are_of_one_kind() -> None:
    directions = np.eye(3)
    classes = np.repeat(np.arange(12, dtype=np.int32), 5)
    codes = directions[classes % 3] * RNG.uniform(0.5, 20, (60, 1)) + RNG.normal(0, 0.02, (60, 3))
    found = kinds(codes.astype(np.float16), classes, most=3)
    assert len(set(found.values())) == 3
    assert all(found[one] == found[one % 3] for one in range(12))


def test_without_classes_there_are_no_kinds() -> None:
    assert kinds(np.zeros((4, 2), np.float32), np.full(4, -1, np.int32)) == {}
