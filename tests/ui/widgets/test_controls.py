"""The small controls: segments, choices, contrast, number fields, labels, numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.contrast import ContrastSlider
from deepvis_app.ui.widgets.glyphs import GLYPHS, GlyphButton
from deepvis_app.ui.widgets.labels import Label, Values
from deepvis_app.ui.widgets.number_box import NumberBox
from deepvis_app.ui.widgets.segments import Segments


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    choices = ((None, "Off", "none"), ("gradient", "Gradient", "plain"), ("guided", "Guided", "both ways"))
    made = Segments("Rule", choices)
    shown(qtbot, made)
    return made


def test_a_clicked_segment_is_chosen(qtbot: QtBot, segments: Segments) -> None:
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.mouseClick(segments.button("guided"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["guided"]
    assert segments.value == "guided"


def test_setting_a_segment_tells_nobody(qtbot: QtBot, segments: Segments) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("gradient")
        segments.set_value(None)
        segments.set_value("no such rule")
    assert segments.value is None


def test_arrows_move_along_the_segments(qtbot: QtBot, segments: Segments) -> None:
    segments.set_value("gradient")
    segments.activateWindow()
    segments.button("gradient").setFocus()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments.button("gradient"), Qt.Key.Key_Right)
    assert chosen.args == ["guided"]


def test_a_choice_shows_what_is_taken(qtbot: QtBot) -> None:
    choice = Choice("sort", {"index": "index", "activation": "activation"}, "Order")
    shown(qtbot, choice)
    assert choice.text() == "sort: index"
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.menu().actions()[1].trigger()
    assert chosen.args == ["activation"]
    assert (choice.text(), choice.value) == ("sort: activation", "activation")
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("index")


@pytest.mark.parametrize("contrast", [0.25, 0.5, 1.0, 2.0, 4.0])
def test_contrast_is_even_in_its_logarithm(qtbot: QtBot, contrast: float) -> None:
    slider = ContrastSlider()
    shown(qtbot, slider)
    with qtbot.assertNotEmitted(slider.changed):
        slider.set_value(contrast)
    assert slider.value == pytest.approx(contrast)


def test_a_double_click_resets_the_contrast(qtbot: QtBot) -> None:
    slider = ContrastSlider()
    shown(qtbot, slider)
    slider.set_value(4.0)
    with qtbot.waitSignal(slider.changed) as changed:
        qtbot.mouseDClick(slider._slider, Qt.MouseButton.LeftButton)
    assert changed.args == [1.0]


def test_a_number_field_is_set_in_silence(qtbot: QtBot) -> None:
    box = NumberBox("Unit", "its number")
    shown(qtbot, box)
    with qtbot.assertNotEmitted(box.valueChanged):
        box.show_value(132, 191)
    assert (box.value(), box.maximum()) == (132, 191)


def test_a_label_keeps_its_size_when_its_words_change(qtbot: QtBot) -> None:
    label = Label("", "caption", room="forward 000.0 ms")
    shown(qtbot, label)
    before = label.sizeHint()
    label.set_text("forward 5.1 ms")
    assert label.sizeHint() == before
    assert label.text == "forward 5.1 ms"
    assert not label.grab().isNull()


def test_a_table_of_numbers(qtbot: QtBot) -> None:
    values = Values((("mean", "the mean"), ("max", "the largest"), ("record", "ever")))
    shown(qtbot, values)
    values.set_values(["0.18", "4.21", "6.90"])
    assert values.values == ["0.18", "4.21", "6.90"]
    assert not values.grab().isNull()


@pytest.mark.parametrize("glyph", sorted(GLYPHS))
def test_every_glyph_draws_something(qtbot: QtBot, glyph: str) -> None:
    button = GlyphButton(glyph, "Title")
    empty = GlyphButton(glyph, "Title")
    shown(qtbot, button)
    image = button.grab().toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 1
    assert empty.accessibleName() == "Title"
    empty.deleteLater()


def test_a_focused_control_keeps_its_keys_from_the_windows_actions(qtbot: QtBot) -> None:
    window = QMainWindow()
    slider = ContrastSlider()
    window.setCentralWidget(slider)
    action = QAction("Unit to the right", window)
    action.setShortcut(Qt.Key.Key_Right)
    window.addAction(action)
    shown(qtbot, window)
    for key, kept in ((Qt.Key.Key_Right, True), (Qt.Key.Key_F, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(slider._slider, event)
        assert event.isAccepted() == kept
