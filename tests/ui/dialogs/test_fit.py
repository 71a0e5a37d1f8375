"""No text of a dialog is cut: in either language, with usual and with large letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Failure
from deepvis_app.i18n import text
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.ui.dialogs.about import about_deepvis, about_network
from deepvis_app.ui.dialogs.checkpoint import CheckpointDialog
from deepvis_app.ui.dialogs.failure import FailureDialog
from deepvis_app.ui.dialogs.indexing import IndexDialog
from deepvis_app.ui.dialogs.keys import KeysDialog
from deepvis_app.ui.dialogs.networks import NetworksDialog
from deepvis_app.ui.dialogs.preferences import PreferencesDialog
from deepvis_app.ui.dialogs.preprocessing import PreprocessingDialog
from deepvis_app.ui.dialogs.save import SaveDialog
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.widgets.segments import Segments
from tests.ui.conftest import bring, network_ready

Make = Callable[[MainWindow], QDialog]


def about(window: MainWindow) -> QDialog:
    network = window.session.network
    assert network is not None
    return about_network(network, window)


def pictures(window: MainWindow) -> QDialog:
    pixels = np.zeros((8, 8, 3), np.uint8)
    return SaveDialog([Savable("a", "What drives unit 12 of conv4b", pixels, {})], "a", window)


NO_PICTURE = text("There is no picture in the clipboard. Copy one first.")
DIALOGS: dict[str, Make] = {
    "about": about_deepvis,
    "network": about,
    "checkpoint": lambda window: CheckpointDialog("auto", parent=window),
    "failure": lambda window: FailureDialog(
        Failure(text("There is no picture in the clipboard. Copy one first."), ""), window
    ),
    "index": lambda window: IndexDialog(window.indexing, window.session, window),
    "keys": lambda window: KeysDialog(window.actions_by_id, window.keys, window),
    "networks": lambda window: NetworksDialog("auto", parent=window),
    "preferences": lambda window: PreferencesDialog(window, window.home.preferences),
    "preprocessing": lambda window: PreprocessingDialog(window.session, Preprocessing(), window),
    "save": pictures,
}


@pytest.fixture
def spoken(window: MainWindow, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    language, size = request.param
    window.home.preferences.set_language(language)
    window.home.preferences.set_size(size)
    window.resize(1280, 800)
    bring(window, network_ready())
    yield window
    window.home.preferences.set_size(100)


def cut(widget: QWidget) -> str:
    """The widget's words where they have no room, else nothing."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    if not words or not widget.isVisible():
        return ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return words if widget.heightForWidth(widget.width()) > widget.height() else ""
    return words if widget.sizeHint().width() > widget.width() else ""


def cut_in(dialog: QDialog) -> list[str]:
    QApplication.processEvents()
    return [words for widget in dialog.findChildren(QWidget) if (words := cut(widget))]


def cut_in_pages(dialog: QDialog) -> list[str]:
    dialog.show()
    pages = dialog.findChild(QTabWidget)
    found = []
    for place in range(pages.count() if pages else 1):
        if pages:
            pages.setCurrentIndex(place)
        found += cut_in(dialog)
    dialog.close()
    return found


@pytest.mark.parametrize("spoken", [("en", 100), ("ko", 100), ("ko", 150)], indirect=True)
def test_every_text_has_room(spoken: MainWindow) -> None:
    """One window for all of them: dressing it in large letters takes longest."""
    found = {name: cut_in_pages(make(spoken)) for name, make in DIALOGS.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_text_without_room_is_found_out(qtbot: QtBot) -> None:
    """The check above can fail."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label = QLabel("As long as it takes, and longer", dialog)
    label.resize(40, 20)
    dialog.show()
    assert cut_in(dialog) == [label.text()]


@pytest.mark.parametrize("spoken", [("en", 100), ("ko", 100)], indirect=True)
def test_the_rules_stand_in_full_in_a_small_window(spoken: MainWindow) -> None:
    spoken.docks["inspector"].setFixedWidth(300)
    QApplication.processEvents()
    for segments in spoken.docks["inspector"].findChildren(Segments):
        for button in segments.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width(), button.text()
