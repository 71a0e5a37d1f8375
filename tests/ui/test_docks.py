"""The title over a dock: its buttons show while the pointer is over it, undock it with room, and close it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.widgets.glyphs import GLYPHS, GlyphButton


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
@pytest.mark.parametrize("name", ["map", "mistakes", "weights"])
def test_an_undocked_panel_has_the_room_it_wants_and_goes_back(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    dock = window.docks[name]
    _fill, float_button, close = dock.titleBarWidget().findChildren(GlyphButton)
    window.show_panel(name)
    assert {float_button._glyph, close._glyph} <= GLYPHS.keys()
    float_button.show()  # as when the pointer is over the title
    QTest.mouseClick(float_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dock.isFloating)
    assert not dock.grab().isNull()
    room = dock.panel.roomy
    if room is not None:
        within = dock.screen().availableSize()
        assert dock.size() == room.boundedTo(within)
    QTest.mouseClick(float_button, Qt.MouseButton.LeftButton)
    assert not dock.isFloating()
    close.show()
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert dock.isHidden()
