"""Frames as a film: Motion JPEG in an AVI file, which every player opens; every frame of it is whole."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from deepvis_app.errors import RunError
from deepvis_app.pictures.saving import whole_file

Pixels = NDArray[np.uint8]

FRAMES_A_SECOND = 20
QUALITY = 92
LARGEST = (1 << 31) - (1 << 24)  # bytes: many players stop at two gigabytes, and the index comes after
_INDEXED, _KEYFRAME = 0x10, 0x10


class Film:
    """A film that is being written; made by `film`. `frames`: how many it has."""

    def __init__(self, file: BinaryIO, path: Path, rate: float, quality: int) -> None:
        self._file, self._path, self._quality = file, path, quality
        self._rate = Fraction(rate).limit_denominator(1001)  # 29.97 is 30000 / 1001
        self._sizes: list[int] = []
        self._shape = (0, 0)
        self._last = b""

    @property
    def frames(self) -> int:
        return len(self._sizes)

    def add(self, pixels: Pixels) -> None:
        """One more frame (h, w, 3), of the size of the first. Raises RunError where that is too much."""
        if not self._put(self._encoded(pixels)):
            raise RunError(
                "{path} would be larger than a film can be; ask for fewer frames.", path=self._path
            )

    def add_fitted(self, pixels: Pixels) -> bool:
        """One more frame, brought to the size of the first with black around; False where none fits in."""
        height, width = self._shape
        if self._sizes and pixels.shape[:2] != (height, width):
            pixels = np.asarray(ImageOps.pad(Image.fromarray(pixels), (width, height)))
        return self._put(self._encoded(pixels))

    def repeat(self, times: int = 1) -> bool:
        """The last frame again, so often; False where it no longer fits in."""
        return all(self._put(self._last) for _ in range(times))

    def _encoded(self, pixels: Pixels) -> bytes:
        if not self._sizes:
            self._shape = pixels.shape[:2]
            self._file.write(self._head())
        assert pixels.shape[:2] == self._shape
        encoded = BytesIO()
        Image.fromarray(np.ascontiguousarray(pixels)).save(encoded, "JPEG", quality=self._quality)
        return encoded.getvalue()

    def _put(self, data: bytes) -> bool:
        if self._file.tell() + len(data) > LARGEST:
            return False
        self._file.write(_chunk(b"00dc", data))
        self._sizes.append(len(data))
        self._last = data
        return True

    def finish(self) -> None:
        """The index, and the numbers at the beginning that were not known before."""
        if not self._sizes:
            return
        offset = 4
        entries = []
        for size in self._sizes:
            entries.append(struct.pack("<4sIII", b"00dc", _KEYFRAME, offset, size))
            offset += 8 + size + size % 2
        self._file.write(_chunk(b"idx1", b"".join(entries)))
        length = self._file.tell()
        self._file.seek(0)
        self._file.write(self._head(length, offset))

    def _head(self, length: int = 8, movie: int = 4) -> bytes:
        """All before the first frame; of a film of so many bytes, of which the frames take `movie`."""
        (height, width), count, rate = self._shape, len(self._sizes), self._rate
        largest = max(self._sizes, default=0)
        period, flow = round(1_000_000 / rate), round(largest * rate)
        main = struct.pack(
            "<14I",
            period, flow, 0, _INDEXED, count, 0, 1, largest, width, height,
            0, 0, 0, 0,
        )  # fmt: skip
        stream = struct.pack(
            "<4s4s10I4H",
            b"vids", b"MJPG", 0, 0, 0, rate.denominator, rate.numerator, 0, count, largest, 0xFFFFFFFF,
            0, 0, 0, width, height,
        )  # fmt: skip
        form = struct.pack("<IiiHH4s5I", 40, width, height, 1, 24, b"MJPG", 3 * width * height, 0, 0, 0, 0)
        streams = _list(b"strl", _chunk(b"strh", stream) + _chunk(b"strf", form))
        head = _list(b"hdrl", _chunk(b"avih", main) + streams)
        movies = b"LIST" + struct.pack("<I", movie) + b"movi"
        return b"RIFF" + struct.pack("<I", length - 8) + b"AVI " + head + movies


@contextmanager
def film(path: Path, rate: float = FRAMES_A_SECOND, quality: int = QUALITY) -> Iterator[Film]:
    """Frames added within are written to `path`, which appears at the end, whole. Raises RunError.

    `rate`: frames a second, at least 0.01.
    """
    with whole_file(path) as file:
        found = Film(file, path, rate, quality)
        yield found
        found.finish()


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _list(name: bytes, data: bytes) -> bytes:
    return _chunk(b"LIST", name + data)
