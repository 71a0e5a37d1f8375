"""One picture of the input beside the unit's map and what drives it, as it is filmed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from deepvis_app.engine.messages import InputView, Pixels, Result, UnitView
from deepvis_app.session import Session
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import DARK, strong
from deepvis_app.ui.widgets.paint import Picture, fitted

_SIDE, _GAP, _TITLE, _WORDS, _LETTERS = 320, 14, 40, 28, 14


def unit_frame(session: Session, result: Result | None) -> Pixels | None:
    """(h, w, 3), always of the same size; None where a result has no input or no unit."""
    views = result.views.values() if result else ()
    seen = next((view for view in views if isinstance(view, InputView)), None)
    unit = next((view for view in views if isinstance(view, UnitView)), None)
    if seen is None or unit is None:
        return None
    tiles = [
        (seen.pixels, tr("Input")),
        (unit.activation, tr("Where unit {unit} answers", unit=unit.unit)),
        (unit.backward, tr("What drives it")),
    ]
    width, height = 3 * (_SIDE + _GAP) + _GAP, _TITLE + _SIDE + _WORDS + _GAP // 2 * 2
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(DARK.window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    font = QFont()
    font.setPixelSize(_LETTERS)
    painter.setFont(strong(font))
    painter.setPen(QColor(DARK.strong))
    network = session.network.title if session.network else ""
    heading = f"{network} · {tr('unit {unit} of {layer}', unit=unit.unit, layer=unit.layer)}"
    painter.drawText(QRect(_GAP, 0, width - 2 * _GAP, _TITLE), Qt.AlignmentFlag.AlignVCenter, heading)
    painter.setFont(font)
    for number, (pixels, words) in enumerate(tiles):
        place = QRect(_GAP + number * (_SIDE + _GAP), _TITLE, _SIDE, _SIDE)
        if pixels is not None:
            picture = Picture(pixels)
            painter.drawImage(fitted(picture.size, place), picture.image)
        painter.drawText(place.translated(0, _SIDE).adjusted(0, 0, 0, _WORDS - _SIDE),
                         Qt.AlignmentFlag.AlignCenter, words)  # fmt: skip
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : 3 * width].reshape(height, width, 3).copy()
