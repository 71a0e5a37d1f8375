"""The dialog of networks: found by year and bounds, fetched, paused, removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Download, Downloading, NetworkSpec
from deepvis_app.i18n import text
from deepvis_app.session.downloads import Downloads
from deepvis_app.ui.dialogs.networks import NetworksDialog
from deepvis_app.ui.known_networks import known_networks, weights_dir
from tests.sessions import Listener

RESNET = next(network for network in known_networks() if network.name == "resnet18")


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Listener]:
    worker = Listener()
    yield worker
    worker.deleteLater()


@pytest.fixture
def dialog(worker: Listener, qtbot: QtBot) -> NetworksDialog:
    lately = [("AlexNet", NetworkSpec("torchvision:alexnet"))]
    made = NetworksDialog("cpu", downloads=Downloads(worker, worker), recent=lately)
    qtbot.addWidget(made)
    made.show()
    made.search.setText("resnet18")
    return made


def listed(dialog: NetworksDialog) -> list[str]:
    rows = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return [row.text(0) for row in rows if row is not None and not row.isHidden()]


def test_it_is_found_by_year_bounds_and_use(dialog: NetworksDialog) -> None:
    dialog.search.setText("resnet 2015 <30M >75")
    assert listed(dialog)[0] == "ResNet-50"
    dialog.search.clear()
    dialog.which.setCurrentIndex(dialog.which.findData("lately"))
    assert listed(dialog) == ["AlexNet"]
    dialog.which.setCurrentIndex(dialog.which.findData("here"))
    assert listed(dialog) == []
    assert "Nothing fits" in dialog.about.text()
    assert not dialog.open_button.isEnabled()


def test_a_download_is_begun_paused_and_ends(dialog: NetworksDialog, worker: Listener) -> None:
    files = dialog.files
    files.fetch.click()
    assert worker.commands == [Download(RESNET.spec)]
    worker.event.emit(Downloading(RESNET.spec, "running", text("Downloading {name}", name="ResNet-18"), 0.25))
    assert files.fetch.text() == "Pause"
    assert (files.bar.value(), files.words.text()) == (250, "Downloading ResNet-18")
    assert not files.remove.isEnabled()
    files.fetch.click()
    assert worker.commands[-1] == Download(RESNET.spec, pause=True)
    weights_dir().mkdir(parents=True)
    (weights_dir() / f"{RESNET.file}.part").write_bytes(bytes(1000))
    worker.event.emit(Downloading(RESNET.spec, "paused", text("Paused; what has come is kept.")))
    assert files.fetch.text() == "Resume"
    (weights_dir() / f"{RESNET.file}.part").rename(weights_dir() / RESNET.file)
    worker.event.emit(Downloading(RESNET.spec, "done", text("On this computer."), 1.0))
    assert "is on this computer" in dialog.about.text()
    assert not files.fetch.isEnabled()


def test_what_failed_is_said_there(dialog: NetworksDialog, worker: Listener) -> None:
    worker.event.emit(Downloading(RESNET.spec, "failed", text("This computer seems to be offline.")))
    assert dialog.files.words.text() == "This computer seems to be offline."
    assert dialog.files.words.isVisible()
    assert dialog.files.fetch.isEnabled()


def test_disk_use_is_told_and_weights_are_removed(worker: Listener, qtbot: QtBot, user_home: Path) -> None:
    weights_dir().mkdir(parents=True)
    (weights_dir() / RESNET.file).write_bytes(bytes(3 * 2**20))
    dialog = NetworksDialog("cpu", downloads=Downloads(worker, worker))
    qtbot.addWidget(dialog)
    dialog.which.setCurrentIndex(dialog.which.findData("here"))
    assert listed(dialog) == ["ResNet-18"]
    assert dialog.files.use.text() == "On this computer: 1 network, 3 MB"
    dialog.files.remove.click()
    assert list(weights_dir().iterdir()) == []
    assert dialog.files.use.text() == "On this computer: 0 networks, 0 MB"


def test_a_timm_network_without_timm_says_how_to_get_it(
    dialog: NetworksDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deepvis_app.ui.dialogs.networks.has_timm", lambda: False)
    dialog.search.setText("resnet18")
    dialog.which.setCurrentIndex(dialog.which.findData("timm"))
    if dialog.chosen is None:
        pytest.skip("no list of timm's networks")
    assert "pip install 'deepvis[timm]'" in dialog.about.text()
    assert not dialog.open_button.isEnabled()
    assert not dialog.files.fetch.isEnabled()
