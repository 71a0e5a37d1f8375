"""Where the cells of a unit grid lie, in device pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from deepvis_app.pictures.tiling import Layout

# Sides in logical pixels.
GAP = 2
_USUAL = 44  # of a map's cell, where not all cells fit
_LEAST_FITTED = 36  # all cells are shown at once if they can be as large as this
_LARGEST_FITTED = 128
_SMALLEST = 12
_NUMBER = (44, 28)  # of a vector's cell: width, height
_NAME = (112, 36)


@dataclass(frozen=True)
class Cells:
    """`count` cells, `columns` in a row, each `width` x `height`, `gap` apart; no outer margin."""

    count: int
    columns: int
    width: int
    height: int
    gap: int

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns)

    @property
    def row_pitch(self) -> int:
        return self.height + self.gap

    @property
    def column_pitch(self) -> int:
        return self.width + self.gap

    @property
    def total_height(self) -> int:
        return max(0, self.rows * self.row_pitch - self.gap)

    def rect(self, place: int) -> QRect:
        row, column = divmod(place, self.columns)
        return QRect(column * self.column_pitch, row * self.row_pitch, self.width, self.height)

    def at(self, x: float, y: float) -> int | None:
        """The place under a point; a gap belongs to the cell before it."""
        column, row = int(x // self.column_pitch), int(y // self.row_pitch)
        place = row * self.columns + column
        inside = x >= 0 and y >= 0 and column < self.columns and place < self.count
        return place if inside else None

    def rows_between(self, top: int, bottom: int) -> tuple[int, int]:
        """(first row, number of rows) that show between two heights."""
        first = min(max(0, top // self.row_pitch), max(0, self.rows - 1))
        last = min(max(first, (bottom - 1) // self.row_pitch), self.rows - 1)
        return first, max(0, last - first + 1)

    def same_cells(self, other: Cells) -> bool:
        """Whether a picture of one fits the other, whatever their counts."""
        return (self.columns, self.width, self.height, self.gap) == (
            other.columns,
            other.width,
            other.height,
            other.gap,
        )


def map_cells(count: int, width: int, height: int, ratio: float, side: float | None) -> Cells:
    """Square cells for `count` maps in `width` x `height` device pixels.

    `side` is what the user wants, in logical pixels; without it all cells fit if they stay large enough.
    Cells then grow until the columns fill the width.
    """
    gap = max(1, round(GAP * ratio))
    if side is None:
        fitting = Layout.fitting(count, width, height, gap, round(_LARGEST_FITTED * ratio))
        if fitting.cell >= _LEAST_FITTED * ratio:
            return Cells(count, fitting.columns, fitting.cell, fitting.cell, gap)
        side = _USUAL
    columns = _columns(width, max(side, _SMALLEST) * ratio, gap, count)
    cell = (width + gap) // columns - gap
    return Cells(count, columns, cell, cell, gap)


def vector_cells(count: int, width: int, ratio: float, side: float | None, named: bool) -> Cells:
    """Flat cells for `count` single values, wide enough for their names or numbers."""
    gap = max(1, round(GAP * ratio))
    usual_width, high = _NAME if named else _NUMBER
    columns = _columns(width, max(side or usual_width, usual_width) * ratio, gap, width)
    return Cells(count, columns, (width + gap) // columns - gap, round(high * ratio), gap)


def _columns(width: int, side: float, gap: int, most: int) -> int:
    return min(max(1, round((width + gap) / (side + gap))), max(1, most))
