"""What an index is made of: its networks, pictures and patches."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from deepvis_app.errors import InputError
from deepvis_app.index import opening
from deepvis_app.index.format import About


@dataclass(frozen=True)
class IndexedPicture:
    """`path`: from the root of the pictures on. `label`: its folder's name. The most likely `classes`, and
    their probabilities `scores`: none where the network has no classes.
    """

    id: int
    path: str
    label: str | None
    classes: tuple[int, ...]
    scores: tuple[float, ...]


@dataclass(frozen=True)
class Patch:
    """Where in which picture a unit answers most (or least): `position` (y, x) in its map."""

    picture: int
    value: float
    position: tuple[int, int]


@dataclass(frozen=True)
class IndexedNetwork:
    """A network that a store knows; `finished`: it has looked at every picture that was found."""

    fingerprint: str
    title: str
    finished: bool


def networks(path: Path) -> tuple[IndexedNetwork, ...]:
    """Those that the store knows, the one indexed last at the end. Raises InputError as `Index.open` does."""
    place = opening.place_of(path)
    connection = opening.reading(place)
    try:
        with opening.told_apart(place):
            found = connection.execute(
                "SELECT fingerprint, about, finished FROM networks ORDER BY id"
            ).fetchall()
    finally:
        connection.close()
    return tuple(IndexedNetwork(key, About.from_json(about).title, bool(done)) for key, about, done in found)


def network_in(connection: sqlite3.Connection, path: Path, fingerprint: str | None) -> int:
    """The number of that network, of the last one without a fingerprint. Raises InputError."""
    known = connection.execute("SELECT id, fingerprint, about FROM networks ORDER BY id DESC").fetchall()
    if not known:
        raise InputError("The index {path} holds nothing yet.", path=path)
    found = [number for number, key, _ in known if fingerprint in (None, key)]
    if not found:
        raise InputError(
            "The index {path} is of another network ({titles}). Index the pictures with this one too.",
            path=path,
            titles=", ".join(About.from_json(about).title for _, _, about in known),
        )
    return int(found[0])
