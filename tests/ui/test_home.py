"""Preferences that count at once, layouts by name, files that are kept within bounds, examples."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from deepvis_app import paths
from deepvis_app.engine.messages import SetPrecision, SetThreads
from deepvis_app.settings import Settings
from deepvis_app.ui import storage
from deepvis_app.ui.defaults import CameraDefaults, camera_defaults
from deepvis_app.ui.dialogs.preferences import PreferencesDialog
from deepvis_app.ui.example_table import EXAMPLES
from deepvis_app.ui.examples import offered
from deepvis_app.ui.known_networks import known_networks
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels import PANELS
from tests.ui.conftest import bring, network_ready


def choose(box: object, value: object) -> None:
    """As a user does: the signal of a click, not of the program."""
    box.setCurrentIndex(box.findData(value))  # type: ignore[attr-defined]
    box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]


@pytest.fixture
def dialog(window: MainWindow) -> PreferencesDialog:
    window.home.show_preferences()
    (made,) = window.findChildren(PreferencesDialog)
    return made


def test_preferences_count_at_once_and_are_kept(window: MainWindow, dialog: PreferencesDialog) -> None:
    sent: list[object] = []
    window.session._worker.send = sent.append  # type: ignore[method-assign, assignment]
    choose(dialog.theme, "contrast")
    choose(dialog.letters, 125)
    choose(dialog.threads, 1)
    choose(dialog.precision, "float32")
    dialog.confirm.click()
    assert window.theme.mode == "contrast"
    assert window.theme.size == 125
    assert sent == [SetThreads(1), SetPrecision("float32")]
    window.home.preferences.set_size(100)
    window.set_theme("system")
    dialog.confirm.click()
    window.close()
    again = Settings.load()
    assert again.get("network.precision") == "float32"
    assert again.get("network.threads") == 1


def test_a_camera_s_defaults_are_what_was_chosen(window: MainWindow, dialog: PreferencesDialog) -> None:
    assert camera_defaults(window.settings) == CameraDefaults("", (640, 480), mirrored=True)
    dialog.camera_size.setCurrentIndex(2)
    dialog.camera_size.activated.emit(2)
    dialog.mirrored.click()
    assert camera_defaults(window.settings) == CameraDefaults("", (1280, 720), mirrored=False)
    window.settings.set("camera.size", "huge")
    assert camera_defaults(window.settings).size == (640, 480)


def test_another_cache_counts_for_every_command_and_a_missing_one_for_none(
    dialog: PreferencesDialog, tmp_path: Path
) -> None:
    usual = paths.cache_dir()
    dialog._set_cache(tmp_path / "elsewhere")
    assert paths.cache_dir() == tmp_path / "elsewhere"
    assert dialog.place.text == str(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").rmdir()
    assert paths.cache_dir() == usual
    dialog._usual_cache()
    assert paths.chosen_cache_dir() is None
    (tmp_path / "file").touch()
    dialog._set_cache(tmp_path / "file" / "below")
    assert "cannot be used" in dialog.place.text


def test_what_was_not_used_for_longest_goes_first_and_what_is_in_use_stays(window: MainWindow) -> None:
    folder = storage.weights_folder()
    folder.mkdir(parents=True)
    networks = [known for known in known_networks() if known.name in ("alexnet", "resnet18", "vgg16")]
    for age, known in enumerate(networks):
        path = folder / known.file
        path.write_bytes(bytes(100))
        os.utime(path, (1000 - age, 1000 - age))
    oldest = networks[-1]
    bring(window, network_ready(oldest.spec))
    assert (folder / oldest.file).stat().st_mtime > 1000, "it was used now"
    gone = storage.trim(250, keep=folder / oldest.file)
    assert gone == [folder / networks[1].file]
    assert storage.trim(0) == []
    assert storage.cached_bytes() == 200


def test_closing_asks_where_that_is_wished(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    window.home.preferences.set_confirms(True)
    assert not window.close()
    assert window.isVisible()
    assert window.close()
    assert answers == []


def test_a_layout_comes_back_by_its_name(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    layouts = window.home.layouts
    window.docks["weights"].close()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("  narrow ", True))
    layouts.ask_name()
    assert list(layouts.names) == ["narrow"]
    window.reset_layout()
    assert "weights" in window.panels_shown
    layouts.apply("narrow")
    assert "weights" not in window.panels_shown
    window.close()
    assert list(Settings.load().get("layouts", {})) == ["narrow"]
    layouts.delete("narrow")
    assert list(layouts.names) == []


def test_a_damaged_layout_changes_nothing(window: MainWindow) -> None:
    window.settings.set("layouts", {"bad": "no places", "worse": 3})
    before = window.panels_shown
    window.home.layouts.apply("bad")
    window.home.layouts.apply("worse")
    assert window.panels_shown == before
    assert "no longer fits" in window.notice.words


def test_keys_go_round_the_window_and_through_the_tabs(window: MainWindow, qtbot: QtBot) -> None:
    bring(window, network_ready())
    parts = window.home.parts
    window.grid.grid.setFocus()
    seen = []
    for _ in parts.seen:
        parts.step(1)
        seen.append(next(part for part in parts.seen if part.isAncestorOf(window.focusWidget())))
    assert set(map(id, seen)) == set(map(id, parts.seen))
    window.show_panel("weights")
    qtbot.waitUntil(lambda: window.docks["weights"].panel.is_seen)
    parts.step_panel(1)
    qtbot.waitUntil(lambda: window.docks["why"].panel.is_seen)
    parts.step_panel(-1)
    qtbot.waitUntil(lambda: window.docks["weights"].panel.is_seen)


def test_every_example_names_what_there_is() -> None:
    from deepvis_app.methods import METHODS
    from deepvis_app.sources.opening import SAMPLES

    for row in EXAMPLES.values():
        assert row.sample in SAMPLES
        assert all(method in METHODS for method in row.methods)
        assert "\n" in row.tip, f"{row.name}: the paper"
    assert {row.name for row in offered()} == {row.name for row in EXAMPLES.values() if row.panel in PANELS}
    wanted = {"filters", "patches", "occlusion", "deconv", "classes", "dream"}
    assert wanted <= {row.name for row in offered()}


def test_every_dialog_is_a_child_that_goes_with_the_window(dialog: PreferencesDialog) -> None:
    assert isinstance(dialog, QDialog)
    assert dialog.parent() is not None
