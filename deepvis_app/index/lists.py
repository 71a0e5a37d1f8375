"""The top lists of all layers of one network, with what ties and moves need: where which picture is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from deepvis_app.index.format import About, fields, folder_of, layer_array
from deepvis_app.index.seeing import Entries, Wanted
from deepvis_app.index.store import Store
from deepvis_app.index.tops import NONE, Tops

RESERVE = 3  # patches kept beyond those asked for, so that a picture may go without another look at others


class Missing(NamedTuple):
    """An entry whose position is unknown; `place`: of its picture."""

    place: int
    wanted: Wanted
    tops: Tops
    column: int


class Lists:
    """`of`: by layer number, the highest and where asked for the lowest. `rank_of`: by place the rank of the
    picture's path; NONE where no picture is.
    """

    def __init__(self, store: Store, network: int, about: About) -> None:
        self._store, self._network, self._about = store, network, about
        self.of = lists_of(about)
        for number, lists in self.of.items():
            store.load_tops(network, number, lists)
        self.rank_of: NDArray[np.int64] = np.empty(0, np.int64)

    def begin(self, rank_of: NDArray[np.int64], gone: NDArray[np.int64]) -> None:
        """Pictures have these ranks; those at the places that are `gone` are forgotten."""
        self.rank_of = rank_of
        for tops in self._each():
            tops.raise_bar(rank_of)
        if len(gone):
            for number, lists in self.of.items():
                self._forget(number, lists, gone)

    def gather(self, places: NDArray[np.int32], entries: Mapping[int, Sequence[Entries]]) -> None:
        """What was seen of the pictures at `places`."""
        for number, found in entries.items():
            for tops, each in zip(self.of[number], found, strict=True):
                tops.gather(each.units, each.answers, places[each.slots], each.positions)
                if tops.gathered > len(tops.places):
                    tops.settle(self.rank_of)

    def save(self) -> None:
        """Raises RunError."""
        for number, lists in self.of.items():
            for tops in lists:
                tops.settle(self.rank_of)
            self._store.save_tops(self._network, number, lists)

    def missing(self) -> list[Missing]:
        """What is unknown of the patches that are asked for."""
        found = []
        for number, lists in self.of.items():
            for tops in lists:
                tops.settle(self.rank_of)
                for unit, column in zip(*tops.missing(self._about.top), strict=True):
                    wanted = Wanted(number, int(unit), tops.lowest)
                    found.append(Missing(int(tops.places[unit, column]), wanted, tops, int(column)))
        return found

    def moved(self, old: int, new: int) -> None:
        """The picture at one place is at another now."""
        for tops in self._each():
            tops.moved(old, new)
        self.rank_of[new], self.rank_of[old] = self.rank_of[old], NONE

    def _forget(self, number: int, lists: Sequence[Tops], gone: NDArray[np.int64]) -> None:
        array = layer_array(self._about, number)
        file = folder_of(self._store.path, self._network) / array.file
        rows = np.memmap(file, array.dtype, "r", shape=(len(self.rank_of), *array.row))
        names = fields(self._about.layers[number], self._about.lowest)
        for tops in lists:
            tops.without(gone, rows[:, tops.column(names)], self.rank_of)

    def _each(self) -> Iterator[Tops]:
        for lists in self.of.values():
            yield from lists


def lists_of(about: About) -> Mapping[int, Sequence[Tops]]:
    """Empty ones, by layer number."""
    kinds = (False, True) if about.lowest else (False,)
    return {
        number: [Tops(layer.units, about.top + RESERVE, lowest) for lowest in kinds]
        for number, layer in enumerate(about.layers)
    }
