"""What the pictures of a group share: the units that answer them more than the other pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CHUNK = 4096  # codes at a time


@dataclass(frozen=True)
class CommonUnit:
    """`inside` and `outside`: the mean of the unit's code in the group and in the rest of the pictures.

    `apart`: their difference in standard deviations over all pictures.
    """

    unit: int
    inside: float
    outside: float
    apart: float


def common_units(codes: NDArray[Any], group: Sequence[int], count: int = 8) -> tuple[CommonUnit, ...]:
    """The `count` units of codes (N, D) that stand out in the rows `group`, the furthest apart first.

    Units that do not answer the group more than the rest are left out; so is everything where the group
    is empty or has all pictures.
    """
    members = np.unique(np.asarray(group, np.int64))
    if not 0 < len(members) < len(codes):
        return ()
    total, squares = np.zeros(codes.shape[1]), np.zeros(codes.shape[1])
    for start in range(0, len(codes), _CHUNK):
        part = codes[start : start + _CHUNK].astype(np.float64)
        total += part.sum(axis=0)
        squares += (part**2).sum(axis=0)
    within = codes[members].astype(np.float64).sum(axis=0)
    deviation = np.sqrt(np.maximum(squares / len(codes) - (total / len(codes)) ** 2, 0))
    inside, outside = within / len(members), (total - within) / (len(codes) - len(members))
    apart = np.divide(inside - outside, deviation, out=np.zeros_like(inside), where=deviation > 1e-9)
    best = np.argsort(-apart, kind="stable")[:count]
    return tuple(
        CommonUnit(unit, float(inside[unit]), float(outside[unit]), float(apart[unit]))
        for unit in best.tolist()
        if apart[unit] > 0
    )


def common_classes(
    classes: NDArray[np.int32], group: Sequence[int], count: int = 5
) -> tuple[tuple[int, int], ...]:
    """(class, how many pictures of the group) of the commonest, without -1 for none."""
    found = Counter(number for number in classes[np.asarray(group, np.int64)].tolist() if number >= 0)
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:count])
