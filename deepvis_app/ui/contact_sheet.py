"""Tiles as one picture to keep: each with its title and its figures below."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.theme import DARK, strong
from deepvis_app.ui.widgets.box_painting import paint_boxes
from deepvis_app.ui.widgets.paint import Picture, fitted
from deepvis_app.ui.widgets.tile_words import words_below
from deepvis_app.ui.widgets.tiles import Tile

_SIDE, _WORDS, _GAP = 256, 66, 18
_TITLE, _LETTERS = 48, 14  # pixels
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3, 9: 3}
_MANY = 10  # tiles from which on there are five in a row


def contact_sheet(tiles: Sequence[Tile], title: str) -> Pixels:
    """(h, w, 3): rows of up to five, under `title`."""
    columns = _COLUMNS.get(len(tiles), 4 if len(tiles) < _MANY else 5)
    rows = -(-len(tiles) // columns)
    width = columns * (_SIDE + _GAP) + _GAP
    height = _TITLE + rows * (_SIDE + _WORDS + _GAP)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.window))
    font = QFont()
    font.setPixelSize(_LETTERS)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(strong(font))
    painter.setPen(QColor(DARK.strong))
    heading = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, width - 2 * _GAP)
    painter.drawText(QRect(_GAP, 0, width - 2 * _GAP, _TITLE), Qt.AlignmentFlag.AlignVCenter, heading)
    for number, tile in enumerate(tiles):
        row, column = divmod(number, columns)
        left, top = _GAP + column * (_SIDE + _GAP), _TITLE + row * (_SIDE + _WORDS + _GAP)
        if tile.pixels is not None:
            picture = Picture(tile.pixels)
            place = fitted(picture.size, QRect(left, top, _SIDE, _SIDE))
            painter.drawImage(place, picture.image)
            paint_boxes(painter, place, tile.boxes, font, 1.0)
        words_below(painter, tile, QRect(left, top + _SIDE + 6, _SIDE, _WORDS - 6), font, DARK)
    painter.end()
    words32 = np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)
    return np.ascontiguousarray(words32[:, :, 2::-1])
