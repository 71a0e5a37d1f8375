"""All units' patches of a layer as one picture to keep."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from deepvis_app.engine.messages import Pixels
from deepvis_app.session.patches import UnitPatches
from deepvis_app.ui.theme import DARK, strong
from deepvis_app.ui.widgets.paint import Picture, fitted

KEPT_SIDE = 64  # pixels of a patch
_GAP, _APART, _DOWN, _MARGIN = 2, 24, 8, 16
_HEAD, _TITLE = 100, 40
_HIGHEST = 6000  # pixels, from which on there are more columns


def patch_picture(units: Sequence[UnitPatches], words: Sequence[str], title: str) -> Pixels:
    """(h, w, 3): a row for each unit, with its `words`, in as many columns as keep it handy."""
    most = max((len(one.tiles) for one in units), default=1)
    wide, high = _HEAD + most * (KEPT_SIDE + _GAP), KEPT_SIDE + _DOWN
    columns = max(1, -(-len(units) * high // _HIGHEST))
    rows = -(-len(units) // columns)
    size = (columns * (wide + _APART) - _APART + 2 * _MARGIN, _TITLE + rows * high + _MARGIN)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    font = QFont()
    font.setPixelSize(13)
    painter.setFont(strong(font))
    painter.setPen(QColor(DARK.strong))
    painter.drawText(QRect(_MARGIN, 0, size[0], _TITLE), Qt.AlignmentFlag.AlignVCenter, title)
    for place, (one, said) in enumerate(zip(units, words, strict=True)):
        column, row = divmod(place, rows)
        corner = (_MARGIN + column * (wide + _APART), _TITLE + row * high)
        _paint_unit(painter, font, one, said, corner)
    painter.end()
    values = np.frombuffer(image.constBits(), np.uint8).reshape(size[1], size[0], 4)
    return np.ascontiguousarray(values[:, :, 2::-1])


def _paint_unit(painter: QPainter, font: QFont, one: UnitPatches, said: str, corner: tuple[int, int]) -> None:
    x, y = corner
    painter.setFont(strong(font))
    painter.setPen(QColor(DARK.strong))
    painter.drawText(QRect(x, y + 2, _HEAD - 8, 18), 0, str(one.unit))
    painter.setFont(font)
    painter.setPen(QColor(DARK.muted))
    painter.drawText(QRect(x, y + 20, _HEAD - 8, KEPT_SIDE - 20), Qt.TextFlag.TextWordWrap, said)
    for place, tile in enumerate(one.tiles):
        cell = QRect(x + _HEAD + place * (KEPT_SIDE + _GAP), y, KEPT_SIDE, KEPT_SIDE)
        if tile.pixels is None:
            painter.fillRect(cell, QColor(DARK.track))
        else:
            picture = Picture(tile.pixels)
            painter.drawImage(fitted(picture.size, cell), picture.image)
