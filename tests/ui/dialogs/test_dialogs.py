"""The dialogs, filled in as a person would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import NetworkSpec, SetPreprocessing
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.ui.dialogs.about import about_network
from deepvis_app.ui.dialogs.checkpoint import CheckpointDialog
from deepvis_app.ui.dialogs.keys import KeysDialog
from deepvis_app.ui.dialogs.networks import NetworksDialog
from deepvis_app.ui.dialogs.preprocessing import PreprocessingDialog
from deepvis_app.ui.dialogs.region import RegionPicker
from deepvis_app.ui.dialogs.save import SaveDialog
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.savables import Savable
from tests.ui.conftest import bring, network_ready

# ---- networks ----------------------------------------------------------------------------------------------


def test_a_network_is_found_by_any_spelling_and_opened(qtbot: QtBot) -> None:
    dialog = NetworksDialog("auto")
    qtbot.addWidget(dialog)
    for typed in ("resnet18", "ResNet-18", "resnet 18"):
        dialog.search.setText(typed)
        assert dialog.spec() == NetworkSpec("torchvision:resnet18")
    assert "downloaded once: 45 MB" in dialog.about.text()


def test_random_weights_have_a_seed(qtbot: QtBot) -> None:
    dialog = NetworksDialog("cpu", untrained=True)
    qtbot.addWidget(dialog)
    dialog.search.setText("alexnet")
    dialog.seed.setValue(7)
    assert dialog.spec() == NetworkSpec("torchvision:alexnet", "none", 7, "cpu")
    assert "random" in dialog.about.text()


def test_nothing_found_opens_nothing(qtbot: QtBot) -> None:
    dialog = NetworksDialog("auto")
    qtbot.addWidget(dialog)
    dialog.search.setText("perceptron")
    assert dialog.spec() is None
    assert not dialog.open_button.isEnabled()


def test_columns_sort_by_number(qtbot: QtBot) -> None:
    dialog = NetworksDialog("auto")
    qtbot.addWidget(dialog)
    dialog.list.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    dialog.which.setCurrentIndex(dialog.which.findData("torchvision"))
    rows = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    first = next(row for row in rows if row is not None and not row.isHidden())
    assert first.text(0) == "RegNetY 128GF"


def test_a_downloaded_network_says_so(qtbot: QtBot, user_home: Path) -> None:
    weights = user_home / "cache" / "weights"
    weights.mkdir(parents=True)
    (weights / "resnet18-f37072fd.pth").touch()
    dialog = NetworksDialog("auto")
    qtbot.addWidget(dialog)
    dialog.search.setText("resnet18")
    assert "on this computer" in dialog.about.text()


# ---- weights -----------------------------------------------------------------------------------------------


def test_weights_with_a_named_architecture_and_labels(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.pth"
    dialog = CheckpointDialog("auto", path)
    qtbot.addWidget(dialog)
    assert not dialog.open_button.isEnabled(), "there is no such file"
    path.touch()
    dialog.labels.setText(str(tmp_path / "names.txt"))
    dialog.arch.setCurrentIndex(dialog.arch.findData("resnet18"))
    assert dialog.open_button.isEnabled()
    assert dialog.spec() == NetworkSpec(str(path), arch="resnet18", labels=tmp_path / "names.txt")


def test_code_runs_only_when_it_is_trusted(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "net.py"
    path.touch()
    dialog = CheckpointDialog("auto", path)
    qtbot.addWidget(dialog)
    dialog.function.setText("make")
    assert not dialog.open_button.isEnabled()
    assert not dialog.spec().allow_code
    dialog.trust.setChecked(True)
    assert dialog.open_button.isEnabled()
    assert dialog.spec() == NetworkSpec(f"{path}:make", allow_code=True)
    dialog.function.setText("import os")
    assert not dialog.open_button.isEnabled(), "that is no name"


# ---- preprocessing -----------------------------------------------------------------------------------------


@pytest.fixture
def sent(window: MainWindow) -> list[object]:
    """What the window sends to its worker."""
    bring(window, network_ready())
    commands: list[object] = []
    window.session._worker.send = commands.append  # type: ignore[method-assign]
    return commands


def preprocessing_dialog(window: MainWindow, qtbot: QtBot) -> PreprocessingDialog:
    assert window.session.network is not None
    dialog = PreprocessingDialog(window.session, window.session.network.preprocessing)
    qtbot.addWidget(dialog)
    return dialog


def test_it_shows_what_the_network_has(window: MainWindow, sent: list[object], qtbot: QtBot) -> None:
    dialog = preprocessing_dialog(window, qtbot)
    assert dialog.values() == Preprocessing()
    assert dialog.preset.currentText() == "ImageNet"
    dialog.accept()
    assert sent == [], "nothing was changed"


def test_of_quick_changes_the_last_is_sent(window: MainWindow, sent: list[object], qtbot: QtBot) -> None:
    dialog = preprocessing_dialog(window, qtbot)
    for width in (100, 110, 120):
        dialog.width_box.setValue(width)
    qtbot.waitUntil(lambda: bool(sent))
    assert sent == [SetPreprocessing(replace(Preprocessing(), width=120))]


def test_cancel_puts_back_what_was(window: MainWindow, sent: list[object], qtbot: QtBot) -> None:
    dialog = preprocessing_dialog(window, qtbot)
    dialog.fit.setCurrentIndex(dialog.fit.findData("letterbox"))
    qtbot.waitUntil(lambda: bool(sent))
    dialog.reject()
    assert sent[-1] == SetPreprocessing(Preprocessing())


def test_presets_fill_the_values(window: MainWindow, sent: list[object], qtbot: QtBot) -> None:
    dialog = preprocessing_dialog(window, qtbot)
    dialog.preset.setCurrentIndex(dialog.preset.findText("Caffe: BGR, 0 to 255"))
    values = dialog.values()
    assert (values.channels, values.scale) == ("BGR", 255.0)
    assert values.mean == (103.939, 116.779, 123.68)
    dialog.mean[0].setValue(100.0)
    assert dialog.preset.currentText() == "Own"
    dialog.reject()


# ---- keys --------------------------------------------------------------------------------------------------


def test_a_key_is_added_and_taken_from_another_command(window: MainWindow, qtbot: QtBot) -> None:
    dialog = KeysDialog(window.actions_by_id, window.keys)
    qtbot.addWidget(dialog)
    dialog.choose("file.quit")
    dialog.editor.setKeySequence(QKeySequence("F"))
    assert "Freeze" in dialog.note.text()
    dialog.add.click()
    assert window.keys.of("file.quit") == ("Ctrl+Q", "F")
    assert window.keys.of("source.freeze") == ()
    dialog.choose("file.quit")
    dialog.default.click()
    assert window.keys.of("file.quit") == ("Ctrl+Q",)


def test_commands_are_found_by_name_and_by_key(window: MainWindow, qtbot: QtBot) -> None:
    dialog = KeysDialog(window.actions_by_id, window.keys)
    qtbot.addWidget(dialog)
    for typed, found in (("freeze", "Freeze"), ("F11", "Full screen")):
        dialog.search.setText(typed)
        first = dialog.list.topLevelItem(0)
        assert first is not None
        assert first.text(0) == found


# ---- palette, saving, about, region ------------------------------------------------------------------------


def test_the_palette_closes_when_it_loses_the_focus_and_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    palette = window.command_palette
    window.show_palette()
    assert palette.isVisible()
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    window.show_palette()
    qtbot.keyClicks(palette.search, "zzzz")
    assert palette.list.isHidden()
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible(), "nothing to run"
    palette.close_palette()


def test_the_save_dialog_offers_forms_that_there_are(qtbot: QtBot) -> None:
    pixels = np.zeros((8, 8, 3), np.uint8)
    savables = [
        Savable("backward", "What drives it", pixels, {"method": "gradient"}, "conv1", 3, "gradient"),
        Savable("input", "Input", pixels, {"method": "input"}),
    ]
    dialog = SaveDialog(savables, "input")
    qtbot.addWidget(dialog)
    assert dialog.chosen.name == "input"
    assert not dialog.array.isEnabled()
    dialog.list.setCurrentRow(0)
    dialog.array.setChecked(True)
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog._save()
    assert wanted.args == [savables[0], "array"]


def test_the_facts_of_a_network_can_be_copied(window: MainWindow, qtbot: QtBot) -> None:
    dialog = about_network(network_ready(), window)
    qtbot.addWidget(dialog)
    dialog._copy_words()
    copied = QGuiApplication.clipboard().text()
    assert "Parameters: 1,234" in copied
    assert "Classes: 2" in copied


def test_a_region_is_drawn(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    picker = RegionPicker(screen, screen.grabWindow(0))
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(picker)
    picker.show()
    corner, other = picker.rect().topLeft(), picker.rect().topLeft()
    corner.setX(20)
    corner.setY(30)
    other.setX(120)
    other.setY(90)
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.mousePress(picker, Qt.MouseButton.LeftButton, pos=corner)
        qtbot.mouseMove(picker, other)
        qtbot.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=other)
    assert chosen.args == [20, 30, 101, 61]
