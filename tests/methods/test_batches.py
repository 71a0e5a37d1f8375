"""How many pictures a step takes: as many as its time allows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import torch

from deepvis_app.methods.batches import LONGEST, Batches, fitting


@pytest.mark.parametrize(("side", "count"), [(20, 4), (80, 4), (224, 1), (5000, 1)])
def test_large_pictures_come_alone_and_small_ones_together(side: int, count: int) -> None:
    assert fitting(torch.zeros(1, 1, 1, 1).expand(1, 3, side, side), 50_000, 4) == count


@pytest.mark.parametrize(
    ("each", "sizes"),
    [
        (LONGEST / 100, [8, 8, 8]),  # fast ones: as many as allowed
        (LONGEST / 3.5, [3, 3, 3]),
        (LONGEST * 5, [1, 1, 1]),  # never none
    ],
)
def test_a_step_takes_as_many_pictures_as_its_time_allows(each: float, sizes: Sequence[int]) -> None:
    now = 0.0
    batches = Batches(8, lambda: now)
    assert batches.size == 1, "nothing is known yet"
    for size in sizes:
        with batches.timed(batches.size):
            now += batches.size * each
        assert batches.size == size


def test_it_follows_when_pictures_become_slower() -> None:
    now = 0.0
    batches = Batches(8, lambda: now)
    for each, size in ((LONGEST / 100, 8), (LONGEST / 2.5, 2), (LONGEST / 100, 8)):
        with batches.timed(4):
            now += 4 * each
        assert batches.size == size
