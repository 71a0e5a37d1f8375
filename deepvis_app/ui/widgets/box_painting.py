"""Boxes over a picture: white between dark edges, which shows on anything; numbered if there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from deepvis_app.engine.messages import Rect
from deepvis_app.ui.theme import small, strong
from deepvis_app.ui.widgets.paint import part


def paint_boxes(painter: QPainter, place: QRect, boxes: Sequence[Rect], font: QFont, ratio: float) -> None:
    """`boxes` as fractions of the picture at `place`; `ratio` device pixels are one of the widget's."""
    painter.save()
    painter.setFont(strong(small(font)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, box in enumerate(boxes, 1):
        frame = part(place, box).adjusted(ratio, ratio, -ratio, -ratio)
        for colour, width in ((QColor(0, 0, 0, 150), 3.5 * ratio), (QColor("#ffffff"), 1.5 * ratio)):
            painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(frame)
        if len(boxes) > 1:
            _paint_number(painter, frame.topLeft(), str(number), ratio)
    painter.restore()


def _paint_number(painter: QPainter, corner: QPointF, number: str, ratio: float) -> None:
    metrics = painter.fontMetrics()
    tag = QRectF(0, 0, metrics.horizontalAdvance(number) + 6, metrics.height())
    painter.save()
    painter.translate(corner)
    painter.scale(ratio, ratio)
    painter.fillRect(tag, QColor("#ffffff"))
    painter.setPen(QColor("#000000"))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, number)
    painter.restore()
