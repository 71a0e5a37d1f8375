"""What panels ask of an index, as functions for `Library.ask`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deepvis_app.index.entries import IndexedPicture
from deepvis_app.index.groups import CommonUnit, common_classes, common_units
from deepvis_app.index.mistakes import Mistakes, Order, Pair
from deepvis_app.index.reading import Index
from deepvis_app.pictures.decode import Pixels

__all__ = [
    "CommonUnit",
    "Group",
    "IndexedPicture",
    "Mistakes",
    "Order",
    "Pair",
    "UnitMarks",
    "group",
    "mistakes",
    "pictures",
    "thumbnails",
    "unit_marks",
]

SELECTIVE = 5.0


@dataclass(frozen=True)
class Group:
    """What the pictures `ids` share: units of `layer` ("" where the index has not looked at it), and labels
    and predictions with how many have them.
    """

    ids: tuple[int, ...]
    layer: str
    units: tuple[CommonUnit, ...]
    labels: tuple[tuple[str, int], ...]
    said: tuple[tuple[str, int], ...]


def group(index: Index, layer: str, ids: Sequence[int]) -> Group:
    known = layer in {one.name for one in index.layers}
    units = common_units(index.answers(layer), ids) if known else ()
    order = {name: number for number, name in enumerate(index.labels)}
    labels = np.array([order.get(name or "", -1) for name in index.picture_labels], np.int32)
    said = index.predictions()[0][:, 0]
    return Group(
        tuple(ids),
        layer if known else "",
        units,
        tuple((index.labels[number], count) for number, count in common_classes(labels, ids)),
        tuple((index.classes[number], count) for number, count in common_classes(said, ids)),
    )


def mistakes(index: Index) -> Mistakes:
    """With its slow order worked out, so that the window need not. Raises RunError without labels."""
    classes, scores = index.predictions()
    found = Mistakes(index.true_classes(), classes, scores)
    found.order("alike")
    return found


@dataclass(frozen=True)
class UnitMarks:
    """What is worth knowing of a layer's units over all pictures: arrays (units,).

    `selective`: the mean answer to one label, `favourite`, is at least SELECTIVE times that to the others.
    `ranking`: all units, those that favour a label most first.
    """

    layer: str
    of: int  # pictures
    dead: NDArray[np.bool_]
    always_on: NDArray[np.bool_]
    selective: NDArray[np.bool_]
    selectivity: NDArray[np.float32]
    favourite: tuple[str | None, ...]
    ranking: tuple[int, ...]


def unit_marks(index: Index, layer: str) -> UnitMarks | None:
    """None where the index has not looked at that layer."""
    if layer not in {one.name for one in index.layers}:
        return None
    found = index.statistics(layer)
    return UnitMarks(
        layer,
        index.count,
        found.dead,
        found.always_on,
        found.selectivity >= (SELECTIVE - 1) / (SELECTIVE + 1),
        found.selectivity,
        tuple(index.groups[number] if number >= 0 else None for number in found.favourite.tolist()),
        tuple(np.argsort(-found.selectivity, kind="stable").tolist()),
    )


def thumbnails(index: Index, ids: Sequence[int]) -> dict[int, Pixels]:
    return dict(zip(ids, index.thumbnails(ids), strict=True))


def pictures(index: Index, ids: Sequence[int]) -> dict[int, tuple[IndexedPicture, Pixels]]:
    """With their thumbnails."""
    return {id: (index.picture(id), index.thumbnail(id)) for id in ids}
