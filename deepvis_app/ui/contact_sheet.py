"""Tiles as one picture to keep: each with its title and its figures below."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.theme import DARK, strong
from deepvis_app.ui.widgets.paint import Picture, fitted
from deepvis_app.ui.widgets.tiles import Tile

_SIDE, _WORDS, _GAP, _COLUMNS = 256, 58, 16, 4
_TITLE = 44


def contact_sheet(tiles: Sequence[Tile], title: str) -> Pixels:
    """(h, w, 3): rows of four, under `title`."""
    columns = min(_COLUMNS, len(tiles))
    rows = -(-len(tiles) // columns)
    width = columns * (_SIDE + _GAP) + _GAP
    height = _TITLE + rows * (_SIDE + _WORDS + _GAP)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.window))
    font = QFont()
    font.setPixelSize(13)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(strong(font))
    painter.setPen(QColor(DARK.strong))
    painter.drawText(QRect(_GAP, 0, width - 2 * _GAP, _TITLE), Qt.AlignmentFlag.AlignVCenter, title)
    for number, tile in enumerate(tiles):
        row, column = divmod(number, columns)
        place = QRect(_GAP + column * (_SIDE + _GAP), _TITLE + row * (_SIDE + _WORDS + _GAP), _SIDE, _SIDE)
        if tile.pixels is not None:
            picture = Picture(tile.pixels)
            painter.drawImage(fitted(picture.size, place), picture.image)
        painter.setFont(strong(font))
        painter.setPen(QColor(DARK.strong))
        painter.drawText(place.x(), place.bottom() + 20, tile.title)
        painter.setFont(font)
        painter.setPen(QColor(DARK.muted))
        words = " · ".join(filter(None, (tile.setting, *tile.figures)))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _SIDE)
        painter.drawText(place.x(), place.bottom() + 39, words)
    painter.end()
    words32 = np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)
    return np.ascontiguousarray(words32[:, :, 2::-1])
