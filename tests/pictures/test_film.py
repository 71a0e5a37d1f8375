"""Films: a file that any reader of AVI takes apart into the frames that were put in."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deepvis_app.errors import RunError
from deepvis_app.pictures import film as films
from deepvis_app.pictures.film import film


def frame(number: int) -> np.ndarray:
    pixels = np.zeros((31, 45, 3), np.uint8)
    pixels[:, : 5 * number + 5] = (200, 50, 20)
    return pixels


def write(path: Path, frames: int) -> None:
    with film(path) as strip:
        for number in range(frames):
            strip.add(frame(number % 7))


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    while data:
        name, size = struct.unpack("<4sI", data[:8])
        assert len(data) >= 8 + size
        yield name, data[8 : 8 + size]
        data = data[8 + size + size % 2 :]


def test_a_film_holds_its_frames_in_order(tmp_path: Path) -> None:
    path = tmp_path / "one.avi"
    with film(path, rate=20) as strip:
        for number in range(7):
            strip.add(frame(number))
            assert not path.exists(), "it appears whole"
    ((name, inside),) = chunks(path.read_bytes())
    assert (name, inside[:4]) == (b"RIFF", b"AVI ")
    head, movie, index = (part for _, part in chunks(inside[4:]))
    assert (head[:4], movie[:4]) == (b"hdrl", b"movi")
    (main,) = [part for name, part in chunks(head[4:]) if name == b"avih"]
    period, _, _, flags, count, _, streams, _, width, height = struct.unpack("<10I", main[:40])
    assert (period, flags, count, streams, width, height) == (50_000, 0x10, 7, 1, 45, 31)
    (stream,) = [part for name, part in chunks(head[4:]) if name == b"LIST"]
    sizes = {name: len(part) for name, part in chunks(stream[4:])}
    assert sizes == {b"strh": 56, b"strf": 40}
    frames = [part for name, part in chunks(movie[4:]) if name == b"00dc"]
    for number, data in enumerate(frames):
        shown = np.asarray(Image.open(BytesIO(data)).convert("RGB")).astype(int)
        assert np.abs(shown - frame(number)).mean() < 4
    entries = list(struct.iter_unpack("<4sIII", index))
    assert [movie[offset + 8 : offset + 8 + size] for _, _, offset, size in entries] == frames


def test_a_film_that_fails_or_grows_too_large_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "LARGEST", 3000)
    with pytest.raises(RunError, match="fewer frames"):
        write(tmp_path / "two.avi", 100)
    assert list(tmp_path.iterdir()) == []
