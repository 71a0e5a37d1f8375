"""The window's own doings: panels, words, failures, what the network menu remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Failure, JobEnded, JobProgress, LoadNetwork, NetworkSpec
from deepvis_app.i18n import text
from deepvis_app.settings import Settings
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.networking import from_json, to_json
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.sourcing import to_pixels
from tests.ui.conftest import WARNING, bring, network_ready


def test_panels_close_and_come_back(window: MainWindow) -> None:
    assert window.panels_shown == set(PANELS)
    window.docks["inspector"].close()
    assert "inspector" not in window.panels_shown
    window.toggle_panel("inspector")
    assert "inspector" in window.panels_shown


def test_the_tool_bar_names_source_network_and_device(window: MainWindow, sample_picture: Path) -> None:
    bring(window, network_ready("torchvision:resnet18"))
    assert window.tool_bar.network.text() == "Torchvision:Resnet18"
    assert window.tool_bar.device.text() == "CPU · bf16"
    assert window.sources.open_path(sample_picture)
    assert "coffee" in window.tool_bar.source.text()


def test_a_warning_of_the_network_is_told(window: MainWindow) -> None:
    bring(window, network_ready("embedded", WARNING))
    assert window.error_strip.sentence == str(WARNING)
    bring(window, network_ready("other"))
    assert window.error_strip.isHidden()


def test_a_failure_stays_until_something_succeeds(window: MainWindow, sample_picture: Path) -> None:
    window.session.failed.emit(Failure(text("The camera is gone."), "details"))
    assert not window.error_strip.isHidden()
    assert window.error_strip.sentence == "The camera is gone."
    window.sources.open_path(sample_picture)
    assert window.error_strip.isHidden()


def test_what_a_source_says_is_told_until_it_takes_it_back(window: MainWindow) -> None:
    window.session.playback.message.emit(text("There is no camera."))
    assert window.error_strip.sentence == "There is no camera."
    bring(window, network_ready())
    assert not window.error_strip.isHidden(), "a network brings no camera"
    window.session.playback.message.emit(None)
    assert window.error_strip.isHidden()
    window.show_failure(Failure(text("Something else."), ""))
    window.session.playback.message.emit(None)
    assert not window.error_strip.isHidden()


def test_what_was_done_is_said_for_a_while(window: MainWindow) -> None:
    window.say("Saved a.png")
    assert window.notice.words == "Saved a.png"
    assert window.notice.isVisible()


def test_networks_are_remembered_with_how_they_were_loaded(window: MainWindow) -> None:
    bring(window, network_ready("embedded"))
    assert window.networks.recent() == []
    bring(window, network_ready("torchvision:resnet18"))
    bring(window, network_ready("torchvision:alexnet"))
    bring(window, network_ready("torchvision:resnet18"))
    assert [spec.spec for _, spec in window.networks.recent()] == [
        "torchvision:resnet18",
        "torchvision:alexnet",
    ]
    window.networks.forget_recent()
    assert window.networks.recent() == []


def test_the_network_used_last_is_loaded_next(window: MainWindow) -> None:
    bring(window, network_ready("torchvision:alexnet"))
    window.networks.start(None)
    assert window.session.spec == NetworkSpec("torchvision:alexnet")
    window.networks.start(NetworkSpec("embedded"))
    assert window.session.spec == NetworkSpec("embedded")


def test_a_spec_survives_the_settings_but_never_the_leave_to_run_code() -> None:
    spec = NetworkSpec("net.pth", "none", 3, "cpu", "resnet18", Path("labels.txt"))
    assert from_json(to_json(spec)) == spec
    trusted = from_json(to_json(NetworkSpec("file.py:make", allow_code=True)))
    assert trusted is not None
    assert not trusted.allow_code
    for nonsense in (None, 3, [], {}, {"spec": 1}):
        assert from_json(nonsense) is None


def test_a_device_is_remembered_and_the_network_loaded_there(window: MainWindow, qtbot: QtBot) -> None:
    bring(window, network_ready())
    window.networks.set_device("cpu")
    assert window.session.spec == NetworkSpec("embedded", device="cpu")
    assert window.networks.device == "cpu"


def test_several_dropped_pictures_are_stepped_through(window: MainWindow, picture_folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture_folder / name)) for name in ("a.jpg", "b.png")])
    assert window.sources.accepts(data)
    assert window.sources.take(data)
    assert window.session.source is not None
    assert window.session.source.count == 2


def test_text_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("https://example.org")
    assert not window.sources.accepts(data)
    assert not window.sources.take(data)


def test_a_file_of_weights_asks_how_it_is_to_be_read(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "net.safetensors"
    path.touch()
    assert window.sources.open_path(path)
    dialog = window.networks._dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.spec() == NetworkSpec(str(path))
    dialog.accept()
    assert window.session.spec == NetworkSpec(str(path))


def test_loading_and_jobs_show_in_the_status_line(window: MainWindow) -> None:
    window.networks.load(NetworkSpec("torchvision:alexnet"))
    assert window.status._jobs.keys() == {0}
    bring(window, network_ready())
    assert window.status._jobs.keys() == set()
    window.session._worker.event.emit(JobProgress(7, text("Sheet"), 0.4, 12.0))
    assert window.status._jobs.keys() == {7}
    window.session._worker.event.emit(JobEnded(7, text("Sheet"), cancelled=False))
    assert window.status._jobs.keys() == set()


def test_transparent_parts_of_a_pasted_picture_become_white(window: MainWindow) -> None:
    from PySide6.QtGui import QImage

    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(0)
    image.setPixel(1, 0, 0xFF102030)
    pixels = to_pixels(image)
    assert pixels.shape == (2, 3, 3)
    assert pixels[0, 1].tolist() == [16, 32, 48]
    assert pixels[1, 1].tolist() == [255, 255, 255]


def test_settings_are_written_when_it_closes(window: MainWindow) -> None:
    window.home.preferences.set_language("ko")
    window.close()
    again = Settings.load()
    assert again.get("view.language") == "ko"
    assert again.get("window.docks", "") != ""


def test_the_worker_is_asked_once_for_each_network(window: MainWindow) -> None:
    sent: list[object] = []
    window.session._worker.send = sent.append  # type: ignore[method-assign]
    window.networks.load_embedded()
    assert sent == [LoadNetwork(NetworkSpec())]


def test_settings_that_cannot_be_written_do_not_keep_it_open(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    window.settings.path = window.settings.path / "below a file" / "settings.json"
    window.close()
    assert not window.isVisible()
    assert "could not be written" in capsys.readouterr().err
