"""The command palette finds by name first, and then by what a command does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.ui.dialogs.palette import Entry, Palette

RAN: list[str] = []


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    qtbot.waitExposed(window)
    RAN.clear()
    entries = [
        Entry("Record the window", "Ctrl+R", lambda: RAN.append("record"), "Film the window as it lives"),
        Entry("Filters", "", lambda: RAN.append("filters"), "Weights as pictures"),
        Entry("conv1", "layer", lambda: RAN.append("conv1")),
    ]
    palette = Palette(window, lambda _typed: entries)
    palette.open()
    return palette


def shown(palette: Palette) -> list[str]:
    return [palette.list.topLevelItem(row).text(0) for row in range(palette.list.topLevelItemCount())]


def test_a_command_is_found_by_what_it_does(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "film window")
    assert shown(palette) == ["Record the window"]
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert RAN == ["record"]


def test_names_come_first(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "fil")
    assert shown(palette) == ["Filters", "Record the window"]


def test_what_is_of_no_name_and_does_nothing_like_it_is_not_found(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.search, "film layer")
    assert shown(palette) == []
    assert palette._nothing.isVisible()
