"""deepvis_app.show: a session's own module in the real window, again and again, and never changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import deepvis_app
from deepvis_app.commands import showing
from deepvis_app.errors import PictureError, RunError, UnknownNameError
from deepvis_app.nets.network import Network
from tests.networks import plain
from tests.windows import PATIENCE, wait_for_pictures


@pytest.fixture(autouse=True)
def _application_as_before(qapp: QApplication) -> Iterator[None]:
    before = qapp.quitOnLastWindowClosed()
    yield
    qapp.setQuitOnLastWindowClosed(before)


def test_a_session_s_network_is_shown_twice_and_left_as_it_was(qtbot: QtBot) -> None:
    network: Network = plain(32)
    network.module.train().requires_grad_(True)
    before = network.fingerprint()
    photo = np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8)
    for title in ("First", "Second"):
        shown = deepvis_app.show(
            network.module,
            labels=["a", "b", "c", "d", "e"],
            preprocessing={"height": 32, "width": 32, "resize": 32},
            source=photo,
            title=title,
            block=False,
        )
        watch = wait_for_pictures(shown.window, qtbot)
        ready = shown.window.session.network
        assert ready is not None
        assert (ready.title, ready.labels, ready.preprocessing.width) == (title, tuple("abcde"), 32)
        assert watch.newest is not None
        assert shown.window.settings.get("network.last", {}) == {}, "it is gone at the next start"
        shown.close()
        assert not shown.is_open
    assert network.fingerprint() == before


def test_it_waits_until_the_window_is_closed_unless_a_loop_runs(qtbot: QtBot) -> None:
    QTimer.singleShot(200, close_all)
    shown = deepvis_app.show(plain(32).module)
    assert not shown.is_open, "it came back when the window was closed"
    came: list[showing.Shown] = []

    def within() -> None:
        came.append(deepvis_app.show(plain(32).module))

    QTimer.singleShot(0, within)
    qtbot.waitUntil(lambda: bool(came), timeout=PATIENCE)
    assert came[0].is_open, "the loop around it goes on"
    came[0].close()


def close_all() -> None:
    for shown in list(showing._open):
        shown.close()


def test_what_cannot_be_shown_is_said_before_a_window_opens(qtbot: QtBot) -> None:
    for wrong, error in (
        ({"module": 3}, RunError),
        ({"module": torch.nn.Identity(), "preprocessing": 5}, RunError),
        ({"module": torch.nn.Identity(), "source": 5}, PictureError),
        ({"module": torch.nn.Identity(), "source": "nowhere.png"}, PictureError),
        ({"module": torch.nn.Identity(), "panel": "nothing"}, UnknownNameError),
        ({"module": torch.nn.Identity(), "colour": "red"}, TypeError),
    ):
        with pytest.raises(error):
            deepvis_app.show(**wrong)  # type: ignore[arg-type]
    assert not showing._open


def test_importing_stays_light() -> None:
    code = "import sys, deepvis_app; deepvis_app.show; sys.exit(bool({'torch', 'PySide6'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
