"""A person who uses the keyboard alone, from the first start to what drives a unit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import UnitView
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels.inspector import InspectorPanel
from deepvis_app.ui.sourcing import to_pixels
from tests.windows import PATIENCE, Open, Watch


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """As the window system delivers it: to whatever has the keys."""
    focused = QApplication.focusWidget() or window.focusWidget() or window
    QTest.keyClick(focused, key)


def tab_to(window: MainWindow, wanted: QWidget) -> None:
    """By the Tab key alone."""
    for _ in range(200):
        if window.focusWidget() is wanted:
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted.accessibleName()} is out of reach")


def test_from_the_welcome_to_a_unit_s_guided_backprop(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.session.set_rule("gradient")
    home, watch = window.home, Watch(window)
    welcome = home.welcome
    assert welcome is not None
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())

    # The welcome: arrows walk over the four, Enter takes the samples.
    assert window.focusWidget() is welcome.samples
    press(window, Qt.Key.Key_Left)
    assert window.focusWidget() is welcome.video
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return)
    assert home.welcome is None
    assert window.session.source is not None
    assert window.session.source.kind == "pictures"

    # The tour: on, back, and away with it.
    qtbot.waitUntil(lambda: home.tour is not None, timeout=PATIENCE)
    tour = home.tour
    assert tour is not None
    first = tour.callout.words
    press(window, Qt.Key.Key_Right)
    assert tour.callout.words != first
    press(window, Qt.Key.Key_Left)
    assert tour.callout.words == first
    press(window, Qt.Key.Key_Escape)
    assert home.tour is None

    # The units: to another layer, and to one of its units by its number.
    assert window.focusWidget() is window.grid.grid
    layer = window.session.layer
    press(window, Qt.Key.Key_O)
    assert window.session.layer != layer
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return):
        press(window, key)
    assert window.session.unit == 12
    press(window, Qt.Key.Key_Right)
    assert window.session.unit == 13

    # The unit's panel: F6 goes there, Tab to the rule, an arrow to guided backprop.
    inspector = window.docks["inspector"]
    for _ in range(6):
        press(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        if focused is not None and inspector.isAncestorOf(focused):
            break
    panel = inspector.panel
    assert isinstance(panel, InspectorPanel)
    tab_to(window, panel.rule.button("gradient"))
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    assert window.session.rule == "guided"

    def driven() -> bool:
        view = watch.view(UnitView)
        wanted = isinstance(view, UnitView) and (view.layer, view.unit) == (window.session.layer, 13)
        return wanted and isinstance(view, UnitView) and view.backward is not None

    qtbot.waitUntil(driven, timeout=PATIENCE)
    picture = panel.backward.picture()
    assert picture is not None
    assert np.ptp(to_pixels(picture)) > 10


def welcomed(window: MainWindow) -> bool:
    return window.home.welcome is not None


def toured(window: MainWindow) -> bool:
    return window.home.tour is not None


def test_the_welcome_and_the_tour_come_once_and_again_when_asked(open_window: Open, qtbot: QtBot) -> None:
    first = open_window()
    assert welcomed(first)
    press(first, Qt.Key.Key_Escape)
    assert not welcomed(first)
    qtbot.waitUntil(lambda: toured(first), timeout=PATIENCE)
    first.close()

    second = open_window()
    assert not welcomed(second)
    second.actions_by_id["help.welcome"].trigger()
    welcome = second.home.welcome
    assert welcome is not None
    welcome.again.setChecked(True)
    press(second, Qt.Key.Key_Escape)
    assert not toured(second)
    second.actions_by_id["help.tour"].trigger()
    assert toured(second)
    for _ in range(6):
        press(second, Qt.Key.Key_Right)
    assert not toured(second)
    second.close()

    assert welcomed(open_window()), "as the user wished"


def test_what_is_named_at_the_start_needs_no_welcome(open_window: Open) -> None:
    assert open_window(source="samples").home.welcome is None
    assert open_window(layer="conv1").home.welcome is None


def test_a_source_from_the_menus_leaves_the_welcome_and_the_next_slide_does_not(
    open_window: Open, qtbot: QtBot, sample_picture: object
) -> None:
    window = open_window()
    assert window.home.welcome is not None
    window.session.playback.step(1)
    qtbot.waitUntil(lambda: getattr(window.session.source, "index", 0) == 1, timeout=PATIENCE)
    assert window.home.welcome is not None
    window.sources.open_path(sample_picture)  # type: ignore[arg-type]
    assert window.home.welcome is None


def test_every_text_of_the_tour_stands_beside_what_it_means(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(source="samples")
    window.home.show_tour()
    tour = window.home.tour
    assert tour is not None
    for place in range(6):
        meant = tour.hint.of(window)
        assert meant.isVisible()
        assert tour.rect().contains(tour.callout.geometry())
        if place < 5 and tour.hint.of(window) is not window.grid.grid:
            assert not tour.callout.geometry().intersects(tour._hole)
        window.resize(900 + 40 * place, 620)
        QApplication.sendPostedEvents(None, QEvent.Type.Resize)
        tour.go_on()
    assert window.home.tour is None
