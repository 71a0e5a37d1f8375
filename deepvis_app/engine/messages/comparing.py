"""A frame through the network in use, beside another network, or beside a frame that was kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deepvis_app.engine.messages.frames import Pixels
from deepvis_app.engine.messages.intervening import Compared
from deepvis_app.i18n import Text


@dataclass(frozen=True)
class SidesRequest:
    """A unit and the class scores of the frame, here and on the `other` side. Answered by SidesView.

    `other`: the second network on the same frame, or this network on the kept one. `other_layer`,
    `other_unit`: of the second network, None the same. `size`: side of the pictures in device pixels.
    `count` classes are listed. `exact`: in float32. `token` differs where the other side does.
    """

    layer: str
    unit: int
    size: int
    count: int
    other: Literal["network", "frame"]
    other_layer: str | None = None
    other_unit: int | None = None
    exact: bool = True
    token: int = 0


@dataclass(frozen=True)
class Side:
    """`pixels` (h, w, 3): the unit's map; None where it has none, and `about` says why. `frame`: the number
    of the frame that was seen.
    """

    title: str
    frame: int
    layer: str
    unit: int
    pixels: Pixels | None = None
    mean: float = 0.0
    maximum: float = 0.0
    about: Text | None = None


@dataclass(frozen=True)
class SidesView:
    """`difference` (h, w, 3): the other side's map less this one's, dark where they agree; None where their
    sizes differ, and `about` says so. Both maps have one scale, to `peak`, where there is a difference, of
    which `largest` is the largest. `classes`: NaN where a side has no such class.
    """

    layer: str
    unit: int
    here: Side
    there: Side
    difference: Pixels | None
    peak: float = 0.0
    largest: float = 0.0
    about: Text | None = None
    classes: tuple[Compared, ...] = ()
    probabilities: bool = True
    exact: bool = True
    milliseconds: float = 0.0
