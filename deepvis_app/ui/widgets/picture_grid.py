"""A regular grid of pictures as one large one, to move about in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.own_keys import PRESS
from deepvis_app.ui.widgets.paint import Picture, fitted
from deepvis_app.ui.widgets.plane import MARGIN, Plane


class PictureGrid(Plane):
    """Cells hold the ids of pictures, -1 none."""

    hovered = Signal(int)  # id; -1: none
    picked = Signal(int)  # -1: an empty cell, or beside
    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 40.0, parent)
        self._ids: NDArray[np.int64] = np.empty((0, 0), np.int64)
        self._picture: Picture | None = None
        self._small: QImage | None = None  # of the size shown, where that is smaller
        self._hover = self._selected = -1

    def set_grid(self, ids: NDArray[np.int64] | None, pixels: Pixels | None) -> None:
        """`ids` (rows, columns) and their picture, its cells square; None: nothing to show."""
        same = ids is not None and ids.shape == self._ids.shape
        self._ids = np.empty((0, 0), np.int64) if ids is None else ids
        self._picture = None if pixels is None else Picture(pixels)
        self._small = None
        self._hover = self._selected = -1
        if not same:
            self.fit()
        self.update()

    def set_selected(self, id: int) -> None:
        self._selected = id
        self.update()

    def has_content(self) -> bool:
        return self._picture is not None and self._ids.size > 0

    def base(self) -> QRectF:
        around = self.rect().adjusted(round(MARGIN), round(MARGIN), -round(MARGIN), -round(MARGIN))
        rows, columns = self._ids.shape if self._ids.size else (1, 1)
        return QRectF(fitted(QSize(columns, rows), around))

    def at(self, position: QPointF) -> int:
        """The id of the picture there, -1 for none."""
        spot = self.to_content(position)
        if not (self._ids.size and 0 <= spot.x() < 1 and 0 <= spot.y() < 1):
            return -1
        rows, columns = self._ids.shape
        return int(self._ids[int(spot.y() * rows), int(spot.x() * columns)])

    def moved_to(self, position: QPointF | None) -> None:
        id = -1 if position is None else self.at(position)
        if id != self._hover:
            self._hover = id
            self.hovered.emit(id)
            self.update()

    def clicked_at(self, position: QPointF) -> None:
        self._selected = self.at(position)
        self.picked.emit(self._selected)
        self.update()

    def opened_at(self, position: QPointF) -> None:
        id = self.at(position)
        if id >= 0:
            self.opened.emit(id)

    def key_pressed(self, key: int) -> bool:
        if key in PRESS and self._selected >= 0:
            self.opened.emit(self._selected)
            return True
        return False

    # ---- painting ----------------------------------------------------------------------------------------

    def paint_content(self, painter: QPainter) -> None:
        t = tokens(self)
        painter.fillRect(self.rect(), QColor(t.window))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self.place()
        painter.drawImage(place, self._image(place))
        for id, colour in ((self._hover, t.text), (self._selected, t.accent)):
            found = np.argwhere(self._ids == id) if id >= 0 else ()
            for row, column in found:
                rows, columns = self._ids.shape
                wide, high = place.width() / columns, place.height() / rows
                painter.setPen(QColor(colour))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                cell = QRectF(place.x() + column * wide, place.y() + row * high, wide, high)
                painter.drawRect(cell)
                painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _image(self, place: QRectF) -> QImage:
        """Averaged down where it is shown smaller: what the painter leaves out would flicker."""
        assert self._picture is not None
        ratio = self.devicePixelRatioF()
        size = QSize(round(place.width() * ratio), round(place.height() * ratio))
        whole = self._picture.image
        if size.width() >= whole.width():
            return whole
        if self._small is None or self._small.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = whole.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._small
