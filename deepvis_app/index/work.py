"""The parts of a pass, each a generator of short steps, over one network's part of a store."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import PictureError
from deepvis_app.index import seeing
from deepvis_app.index.crew import Crew
from deepvis_app.index.decoding import Read
from deepvis_app.index.finding import Collection
from deepvis_app.index.format import PIXELS, About, arrays, class_arrays, code_array, layer_array
from deepvis_app.index.lists import Lists, Missing
from deepvis_app.index.mapped import Mapped
from deepvis_app.index.seeing import Eye, Given, Seen
from deepvis_app.index.store import Store
from deepvis_app.index.tops import NONE
from deepvis_app.nets import live
from deepvis_app.nets.network import Network

Engine = Literal["local", "ray"]
Result = TypeVar("Result")
Found = TypeVar("Found", covariant=True)
Item = TypeVar("Item")

PENDING = """size IS NOT NULL AND broken IS NULL
    AND NOT EXISTS (SELECT 1 FROM looked WHERE network = ? AND picture = pictures.id)"""
PAGE = 64  # batches that are read from the store at once
EVERY = 10.0  # seconds between transactions
AT_ONCE = 200  # checksums in a step


class Workers(Protocol[Found]):
    """`results`: in the order of the tasks, None while the next is not ready."""

    def results(self) -> Iterator[Found | None]: ...
    def close(self) -> None: ...


class Work:
    """`done` of `total` pictures are `looked` at by this pass, `kept` from others, or `broken`."""

    def __init__(
        self,
        store: Store,
        network: Network,
        number: int,
        about: About,
        collection: Collection,
        engine: Engine,
        workers: int,
    ) -> None:
        self._store, self._network, self._number, self._about = store, network, number, about
        self._collection, self._engine, self._workers = collection, engine, workers
        self._live = live.choose(network)
        self.looked = self.kept = self.gone = self.broken = 0
        ((self.total,),) = store.rows("SELECT count(*) FROM pictures WHERE size IS NOT NULL")
        self._lists = Lists(store, number, about)
        self._rank = self._ranks()
        self._workers_now: Workers[Any] | None = None
        self._saved = time.monotonic()

    @property
    def done(self) -> int:
        return self.kept + self.looked + self.broken

    @property
    def due(self) -> bool:
        """Whether it is time to commit."""
        return time.monotonic() - self._saved > EVERY

    @property
    def count(self) -> int:
        """Pictures in the index."""
        return self.kept + self.looked

    def close(self) -> None:
        if self._workers_now is not None:
            self._workers_now.close()

    def commit(self) -> None:
        """What was seen until now will be there, whatever happens. Raises RunError."""
        self._lists.save()
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
        places = np.array([place for place, _, _ in dropped], np.int64)
        self._lists.begin(self._place_ranks(1 + int(places.max(initial=-1))), places)
        self._store.change("UPDATE networks SET finished = 0 WHERE id = ?", self._number)
        ((self.broken,),) = self._store.rows(
            "SELECT count(*) FROM pictures WHERE size IS NOT NULL AND broken IS NOT NULL"
        )
        self.commit()

    # ---- looking ------------------------------------------------------------------------------------------

    def looking(self) -> Iterator[None]:
        """Look at all pictures that were not looked at, in the order of their paths."""
        ((wanted,),) = self._store.rows(f"SELECT count(*) FROM pictures WHERE {PENDING}", self._number)
        free = self._free(wanted)
        batches = self._pending()
        for seen in self._work(self._lookers(batches)):
            if seen is not None:
                self._keep(seen, free)
            yield

    def _pending(self) -> Iterator[Sequence[Given]]:
        """Batches of those that are to be looked at."""
        last = ""
        while rows := self._store.rows(
            f"SELECT id, path FROM pictures WHERE {PENDING} AND path > ? ORDER BY path LIMIT ?",
            self._number,
            last,
            PAGE * self._about.batch,
        ):
            given = [Given(picture, path, int(self._rank[picture])) for picture, path in rows]
            yield from _batches(given, self._about.batch)
            last = rows[-1][1]

    def _lookers(self, batches: Iterable[Sequence[Given]]) -> Workers[Seen]:
        if self._engine == "ray":
            from deepvis_app.index.ray_engine import RayCrew

            return RayCrew(self._network, self._about, self._collection.root, batches)
        return Crew(self._eyes(), Eye.look, batches)

    def _work(self, workers: Workers[Result]) -> Iterator[Result | None]:
        self._workers_now = workers
        yield from workers.results()
        workers.close()

    def _eyes(self) -> list[Eye]:
        how = self._network.preprocessing
        copies = seeing.copies(self._live, self._workers)
        return [Eye(one, self._about, self._collection, how, self._lists.of) for one in copies]

    def _keep(self, seen: Seen, free: Iterator[int]) -> None:
        broken = [read for read in seen.read if read.broken is not None]
        whole = [read for read in seen.read if read.broken is None]
        self._store.change_all(
            "UPDATE pictures SET broken = ?, crc = ? WHERE id = ?",
            [(read.broken, read.crc, read.picture) for read in broken],
        )
        self.broken += len(broken)
        if whole:
            places = np.array([next(free) for _ in whole], np.int32)
            self._lists.rank_of[places] = [self._rank[read.picture] for read in whole]
            self._write(places, seen, whole)
            self._lists.gather(places, seen.entries)
        self.looked += len(whole)

    def _write(self, places: NDArray[np.int32], seen: Seen, whole: Sequence[Read]) -> None:
        for layer, values in seen.layers.items():
            self._store.write(self._number, layer_array(self._about, layer), places, values)
        for name, codes in seen.codes.items():
            self._store.write(self._number, code_array(self._about, name), places, codes)
        pixels = np.stack([read.pixels for read in whole if read.pixels is not None])
        self._store.write(self._number, code_array(self._about, PIXELS), places, pixels)
        for array, rows in zip(class_arrays(), (seen.classes, seen.scores), strict=True):
            self._store.write(self._number, array, places, rows)
        self._store.change_all(
            "UPDATE pictures SET crc = ?, width = ?, height = ?, thumbnail = ? WHERE id = ?",
            [(read.crc, read.width, read.height, read.thumbnail, read.picture) for read in whole],
        )
        self._store.change_all(
            "INSERT INTO looked VALUES (?, ?, ?, ?)",
            [
                (self._number, int(place), read.picture, read.crc)
                for place, read in zip(places, whole, strict=True)
            ],
        )

    # ---- at the end ---------------------------------------------------------------------------------------

    def placing(self) -> Iterator[None]:
        """Look once more at pictures that moved up into a list, to learn where in them the unit answers."""
        missing: dict[int, list[Missing]] = {}
        for one in self._lists.missing():
            missing.setdefault(one.place, []).append(one)
        if not missing:
            return
        paths = dict(
            self._store.rows(
                "SELECT place, path FROM looked JOIN pictures ON picture = id WHERE network = ?", self._number
            )
        )
        tasks = [
            (Given(place, paths[place], 0), [one.wanted for one in missing[place]])
            for place in sorted(missing)
        ]
        batches = list(_batches(tasks, self._about.batch))
        done = iter(batches)
        for found in self._work(Crew(self._eyes(), Eye.find, batches)):
            if found is not None:
                for (given, _), known in zip(next(done), found, strict=True):
                    for one in missing[given.picture] if known else ():
                        one.tops.positions[one.wanted.unit, one.column] = known[one.wanted]
            yield

    def finish(self) -> None:
        """Close the gaps that pictures left which have gone."""
        self.commit()
        rank_of = self._lists.rank_of
        last = len(rank_of) - 1
        for hole in map(int, np.flatnonzero(rank_of < 0)):
            while last > hole and rank_of[last] < 0:
                last -= 1
            if last <= hole:
                break
            self._move(last, hole)
        self._store.change(
            "DELETE FROM pictures WHERE size IS NULL AND id NOT IN (SELECT picture FROM looked)"
        )
        self._store.change("UPDATE networks SET finished = 1 WHERE id = ?", self._number)
        self.commit()
        self._store.tidy()

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
        self._lists.moved(old, new)

    # ---- places and ranks ---------------------------------------------------------------------------------

    def _ranks(self) -> NDArray[np.int64]:
        """By picture id its place in the order of paths."""
        ids = np.array([id for (id,) in self._store.rows("SELECT id FROM pictures ORDER BY path")], np.int64)
        ranks = np.full(int(ids.max(initial=0)) + 1, NONE, np.int64)
        ranks[ids] = np.arange(len(ids))
        return ranks

    def _place_ranks(self, least: int) -> NDArray[np.int64]:
        """By place the picture's rank; of `least` places, or of as many as are taken."""
        taken = self._store.rows("SELECT place, picture FROM looked WHERE network = ?", self._number)
        self.kept = len(taken)
        places = np.array(sorted(place for place, _ in taken), np.int64)
        Mapped(self._store.path, self._number, places).check(self._about)
        rank_of = np.full(max(least, 1 + int(places.max(initial=-1))), NONE, np.int64)
        for place, picture in taken:
            rank_of[place] = self._rank[picture]
        return rank_of

    def _free(self, wanted: int) -> Iterator[int]:
        """Places for so many pictures: first those that others left."""
        rank_of = self._lists.rank_of
        holes = np.flatnonzero(rank_of < 0)
        end, more = len(rank_of), max(0, wanted - len(holes))
        self._lists.rank_of = np.concatenate([rank_of, np.full(more, NONE, np.int64)])
        return chain(map(int, holes), range(end, end + more))


def _batches(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for begin in range(0, len(items), size):
        yield items[begin : begin + size]
