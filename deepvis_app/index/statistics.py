"""What an index tells of a layer's units, from what every picture made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

ALWAYS = 0.99  # share of values above zero from which on a unit is always on
CHUNK = 4096  # pictures at once
BINS = 32


@dataclass(frozen=True)
class Statistics:
    """Arrays (units,). Mean, deviation and sparsity (the share of values not above zero) are over all
    positions of all pictures; `maximum` is the largest value of all.

    `dead`: every value is 0. `always_on`: at least 99 % of the values are above zero. `selectivity`
    (Morcos et al. 2018): (a - b) / (a + b), where a is the mean answer to the group with the largest mean,
    `favourite` (its index; -1: none), and b the mean of the other groups' means; 0 where there are no groups.
    """

    mean: Floats
    deviation: Floats
    maximum: Floats
    sparsity: Floats
    dead: NDArray[np.bool_]
    always_on: NDArray[np.bool_]
    selectivity: Floats
    favourite: NDArray[np.int32]


def statistics(rows: Floats, names: Sequence[str], groups: NDArray[np.int32]) -> Statistics:
    """From `rows` (pictures, fields, units) with fields of these `names`; `groups` (pictures,), or -1."""
    count, _, units = rows.shape
    sums = {name: np.zeros(units) for name in ("mean", "square", "positive")}
    maximum = np.full(units, -np.inf, np.float32)
    by_group = np.zeros((int(groups.max(initial=-1)) + 1, units))
    for begin in range(0, count, CHUNK):
        part = rows[begin : begin + CHUNK]
        values = _values(part, names)
        maximum = np.fmax(maximum, part[:, 0].max(0))
        for name, total in sums.items():
            total += values[name].sum(0, dtype=np.float64)
        _add(by_group, np.maximum(values["mean"], 0), groups[begin : begin + CHUNK])
    mean, square, positive = (sums[name] / max(count, 1) for name in ("mean", "square", "positive"))
    selectivity, favourite = _selectivity(by_group, np.bincount(groups[groups >= 0], minlength=len(by_group)))
    return Statistics(
        mean=mean.astype(np.float32),
        deviation=np.sqrt(np.maximum(square - mean**2, 0)).astype(np.float32),
        maximum=maximum,
        sparsity=(1 - positive).astype(np.float32),
        dead=square == 0,
        always_on=positive >= ALWAYS,
        selectivity=selectivity,
        favourite=favourite,
    )


def histogram(largest: Floats, bins: int = BINS) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """How many pictures reach how far: counts (bins,) and edges (bins + 1,) of a unit's largest answers."""
    finite = largest[np.isfinite(largest)]
    counts, edges = np.histogram(finite.astype(np.float64), bins)
    return counts.astype(np.int64), edges


def _values(part: Floats, names: Sequence[str]) -> dict[str, Floats]:
    if "mean" in names:
        return {name: part[:, names.index(name)] for name in ("mean", "square", "positive")}
    only = part[:, 0]
    return {"mean": only, "square": only**2, "positive": (only > 0).astype(np.float32)}


def _add(by_group: NDArray[np.float64], means: Floats, groups: NDArray[np.int32]) -> None:
    order = np.argsort(groups, kind="stable")
    order = order[groups[order] >= 0]
    if len(order) == 0:
        return
    present, first = np.unique(groups[order], return_index=True)
    by_group[present] += np.add.reduceat(means[order].astype(np.float64), first, axis=0)


def _selectivity(sums: NDArray[np.float64], counts: NDArray[np.int64]) -> tuple[Floats, NDArray[np.int32]]:
    """By unit; of fewer than two classes that have pictures none is favoured."""
    units = sums.shape[1]
    known = np.flatnonzero(counts)
    if len(known) < 2:
        return np.zeros(units, np.float32), np.full(units, -1, np.int32)
    means = sums[known] / counts[known, None]
    best = means.argmax(0)
    most = means[best, np.arange(units)]
    others = (means.sum(0) - most) / (len(known) - 1)
    both = most + others
    index = np.divide(most - others, both, out=np.zeros(units), where=both > 0)
    favourite = np.where(both > 0, known[best], -1)
    return index.astype(np.float32), favourite.astype(np.int32)
