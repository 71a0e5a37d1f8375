"""Nobody needs a mouse, or eyes, to find a control: names, the order of the Tab key, words for pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deepvis_app.ui.action_table import ACTIONS
from deepvis_app.ui.dialogs.keys import KeysDialog
from deepvis_app.ui.dialogs.preferences import PreferencesDialog
from deepvis_app.ui.made_actions import made_actions
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.teaching import PANEL_TIPS
from deepvis_app.ui.tips import wrapped
from tests.ui.conftest import bring, network_ready

CONTROLS = (QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QLineEdit)
BY_OTHER_KEYS = ("qt_", "Scroll")  # parts of Qt's own controls, e.g. the arrows of a tab bar


def named(widget: QWidget) -> str:
    """What a screen reader says of it, as Qt tells it."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip() if told is not None else ""


def controls(window: QWidget) -> Iterator[QWidget]:
    """What a user can set or press now, or give the keys to."""
    for each in window.findChildren(QWidget):
        if not (each.isVisibleTo(window) and each.isEnabled()) or each.objectName().startswith(BY_OTHER_KEYS):
            continue
        part_of_another = isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)
        scrolls = isinstance(each, QScrollBar)
        covered = isinstance(window, MainWindow) and window.home.parts.is_covered(each)
        if part_of_another or scrolls or covered or each.window() is not window:
            continue
        if isinstance(each, CONTROLS) or each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield each


@pytest.fixture
def everything(window: MainWindow) -> MainWindow:
    bring(window, network_ready())
    window.resize(1600, 1000)
    return window


def panels_in_turn(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    """The window with each panel of the tabs in front once."""
    for name in PANELS:
        window.show_panel(name)
        QApplication.processEvents()
        yield name


def test_every_control_has_a_name(everything: MainWindow, qtbot: QtBot) -> None:
    nameless = {
        f"{name}: {type(each).__name__} in {type(each.parentWidget()).__name__}"
        for name in panels_in_turn(everything, qtbot)
        for each in controls(everything)
        if not named(each)
    }
    assert nameless == set()


def test_the_tab_key_reaches_every_control(everything: MainWindow, qtbot: QtBot) -> None:
    missed = set()
    for name in panels_in_turn(everything, qtbot):
        reached = tabbed_through(everything, qtbot)
        for each in controls(everything):
            one_of_many = isinstance(each, QAbstractButton) and each.autoExclusive() and not each.isChecked()
            of_title = type(each.parentWidget()).__name__ == "_Title"  # which have commands of their own
            if each not in reached and not one_of_many and not of_title:
                missed.add(f"{name}: {type(each).__name__} “{named(each)}”")
    assert missed == set()


def tabbed_through(window: MainWindow, qtbot: QtBot) -> set[QWidget]:
    """Where the keys come to by Tab alone, from the units on."""
    window.grid.grid.setFocus()
    reached: set[QWidget] = set()
    for _ in range(300):
        focused = window.focusWidget()
        if focused is None or focused in reached:
            break
        assert not window.home.parts.is_covered(focused)
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return reached


@pytest.mark.parametrize("make", [PreferencesDialog, KeysDialog], ids=["preferences", "keys"])
def test_dialogs_have_names_too(window: MainWindow, qtbot: QtBot, make: type[QDialog]) -> None:
    arguments: tuple[object, ...] = (window, window.home.preferences)
    if make is KeysDialog:
        arguments = (window.actions_by_id, window.keys, window)
    dialog = make(*arguments)  # type: ignore[arg-type]
    dialog.show()
    nameless = [each for each in controls(dialog) if not named(each) and not isinstance(each, QTabBar)]
    assert nameless == []
    dialog.deleteLater()


def test_every_action_has_a_tooltip_and_every_panel_teaches() -> None:
    for row in [*ACTIONS.values(), *made_actions()]:
        assert row.tip, row.id
    for name in (*PANELS, "grid"):
        told = PANEL_TIPS[name]
        what, _, paper = told.partition("\n")
        assert len(what.split()) >= 20, f"{name}: what it shows, and how to read it"
        assert any(year.isdecimal() for year in paper.replace(",", " ").split()), f"{name}: the paper"


def test_every_panel_s_tip_is_in_its_title_and_its_help(window: MainWindow) -> None:
    for name, dock in window.docks.items():
        assert dock.whatsThis() == PANEL_TIPS[name]
        assert window.actions_by_id[f"panel.{name}"].toolTip() == wrapped(PANEL_TIPS[name])
    assert window.grid.whatsThis() == PANEL_TIPS["grid"]
