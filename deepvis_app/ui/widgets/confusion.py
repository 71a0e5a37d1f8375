"""The confusion matrix as a picture: right in blue, wrong in orange, and names as one comes closer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.pictures import colormaps
from deepvis_app.ui.theme import small, tokens
from deepvis_app.ui.widgets.own_keys import PRESS
from deepvis_app.ui.widgets.paint import Picture
from deepvis_app.ui.widgets.plane import Plane

Counts = NDArray[np.int32]

_WIDEST = 3.5  # times as wide as high
_NAMES = 118.0  # pixels beside the cells, where names have room
_LEGIBLE = 11.0  # pixels of a cell, from which on names are written
_WIDE = 28.0  # the same for numbers, and for names of columns


class Confusion(Plane):
    """Rows are true classes, columns what the network says."""

    hovered = Signal(int, int)  # places of the true and the said class; -1: none
    picked = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 100.0, parent)
        self._counts: Counts = np.empty((0, 0), np.int32)
        self._names: Sequence[str] = ()
        self._levels: Pixels = np.empty((0, 0), np.uint8)
        self._hover = self._selected = (-1, -1)

    def set_matrix(self, counts: Counts, names: Sequence[str]) -> None:
        """(C, C), and what its rows and columns are called."""
        self._counts, self._names = counts, names
        self._levels = _levels(counts)
        self._hover = self._selected = (-1, -1)
        self.update()

    def set_selected(self, true: int, said: int) -> None:
        """-1: none."""
        self._selected = (true, said)
        if true >= 0:
            size = len(self._names)
            self.show_point((said + 0.5) / size, (true + 0.5) / size)
        self.update()

    def has_content(self) -> bool:
        return len(self._names) > 0

    def base(self) -> QRectF:
        """Never higher than wide, nor much wider than high: the diagonal is to be seen as one."""
        left = _NAMES if self._legible(1.0) else 8.0
        around = QRectF(self.rect()).adjusted(left, 6, -6, -6)
        around.setWidth(min(around.width(), _WIDEST * around.height()))
        around.setHeight(min(around.height(), around.width()))
        return around

    def at(self, position: QPointF) -> tuple[int, int]:
        """The places of the true and the said class there; (-1, -1) for none."""
        spot, size = self.to_content(position), len(self._names)
        if not (size and 0 <= spot.x() < 1 and 0 <= spot.y() < 1):
            return -1, -1
        return int(spot.y() * size), int(spot.x() * size)

    def moved_to(self, position: QPointF | None) -> None:
        cell = (-1, -1) if position is None else self.at(position)
        if cell != self._hover:
            self._hover = cell
            self.hovered.emit(*cell)
            self.update()

    def clicked_at(self, position: QPointF) -> None:
        cell = self.at(position)
        if cell != (-1, -1):
            self._selected = cell
            self.picked.emit(*cell)
            self.update()

    def key_pressed(self, key: int) -> bool:
        if key in PRESS and self._hover != (-1, -1):
            self._selected = self._hover
            self.picked.emit(*self._hover)
            return True
        return False

    # ---- painting ----------------------------------------------------------------------------------------

    def paint_content(self, painter: QPainter) -> None:
        t, place = tokens(self), self.place()
        painter.fillRect(self.rect(), QColor(t.window))
        self._paint_cells(painter, place)
        size = len(self._names)
        wide, high = place.width() / size, place.height() / size
        for cell, colour in ((self._hover, t.text), (self._selected, t.accent)):
            if cell == (-1, -1):
                continue
            line = QColor(colour)
            line.setAlpha(90 if high < _LEGIBLE else 26)  # thin lines need more to be seen
            row, column = place.y() + cell[0] * high, place.x() + cell[1] * wide
            painter.fillRect(QRectF(place.x(), row, place.width(), max(high, 1)), line)
            painter.fillRect(QRectF(column, place.y(), max(wide, 1), place.height()), line)
            painter.setPen(QColor(colour))
            painter.drawRect(QRectF(column - 1, row - 1, max(wide, 3) + 2, max(high, 3) + 2))
        if high >= _LEGIBLE:
            self._paint_names(painter, place, high)
        if wide >= _WIDE:
            self._paint_columns(painter, place, wide)

    def _paint_cells(self, painter: QPainter, place: QRectF) -> None:
        """Each cell one pixel, enlarged; of cells that share a pixel, the strongest."""
        ratio, size = self.devicePixelRatioF(), len(self._names)
        levels = _shrunk(self._levels, round(place.height() * ratio), round(place.width() * ratio))
        shown = levels.shape[0] == size and levels.shape[1] == size
        picture = Picture(levels, colormaps.words("diverging"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(place, picture.image)
        if shown and place.width() / size >= _WIDE:
            self._paint_counts(painter, place)

    def _paint_counts(self, painter: QPainter, place: QRectF) -> None:
        size = len(self._names)
        wide, high = place.width() / size, place.height() / size
        if high < _LEGIBLE:
            return
        painter.setFont(small(self.font()))
        rows = range(max(0, int(-place.y() / high)), min(size, int((self.height() - place.y()) / high) + 1))
        columns = range(max(0, int(-place.x() / wide)), min(size, int((self.width() - place.x()) / wide) + 1))
        for row in rows:
            for column in columns:
                if self._counts[row, column]:
                    level = int(self._levels[row, column])
                    painter.setPen(QColor("#14161a" if abs(level - colormaps.ZERO) > 70 else "#e8eaed"))
                    cell = QRectF(place.x() + column * wide, place.y() + row * high, wide, high)
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(self._counts[row, column]))

    def _paint_names(self, painter: QPainter, place: QRectF, high: float) -> None:
        t = tokens(self)
        painter.fillRect(QRectF(0, 0, _NAMES - 6, self.height()), QColor(t.window))
        painter.setFont(small(self.font()))
        metrics = painter.fontMetrics()
        for row, name in enumerate(self._names):
            top = place.y() + row * high
            if -high < top < self.height():
                meant = row in (self._hover[0], self._selected[0])
                painter.setPen(QColor(t.strong if meant else t.muted))
                words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(_NAMES - 14))
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(QRectF(2, top, _NAMES - 12, high), right, words)

    def _paint_columns(self, painter: QPainter, place: QRectF, wide: float) -> None:
        """Over the cells, so far as they have room."""
        t = tokens(self)
        painter.setFont(small(self.font()))
        metrics = painter.fontMetrics()
        strip = QRectF(_NAMES - 6, 0, self.width() - _NAMES + 6, metrics.height() + 2)
        painter.fillRect(strip, QColor(t.window))
        for column, name in enumerate(self._names):
            left = place.x() + column * wide
            if strip.left() <= left < strip.right():
                meant = column in (self._hover[1], self._selected[1])
                painter.setPen(QColor(t.strong if meant else t.muted))
                words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(wide - 4))
                painter.drawText(
                    QRectF(left + 2, 0, wide - 4, strip.height()), Qt.AlignmentFlag.AlignCenter, words
                )

    def _legible(self, zoom: float) -> bool:
        return bool(self._names) and zoom * (self.height() - 12) / len(self._names) >= _LEGIBLE


def _levels(counts: Counts) -> Pixels:
    """By the share of the true class, its root so that few are seen too: below ZERO where it is right."""
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    strength = np.sqrt(shares)
    signed = np.where(np.eye(len(counts), dtype=bool), -strength, strength)
    return np.asarray(np.clip(np.rint(colormaps.ZERO + 127 * signed), 0, 255), np.uint8)


def _shrunk(levels: Pixels, height: int, width: int) -> Pixels:
    """Not larger than that: of cells that fall together the one furthest from ZERO."""
    for axis, most in ((0, max(height, 1)), (1, max(width, 1))):
        count = levels.shape[axis]
        if count <= most:
            continue
        first = np.arange(most) * count // most
        largest = np.maximum.reduceat(levels, first, axis=axis)
        least = np.minimum.reduceat(levels, first, axis=axis)
        wrong = largest.astype(np.int16) - colormaps.ZERO >= colormaps.ZERO - least.astype(np.int16)
        levels = np.where(wrong, largest, least).astype(np.uint8)
    return levels
