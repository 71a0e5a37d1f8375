"""Frames of Qt Multimedia, converted to RGB only when they are taken, on the thread that takes them.

Qt's own conversion may use the wrong matrix and, on a screen, a slow software OpenGL. The common formats
are therefore converted here from their planes, by the matrix and range that the frame itself states.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from deepvis_app.engine.messages import Pixels, Rect
from deepvis_app.errors import PictureError
from deepvis_app.sources.formats import GREY, PACKED, PLANES
from deepvis_app.sources.orientation import UPRIGHT, Orientation
from deepvis_app.sources.yuv import averaged, halves_of, matrix_of, reduced, to_rgb

LONGEST = 1280
"""Frames wider or higher than this are halved until they are not: no network sees more."""

_Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


@dataclass(frozen=True)
class VideoFrame:
    """A Frame (engine.messages) that holds Qt's; `region` is the part of it that is shown.

    `camera`: cameras that state no matrix use that of BT.601, however large their frames are. `longest`: what
    is wider or higher is halved until it is not.
    """

    number: int
    frame: QVideoFrame
    mirrored: bool = False
    region: Rect | None = None
    camera: bool = False
    longest: int = LONGEST

    def rgb(self) -> Pixels:
        """(H, W, 3), upright, neither side over `longest`. Raises PictureError."""
        layout = self.frame.surfaceFormat()
        kind = layout.pixelFormat()
        with _mapped(self.frame) as readable:
            if readable and kind in PLANES:
                return self._from_planes(layout)
            if readable and kind in PACKED:
                return self._from_packed(layout)
            if readable and kind in GREY:
                return self._from_grey(layout)
            if readable and kind == QVideoFrameFormat.PixelFormat.Format_Jpeg:
                with suppress(OSError):  # damaged on the way: Qt may still make something of it
                    return self._from_jpeg(layout)
        return self._from_qt()

    def _from_planes(self, layout: QVideoFrameFormat) -> Pixels:
        luma, blue, red = PLANES[layout.pixelFormat()](self.frame)
        halves = halves_of(luma.shape, blue.shape)
        left, top, right, bottom = self._box(layout.frameWidth(), layout.frameHeight())
        luma = luma[top:bottom, left:right]
        chroma = np.s_[top // halves[0] : -(-bottom // halves[0]), left // halves[1] : -(-right // halves[1])]
        planes = luma, blue[chroma], red[chroma]
        factor = self._factor(right - left, bottom - top)
        if factor > 1:
            planes = reduced(planes, factor)
        return to_rgb(planes, matrix_of(layout, camera=self.camera), self._orientation(layout))

    def _from_packed(self, layout: QVideoFrameFormat) -> Pixels:
        left, top, right, bottom = self._box(layout.frameWidth(), layout.frameHeight())
        stride = self.frame.bytesPerLine(0)
        content = self.frame.bits(0)[top * stride :]
        # Whatever the bytes are, this format treats all four alike when it averages.
        any_bytes = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(content, layout.frameWidth(), bottom - top, stride, any_bytes)
        if self.region is not None:
            image = image.copy(left, 0, right - left, bottom - top)
        image = self._reduced(image)
        pixels = _content(image, 4)
        red, green, blue = PACKED[layout.pixelFormat()]
        return self._orientation(layout).assemble(pixels[..., red], pixels[..., green], pixels[..., blue])

    def _from_grey(self, layout: QVideoFrameFormat) -> Pixels:
        left, top, right, bottom = self._box(layout.frameWidth(), layout.frameHeight())
        grey = GREY[layout.pixelFormat()](self.frame)[top:bottom, left:right]
        factor = self._factor(right - left, bottom - top)
        if factor > 1:
            grey = averaged(grey, factor)
        return self._orientation(layout).assemble(grey, grey, grey)

    def _from_jpeg(self, layout: QVideoFrameFormat) -> Pixels:
        with Image.open(BytesIO(self.frame.bits(0))) as image:
            factor = self._factor(image.width, image.height)
            image.draft("RGB", (image.width // factor, image.height // factor))
            rgb = np.asarray(image.convert("RGB"))
        return self._orientation(layout).assemble(rgb[..., 0], rgb[..., 1], rgb[..., 2])

    def _from_qt(self) -> Pixels:
        image = self.frame.toImage()  # turned as the surface says, not yet as the frame says
        if image.isNull():
            raise PictureError("A frame of the video could not be read. Open it again.")
        left, top, right, bottom = self._box(image.width(), image.height())
        image = self._reduced(image.copy(left, top, right - left, bottom - top))
        image = image.convertToFormat(QImage.Format.Format_RGB888)
        rgb = _content(image, 3)
        return self._shown(UPRIGHT).assemble(rgb[..., 0], rgb[..., 1], rgb[..., 2])

    def _box(self, width: int, height: int) -> _Box:
        """The region in pixels, at least 2 by 2, beginning where a chroma sample does."""
        x, y, wide, high = self.region or (0, 0, 1, 1)
        left, top = (
            max(0, min(int(at), most - 2)) // 2 * 2 for at, most in ((x * width, width), (y * height, height))
        )
        right, bottom = round((x + wide) * width), round((y + high) * height)
        return left, top, min(max(right, left + 2), width), min(max(bottom, top + 2), height)

    def _factor(self, width: int, height: int) -> int:
        factor = 1
        while max(width, height) > self.longest * factor:
            factor *= 2
        return factor

    def _reduced(self, image: QImage) -> QImage:
        factor = self._factor(image.width(), image.height())
        if factor == 1:
            return image
        size = QSize(image.width() // factor, image.height() // factor).expandedTo(QSize(1, 1))
        return image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def _orientation(self, layout: QVideoFrameFormat) -> Orientation:
        bottom_first = layout.scanLineDirection() == QVideoFrameFormat.Direction.BottomToTop
        surface = UPRIGHT.flipped() if bottom_first else UPRIGHT
        surface = surface.turned(layout.rotation().value // 90)
        return self._shown(surface.mirrored() if layout.isMirrored() else surface)

    def _shown(self, surface: Orientation) -> Orientation:
        shown = surface.turned(self.frame.rotation().value // 90)
        return shown.mirrored() if self.frame.mirrored() != self.mirrored else shown


@contextmanager
def _mapped(frame: QVideoFrame) -> Iterator[bool]:
    readable = frame.map(QVideoFrame.MapMode.ReadOnly)
    try:
        yield readable
    finally:
        if readable:
            frame.unmap()


def _content(image: QImage, channels: int) -> Pixels:
    """A view of an image's memory, (H, W, channels): the image must live as long as it."""
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width() * channels].reshape(image.height(), image.width(), channels)
