"""A file that the Finder gives opens in the window that is there."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deepvis_app.ui.given import Given
from tests.windows import PATIENCE, Open


def test_a_given_file_is_opened(open_window: Open, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(source="samples")
    Given(window, qapp)
    Image.new("RGB", (64, 64), "teal").save(tmp_path / "teal.png")
    qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "teal.png")))
    qtbot.waitUntil(
        lambda: window.session.source is not None and window.session.source.title == "teal.png",
        timeout=PATIENCE,
    )
