"""The pictures whose codes are nearest to a code, exactly."""

from __future__ import annotations

from typing import Literal
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

Metric = Literal["cosine", "euclidean"]
Codes = NDArray[np.float32] | NDArray[np.float16]

CHUNK = 8192

_squares: dict[int, NDArray[np.float32]] = {}


def nearest(
    codes: Codes, query: NDArray[np.floating], count: int, metric: Metric = "cosine"
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The ids of the `count` rows of `codes` (N, D) nearest to `query` (D,), nearest first, and how far
    each is.

    Cosine: 1 - cos, from 0 to 2; a row of zeros is 1 away from everything. Of rows equally far the smaller id
    comes first. The rows' lengths are remembered as long as the array `codes` lives: it must not change.
    """
    query = np.asarray(query, np.float32)
    squares = _row_squares(codes)
    products = _products(codes, query)
    length = float(query @ query)
    if metric == "cosine":
        scale = np.sqrt(squares * np.float32(length))
        distances = 1 - np.divide(products, scale, out=np.zeros_like(products), where=scale > 0)
        np.maximum(distances, 0, out=distances)
    else:
        distances = np.sqrt(np.maximum(squares - 2 * products + np.float32(length), 0))
    count = min(count, len(distances))
    if count == 0:
        return np.empty(0, np.int64), np.empty(0, np.float32)
    bound = np.partition(distances, count - 1)[count - 1]
    ids = np.flatnonzero(distances <= bound)
    ids = ids[np.argsort(distances[ids], kind="stable")][:count]
    return ids, distances[ids]


def _products(codes: Codes, query: NDArray[np.float32]) -> NDArray[np.float32]:
    if codes.dtype == np.float32:
        whole: NDArray[np.float32] = np.asarray(codes, np.float32) @ query
        return whole
    parts = [
        np.asarray(codes[begin : begin + CHUNK], np.float32) @ query for begin in range(0, len(codes), CHUNK)
    ]
    return np.concatenate(parts) if parts else np.empty(0, np.float32)


def _row_squares(codes: Codes) -> NDArray[np.float32]:
    key = id(codes)
    if key not in _squares:
        _squares[key] = np.concatenate(
            [np.empty(0, np.float32)]
            + [
                np.einsum("nd,nd->n", part, part)
                for begin in range(0, len(codes), CHUNK)
                for part in [np.asarray(codes[begin : begin + CHUNK], np.float32)]
            ]
        )
        finalize(codes, _squares.pop, key, None)
    return _squares[key]
