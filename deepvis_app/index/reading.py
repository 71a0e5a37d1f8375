"""An index as it is read: pictures, top patches, statistics and codes of one network. Needs no torch."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import OutOfRangeError, UnknownNameError
from deepvis_app.index import opening
from deepvis_app.index.entries import IndexedPicture, Patch, network_in
from deepvis_app.index.finding import Collection, collection
from deepvis_app.index.format import (
    THUMBNAIL,
    About,
    IndexedLayer,
    class_arrays,
    code_array,
    fields,
    layer_array,
)
from deepvis_app.index.mapped import Mapped
from deepvis_app.index.statistics import Statistics, histogram, statistics
from deepvis_app.pictures.decode import Pixels, decode_bytes
from deepvis_app.pictures.saving import fit, resize


class Index:
    """One network's part of a store, as it was when it was opened. Pictures have ids 0 to `count` - 1.

    May be used from several threads. Made by `open`; closed by `close`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, network: int) -> None:
        self.path = path
        self._connection = connection
        self._network = network
        self._lock = RLock()
        fingerprint, about, finished = self._rows(
            "SELECT fingerprint, about, finished FROM networks WHERE id = ?", network
        )[0]
        self.fingerprint: str = fingerprint
        self.finished = bool(finished)
        self.about = About.from_json(about)
        self.title = self.about.title
        self.layers: tuple[IndexedLayer, ...] = self.about.layers
        self.classes: tuple[str, ...] = self.about.classes
        self.code_layers = self.about.code_layers
        looked = self._rows("SELECT place, picture FROM looked WHERE network = ? ORDER BY place", network)
        self._places = np.array([place for place, _ in looked], np.int64)
        self._pictures = [picture for _, picture in looked]
        self.count = len(looked)
        self._mapped = Mapped(path, network, self._places)
        self._mapped.check(self.about)

    @classmethod
    def open(cls, path: Path, fingerprint: str | None = None) -> Index:
        """The part of the network of that fingerprint; without one, of the one that was indexed last.

        Raises InputError: no index there, damaged, another version, not of that network.
        """
        place = opening.place_of(path)
        connection = opening.reading(place)
        try:
            with opening.told_apart(place):
                return cls(place, connection, network_in(connection, place, fingerprint))
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        with self._lock:
            self._connection.close()
            if "_collection" in vars(self):
                self._collection.close()

    # ---- pictures -----------------------------------------------------------------------------------------

    def picture(self, id: int) -> IndexedPicture:
        """Raises OutOfRangeError."""
        self._check(id)
        classes, scores = (self._mapped.one(array, id) for array in class_arrays())
        known = classes >= 0
        return IndexedPicture(
            id,
            self.paths[id],
            self.picture_labels[id],
            tuple(map(int, classes[known])),
            tuple(map(float, scores[known])),
        )

    def pictures(self) -> list[IndexedPicture]:
        """All, by id."""
        return [self.picture(id) for id in range(self.count)]

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """By picture id."""
        return tuple(path for path, _ in self._named)

    @cached_property
    def picture_labels(self) -> tuple[str | None, ...]:
        """By picture id the name of its folder."""
        return tuple(label for _, label in self._named)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The different labels, in the order of the network's classes; others after them."""
        order = {name: number for number, name in enumerate(self.classes)}
        found = {label for label in self.picture_labels if label is not None}
        return tuple(sorted(found, key=lambda name: (order.get(name, len(order)), name)))

    def predictions(self) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The five most likely classes (N, 5), -1 where there are no more, and their probabilities."""
        classes, scores = (self._mapped.all(array) for array in class_arrays())
        return classes, scores

    def true_classes(self) -> NDArray[np.int32]:
        """(N,): the class that each picture's label names; -1 where it names none."""
        order = {name.casefold(): number for number, name in reversed(list(enumerate(self.classes)))}
        found = [-1 if label is None else order.get(label.casefold(), -1) for label in self.picture_labels]
        return np.array(found, np.int32)

    @cached_property
    def broken(self) -> tuple[tuple[str, str], ...]:
        """Path of each picture that could not be read, and why."""
        return tuple(self._rows("SELECT path, broken FROM pictures WHERE broken IS NOT NULL ORDER BY path"))

    def pixels(self, id: int) -> Pixels:
        """The picture itself, (h, w, 3). Raises PictureError where it has vanished, or is broken by now."""
        self._check(id)
        path = self.paths[id]
        with self._lock:
            data = self._collection.read(path)
        return decode_bytes(data, path)

    def file(self, id: int) -> Path | None:
        """Where the picture lies; None inside a zip file."""
        self._check(id)
        path = self.root.parent / self.paths[id] if self.root.is_file() else self.root / self.paths[id]
        return path if path.is_file() else None

    def thumbnail(self, id: int) -> Pixels:
        """(h, w, 3), its longer side at most 64."""
        return self.thumbnails([id])[0]

    def thumbnails(self, ids: Sequence[int]) -> list[Pixels]:
        """Raises OutOfRangeError."""
        found = []
        for id in ids:
            self._check(id)
            ((data,),) = self._rows("SELECT thumbnail FROM pictures WHERE id = ?", self._pictures[id])
            pixels = decode_bytes(data, self.paths[id])
            height, width = pixels.shape[:2]
            if max(height, width) > THUMBNAIL:
                pixels = resize(pixels, *fit(width, height, THUMBNAIL, THUMBNAIL))
            found.append(pixels)
        return found

    # ---- units --------------------------------------------------------------------------------------------

    def layer(self, name: str) -> IndexedLayer:
        """Raises UnknownNameError."""
        return self.layers[self._number(name)]

    def top(self, layer: str, unit: int, count: int = 9, lowest: bool = False) -> tuple[Patch, ...]:
        """The patches that the unit answers to most, or least; ties by path. Fewer where fewer are kept.

        Raises UnknownNameError and OutOfRangeError.
        """
        number = self._number(layer)
        where = self.layers[number]
        self._check_unit(where, unit)
        if lowest and not self.about.lowest:
            raise UnknownNameError(
                "The index {path} keeps no lowest patches. Make it with --lowest.", path=self.path
            )
        answers, places, positions = self._tops(number, "lowest" if lowest else "highest")
        found: list[Patch] = []
        for value, place, position in zip(answers[unit], places[unit], positions[unit], strict=True):
            if place < 0 or len(found) == min(count, self.about.top):
                break
            y, x = divmod(max(0, int(position)), where.map_size[1])
            found.append(Patch(int(np.searchsorted(self._places, place)), float(value), (y, x)))
        return tuple(found)

    def statistics(self, layer: str) -> Statistics:
        """Of all units of the layer, over all pictures. Raises UnknownNameError."""
        return self._statistics(self._number(layer))

    def histogram(self, layer: str, unit: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """How many pictures (counts) the unit answers how strongly at its largest (between which edges)."""
        number = self._number(layer)
        self._check_unit(self.layers[number], unit)
        return histogram(np.asarray(self.answers(layer)[:, unit]))

    def answers(self, layer: str) -> NDArray[np.float32]:
        """(N, units): the largest value of each unit's map, for each picture. Raises UnknownNameError."""
        found: NDArray[np.float32] = self._mapped.all(layer_array(self.about, self._number(layer)))[:, 0]
        return found

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """What `Statistics.favourite` counts: labels; where there are none, classes that it guessed."""
        return self.labels or self.classes

    def codes(self, name: str) -> NDArray[Any]:
        """(N, D) float32 of a code layer, or float16 of "pixels". Raises UnknownNameError."""
        if name not in self.about.codes:
            raise UnknownNameError(
                "The index {path} holds no codes of {name}. There are: {names}.",
                path=self.path,
                name=name,
                names=", ".join(self.about.codes),
            )
        return self._codes(name)

    # ---- inside -------------------------------------------------------------------------------------------

    @cached_property
    def root(self) -> Path:
        """The pictures' folder, zip file or list; also where it has moved together with the index."""
        about = dict(self._rows("SELECT key, value FROM about"))
        root = Path(about["root"])
        beside = self.path / about["beside"] if "beside" in about else root
        return root if root.exists() or not beside.exists() else beside.resolve()

    @cached_property
    def _collection(self) -> Collection:
        return collection(self.root)

    @cached_property
    def _named(self) -> list[tuple[str, str | None]]:
        return self._rows(
            "SELECT path, label FROM looked JOIN pictures ON picture = id WHERE network = ? ORDER BY place",
            self._network,
        )

    @lru_cache(maxsize=64)  # noqa: B019 - an index is closed before it is forgotten
    def _tops(self, number: int, kind: str) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        found = self._rows(
            "SELECT answers, places, positions FROM tops WHERE network = ? AND layer = ? AND kind = ?",
            self._network,
            number,
            kind,
        )
        units = self.layers[number].units
        if not found:
            nothing = np.empty((units, 0))
            return nothing, nothing, nothing
        answers, places, positions = found[0]
        return (
            np.frombuffer(answers, "<f4").reshape(units, -1),
            np.frombuffer(places, "<i4").reshape(units, -1),
            np.frombuffer(positions, "<i4").reshape(units, -1),
        )

    @lru_cache(maxsize=64)  # noqa: B019
    def _statistics(self, number: int) -> Statistics:
        names = fields(self.layers[number], self.about.lowest)
        return statistics(self._mapped.all(layer_array(self.about, number)), names, self._grouped)

    @cached_property
    def _grouped(self) -> NDArray[np.int32]:
        if not self.labels:
            return self.predictions()[0][:, 0]
        order = {name: number for number, name in enumerate(self.labels)}
        return np.array([-1 if one is None else order[one] for one in self.picture_labels], np.int32)

    @lru_cache(maxsize=8)  # noqa: B019
    def _codes(self, name: str) -> NDArray[Any]:
        return self._mapped.all(code_array(self.about, name))

    def _rows(self, query: str, *values: object) -> list[Any]:
        with self._lock, opening.told_apart(self.path):
            return self._connection.execute(query, values).fetchall()

    def _number(self, name: str) -> int:
        for number, layer in enumerate(self.layers):
            if layer.name == name:
                return number
        raise UnknownNameError(
            "The index {path} does not hold layer {name}. There are: {names}.",
            path=self.path,
            name=name,
            names=", ".join(layer.name for layer in self.layers),
        )

    def _check(self, id: int) -> None:
        if not 0 <= id < self.count:
            raise OutOfRangeError("The index {path} has no picture {id}.", path=self.path, id=id)

    def _check_unit(self, layer: IndexedLayer, unit: int) -> None:
        if not 0 <= unit < layer.units:
            raise OutOfRangeError(
                "{layer} has no unit {unit}; its units are 0 to {last}.",
                layer=layer.name,
                unit=unit,
                last=layer.units - 1,
            )
