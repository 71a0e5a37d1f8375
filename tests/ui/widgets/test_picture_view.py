"""Pictures: aspect, frames, messages, clicks, the clipboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from deepvis_app.pictures import colormaps
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.paint import Picture
from deepvis_app.ui.widgets.picture_view import PictureView

RED, BLUE = (200, 30, 40), (20, 60, 220)


def halves(height: int, width: int) -> np.ndarray:
    """Red on the left, blue on the right."""
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:, : width // 2], pixels[:, width // 2 :] = RED, BLUE
    return pixels


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    view = PictureView("Input", "Nothing here yet")
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_levels_pass_through_the_table() -> None:
    levels = np.array([[0, 128, 255]], np.uint8)
    image = Picture(levels, colormaps.words("inferno")).image
    table = colormaps.table("inferno")
    assert [image.pixelColor(x, 0).getRgb()[:3] for x in range(3)] == [tuple(table[i]) for i in (0, 128, 255)]


def test_a_wide_picture_keeps_its_aspect(view: PictureView) -> None:
    view.set_picture(halves(100, 200))
    rect = view.picture_rect()
    assert (rect.width(), rect.height()) == (200, 100)
    image = view.grab().toImage()
    assert image.pixelColor(20, 100) == QColor(*RED)
    assert image.pixelColor(180, 100) == QColor(*BLUE)
    assert image.pixelColor(100, 20).name() == tokens(view).window


def test_what_lies_outside_the_crop_is_dimmed(view: PictureView) -> None:
    view.set_picture(halves(200, 200))
    view.set_crop((0.25, 0.0, 0.5, 1.0))
    image = view.grab().toImage()
    assert image.pixelColor(10, 100).lightness() < QColor(*RED).lightness()
    assert image.pixelColor(70, 100) == QColor(*RED)
    view.set_crop((-0.1, -0.1, 1.2, 1.2))  # a letterbox: all of the picture is seen
    assert view.grab().toImage().pixelColor(70, 100) == QColor(*RED)


def test_a_click_tells_where_in_the_picture(qtbot: QtBot, view: PictureView) -> None:
    view.set_picture(halves(100, 200))
    view.set_clickable(True)
    with qtbot.waitSignal(view.clicked) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 75))
    assert clicked.args == pytest.approx([0.75, 0.25], abs=0.01)
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 20))


def test_the_picture_is_copied_as_it_came(qtbot: QtBot, view: PictureView) -> None:
    pixels = halves(10, 30)
    view.set_picture(pixels)
    view.set_crop((0.2, 0.2, 0.5, 0.5))
    view.set_message("gone")
    with qtbot.waitSignal(view.copied):
        view.copy()
    copied = QGuiApplication.clipboard().image()
    assert copied.size() == view.picture().size()
    assert [copied.pixelColor(x, 5).getRgb()[:3] for x in (0, 29)] == [RED, BLUE]


def test_the_copy_outlives_the_next_picture(view: PictureView) -> None:
    view.set_picture(halves(10, 30))
    kept = view.picture()
    view.set_picture(np.zeros((10, 30, 3), np.uint8))
    assert kept.pixelColor(0, 0) == QColor(*RED)


def test_a_message_lies_over_the_last_picture(view: PictureView) -> None:
    view.set_picture(halves(200, 200))
    view.set_message("The camera is gone.")
    assert view.accessibleDescription() == "The camera is gone."
    assert view.grab().toImage().pixelColor(20, 20).lightness() < QColor(*RED).lightness()
    view.set_message("")
    assert view.grab().toImage().pixelColor(20, 20) == QColor(*RED)


def test_the_menu_copies_and_saves(qtbot: QtBot, view: PictureView) -> None:
    view.set_picture(halves(10, 10))
    menu = view.menu()
    copy, save = menu.actions()
    with qtbot.waitSignal(view.save_wanted):
        save.trigger()
    with qtbot.waitSignal(view.copied):
        copy.trigger()
