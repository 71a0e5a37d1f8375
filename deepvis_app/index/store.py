"""An index as it is written: in transactions, so that it is whole at any moment.

A transaction is open all the while, which keeps others from writing; readers see what the last one left.
Rows of the arrays are written before the transaction that tells of them.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import InputError, RunError
from deepvis_app.index import opening
from deepvis_app.index.finding import Listed
from deepvis_app.index.format import APPLICATION, NAME, SCHEMA, VERSION, About, Array, folder_of
from deepvis_app.index.tops import Tops

PATIENCE = 2.0  # seconds to wait for one who writes
LONGER = 60_000  # milliseconds to wait for those who read


FOUND = (
    "UPDATE pictures SET size = NULL, stamp = NULL WHERE path NOT IN (SELECT path FROM now)",
    "UPDATE pictures SET label = now.label FROM now WHERE pictures.path = now.path",
    """UPDATE pictures SET size = now.size, stamp = now.stamp, crc = NULL, broken = NULL FROM now
       WHERE pictures.path = now.path
       AND (pictures.size IS NOT now.size OR pictures.stamp IS NOT now.stamp)""",
    "UPDATE pictures SET broken = NULL WHERE crc IS NULL",  # what could not even be read is tried again
    """INSERT INTO pictures(path, size, stamp, label) SELECT path, size, stamp, label FROM now
       WHERE true ON CONFLICT(path) DO NOTHING""",
    "DROP TABLE now",
)
"""Bring the pictures in line with those that are there `now`. One that has gone has no size any more; one
that is new, or whose size or stamp has changed, has no checksum until it is read.
"""


class Store:
    """Made by `begin`, closed by `close`, which forgets what is not committed."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._files: dict[Path, Any] = {}

    @classmethod
    def begin(cls, path: Path, root: Path, rebuild: bool = False) -> Store:
        """The index in `path` of the pictures in `root`; `rebuild`: whatever it was, it begins anew.

        Raises InputError for one that is damaged, of another version or of other pictures, and RunError where
        it cannot be written.
        """
        path = opening.place_of(path)
        if path.is_file():
            raise InputError("{path} is a file; an index is a folder. Choose another place.", path=path)
        with writing(path):
            path.mkdir(parents=True, exist_ok=True)
            if rebuild:
                _remove(path)
            fresh = not (path / NAME).exists()
            connection = sqlite3.connect(
                path / NAME, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
        try:
            with writing(path):
                if not fresh:
                    opening.check(connection, path)
                connection.execute("BEGIN IMMEDIATE")
                if fresh:
                    _make(connection)
                _of_root(connection, path, root.resolve())
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(f"PRAGMA busy_timeout = {LONGER}")
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        for file in self._files.values():
            file.close()
        self._files.clear()
        self._connection.close()

    def commit(self) -> None:
        """All that was written until now will be there, whatever happens. Raises RunError."""
        with writing(self.path):
            for file in self._files.values():
                os.fsync(file.fileno())
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN IMMEDIATE")

    def rows(self, query: str, *values: object) -> list[Any]:
        with opening.told_apart(self.path):
            return self._connection.execute(query, values).fetchall()

    def change(self, query: str, *values: object) -> None:
        """Raises RunError."""
        with writing(self.path):
            self._connection.execute(query, values)

    def change_all(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        """The same change once for each of `rows`. Raises RunError."""
        with writing(self.path):
            self._connection.executemany(query, rows)

    # ---- pictures -----------------------------------------------------------------------------------------

    def found(self, listed: Sequence[Listed], labels: Sequence[str | None]) -> None:
        """See FOUND. Raises RunError."""
        self.change("CREATE TEMP TABLE now(path TEXT PRIMARY KEY, size, stamp, label)")
        rows = ((*one, label) for one, label in zip(listed, labels, strict=True))
        self.change_all("INSERT INTO now VALUES (?, ?, ?, ?)", rows)
        for change in FOUND:
            self.change(change)

    # ---- arrays -------------------------------------------------------------------------------------------

    def write(self, network: int, array: Array, places: NDArray[np.int32], values: NDArray[Any]) -> None:
        """Rows of an array's file. Raises RunError."""
        data = np.ascontiguousarray(values, array.dtype)
        ends = np.flatnonzero(np.diff(places) != 1) + 1
        with writing(self.path):
            file = self._file(network, array)
            for part, where in zip(np.split(data, ends), np.split(places, ends), strict=True):
                file.seek(int(where[0]) * array.row_bytes)
                if file.write(part.data) != part.nbytes:
                    raise OSError(28, "the disk is full")

    def row(self, network: int, array: Array, place: int) -> NDArray[Any]:
        with writing(self.path):
            file = self._file(network, array)
            file.seek(place * array.row_bytes)
            return np.frombuffer(file.read(array.row_bytes), array.dtype).reshape(1, *array.row)

    def _file(self, network: int, array: Array) -> Any:
        path = folder_of(self.path, network) / array.file
        if path not in self._files:
            path.parent.mkdir(exist_ok=True)
            path.touch()
            self._files[path] = path.open("r+b", buffering=0)
        return self._files[path]

    # ---- networks -----------------------------------------------------------------------------------------

    def network(self, fingerprint: str) -> tuple[int, About] | None:
        found = self.rows("SELECT id, about FROM networks WHERE fingerprint = ?", fingerprint)
        return (found[0][0], About.from_json(found[0][1])) if found else None

    def add_network(self, fingerprint: str, about: About) -> int:
        """Afresh; what was known of it is forgotten."""
        known = self.network(fingerprint)
        if known is not None:
            for table, column in (("looked", "network"), ("tops", "network"), ("networks", "id")):
                self.change(f"DELETE FROM {table} WHERE {column} = ?", known[0])
        ((last,),) = self.rows("SELECT coalesce(max(id), 0) FROM networks")
        number = max(int(last), known[0] if known else 0) + 1
        self.change("INSERT INTO networks VALUES (?, ?, ?, 0)", number, fingerprint, about.to_json())
        return number

    def tidy(self) -> None:
        """Remove the arrays of networks that the index knows no more."""
        known = {folder_of(self.path, number) for (number,) in self.rows("SELECT id FROM networks")}
        with writing(self.path):
            for folder in set(self.path.glob("network-*")) - known:
                shutil.rmtree(folder)

    def save_tops(self, network: int, layer: int, tops: Sequence[Tops]) -> None:
        for each in tops:
            self.change(
                "INSERT OR REPLACE INTO tops VALUES (?, ?, ?, ?, ?, ?)",
                network,
                layer,
                "lowest" if each.lowest else "highest",
                each.answers.astype("<f4").tobytes(),
                each.places.astype("<i4").tobytes(),
                each.positions.astype("<i4").tobytes(),
            )

    def load_tops(self, network: int, layer: int, tops: Sequence[Tops]) -> None:
        """Fill `tops` with what was saved, if anything was."""
        for each in tops:
            found = self.rows(
                "SELECT answers, places, positions FROM tops WHERE network = ? AND layer = ? AND kind = ?",
                network,
                layer,
                "lowest" if each.lowest else "highest",
            )
            for saved in found:
                for values, data in zip((each.answers, each.places, each.positions), saved, strict=True):
                    values[:] = np.frombuffer(data, values.dtype.newbyteorder("<")).reshape(values.shape)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """What the disk refuses inside becomes a RunError; what was committed stays."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or str(error)
        if "locked" in why:
            raise RunError("The index {path} is being written by another DeepVis.", path=path) from error
        if "no such" in why or "malformed" in why:
            raise opening.damaged(path) from error
        raise RunError(
            "The index {path} cannot be written: {why}. What was indexed is kept: make room, or choose "
            "another place, and start again.",
            path=path,
            why=why.rstrip("."),
        ) from error
    except sqlite3.DatabaseError as error:
        raise opening.damaged(path) from error


def _make(connection: sqlite3.Connection) -> None:
    for statement in SCHEMA.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _remove(path: Path) -> None:
    """The files of an index, and nothing else in the folder."""
    for name in (NAME, f"{NAME}-journal"):
        (path / name).unlink(missing_ok=True)
    for folder in path.glob("network-*"):
        shutil.rmtree(folder)


def _of_root(connection: sqlite3.Connection, path: Path, root: Path) -> None:
    about = dict(connection.execute("SELECT key, value FROM about").fetchall())
    known = Path(about["root"]) if "root" in about else root
    moved = "beside" in about and (path / about["beside"]).resolve() == root
    if known != root and not moved:
        raise InputError(
            "The index {path} is of the pictures in {root}. Choose another place, or make it anew with "
            "--rebuild.",
            path=path,
            root=known,
        )
    rows = [("root", str(root))]
    try:
        rows.append(("beside", os.path.relpath(root, path.resolve())))
    except ValueError:  # on another drive
        connection.execute("DELETE FROM about WHERE key = 'beside'")
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", rows)
