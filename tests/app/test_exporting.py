"""Reports and films of a real window."""

from __future__ import annotations

import re
import struct
from base64 import b64decode
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.ui.exporting import RECORDING
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.report import Report, Shown, page
from tests.windows import PATIENCE, Open, Watch, wait_for_pictures


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


class Page(HTMLParser):
    """Tags, words and embedded pictures of a page; an oracle that knows HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.pictures: list[Image.Image] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        source = dict(attrs).get("src")
        if source is not None:
            head, _, data = source.partition(",")
            assert head == "data:image/png;base64", "it needs nothing but itself"
            self.pictures.append(Image.open(BytesIO(b64decode(data))))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_report_holds_all_pictures_and_how_to_see_them_again(
    shown: tuple[MainWindow, Watch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, _ = shown
    session = window.session

    def settled() -> bool:
        return any(one.name == "backward" and one.unit == session.unit for one in window.saving.savables())

    qtbot.waitUntil(settled, timeout=PATIENCE)
    path = tmp_path / "report.html"
    answer(monkeypatch, path)
    window.exporting.save_report()
    qtbot.waitUntil(path.is_file, timeout=PATIENCE)
    html = path.read_text("utf-8")
    found = Page(html)
    words = "\n".join(found.words)
    assert found.tags.count("figure") == len(found.pictures) - 1 >= 4
    assert found.pictures[0].size[0] >= 1280
    assert f"What drives unit {session.unit} of {session.layer}" in words
    network = session.network
    assert network is not None
    for expected in (
        network.title,
        "deepvis samples",
        "deepvis://open?network=embedded",
        "DeepVis 0",
        "guided",
    ):
        assert expected in words
    assert str(Path.home()) not in html
    assert "http" not in re.sub(r"http-equiv", "", html), "nothing is fetched"


def test_what_comes_from_outside_is_only_words_in_a_report() -> None:
    evil = "<script>alert(1)</script>"
    grey = np.zeros((2, 2, 3), np.uint8)
    about = {"label": evil, "params": {"a": evil}, "file": str(Path.home() / "secret.png")}
    html = page(
        Report(evil, evil, grey, [Shown(evil, grey, about, evil)], {evil: ((evil, evil),)}, ((evil, evil),))
    )
    found = Page(html)
    assert "script" not in found.tags
    assert "".join(found.words).count(evil) == 12
    assert "~/secret.png" in html


@pytest.mark.parametrize("what", ["record_unit", "record_window"])
def test_a_film_lasts_as_long_as_it_was_taken(
    shown: tuple[MainWindow, Watch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, what: str
) -> None:
    window, _ = shown
    path = tmp_path / "live.avi"
    answer(monkeypatch, path)
    getattr(window.exporting, what)()
    film = window.exporting._film
    assert film is not None
    assert "Recording 0:00" in window.status._jobs[RECORDING]._words.text
    qtbot.waitUntil(lambda: film.seconds > 1, timeout=PATIENCE)
    with qtbot.waitSignal(film.ended, timeout=PATIENCE):
        window.status.cancel_wanted.emit(RECORDING)
    qtbot.waitUntil(lambda: not window.exporting.recording, timeout=PATIENCE)
    assert RECORDING not in window.status._jobs
    data = path.read_bytes()
    microseconds, frames = struct.unpack_from("<I12xI", data, 32)[0], struct.unpack_from("<I", data, 48)[0]
    assert frames * microseconds / 1e6 == pytest.approx(film.seconds, rel=0.01)
    assert window.notice.words == "Saved live.avi"


def test_a_gif_is_an_animation(
    shown: tuple[MainWindow, Watch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, _ = shown
    path = tmp_path / "live.gif"
    answer(monkeypatch, path)
    window.exporting.record_unit()
    film = window.exporting._film
    assert film is not None
    film.longest = 0.5
    with qtbot.waitSignal(film.ended, timeout=PATIENCE):
        pass  # it ends by itself
    qtbot.waitUntil(path.is_file, timeout=PATIENCE)
    with Image.open(path) as picture:
        assert picture.format == "GIF"
        assert picture.size[0] <= 1020
        assert picture.info["duration"] % 100 == 0  # one that stays the same stands for several
        played = sum(seek(picture, frame) for frame in range(picture.n_frames))  # type: ignore[attr-defined]
    assert played == pytest.approx(1000 * film.seconds, abs=101)


def seek(picture: Image.Image, frame: int) -> int:
    picture.seek(frame)
    return int(picture.info["duration"])


def test_a_film_that_cannot_be_written_says_so(
    shown: tuple[MainWindow, Watch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, _ = shown
    answer(monkeypatch, tmp_path / "nowhere" / "live.avi")
    window.exporting.record_window()
    qtbot.waitUntil(lambda: not window.exporting.recording, timeout=PATIENCE)
    assert "nowhere" in window.error_strip.sentence


def test_closing_the_window_keeps_the_film(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    answer(monkeypatch, tmp_path / "live.avi")
    window.exporting.record_unit()
    window.close()
    assert (tmp_path / "live.avi").stat().st_size > 1000
