"""How a unit grid is painted: one blit, gaps over it, outlines, and words on the cells of vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygon, QStaticText

from deepvis_app.engine.messages import Action, GridView
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens
from deepvis_app.ui.widgets.paint import Lut, Picture, rects_around
from deepvis_app.ui.widgets.unit_cells import Cells

_MOST_WORDS = 8192  # kept laid out


@dataclass(frozen=True)
class Shown:
    """The pixels on the screen and where they belong; kept until the next ones come."""

    view: GridView
    cells: Cells
    picture: Picture
    lut: Lut
    labels: Sequence[str] = ()  # of the units, where they have names

    def label(self, unit: int) -> str | None:
        return self.labels[unit] if unit < len(self.labels) else None

    @property
    def rows(self) -> int:
        places = len(self.view.visible)
        return -(-places // self.cells.columns)


def paint_cells(painter: QPainter, shown: Shown, offset: int, around: QRect, colours: Tokens) -> None:
    """The picture of rows `first_row` and on, scrolled by `offset` device pixels; what is beside it."""
    cells = shown.cells
    top = shown.view.first_row * cells.row_pitch - offset
    size = QSize(
        cells.columns * cells.column_pitch - cells.gap, max(0, shown.rows * cells.row_pitch - cells.gap)
    )
    picture = QRect(QPoint(0, top), size)
    for beside in rects_around(around, picture.intersected(around)):
        painter.fillRect(beside, QColor(colours.window))
    if picture.isEmpty():
        return
    if size == shown.picture.size:
        painter.drawImage(picture.topLeft(), shown.picture.image)
    else:  # of a vector, one pixel a cell
        painter.drawImage(picture, shown.picture.image)
    _paint_gaps(painter, shown, picture, colours)


def _paint_gaps(painter: QPainter, shown: Shown, picture: QRect, colours: Tokens) -> None:
    cells, top = shown.cells, picture.y()
    gap = QColor(colours.canvas)
    for column in range(1, cells.columns):
        painter.fillRect(column * cells.column_pitch - cells.gap, top, cells.gap, picture.height(), gap)
    for row in range(1, shown.rows):
        painter.fillRect(0, top + row * cells.row_pitch - cells.gap, picture.width(), cells.gap, gap)
    filled = len(shown.view.visible) % cells.columns
    if filled:
        left = filled * cells.column_pitch - cells.gap
        last = top + (shown.rows - 1) * cells.row_pitch
        painter.fillRect(left, last, picture.width() - left, cells.height, QColor(colours.window))


def paint_outline(painter: QPainter, cell: QRect, colour: str, width: int) -> None:
    """Around the cell, over its gaps."""
    for side in rects_around(cell.adjusted(-width, -width, width, width), cell):
        painter.fillRect(side, QColor(colour))


def paint_action(painter: QPainter, cell: QRect, action: Action, colours: Tokens) -> None:
    """Something is done to the unit: silenced, it is dark and crossed out; else it has a coloured corner."""
    if cell.isEmpty():
        return
    painter.save()
    painter.setClipRect(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if action == "silence":
        painter.fillRect(cell, QColor(0, 0, 0, 165))
        painter.setPen(QPen(QColor(colours.accent), max(1.5, cell.width() / 24)))
        painter.drawLine(cell.bottomLeft(), cell.topRight())
    else:
        side = max(7, cell.width() // 4)
        corner = QPolygon(
            [cell.topRight(), cell.topRight() - QPoint(side, 0), cell.topRight() + QPoint(0, side)]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawPolygon(corner)
    painter.restore()


class Words:
    """The words on vector cells: laid out once, kept while they come again."""

    def __init__(self) -> None:
        self._laid: dict[tuple[str, int], QStaticText] = {}
        self._dark, self._light = QColor("#14161a"), QColor("#e8eaed")

    def paint(self, painter: QPainter, shown: Shown, offset: int, ratio: float) -> None:
        """Each visible cell's number, or name and value; in logical pixels."""
        cells, view = shown.cells, shown.view
        metrics = painter.fontMetrics()
        width, height, line = cells.width / ratio, cells.height / ratio, metrics.height()
        bright = _is_bright(shown.lut)[view.pixels.reshape(-1)[: len(view.visible)]].tolist()
        pen: bool | None = None
        for place, unit in enumerate(view.visible):
            row, column = divmod(place, cells.columns)
            x = column * cells.column_pitch / ratio
            y = ((view.first_row + row) * cells.row_pitch - offset) / ratio
            if bright[place] != pen:
                pen = bright[place]
                painter.setPen(self._dark if pen else self._light)
            name = shown.label(unit)
            if name is None:
                number = self._text(str(unit), 0, metrics)
                left = x + (width - number.size().width()) / 2
                painter.drawStaticText(QPointF(left, y + (height - line) / 2), number)
            else:
                painter.drawStaticText(QPointF(x + 6, y + 3), self._text(name, int(width) - 12, metrics))
                value = self._text(f"{view.maxima[place]:.2f}", 0, metrics)
                painter.drawStaticText(QPointF(x + 6, y + height - line - 3), value)

    def forget(self) -> None:
        """After a change of font."""
        self._laid.clear()

    def _text(self, words: str, room: int, metrics: QFontMetrics) -> QStaticText:
        """Laid out, and cut to `room` pixels unless that is 0."""
        laid = self._laid.get((words, room))
        if laid is None:
            if len(self._laid) > _MOST_WORDS:
                self._laid.clear()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) if room else words
            laid = self._laid[words, room] = QStaticText(shown)
            laid.setTextFormat(Qt.TextFormat.PlainText)
        return laid


def _is_bright(lut: Lut) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each level, whether dark words read better on its colour."""
    red, green, blue = (lut >> 16) & 255, (lut >> 8) & 255, lut & 255
    return np.asarray(0.299 * red + 0.587 * green + 0.114 * blue > 118)


def describe(shown: Shown, place: int) -> str:
    """The unit at a place of the grid, its name and numbers; "" for one out of sight."""
    view = shown.view
    at = place - view.first_row * shown.cells.columns
    if not 0 <= at < len(view.visible):
        return ""
    unit = view.visible[at]
    name, maximum = shown.label(unit), f"{view.maxima[at]:.3g}"
    title = tr("Unit {unit}", unit=unit) + (f" · {name}" if name else "")
    if view.map_size is None:
        return f"{title}\n" + tr("value {value}", value=maximum)
    mean = f"{view.means[at]:.3g}"
    return f"{title}\n" + tr("mean {mean}, max {maximum}", mean=mean, maximum=maximum)
