"""Where a network is right and wrong over labelled pictures: accuracy, the confusion matrix, its cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import RunError

Integers = NDArray[np.int32]
Order = Literal["label", "accuracy", "alike"]


@dataclass(frozen=True)
class Pair:
    """`count` pictures of class `true` that the network calls `said`."""

    true: int
    said: int
    count: int


class Mistakes:
    """What a network said of labelled pictures; `truth` (N,) class or -1, `said` and `scores` (N, 5).

    Raises RunError where no picture has a label that is a class.
    """

    def __init__(self, truth: Integers, said: Integers, scores: NDArray[np.floating[Any]]) -> None:
        self._ids = np.flatnonzero(truth >= 0)
        if not len(self._ids):
            raise RunError("No picture of this index has a label that the network knows.")
        self._truth, self._said, self._scores = truth[self._ids], said[self._ids], scores[self._ids]
        self.classes: tuple[int, ...] = tuple(np.union1d(self._truth, self._said[:, 0]).tolist())
        """Those that are true of a picture or said of one, in the network's order."""

    @property
    def count(self) -> int:
        """Labelled pictures."""
        return len(self._ids)

    def accuracy(self, among: int = 1) -> float:
        """The share of pictures whose true class is `among` the first."""
        right = (self._said[:, :among] == self._truth[:, None]).any(axis=1)
        return float(right.mean())

    @cached_property
    def confusion(self) -> Integers:
        """(C, C) numbers of pictures: rows are true, columns are said, in the order of `classes`."""
        size = len(self.classes)
        rows = np.searchsorted(self.classes, self._truth)
        columns = np.searchsorted(self.classes, self._said[:, 0])
        return np.bincount(rows * size + columns, minlength=size * size).reshape(size, size).astype(np.int32)

    def cell(self, true: int, said: int) -> tuple[int, ...]:
        """The pictures of that true class that the network calls `said`, the surest first."""
        here = np.flatnonzero((self._truth == true) & (self._said[:, 0] == said))
        order = np.argsort(-self._scores[here, 0], kind="stable")
        return tuple(self._ids[here[order]].tolist())

    def pairs(self, most: int = 50) -> tuple[Pair, ...]:
        """The wrong cells with the most pictures."""
        wrong = self.confusion.copy()
        np.fill_diagonal(wrong, 0)
        largest = np.argsort(-wrong, axis=None, kind="stable")[:most]
        return tuple(
            Pair(self.classes[row], self.classes[column], int(wrong[row, column]))
            for row, column in (divmod(place, len(self.classes)) for place in largest.tolist())
            if wrong[row, column]
        )

    def per_class(self) -> NDArray[np.float64]:
        """(C,) the share that is right of each true class; nan where no picture is of it."""
        totals = self.confusion.sum(axis=1)
        with np.errstate(invalid="ignore"):
            shares: NDArray[np.float64] = np.diag(self.confusion) / totals
        return shares

    def order(self, by: Order) -> NDArray[np.int64]:
        """Places in `classes`: as they are, the worst first, or classes taken for each other side by side."""
        if by == "label":
            return np.arange(len(self.classes))
        if by == "accuracy":
            shares = self.per_class()
            return np.argsort(np.where(np.isnan(shares), 2.0, shares), kind="stable")
        return self._alike

    @cached_property
    def _alike(self) -> NDArray[np.int64]:
        """The leaves of a tree that joins the classes most confused, each way, first (average linkage)."""
        if len(self.classes) < 2:
            return np.arange(len(self.classes))
        from scipy.cluster.hierarchy import leaves_list, linkage

        totals = np.maximum(self.confusion.sum(axis=1, keepdims=True), 1)
        shares = self.confusion / totals
        both = shares + shares.T
        rows, columns = np.triu_indices(len(self.classes), 1)
        return np.asarray(leaves_list(linkage(2.0 - both[rows, columns], "average")), np.int64)
