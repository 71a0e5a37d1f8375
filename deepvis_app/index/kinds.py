"""Many classes as a few kinds, so that a map can show them in colours that everybody tells apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = 8
"""Colours that can be told apart with any kind of colour vision (Okabe & Ito 2008)."""


def kinds(codes: NDArray[Any], classes: NDArray[np.int32], most: int = MOST) -> Mapping[int, int]:
    """Class -> kind, 0 for the kind with the most pictures; -1 in `classes` (N,) is no class.

    Few classes are a kind each; of many, those with like codes (N, D) are one: the tree that joins classes
    by the angle between their mean codes with the least growth in variance (Ward 1963), cut at `most`.
    """
    found = np.unique(classes[classes >= 0])
    if len(found) > most:
        from scipy.cluster.hierarchy import fcluster, linkage

        means = np.stack([_mean(codes[classes == one]) for one in found])
        kind_of = fcluster(linkage(means, "ward"), most, "maxclust")
    else:
        kind_of = np.arange(len(found))
    counts: dict[int, int] = {}
    for one, kind in zip(found.tolist(), kind_of.tolist(), strict=True):
        counts[kind] = counts.get(kind, 0) + int((classes == one).sum())
    rank = {kind: place for place, kind in enumerate(sorted(counts, key=lambda kind: (-counts[kind], kind)))}
    return {one: rank[kind] for one, kind in zip(found.tolist(), kind_of.tolist(), strict=True)}


def _mean(codes: NDArray[Any]) -> NDArray[np.float64]:
    """Of length 1."""
    mean: NDArray[np.float64] = codes.mean(axis=0, dtype=np.float64)
    length = float(np.linalg.norm(mean))
    return mean / length if length > 0 else mean
