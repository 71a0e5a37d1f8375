"""How a unit grid is painted: one blit, gaps over it, outlines, and words on the cells of vectors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from deepvis_app.engine.messages import GridView
from deepvis_app.ui.theme import Tokens
from deepvis_app.ui.widgets.paint import Lut, Picture
from deepvis_app.ui.widgets.unit_cells import Cells


@dataclass(frozen=True)
class Shown:
    """The pixels on the screen and where they belong; kept until the next ones come."""

    view: GridView
    cells: Cells
    picture: Picture
    lut: Lut

    @property
    def rows(self) -> int:
        places = len(self.view.visible)
        return -(-places // self.cells.columns)


def paint_cells(painter: QPainter, shown: Shown, offset: int, colours: Tokens) -> None:
    """The picture of rows `first_row` and on, scrolled by `offset` device pixels, and its gaps."""
    cells, first = shown.cells, shown.view.first_row
    top = first * cells.row_pitch - offset
    width = cells.columns * cells.column_pitch - cells.gap
    height = shown.rows * cells.row_pitch - cells.gap
    if height <= 0:
        return
    painter.drawImage(QRect(0, top, width, height), shown.picture.image)
    gap = QColor(colours.canvas)
    for column in range(1, cells.columns):
        painter.fillRect(column * cells.column_pitch - cells.gap, top, cells.gap, height, gap)
    for row in range(1, shown.rows):
        painter.fillRect(0, top + row * cells.row_pitch - cells.gap, width, cells.gap, gap)
    filled = len(shown.view.visible) % cells.columns
    if filled:
        left = filled * cells.column_pitch - cells.gap
        last = top + (shown.rows - 1) * cells.row_pitch
        painter.fillRect(left, last, width - left, cells.height, QColor(colours.window))


def paint_outline(painter: QPainter, cell: QRect, colour: str, width: int) -> None:
    """Around the cell, over its gaps."""
    outer = cell.adjusted(-width, -width, width, width)
    for x, y, w, h in (
        (outer.x(), outer.y(), outer.width(), width),
        (outer.x(), cell.y() + cell.height(), outer.width(), width),
        (outer.x(), cell.y(), width, cell.height()),
        (cell.x() + cell.width(), cell.y(), width, cell.height()),
    ):
        painter.fillRect(x, y, w, h, QColor(colour))


def paint_words(
    painter: QPainter, shown: Shown, offset: int, ratio: float, label: Callable[[int], str | None]
) -> None:
    """Each visible vector cell's number, or name and value; in logical pixels."""
    cells, view = shown.cells, shown.view
    metrics = QFontMetricsF(painter.font())
    bright = _is_bright(shown.lut)[view.pixels.reshape(-1)[: len(view.visible)]]
    first = view.first_row * cells.columns
    for place, unit in enumerate(view.visible):
        rect = cells.rect(first + place).translated(0, -offset)
        box = QRectF(rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio)
        painter.setPen(QColor("#14161a" if bright[place] else "#e8eaed"))
        name = label(unit)
        if name is None:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(unit))
            continue
        room = box.adjusted(6, 3, -6, -3)
        elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), elided)
        value = f"{view.maxima[place]:.2f}"
        painter.drawText(QPointF(room.left(), room.bottom() - metrics.descent()), value)


def _is_bright(lut: Lut) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each level, whether dark words read better on its colour."""
    red, green, blue = (lut >> 16) & 255, (lut >> 8) & 255, lut & 255
    return np.asarray(0.299 * red + 0.587 * green + 0.114 * blue > 118)
