"""What a unit looks for, read from an index: its patches, the pictures that they are of, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from deepvis_app.engine.messages import LayerInfo, Pixels, Rect
from deepvis_app.errors import PictureError
from deepvis_app.pictures.fields import ReceptiveField, sight, tile
from deepvis_app.pictures.preprocessing import Preprocessing

if TYPE_CHECKING:
    from deepvis_app.index.entries import Patch
    from deepvis_app.index.reading import Index
    from deepvis_app.index.statistics import Statistics

SIDE = 112
"""Pixels of a patch's longer side, if nothing else is said."""
BEYOND, NOTHING = 22, 128  # greys: where a unit sees beyond the picture, and where nothing drives it


@dataclass(frozen=True)
class PatchTile:
    """One of a unit's patches. `pixels` (h, w, 3); None where the picture has vanished."""

    picture: int
    name: str
    label: str | None
    value: float
    position: tuple[int, int]
    pixels: Pixels | None


@dataclass(frozen=True)
class UnitFacts:
    """Over all pictures. `favourite`: the label that the unit answers to most, `selectivity` (0 to 1) how
    much more than to the others; `active`: the share of values above zero.
    """

    mean: float
    deviation: float
    maximum: float
    active: float
    dead: bool
    always_on: bool
    selectivity: float
    favourite: str | None


UnitOrder = Literal["number", "selectivity", "answer"]


@dataclass(frozen=True)
class LayerFacts:
    """Of all units of a layer."""

    layer: str
    statistics: Statistics
    groups: tuple[str, ...]

    def of(self, unit: int) -> UnitFacts:
        found = self.statistics
        favourite = int(found.favourite[unit])
        return UnitFacts(
            mean=float(found.mean[unit]),
            deviation=float(found.deviation[unit]),
            maximum=float(found.maximum[unit]),
            active=1 - float(found.sparsity[unit]),
            dead=bool(found.dead[unit]),
            always_on=bool(found.always_on[unit]),
            selectivity=float(found.selectivity[unit]),
            favourite=self.groups[favourite] if favourite >= 0 else None,
        )

    def order(self, by: UnitOrder) -> list[int]:
        """The units, the most selective or the most strongly answering first; dead ones come last."""
        found = self.statistics
        if by == "number":
            return list(range(len(found.mean)))
        values = found.selectivity if by == "selectivity" else found.maximum
        first: list[int] = np.lexsort((-values, found.dead)).tolist()
        return first


@dataclass(frozen=True)
class UnitPatches:
    """`of`: how many pictures were looked at."""

    layer: str
    unit: int
    tiles: tuple[PatchTile, ...]
    of: int


@dataclass(frozen=True)
class WholePicture:
    """`pixels` None: vanished, and `path` says which. `guesses`: the most likely classes and their scores."""

    picture: int
    path: str
    label: str | None
    guesses: tuple[tuple[str, float], ...]
    pixels: Pixels | None
    field: Rect | None = None  # what a neuron sees of it


def unit_patches(
    index: Index,
    layer: LayerInfo,
    units: Sequence[int],
    how: Preprocessing,
    count: int = 9,
    lowest: bool = False,
    side: int = SIDE,
) -> tuple[UnitPatches, ...]:
    """The `count` patches of each of `units`, cut from the pictures that became the input by `how`.

    The longer side of each is `side` pixels. Raises UnknownNameError and OutOfRangeError.
    """
    return tuple(
        UnitPatches(
            layer.name,
            unit,
            tuple(
                _tile(index, layer, patch, how, side) for patch in index.top(layer.name, unit, count, lowest)
            ),
            index.count,
        )
        for unit in units
    )


def layer_facts(index: Index, layer: str) -> LayerFacts:
    """Slow over many pictures, the first time."""
    return LayerFacts(layer, index.statistics(layer), index.groups)


def whole_picture(
    index: Index,
    picture: int,
    how: Preprocessing,
    layer: LayerInfo | None = None,
    position: tuple[int, int] | None = None,
) -> WholePicture:
    """The picture as it is; with what the neuron at `position` of `layer` sees of it."""
    known = index.picture(picture)
    pixels = _pixels(index, picture)
    field = None
    if pixels is not None and layer is not None and position is not None:
        field = sight(_seen(layer, position), how, (pixels.shape[1], pixels.shape[0])).box
    guesses = tuple(
        (index.classes[number], score) for number, score in zip(known.classes, known.scores, strict=True)
    )
    return WholePicture(picture, known.path, known.label, guesses, pixels, field)


def driven_tile(pixels: Pixels, layer: LayerInfo, position: tuple[int, int], how: Preprocessing) -> Pixels:
    """The part of a backward picture (H, W, 3) of the input that lies under the neuron's patch."""
    return tile(pixels, sight(_seen(layer, position), how), SIDE, NOTHING)


def _tile(index: Index, layer: LayerInfo, patch: Patch, how: Preprocessing, side: int) -> PatchTile:
    whole = _pixels(index, patch.picture)
    cut = None
    if whole is not None:
        where = sight(_seen(layer, patch.position), how, (whole.shape[1], whole.shape[0]))
        cut = tile(whole, where, side, BEYOND)
    name = index.paths[patch.picture].rpartition("/")[2]
    label = index.picture_labels[patch.picture]
    return PatchTile(patch.picture, name, label, patch.value, patch.position, cut)


def _pixels(index: Index, picture: int) -> Pixels | None:
    try:
        return index.pixels(picture)
    except PictureError:
        return None  # moved, deleted or broken since: shown as missing


def _seen(layer: LayerInfo, position: tuple[int, int]) -> ReceptiveField | None:
    return None if layer.sees is None else layer.sees.at(*position)
