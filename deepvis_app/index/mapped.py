"""The arrays of one network in an index, mapped into memory by picture id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepvis_app.index import opening
from deepvis_app.index.format import About, Array, arrays, folder_of


class Mapped:
    """`places`: by picture id its row in every file. Ids and rows are the same, unless pictures have gone."""

    def __init__(self, index: Path, network: int, places: NDArray[np.int64]) -> None:
        self._index = index
        self._folder = folder_of(index, network)
        self._places = places
        self._rows = int(places[-1]) + 1 if len(places) else 0
        self._dense = self._rows == len(places)
        self._known: dict[str, NDArray[Any]] = {}

    def check(self, about: About) -> None:
        """Raises InputError where a file is missing, or too short for the pictures that it should tell of."""
        for array in arrays(about) if self._rows else ():
            file = self._folder / array.file
            if not file.is_file() or file.stat().st_size < self._rows * array.row_bytes:
                raise opening.damaged(self._index)

    def all(self, array: Array) -> NDArray[Any]:
        """(N, ...): the mapped file, or where it has gaps, a copy."""
        rows = self._file(array)
        return rows if self._dense else rows[self._places]

    def one(self, array: Array, id: int) -> NDArray[Any]:
        row: NDArray[Any] = self._file(array)[self._places[id]]
        return row

    def _file(self, array: Array) -> NDArray[Any]:
        if self._rows == 0:
            return np.empty((0, *array.row), array.dtype)
        if array.file not in self._known:
            try:
                file = self._folder / array.file
                self._known[array.file] = np.memmap(file, array.dtype, "r", shape=(self._rows, *array.row))
            except (OSError, ValueError) as error:
                raise opening.damaged(self._index) from error
        return self._known[array.file]
