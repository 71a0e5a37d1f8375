"""The source's picture with heat over what the network sees of it, and boxes around what is hot."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from deepvis_app.engine.messages import HeatView, Pixels, Rect
from deepvis_app.pictures import colormaps
from deepvis_app.pictures.saving import resize
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.box_painting import paint_boxes
from deepvis_app.ui.widgets.paint import Lut, part
from deepvis_app.ui.widgets.picture_view import PictureView

_STEPS = 100  # of the strength, each of which has its own table of colours


class Coloured:
    """Heat in colours, at whatever size: levels are enlarged smoothly before they become colours."""

    def __init__(self, levels: Pixels, words: Lut) -> None:
        self._levels, self._words = levels, words
        self._memory = words  # the image's, which must live as long
        self._image = QImage()

    def image(self, size: QSize) -> QImage:
        if self._image.size() != size:
            width, height = max(1, size.width()), max(1, size.height())
            self._memory = self._words.take(resize(self._levels, width, height))
            form = QImage.Format.Format_ARGB32_Premultiplied
            self._image = QImage(self._memory.data, width, height, 4 * width, form)
        return self._image


class HeatPicture(PictureView):
    """`set_heat` with each picture, `set_crop` where it is seen."""

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, empty, parent)
        self._heat: Coloured | None = None
        self._seen: Rect = (0.0, 0.0, 1.0, 1.0)
        self._boxes: tuple[Rect, ...] = ()
        self._size = (1, 1)

    @property
    def boxes(self) -> tuple[Rect, ...]:
        return self._boxes

    def set_heat(self, view: HeatView | None, seen: Rect, size: tuple[int, int], strength: float) -> None:
        """Over the part `seen` of a frame of `size` (width, height); None takes it away."""
        self._seen, self._size = seen, size
        self._boxes = view.boxes if view is not None else ()
        self._heat = None
        if view is not None and view.levels is not None:
            self._heat = Coloured(view.levels, heat_words(view.signed, round(_STEPS * strength)))
        self.update()

    def picture(self) -> QImage | None:
        """With the heat, without boxes and frames."""
        plain = super().picture()
        if plain is None or self._heat is None:
            return plain
        painter = QPainter(plain)
        self._paint_heat(painter, plain.rect())
        painter.end()
        return plain

    def paint_over(self, painter: QPainter, place: QRect) -> None:
        if self._heat is not None:
            self._paint_heat(painter, place)
        if self._boxes:
            paint_boxes(painter, place, self._boxes, self.font(), self.devicePixelRatioF())

    def _paint_heat(self, painter: QPainter, place: QRect) -> None:
        painter.save()
        painter.setClipRect(place)  # a letterbox reaches beyond the picture
        assert self._heat is not None
        over = part(place, self._seen)
        image = self._heat.image(over.size().toSize())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(over, image, QRectF(image.rect()))
        painter.restore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.box_words(QPointF(event.pos())) or self.toolTip(), self)
            return True
        return super().event(event)

    def box_words(self, spot: QPointF) -> str:
        """Where the box under a point of the widget lies, in pixels of the frame; "" where there is none."""
        rect = self.picture_rect()
        width, height = self._size
        for number, (x, y, wide, high) in enumerate(self._boxes, 1):
            left, top = rect.x() + x * rect.width(), rect.y() + y * rect.height()
            if QRectF(left, top, wide * rect.width(), high * rect.height()).contains(spot):
                return tr(
                    "Box {number}: {width} × {height} pixels at ({x}, {y})",
                    number=number,
                    width=round(wide * width),
                    height=round(high * height),
                    x=round(x * width),
                    y=round(y * height),
                )
        return ""


@lru_cache(8)
def heat_words(signed: bool, strength: int) -> Lut:
    """The colours of levels as pictures.styles.overlay lays them over a picture: 0xAARRGGBB, premultiplied.

    `strength` of the largest level in per cent.
    """
    zero = colormaps.ZERO if signed else 0
    size = (np.abs(np.arange(256) - zero) / (255 - zero)).clip(0, 1)
    weight = (strength / _STEPS * size)[:, None]
    colours = colormaps.table("veil" if signed else "inferno")
    red, green, blue = np.rint(colours * weight).astype(np.uint32).T
    alpha = np.rint(255 * weight[:, 0]).astype(np.uint32)
    words: Lut = alpha << 24 | red << 16 | green << 8 | blue
    words.setflags(write=False)
    return words
