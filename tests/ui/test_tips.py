"""Tooltips are as wide as a column of text, whatever they say."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.teaching import PANEL_TIPS
from deepvis_app.ui.tips import whole, wrapped

WIDEST = 100
LINES = re.compile("[\n\u2028]")


def long_lines(window: MainWindow) -> list[str]:
    for name in PANELS:
        window.show_panel(name)
    tips = [each.toolTip() for kind in (QWidget, QAction) for each in window.findChildren(kind)]
    return [line for words in tips for line in LINES.split(words) if len(line) > WIDEST]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_tooltip_is_wider_than_a_column(window: MainWindow, language: str) -> None:
    window.home.preferences.set_language(language)
    assert long_lines(window) == []


def test_a_long_one_is_found_out(window: MainWindow) -> None:
    """The check above can fail."""
    window.grid.setToolTip("A word after another. " * 6)
    assert len(long_lines(window)) == 1


@pytest.mark.parametrize("words", [*PANEL_TIPS.values(), "", "One.\nTwo.", "왼쪽은 답하는 곳 " * 12])
def test_it_is_whole_again_after_it_was_wrapped(words: str) -> None:
    made = wrapped(words)
    assert whole(made) == words
    assert all(len(line) <= 76 for line in LINES.split(made))


def test_another_language_is_wrapped_in_its_own_way(window: MainWindow) -> None:
    action = window.actions_by_id["panel.why"]
    english = action.toolTip()
    window.home.preferences.set_language("ko")
    korean = action.toolTip()
    assert korean != english
    assert LINES.search(korean)
    window.home.preferences.set_language("en")
    assert action.toolTip() == english
