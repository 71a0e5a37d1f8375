"""What the drawing widgets share: arrays as images, and coordinates that meet the device's pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Pixels, Rect

Lut = NDArray[np.uint32]


class Picture:
    """A QImage over an array's memory, and that array, which must live as long."""

    def __init__(self, pixels: Pixels, lut: Lut | None = None) -> None:
        """`pixels` (h, w, 3) colours, or (h, w) levels: through `lut` (256 times 0xffRRGGBB), or grey."""
        height, width = pixels.shape[:2]
        if pixels.ndim == 2 and lut is not None:
            coloured = np.take(lut, pixels)
            self._memory: NDArray[np.uint32] | Pixels = coloured
            form, stride = QImage.Format.Format_RGB32, 4 * width
        else:
            self._memory = np.ascontiguousarray(pixels)
            grey = pixels.ndim == 2
            form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
            stride = width if grey else 3 * width
        self.image = QImage(self._memory.data, width, height, stride, form)

    @property
    def size(self) -> QSize:
        return self.image.size()

    def copy(self) -> QImage:
        """An image with its own memory, for the clipboard or a file."""
        return self.image.copy()


@contextmanager
def device_pixels(painter: QPainter, widget: QWidget, beyond: QColor | None = None) -> Iterator[QRect]:
    """Within, one unit is one pixel of the device, from the widget's corner; gives the widget's rect.

    With a fractional scale (125 %) a widget may begin between two pixels; it is then drawn from the
    nearest, so that pictures stay sharp. It may end between two as well: what is left there becomes
    `beyond`, which a widget that Qt leaves all painting to must give.
    """
    ratio = widget.devicePixelRatioF()
    corner = painter.deviceTransform()
    shift_x = round(corner.dx()) - corner.dx()
    shift_y = round(corner.dy()) - corner.dy()
    painter.save()
    painter.setWorldTransform(QTransform(1 / ratio, 0, 0, 1 / ratio, shift_x / ratio, shift_y / ratio), True)
    whole = QRect(0, 0, round(widget.width() * ratio), round(widget.height() * ratio))
    if beyond is not None:
        for beside in rects_around(whole.adjusted(0, 0, 1, 1), whole):
            painter.fillRect(beside, beyond)
    yield whole
    painter.restore()


def fitted(size: QSize, into: QRect) -> QRect:
    """The largest rect of the aspect of `size`, centred in `into`."""
    if size.isEmpty() or into.isEmpty():
        return QRect(into.topLeft(), QSize(0, 0))
    factor = min(into.width() / size.width(), into.height() / size.height())
    width, height = max(1, round(size.width() * factor)), max(1, round(size.height() * factor))
    return QRect(
        into.x() + (into.width() - width) // 2, into.y() + (into.height() - height) // 2, width, height
    )


def part(of: QRect, fractions: Rect) -> QRectF:
    """The part of a rect that fractions (x, y, width, height) name."""
    x, y, width, height = fractions
    return QRectF(of.x() + x * of.width(), of.y() + y * of.height(), width * of.width(), height * of.height())


def corners(rect: QRectF, radius: float) -> QPainterPath:
    """What rounding takes away from the rect, to be filled with the colour around it."""
    path = QPainterPath()  # odd-even: what is inside both is not filled
    path.addRect(rect.adjusted(-1, -1, 1, 1))
    path.addRoundedRect(rect, radius, radius)
    return path


def rects_around(outer: QRect, inner: QRect) -> tuple[QRect, ...]:
    """The four rects of `outer` beside `inner`."""
    below = inner.y() + inner.height()
    right = inner.x() + inner.width()
    return (
        QRect(outer.x(), outer.y(), outer.width(), inner.y() - outer.y()),
        QRect(outer.x(), below, outer.width(), outer.y() + outer.height() - below),
        QRect(outer.x(), inner.y(), inner.x() - outer.x(), inner.height()),
        QRect(right, inner.y(), outer.x() + outer.width() - right, inner.height()),
    )
