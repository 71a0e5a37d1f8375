"""A file that was cut off is known by its container; a whole one never is."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from deepvis_app.sources.container import missing
from tests.sources.conftest import MakeVideo


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


MP4 = _box(b"ftyp", b"isom0000") + _box(b"moov", bytes(100)) + _box(b"mdat", bytes(1000))
LONG = _box(b"ftyp", b"isom0000") + struct.pack(">I4sQ", 1, b"mdat", 1016) + bytes(1000)


def test_whole_files_lack_nothing(make_video: MakeVideo, tmp_path: Path) -> None:
    assert missing(make_video([(0, 0, 0)] * 5)) == 0
    unstated = MP4[:-1008] + bytes(4) + b"mdat" + bytes(50)  # its last part goes on to the end
    for name, content in (("a.mp4", MP4), ("long.mp4", LONG), ("open.mp4", unstated)):
        (tmp_path / name).write_bytes(content)
        assert missing(tmp_path / name) == 0


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_what_was_cut_off_is_measured(make_video: MakeVideo, tmp_path: Path, share: float) -> None:
    path = make_video([(0, 0, 0)] * 20)
    for content in (path.read_bytes(), MP4, LONG):
        (tmp_path / "cut").write_bytes(content[: round(len(content) * (1 - share))])
        assert missing(tmp_path / "cut") == pytest.approx(share, abs=0.01)


OTHERS = (b"", b"RIFF", b"text that is no video at all", bytes(100), b"\x1aE\xdf\xa3" * 50)


@pytest.mark.parametrize("content", OTHERS)
def test_other_files_say_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other").write_bytes(content)
    assert missing(tmp_path / "other") == 0
