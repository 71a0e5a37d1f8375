"""Where the pixel formats of Qt Multimedia keep luma and chroma: views of a mapped frame's memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from deepvis_app.engine.messages import Pixels
from deepvis_app.sources.yuv import Planes

_Format = QVideoFrameFormat.PixelFormat


def _plane(frame: QVideoFrame, index: int, width: int) -> Pixels:
    """The mapped plane `index`, `width` bytes of each line that it holds: a view of the frame's memory."""
    stride = frame.bytesPerLine(index)
    content = np.frombuffer(frame.bits(index), np.uint8)
    lines = len(content) // stride
    return content[: lines * stride].reshape(lines, stride)[:, :width]


def _planar(frame: QVideoFrame) -> Planes:
    half = (frame.width() + 1) // 2
    luma, cb, cr = (_plane(frame, index, wide) for index, wide in enumerate((frame.width(), half, half)))
    return luma[: frame.height()], cb, cr


def _planar_swapped(frame: QVideoFrame) -> Planes:
    luma, cr, cb = _planar(frame)
    return luma, cb, cr


def _half_planar(frame: QVideoFrame) -> Planes:
    luma = _plane(frame, 0, frame.width())[: frame.height()]
    both = _plane(frame, 1, (frame.width() + 1) // 2 * 2)
    return luma, both[:, 0::2], both[:, 1::2]


def _half_planar_swapped(frame: QVideoFrame) -> Planes:
    luma, cr, cb = _half_planar(frame)
    return luma, cb, cr


def _half_planar_deep(frame: QVideoFrame) -> Planes:
    """16 bits a sample, of which the upper byte, the second one, is enough."""
    luma = _plane(frame, 0, frame.width() * 2)[: frame.height(), 1::2]
    both = _plane(frame, 1, (frame.width() + 1) // 2 * 4)
    return luma, both[:, 1::4], both[:, 3::4]


def _planar_deep(frame: QVideoFrame) -> Planes:
    """10 bits a sample, in the lower bits of two bytes."""
    half = (frame.width() + 1) // 2
    luma, cb, cr = (
        (_plane(frame, index, 2 * wide).view(np.uint16) >> 2).astype(np.uint8)
        for index, wide in enumerate((frame.width(), half, half))
    )
    return luma[: frame.height()], cb, cr


def _interleaved(frame: QVideoFrame) -> Planes:
    pairs = _plane(frame, 0, frame.width() // 2 * 4)[: frame.height()]
    return pairs[:, 0::2], pairs[:, 1::4], pairs[:, 3::4]


def _interleaved_chroma_first(frame: QVideoFrame) -> Planes:
    pairs = _plane(frame, 0, frame.width() // 2 * 4)[: frame.height()]
    return pairs[:, 1::2], pairs[:, 0::4], pairs[:, 2::4]


def _grey(frame: QVideoFrame) -> Pixels:
    return _plane(frame, 0, frame.width())[: frame.height()]


def _grey_deep(frame: QVideoFrame) -> Pixels:
    return _plane(frame, 0, frame.width() * 2)[: frame.height(), 1::2]


PLANES: Mapping[_Format, Callable[[QVideoFrame], Planes]] = {
    _Format.Format_YUV420P: _planar,
    _Format.Format_YUV422P: _planar,
    _Format.Format_YV12: _planar_swapped,
    _Format.Format_NV12: _half_planar,
    _Format.Format_NV21: _half_planar_swapped,
    _Format.Format_P010: _half_planar_deep,
    _Format.Format_P016: _half_planar_deep,
    _Format.Format_YUV420P10: _planar_deep,
    _Format.Format_YUYV: _interleaved,
    _Format.Format_UYVY: _interleaved_chroma_first,
}

GREY: Mapping[_Format, Callable[[QVideoFrame], Pixels]] = {
    _Format.Format_Y8: _grey,
    _Format.Format_Y16: _grey_deep,
}

# Alpha is left out: screens and cameras are opaque, whatever they write there.
PACKED: Mapping[_Format, tuple[int, int, int]] = {
    _Format.Format_BGRA8888: (2, 1, 0),
    _Format.Format_BGRA8888_Premultiplied: (2, 1, 0),
    _Format.Format_BGRX8888: (2, 1, 0),
    _Format.Format_RGBA8888: (0, 1, 2),
    _Format.Format_RGBX8888: (0, 1, 2),
    _Format.Format_ARGB8888: (1, 2, 3),
    _Format.Format_ARGB8888_Premultiplied: (1, 2, 3),
    _Format.Format_XRGB8888: (1, 2, 3),
    _Format.Format_ABGR8888: (3, 2, 1),
    _Format.Format_XBGR8888: (3, 2, 1),
}
"""Which of a pixel's four bytes are red, green and blue."""
