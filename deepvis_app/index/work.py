"""The parts of a pass, each a generator of short steps, over one network's part of a store."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from deepvis_app.errors import PictureError
from deepvis_app.index.decoding import Read, Reader
from deepvis_app.index.finding import Collection
from deepvis_app.index.format import (
    PIXELS,
    About,
    arrays,
    class_arrays,
    code_array,
    fields,
    folder_of,
    layer_array,
)
from deepvis_app.index.mapped import Mapped
from deepvis_app.index.seeing import Eye, Seen
from deepvis_app.index.store import Store
from deepvis_app.index.tops import NONE, Tops
from deepvis_app.nets import live
from deepvis_app.nets.network import Network

RESERVE = 3  # patches kept beyond those asked for, so that a picture may go without another look at others
EVERY = 10.0  # seconds between transactions
AT_ONCE = 200  # checksums in a step


class Work:
    """`done` of `total` pictures are `looked` at by this pass, `kept` from others, or `broken`."""

    def __init__(
        self, store: Store, network: Network, number: int, about: About, collection: Collection
    ) -> None:
        self._store, self._network, self._number, self._about = store, network, number, about
        self._collection = collection
        self._live = live.choose(network)
        self.looked = self.kept = self.gone = self.broken = 0
        ((self.total,),) = store.rows("SELECT count(*) FROM pictures WHERE size IS NOT NULL")
        self._tops = {layer: self._lists(layer) for layer in range(len(about.layers))}
        for layer, tops in self._tops.items():
            store.load_tops(number, layer, tops)
        self._rank = self._ranks()
        self._rank_of: NDArray[np.int64] = np.empty(0, np.int64)
        self._reader: Reader | None = None
        self._saved = time.monotonic()

    @property
    def done(self) -> int:
        return self.kept + self.looked + self.broken

    @property
    def count(self) -> int:
        """Pictures in the index."""
        return self.kept + self.looked

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()

    def commit(self) -> None:
        """What was seen until now will be there, whatever happens. Raises RunError."""
        for layer, tops in self._tops.items():
            self._store.save_tops(self._number, layer, tops)
        self._store.commit()
        self._saved = time.monotonic()

    # ---- what there is ------------------------------------------------------------------------------------

    def checking(self) -> Iterator[None]:
        """Read those pictures again that were looked at and may have changed: their checksum tells."""
        doubtful = self._store.rows(
            "SELECT id, path FROM pictures WHERE crc IS NULL AND size IS NOT NULL "
            "AND id IN (SELECT picture FROM looked) ORDER BY path"
        )
        for place, (picture, path) in enumerate(doubtful):
            try:
                crc = zlib.crc32(self._collection.read(path))
                self._store.change("UPDATE pictures SET crc = ? WHERE id = ?", crc, picture)
            except PictureError:  # looked at like a new one, it will be found broken
                pass
            if place % AT_ONCE == 0:
                yield

    def drop(self) -> None:
        """Forget what was seen of pictures that have gone or changed."""
        dropped = self._store.rows(
            "SELECT place, picture, size IS NULL FROM looked JOIN pictures ON picture = id "
            "WHERE network = ? AND (size IS NULL OR looked.crc IS NOT pictures.crc)",
            self._number,
        )
        self._store.change_all(
            "DELETE FROM looked WHERE network = ? AND picture = ?",
            [(self._number, picture) for _, picture, _ in dropped],
        )
        self.gone = sum(gone for _, _, gone in dropped)
        self._place_ranks()
        if dropped:
            self._forget(np.array([place for place, _, _ in dropped], np.int64))
        self._store.change("UPDATE networks SET finished = 0 WHERE id = ?", self._number)
        ((self.broken,),) = self._store.rows(
            "SELECT count(*) FROM pictures WHERE size IS NOT NULL AND broken IS NOT NULL"
        )
        self.commit()

    def _forget(self, gone: NDArray[np.int64]) -> None:
        rows = len(self._rank_of)
        for layer, lists in self._tops.items():
            array = layer_array(self._about, layer)
            file = folder_of(self._store.path, self._number) / array.file
            names = fields(self._about.layers[layer], self._about.lowest)
            answers = np.memmap(file, array.dtype, "r", shape=(rows, *array.row)) if rows else None
            for tops in lists:
                column = names.index("lowest") if tops.lowest and "lowest" in names else 0
                nothing = np.empty((0, array.row[1]), np.float32)
                tops.without(gone, nothing if answers is None else answers[:, column], self._rank_of)

    # ---- looking ------------------------------------------------------------------------------------------

    def looking(self) -> Iterator[None]:
        """Look at all pictures that were not looked at, in the order of their paths; a step is a batch."""
        pending = self._store.rows(
            "SELECT id, path FROM pictures WHERE size IS NOT NULL AND broken IS NULL AND id NOT IN "
            "(SELECT picture FROM looked WHERE network = ?) ORDER BY path",
            self._number,
        )
        free = self._free(len(pending))
        eye = Eye(self._live, self._about, self._tops, self._rank_of)
        self._reader = Reader(pending, self._collection, self._network.preprocessing, 2 * self._about.batch)
        del pending
        batch: list[Read] = []
        for read in self._reader:
            if read.broken is None:
                batch.append(read)
            else:
                self._store.change(
                    "UPDATE pictures SET broken = ?, crc = ? WHERE id = ?",
                    read.broken,
                    read.crc,
                    read.picture,
                )
                self.broken += 1
            if len(batch) == self._about.batch:
                self._look(eye, batch, free)
                batch = []
                yield
        if batch:
            self._look(eye, batch, free)
            yield

    def _look(self, eye: Eye, batch: Sequence[Read], free: Iterator[int]) -> None:
        places = np.array([next(free) for _ in batch], np.int32)
        self._rank_of[places] = [self._rank[read.picture] for read in batch]
        seen = eye.see(_inputs(batch), places)
        self._write(places, seen, batch)
        self._store.change_all(
            "UPDATE pictures SET crc = ?, width = ?, height = ?, thumbnail = ? WHERE id = ?",
            [(read.crc, read.width, read.height, read.thumbnail, read.picture) for read in batch],
        )
        self._store.change_all(
            "INSERT INTO looked VALUES (?, ?, ?, ?)",
            [
                (self._number, int(place), read.picture, read.crc)
                for place, read in zip(places, batch, strict=True)
            ],
        )
        self.looked += len(batch)
        if time.monotonic() - self._saved > EVERY:
            self.commit()

    def _write(self, places: NDArray[np.int32], seen: Seen, batch: Sequence[Read]) -> None:
        for layer, values in seen.layers.items():
            self._store.write(self._number, layer_array(self._about, layer), places, values)
        for name, codes in seen.codes.items():
            self._store.write(self._number, code_array(self._about, name), places, codes)
        pixels = np.stack([read.pixels for read in batch if read.pixels is not None])
        self._store.write(self._number, code_array(self._about, PIXELS), places, pixels)
        for array, rows in zip(class_arrays(), (seen.classes, seen.scores), strict=True):
            self._store.write(self._number, array, places, rows)

    # ---- at the end ---------------------------------------------------------------------------------------

    def placing(self) -> Iterator[None]:
        """Look once more at pictures that moved up into a list, to learn where in them the unit answers."""
        wanted: dict[int, list[tuple[int, Tops, int, int]]] = {}
        for layer, lists in self._tops.items():
            for tops in lists:
                for unit, column in zip(*tops.missing(self._about.top), strict=True):
                    place = int(tops.places[unit, column])
                    wanted.setdefault(place, []).append((layer, tops, int(unit), int(column)))
        if not wanted:
            return
        eye = Eye(self._live, self._about, self._tops, self._rank_of)
        paths = dict(
            self._store.rows(
                "SELECT place, path FROM looked JOIN pictures ON picture = id WHERE network = ?", self._number
            )
        )
        pictures = [(place, paths[place]) for place in sorted(wanted)]
        self._reader = Reader(pictures, self._collection, self._network.preprocessing, 2 * self._about.batch)
        batch: list[Read] = []
        for read in self._reader:
            batch.append(read)
            if len(batch) == self._about.batch:
                self._locate(eye, batch, wanted)
                batch = []
                yield
        if batch:
            self._locate(eye, batch, wanted)
            yield

    def _locate(
        self, eye: Eye, batch: Sequence[Read], wanted: Mapping[int, Sequence[tuple[int, Tops, int, int]]]
    ) -> None:
        """`batch`: what was read of places. What cannot be read any more stays where it is unknown."""
        batch = [read for read in batch if read.input is not None]
        asked: dict[int, list[tuple[int, int, bool]]] = {}
        for slot, read in enumerate(batch):
            for layer, tops, unit, _ in wanted[read.picture]:
                asked.setdefault(layer, []).append((slot, unit, tops.lowest))
        found = eye.find(_inputs(batch), asked) if batch else {}
        for slot, read in enumerate(batch):
            for layer, tops, unit, column in wanted[read.picture]:
                tops.positions[unit, column] = found[layer, slot, unit, tops.lowest]

    def finish(self) -> None:
        """Close the gaps that pictures left which have gone."""
        self.commit()
        holes = np.flatnonzero(self._rank_of < 0)
        last = len(self._rank_of) - 1
        for hole in map(int, holes):
            while last > hole and self._rank_of[last] < 0:
                last -= 1
            if last <= hole:
                break
            self._move(last, hole)
        self._store.change(
            "DELETE FROM pictures WHERE size IS NULL AND id NOT IN (SELECT picture FROM looked)"
        )
        self._store.change("UPDATE networks SET finished = 1 WHERE id = ?", self._number)
        self.commit()

    def copies(self) -> int:
        """How many pictures have the same content as another before them."""
        ((found,),) = self._store.rows(
            "SELECT count(*) - count(DISTINCT looked.crc || ' ' || size) FROM looked JOIN pictures "
            "ON picture = id WHERE network = ?",
            self._number,
        )
        return int(found)

    def broken_ones(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            self._store.rows(
                "SELECT path, broken FROM pictures WHERE broken IS NOT NULL AND size IS NOT NULL "
                "ORDER BY path"
            )
        )

    def _move(self, old: int, new: int) -> None:
        place = np.array([new], np.int32)
        for array in arrays(self._about):
            self._store.write(self._number, array, place, self._store.row(self._number, array, old))
        self._store.change(
            "UPDATE looked SET place = ? WHERE network = ? AND place = ?", new, self._number, old
        )
        for lists in self._tops.values():
            for tops in lists:
                tops.moved(old, new)
        self._rank_of[new], self._rank_of[old] = self._rank_of[old], NONE

    # ---- places and ranks ---------------------------------------------------------------------------------

    def _lists(self, layer: int) -> list[Tops]:
        units, depth = self._about.layers[layer].units, self._about.top + RESERVE
        return [Tops(units, depth, lowest) for lowest in ((False, True) if self._about.lowest else (False,))]

    def _ranks(self) -> NDArray[np.int64]:
        """By picture id its place in the order of paths."""
        ids = np.array([id for (id,) in self._store.rows("SELECT id FROM pictures ORDER BY path")], np.int64)
        ranks = np.full(int(ids.max(initial=0)) + 1, NONE, np.int64)
        ranks[ids] = np.arange(len(ids))
        return ranks

    def _place_ranks(self) -> None:
        taken = self._store.rows("SELECT place, picture FROM looked WHERE network = ?", self._number)
        self.kept = len(taken)
        places = np.array(sorted(place for place, _ in taken), np.int64)
        Mapped(self._store.path, self._number, places).check(self._about)
        self._rank_of = np.full(1 + int(places.max(initial=-1)), NONE, np.int64)
        for place, picture in taken:
            self._rank_of[place] = self._rank[picture]

    def _free(self, wanted: int) -> Iterator[int]:
        """Places for so many pictures: first those that others left."""
        holes = np.flatnonzero(self._rank_of < 0)
        more = max(0, wanted - len(holes))
        end = len(self._rank_of)
        self._rank_of = np.concatenate([self._rank_of, np.full(more, NONE, np.int64)])
        return iter([*map(int, holes), *range(end, end + more)])


def _inputs(batch: Sequence[Read]) -> torch.Tensor:
    return torch.cat([read.input for read in batch if read.input is not None])
