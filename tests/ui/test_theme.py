"""Palettes that can be read, one style sheet, letters of the wished size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.ui.theme import CONTRAST, DARK, LIGHT, Mode, Theme, Tokens, small, style_sheet, tokens


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application's looks are put back afterwards."""
    name, palette, sheet = qapp.style().objectName(), qapp.palette(), qapp.styleSheet()
    theme = Theme(qapp, "dark")
    yield theme
    theme.deleteLater()
    qapp.setStyle(name)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.mark.parametrize(("mode", "expected"), [("dark", DARK), ("light", LIGHT), ("contrast", CONTRAST)])
def test_widgets_find_the_tokens_of_their_theme(
    qtbot: QtBot, theme: Theme, mode: Mode, expected: Tokens
) -> None:
    theme.set_mode(mode)
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tokens(widget) is expected
    assert theme.mode == mode
    assert widget.palette().color(QPalette.ColorRole.Window) == QColor(expected.window)


@pytest.mark.parametrize("t", [DARK, LIGHT, CONTRAST], ids=["dark", "light", "contrast"])
def test_words_stand_out_from_what_they_are_on(t: Tokens) -> None:
    for words, ground, least in (
        (t.text, t.window, 7.0),
        (t.text, t.raised, 7.0),
        (t.strong, t.pressed, 7.0),
        (t.muted, t.window, 4.5),
        (t.on_accent, t.accent, 4.5),
        (t.on_alarm, t.alarm, 4.5),
        (t.strong, t.bar, 4.5),
    ):
        assert contrast(words, ground) >= least, f"{words} on {ground}"


@pytest.mark.parametrize("t", [DARK, LIGHT, CONTRAST], ids=["dark", "light", "contrast"])
def test_the_sheet_is_filled(t: Tokens) -> None:
    assert "$" not in style_sheet(t)


def test_high_contrast_is_high() -> None:
    t = CONTRAST
    for words, ground in ((t.text, t.window), (t.muted, t.window), (t.strong, t.hover), (t.faint, t.window)):
        assert contrast(words, ground) >= 7.0
    for edge in (t.border, t.focus, t.accent, t.line):
        assert contrast(edge, t.window) >= 4.5


def test_letters_grow_with_those_that_a_widget_has_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label, caption = QLabel("one", window), QLabel("two", window)
    caption.setFont(small(caption.font()))
    window.show()
    before = label.font().pointSizeF(), caption.font().pointSizeF()
    theme.set_size(150)
    after = label.font().pointSizeF(), caption.font().pointSizeF()
    assert after == pytest.approx([1.5 * size for size in before])
    theme.set_size(100)
    assert (label.font().pointSizeF(), caption.font().pointSizeF()) == pytest.approx(before)
    theme.set_size(7)
    assert theme.size == 80
    theme.set_size(100)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1's contrast ratio of two colours."""
    darker, lighter = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
