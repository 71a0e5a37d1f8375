"""What the jobs over a folder of pictures tell, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deepvis_app.engine.messages.frames import Pixels


@dataclass(frozen=True)
class IndexRef:
    """An index as the window has it open: `count` pictures of the network of that fingerprint."""

    path: Path
    fingerprint: str
    count: int


@dataclass(frozen=True)
class Indexed:
    """How far the pass over pictures is: `done` of `total` are in the index at `path`, or among the `broken`.

    `rate`: pictures looked at in a second, lately; None before there were any, and `seconds_left` likewise.
    `problems`: when `finished`, the path of each broken picture, and why.
    """

    path: Path
    done: int = 0
    total: int = 0
    broken: int = 0
    rate: float | None = None
    seconds_left: float | None = None
    looked: int = 0
    problems: tuple[tuple[str, str], ...] = ()
    finished: bool = False


@dataclass(frozen=True)
class Driven:
    """What in the picture `number` drives a neuron: `pixels` (h, w, 3) of the network's input size; None
    where the picture has vanished.
    """

    number: int
    pixels: Pixels | None = None
    finished: bool = True
