"""Videos, written here byte by byte, and frames as cameras give them."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from pytestqt.qtbot import QtBot

from deepvis_app.sources.source import Source

Pixels = NDArray[np.uint8]
MakeVideo = Callable[..., Path]
Colour = tuple[int, int, int]

RATE = 25
FRAME_MS = 1000 // RATE


@pytest.fixture
def make_video(tmp_path: Path) -> MakeVideo:
    """`make_video(colours, name)`: an AVI of 25 frames a second, each a JPEG of one colour."""

    def make(colours: Sequence[Colour], name: str = "video.avi", size: tuple[int, int] = (64, 48)) -> Path:
        path = tmp_path / name
        path.write_bytes(_avi([_jpeg(colour, size) for colour in colours], *size))
        return path

    return make


@pytest.fixture
def running(qtbot: QtBot) -> Iterator[Callable[[Source], Source]]:
    """`running(source)` starts it; it is stopped at the end of the test."""
    started: list[Source] = []

    def run(source: Source) -> Source:
        started.append(source)
        source.start()
        return source

    yield run
    for source in started:
        source.stop()
        source.deleteLater()


def video_frame(
    kind: QVideoFrameFormat.PixelFormat,
    planes: Sequence[Pixels],
    size: tuple[int, int],
    change: Callable[[QVideoFrameFormat], object] = lambda layout: None,
) -> QVideoFrame:
    """A frame whose planes hold these lines of bytes, or these bytes in a row."""
    layout = QVideoFrameFormat(QSize(*size), kind)
    change(layout)
    frame = QVideoFrame(layout)
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    for index, plane in enumerate(planes):
        lines = np.frombuffer(frame.bits(index), np.uint8)
        stride = frame.bytesPerLine(index)
        if plane.ndim == 1:
            lines[: len(plane)] = plane
        else:
            held = lines[: len(lines) // stride * stride].reshape(-1, stride)[: len(plane)]
            held[:, : plane.shape[1]] = plane[: len(held)]  # of odd sizes Qt holds a line of chroma less
    frame.unmap()
    return frame


def grey_frame(level: int = 100, size: tuple[int, int] = (64, 48)) -> QVideoFrame:
    pixels = np.full((size[1], size[0] * 4), level, np.uint8)
    return video_frame(QVideoFrameFormat.PixelFormat.Format_BGRX8888, [pixels], size)


def _jpeg(colour: Colour, size: tuple[int, int]) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, "JPEG", quality=95)
    return written.getvalue()


def _avi(jpegs: Sequence[bytes], width: int, height: int) -> bytes:
    """RIFF: the main header, one stream of MJPG, the frames, their index."""
    largest, count = max(map(len, jpegs)), len(jpegs)
    main = struct.pack("<14I", 1_000_000 // RATE, 0, 0, 0x10, count, 0, 1, largest, width, height, 0, 0, 0, 0)
    stream = struct.pack(
        "<4s4sIHHIIIIIIII4H",
        *(b"vids", b"MJPG", 0, 0, 0, 0, 1, RATE, 0, count, largest, 10_000, 0, 0, 0, width, height),
    )
    bitmap = struct.pack("<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    streams = _list(b"strl", _chunk(b"strh", stream) + _chunk(b"strf", bitmap))
    frames, index, offset = b"", b"", 4
    for jpeg in jpegs:
        chunk = _chunk(b"00dc", jpeg)
        index += struct.pack("<4sIII", b"00dc", 0x10, offset, len(jpeg))
        offset += len(chunk)
        frames += chunk
    header = _list(b"hdrl", _chunk(b"avih", main) + streams)
    content = header + _list(b"movi", frames) + _chunk(b"idx1", index)
    return _chunk(b"RIFF", b"AVI " + content)


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _list(name: bytes, content: bytes) -> bytes:
    return _chunk(b"LIST", name + content)
