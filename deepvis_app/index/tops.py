"""The pictures that each unit of a layer answers to most, kept while pictures pass by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.int32]

NONE = -1
"""The place of no picture, at the end of a list that is not full."""
UNKNOWN = -1
"""The position in a picture that has to be looked at once more."""
CHUNK = 4096  # pictures at once


class Tops:
    """Of each of `units` units up to `depth` pictures: their answers, places and positions (units, depth).

    Ordered by answer, largest first (`lowest`: smallest first), then by the pictures' rank, that of their
    paths. A position is y * width + x in the unit's map.
    """

    def __init__(self, units: int, depth: int, lowest: bool = False) -> None:
        self.lowest = lowest
        self.answers: Floats = np.full((units, depth), np.nan, np.float32)
        self.places: Places = np.full((units, depth), NONE, np.int32)
        self.positions: NDArray[np.int32] = np.zeros((units, depth), np.int32)
        self.gathered = 0
        self._gathered: list[tuple[NDArray[np.int64], Floats, Places, NDArray[np.int32]]] = []
        self.raise_bar(np.empty(0, np.int64))

    def raise_bar(self, rank_of: NDArray[np.int64]) -> None:
        """To what the lists hold now; `rank_of`: by place."""
        last, place = self._signed(self.answers[:, -1]), self.places[:, -1]
        free = place == NONE
        ranks = np.full(len(place), np.iinfo(np.int64).max)
        ranks[~free] = rank_of[place[~free]]
        self._bar = np.where(free, np.float32(-np.inf), last), ranks

    def column(self, names: Sequence[str]) -> int:
        """Which of the fields of these `names` the list goes by."""
        return names.index("lowest") if self.lowest and "lowest" in names else 0

    def entering(
        self, answers: Floats, ranks: NDArray[np.int64], units: NDArray[np.int64] | slice = slice(None)
    ) -> NDArray[np.bool_]:
        """(pictures, units): which of these `answers` of pictures of these `ranks` may belong into the lists.

        More than belong there, never fewer: may be asked from other threads while entries are added.
        """
        last, last_ranks = self._bar
        signed = self._signed(answers)
        tied = (signed == last[units]) & (ranks[:, None] < last_ranks[units])
        found: NDArray[np.bool_] = (signed > last[units]) | tied
        return found

    def add(
        self,
        units: NDArray[np.int64],
        answers: Floats,
        places: Places,
        positions: NDArray[np.int32],
        rank_of: NDArray[np.int64],
    ) -> None:
        """Entries one by one, (entries,) each: which unit, its answer, the picture's place, the position."""
        touched, which = np.unique(units, return_inverse=True)
        depth = self.places.shape[1]
        counts = np.bincount(which)
        wide = depth + int(counts.max(initial=0))
        all_answers = np.full((len(touched), wide), np.nan, np.float32)
        all_places = np.full((len(touched), wide), NONE, np.int32)
        all_positions = np.zeros((len(touched), wide), np.int32)
        all_answers[:, :depth] = self.answers[touched]
        all_places[:, :depth] = self.places[touched]
        all_positions[:, :depth] = self.positions[touched]
        order = np.argsort(which, kind="stable")
        column = depth + np.arange(len(order)) - np.repeat(np.cumsum(counts) - counts, counts)
        all_answers[which[order], column] = answers[order]
        all_places[which[order], column] = places[order]
        all_positions[which[order], column] = positions[order]
        keep = self._order(all_answers, all_places, rank_of)[:, :depth]
        self.answers[touched] = np.take_along_axis(all_answers, keep, 1)
        self.places[touched] = np.take_along_axis(all_places, keep, 1)
        self.positions[touched] = np.take_along_axis(all_positions, keep, 1)
        self.raise_bar(rank_of)

    def _order(self, answers: Floats, places: Places, rank_of: NDArray[np.int64]) -> NDArray[np.int64]:
        ranks = np.where(places == NONE, np.iinfo(np.int64).max, rank_of[places])
        signed = np.where(places == NONE, -np.inf, self._signed(answers))
        return np.lexsort((ranks, -signed, places == NONE), axis=1)

    def _signed(self, answers: Floats) -> Floats:
        return -answers if self.lowest else answers

    def gather(
        self,
        units: NDArray[np.int64],
        answers: Floats,
        places: Places,
        positions: NDArray[np.int32],
    ) -> None:
        """The same entries, to be added by `settle`: many at once cost less."""
        if len(units):
            self._gathered.append((units, answers, places, positions))
            self.gathered += len(units)

    def settle(self, rank_of: NDArray[np.int64]) -> None:
        """Add what was gathered."""
        if self._gathered:
            units, answers, places, positions = map(np.concatenate, zip(*self._gathered, strict=True))
            self._gathered, self.gathered = [], 0
            self.add(units, answers, places, positions, rank_of)

    def missing(self, count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Units and columns of those of the first `count` entries whose position is unknown."""
        first = slice(None), slice(count)
        units, columns = np.nonzero((self.places[first] != NONE) & (self.positions[first] == UNKNOWN))
        return units, columns

    def without(self, gone: NDArray[np.int64], answers: Floats, rank_of: NDArray[np.int64]) -> None:
        """Forget pictures, and let those move up that were not among the best so far.

        `answers` (places, units) are of all pictures; `rank_of` is below 0 at places where none is any more.
        What moves up from beyond the lists has an unknown position.
        """
        lost = np.isin(self.places, gone)
        units = np.flatnonzero(lost.any(1))
        if len(units) == 0:
            return
        self.places[lost] = NONE
        keep = self._order(self.answers, self.places, rank_of)
        for values in (self.answers, self.places, self.positions):
            values[:] = np.take_along_axis(values, keep, 1)
        self.raise_bar(rank_of)
        for begin in range(0, len(rank_of), CHUNK):
            self._refill(units, begin, answers[begin : begin + CHUNK], rank_of)

    def moved(self, old: int, new: int) -> None:
        """The picture at one place is at another now."""
        self.places[self.places == old] = new

    def _refill(
        self, units: NDArray[np.int64], begin: int, answers: Floats, rank_of: NDArray[np.int64]
    ) -> None:
        part = np.asarray(answers[:, units])
        places = np.arange(begin, begin + len(part), dtype=np.int32)
        ranks = rank_of[places]
        found = self.entering(part, ranks, units) & (ranks >= 0)[:, None]
        listed = self.places[units]
        inside = (listed >= begin) & (listed < begin + len(part))
        column, _ = np.nonzero(inside)
        found[listed[inside] - begin, column] = False
        which, column = np.nonzero(found)
        unknown = np.full(len(which), UNKNOWN, np.int32)
        self.add(units[column], part[which, column], places[which], unknown, rank_of)
