"""Pictures of the units of a layer, kept on disk: in the user's cache, or shipped among the resources.

A sheet is one JPEG of square cells in rows, without gaps, its sides whole blocks of 8 pixels so that no cell
colours its neighbour; which cells are done stands in its comment.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

from deepvis_app import paths
from deepvis_app.errors import PictureError
from deepvis_app.pictures.decode import decode
from deepvis_app.pictures.saving import read_about, save_jpeg

Pixels = NDArray[np.uint8]

FOLDER = "unit-pictures"
BLOCK = 8  # pixels: JPEG's
BEHIND = 32  # the grey of a cell that is still to come


@dataclass(frozen=True)
class UnitSheet:
    """`pixels` (units, side, side, 3) of which `done` (units,) are made, of a layer; filled in place."""

    layer: str
    pixels: Pixels
    done: NDArray[np.bool_]
    about: dict[str, object] = field(default_factory=dict)

    @classmethod
    def empty(cls, layer: str, units: int, side: int, about: dict[str, object] | None = None) -> UnitSheet:
        assert side % BLOCK == 0
        pixels = np.full((units, side, side, 3), BEHIND, np.uint8)
        return cls(layer, pixels, np.zeros(units, bool), about or {})

    @property
    def side(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def complete(self) -> bool:
        return bool(self.done.all())

    def picture(self, unit: int) -> Pixels | None:
        """(side, side, 3); None where it is not made yet."""
        return self.pixels[unit] if 0 <= unit < len(self.done) and self.done[unit] else None

    def put(self, unit: int, picture: Pixels) -> None:
        self.pixels[unit] = picture
        self.done[unit] = True


def find(weights: str, layer: str) -> UnitSheet | None:
    """The sheet of that layer of the network with those weights (Network.weights_hash): the user's, or the
    shipped one where that has more. None where there is none that can be read.
    """
    found = [sheet for folder in folders() if (sheet := load(folder / weights / _name(layer), layer))]
    return max(found, key=lambda sheet: int(sheet.done.sum()), default=None)


def folders() -> tuple[Path, Path]:
    """Where sheets lie: the user's cache, and the resources."""
    return paths.cache_dir() / FOLDER, paths.resources() / FOLDER


def place(folder: Path, weights: str, layer: str) -> Path:
    """Where that layer's sheet belongs in `folder`, which is made."""
    path = folder / weights / _name(layer)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def save(path: Path, sheet: UnitSheet) -> None:
    """Raises RunError."""
    units, side = len(sheet.done), sheet.side
    columns = math.ceil(math.sqrt(units))
    rows = -(-units // columns)
    cells = np.full((rows * columns, side, side, 3), BEHIND, np.uint8)
    cells[:units] = sheet.pixels
    whole = cells.reshape(rows, columns, side, side, 3).swapaxes(1, 2).reshape(rows * side, columns * side, 3)
    done = np.packbits(sheet.done).tobytes().hex()
    save_jpeg(path, whole, {**sheet.about, "layer": sheet.layer, "units": units, "side": side, "done": done})


def load(path: Path, layer: str) -> UnitSheet | None:
    """None where there is no file, or none that `save` wrote for that layer."""
    try:
        about = read_about(path) if path.is_file() else None
        if about is None or about.pop("layer", None) != layer:
            return None
        units, side, done = int(about.pop("units")), int(about.pop("side")), about.pop("done")
        columns = math.ceil(math.sqrt(units))
        whole = decode(path)
        cells = whole.reshape(-1, side, columns, side, 3).swapaxes(1, 2).reshape(-1, side, side, 3)
        flags = np.unpackbits(np.frombuffer(bytes.fromhex(done), np.uint8), count=units).astype(bool)
        return UnitSheet(layer, cells[:units].copy(), flags, about)
    except (PictureError, KeyError, ValueError, TypeError):
        return None


def _name(layer: str) -> str:
    return quote(layer, safe="") + ".jpg"
