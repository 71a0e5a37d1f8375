"""Units in the order of what their silencing does to a class, as it crosses to the window. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RankedUnit:
    """`drop`: by how much the class's probability falls without the unit; an estimate unless `exact`."""

    unit: int
    drop: float
    exact: bool


@dataclass(frozen=True)
class Ranked:
    """The `units` of `layer` that a class hangs on most, the largest drop first.

    `probability`: the class's, with all units. `known` of `count` units are exact so far.
    """

    layer: str
    class_index: int
    label: str
    probability: float
    units: tuple[RankedUnit, ...]
    known: int
    count: int
    finished: bool = False
