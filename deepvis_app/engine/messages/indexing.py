"""What the jobs over a folder of pictures tell, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deepvis_app.engine.messages.frames import Pixels
from deepvis_app.i18n import Text


@dataclass(frozen=True)
class Indexed:
    """How far the pass over a folder is: `seen` of `total` pictures, `fresh` of them looked at in this run.

    `rate`: pictures looked at in a second. `broken`: (name, why) of those that cannot be read. `kept` of the
    pictures are safe in the index at `path`, should the pass be stopped.
    """

    path: Path
    seen: int = 0
    total: int = 0
    fresh: int = 0
    rate: float = 0.0
    broken: tuple[tuple[str, Text], ...] = ()
    kept: int = 0
    finished: bool = False


@dataclass(frozen=True)
class Driven:
    """What in the picture `number` drives a neuron: `pixels` (h, w, 3) of the network's input size."""

    number: int
    pixels: Pixels | None = None
    finished: bool = True
