"""Whether a video file is all there, by what its container itself states."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

_BOXES = frozenset({b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"moof", b"sidx", b"uuid", b"styp"})


def missing(path: Path) -> float:
    """The share of an AVI or MP4 file that was cut off, 0 to 1; 0 of other files. Raises OSError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        stated = _stated_size(file, size)
    return (stated - size) / stated if stated > size else 0.0


def _stated_size(file: BinaryIO, size: int) -> int:
    """Where the last part of the file should end; the parts follow each other, each with its own length."""
    end = 0
    while end < size:
        file.seek(end)
        length = _part_length(file.read(16))
        if length is None:
            break
        end += length
    return end


def _part_length(head: bytes) -> int | None:
    """Of a RIFF chunk or an MP4 box, in bytes; None where it is neither, or does not say."""
    if len(head) < 16:
        return None
    if head[:4] == b"RIFF":
        length = int.from_bytes(head[4:8], "little")
        return 8 + length + length % 2 if length else None
    if head[4:8] in _BOXES:
        length = int.from_bytes(head[:4], "big")
        if length == 1:  # too long for four bytes: stated in the next eight
            length = int.from_bytes(head[8:16], "big")
        return length if length >= 8 else None  # 0: up to the end, however far that is
    return None
