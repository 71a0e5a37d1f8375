"""Many small pictures as one: where each cell lies, and the mosaic itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Layout:
    """`count` square cells of `cell` pixels a side, `gap` apart, `columns` in a row; no outer margin."""

    count: int
    columns: int
    cell: int
    gap: int = 0

    @classmethod
    def fitting(cls, count: int, width: int, height: int, gap: int = 0, largest: int = 1 << 15) -> Layout:
        """The layout with the largest cells with which all of them fit into `width` x `height`."""
        best = cls(count, max(1, count), 1, gap)
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            cell = min((width + gap) // columns - gap, (height + gap) // rows - gap, largest)
            if cell > best.cell:
                best = cls(count, columns, cell, gap)
        return best

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns)

    @property
    def width(self) -> int:
        return self.columns * (self.cell + self.gap) - self.gap

    @property
    def height(self) -> int:
        return max(0, self.rows * (self.cell + self.gap) - self.gap)

    def cell_rect(self, index: int) -> tuple[int, int, int, int]:
        """(x, y, width, height) of the cell `index`."""
        row, column = divmod(index, self.columns)
        pitch = self.cell + self.gap
        return column * pitch, row * pitch, self.cell, self.cell

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell under a point; None in a gap or beyond the cells."""
        pitch = self.cell + self.gap
        column, row = int(x // pitch), int(y // pitch)
        in_gap = x - column * pitch >= self.cell or y - row * pitch >= self.cell
        index = row * self.columns + column
        if in_gap or not 0 <= column < self.columns or not 0 <= index < self.count:
            return None
        return index


def mosaic(maps: Pixels, cell: int, gap: int = 0, columns: int = 1, background: int = 0) -> Pixels:
    """`maps` (N, h, w) or (N, h, w, 3) side by side, each fitted and centred in its square cell.

    Returns the picture of Layout(N, columns, cell, gap), (H, W) or (H, W, 3). Maps smaller than the cell
    are enlarged to the nearest pixel, so that each value stays seen as it is; larger ones are averaged.
    Gaps, margins and missing cells get the level `background`.
    """
    count, height, width = maps.shape[:3]
    layout = Layout(count, columns, cell, gap)
    if count == 0 or height == 0 or width == 0:
        return np.full((layout.height, layout.width, *maps.shape[3:]), background, np.uint8)
    fitted = cell / max(height, width)
    high, wide = max(1, round(height * fitted)), max(1, round(width * fitted))
    sheet = _sheet(maps, layout, background)
    if high < height or wide < width:
        sheet = _averaged(sheet, layout.columns * wide, layout.rows * high)
        height, width = high, wide
    sheet = sheet.take(_places(layout.columns, width, wide, layout), axis=1)
    return sheet.take(_places(layout.rows, height, high, layout), axis=0)


def _sheet(maps: Pixels, layout: Layout, background: int) -> Pixels:
    """All maps side by side without gaps, and one row and column of background at the ends."""
    count, height, width, *rest = maps.shape
    rows, columns = layout.rows, layout.columns
    sheet = np.empty((rows * height + 1, columns * width + 1, *rest), np.uint8)
    sheet[-1] = background
    sheet[:, -1] = background
    cells = sheet[:-1, :-1].reshape(rows, height, columns, width, *rest, copy=False)
    by_cell = cells.swapaxes(1, 2)  # (rows, columns, height, width)
    full = count // columns
    by_cell[:full] = maps[: full * columns].reshape(full, columns, height, width, *rest)
    if full < rows:
        by_cell[full, : count - full * columns] = maps[full * columns :]
        by_cell[full, count - full * columns :] = background
    return sheet


def _averaged(sheet: Pixels, width: int, height: int) -> Pixels:
    """The sheet shrunk by averaging. Cells shrink by the same factor, so none bleeds into another."""
    inner = Image.fromarray(sheet[:-1, :-1]).resize((width, height), Image.Resampling.BOX)
    shrunk = np.empty((height + 1, width + 1, *sheet.shape[2:]), np.uint8)
    shrunk[:-1, :-1] = np.asarray(inner)
    shrunk[-1] = sheet[-1, -1]
    shrunk[:, -1] = sheet[-1, -1]
    return shrunk


def _places(cells: int, source: int, shown: int, layout: Layout) -> NDArray[np.intp]:
    """For each pixel along one side of the mosaic, the sheet's pixel to show; the last is background."""
    pitch = layout.cell + layout.gap
    places = np.full((cells, pitch), cells * source, np.intp)
    margin = (layout.cell - shown) // 2
    nearest: NDArray[Any] = (np.arange(shown) * source) // shown
    places[:, margin : margin + shown] = nearest + np.arange(cells)[:, None] * source
    return places.ravel()[: cells * pitch - layout.gap]
