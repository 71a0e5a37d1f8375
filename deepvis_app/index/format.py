"""How an index lies on disk: a folder with one SQLite file, and arrays beside it that are mapped into memory.

    index.sqlite     pictures (shared by all networks), networks, the row of each picture, top lists
    network-1/...    the arrays of one network; row r of each belongs to the same picture

A row of `layer-K.f32` holds what one picture made of each unit of a layer: see `fields`. All that an index
tells of units is computed from these rows, so that it does not matter in which order, or in how many runs,
the pictures were looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

NAME = "index.sqlite"
APPLICATION = 0x44565849  # "DVXI", in the SQLite file's header
VERSION = 1

PIXELS = "pixels"
"""The name of the code that is the picture itself, SIDE x SIDE pixels."""
SIDE = 16
THUMBNAIL = 64  # pixels of a thumbnail's longer side
BEST = 5  # classes that are kept of a picture

SCHEMA = """
CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE pictures(
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER, stamp INTEGER, crc INTEGER,
    width INTEGER, height INTEGER, label TEXT, thumbnail BLOB, broken TEXT
);
CREATE TABLE networks(
    id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, about TEXT NOT NULL, finished INTEGER NOT NULL
);
CREATE TABLE looked(
    network INTEGER NOT NULL, place INTEGER NOT NULL, picture INTEGER NOT NULL, crc INTEGER NOT NULL,
    PRIMARY KEY (network, place)
) WITHOUT ROWID;
CREATE UNIQUE INDEX looked_once ON looked(network, picture);
CREATE TABLE tops(
    network INTEGER NOT NULL, layer INTEGER NOT NULL, kind TEXT NOT NULL, answers BLOB NOT NULL,
    places BLOB NOT NULL, positions BLOB NOT NULL, PRIMARY KEY (network, layer, kind)
);
"""


@dataclass(frozen=True)
class IndexedLayer:
    """`map_size`: (height, width) of a unit's map; (1, 1) where it answers one number."""

    name: str
    title: str
    units: int
    map_size: tuple[int, int]

    @property
    def positions(self) -> int:
        return self.map_size[0] * self.map_size[1]


@dataclass(frozen=True)
class About:
    """What was asked of which network. `codes`: by name how many numbers; `top`: how many patches of a unit.

    `batch`: how many pictures at once, on which the last bits of every number may depend.
    """

    title: str
    spec: str
    classes: tuple[str, ...]
    layers: tuple[IndexedLayer, ...]
    codes: dict[str, int]
    top: int
    lowest: bool
    batch: int

    @property
    def code_layers(self) -> tuple[str, ...]:
        return tuple(name for name in self.codes if name != PIXELS)

    def keeps(self, other: About) -> bool:
        """Whether what was kept as `other` says is what is to be kept; names may differ."""
        return replace(self, title=other.title, spec=other.spec, classes=other.classes) == other

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, written: str) -> About:
        read = json.loads(written)
        layers = tuple(IndexedLayer(**{**one, "map_size": tuple(one["map_size"])}) for one in read["layers"])
        return cls(**{**read, "classes": tuple(read["classes"]), "layers": layers})


def fields(layer: IndexedLayer, lowest: bool) -> tuple[str, ...]:
    """What a row holds for each unit of the layer: of its map the largest value, (the lowest,) the mean, the
    mean of the squares and the share of what is above zero. One number alone is all of these.
    """
    extremes = ("largest", "lowest") if lowest and layer.positions > 1 else ("largest",)
    return extremes if layer.positions == 1 else (*extremes, "mean", "square", "positive")


@dataclass(frozen=True)
class Array:
    """A file of one network's; `row` is the shape of each picture's part."""

    file: str
    dtype: str
    row: tuple[int, ...]

    @property
    def row_bytes(self) -> int:
        return int(np.dtype(self.dtype).itemsize * np.prod(self.row))


def layer_array(about: About, number: int) -> Array:
    layer = about.layers[number]
    return Array(f"layer-{number}.f32", "<f4", (len(fields(layer, about.lowest)), layer.units))


def code_array(about: About, name: str) -> Array:
    if name == PIXELS:
        return Array("pixels.f16", "<f2", (about.codes[name],))
    return Array(f"code-{list(about.codes).index(name)}.f32", "<f4", (about.codes[name],))


def class_arrays() -> tuple[Array, Array]:
    """The most likely classes, -1 where there are no more, and their probabilities."""
    return Array("classes.i32", "<i4", (BEST,)), Array("scores.f32", "<f4", (BEST,))


def arrays(about: About) -> Iterator[Array]:
    """All files of one network."""
    for number in range(len(about.layers)):
        yield layer_array(about, number)
    for name in about.codes:
        yield code_array(about, name)
    yield from class_arrays()


def folder_of(index: Path, network: int) -> Path:
    return index / f"network-{network}"
