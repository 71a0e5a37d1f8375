"""A source that is frozen, and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from deepvis_app.sources.folder import Pictures
from deepvis_app.sources.playback import Playback


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.png" for name in ("first", "second", "third")]
    for path in paths:
        Image.new("RGB", (8, 8)).save(path)
    return paths


def test_while_frozen_it_names_the_picture_that_is_seen(qtbot: QtBot, three: list[Path]) -> None:
    playback = Playback()
    told = []
    playback.changed.connect(told.append)
    with qtbot.waitSignal(playback.frame):
        playback.open(Pictures(three))
    playback.set_frozen(True)
    source = playback.source
    assert source is not None
    with qtbot.waitSignal(source.frame):
        playback.step(1)
    assert source.title == "second.png"
    frozen = playback.info
    assert frozen is not None
    assert (frozen.title, frozen.index, frozen.file) == ("first.png", 0, three[0])
    assert told[-1].title == "first.png"

    with qtbot.waitSignal(playback.frame):
        playback.set_frozen(False)
    assert told[-1].title == "second.png"
    assert told[-1].file == three[1]
    playback.close()


def test_another_source_is_named_at_once(qtbot: QtBot, three: list[Path]) -> None:
    playback = Playback()
    with qtbot.waitSignal(playback.frame):
        playback.open(Pictures(three[:1]))
    playback.set_frozen(True)
    playback.open(Pictures(three[2:]))
    assert playback.info is not None
    assert playback.info.file in (None, three[2])
    playback.close()
