"""A window that ends without being closed is noticed; after two in a row the next start is a safe one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from deepvis_app import crashes
from deepvis_app.settings import Settings
from deepvis_app.ui import application, safe_mode
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.safe_mode import SafeModeStrip
from deepvis_app.ui.safe_start import SafeStart
from tests.windows import PATIENCE, Open

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes as POSIX does")

RUNNING: list[subprocess.Popen[bytes]] = []


@pytest.fixture(autouse=True)
def none_is_left() -> Iterator[None]:
    yield
    while RUNNING:
        process = RUNNING.pop()
        process.kill()
        process.communicate()


def started(crashed: int = 0) -> subprocess.Popen[bytes]:
    """A real DeepVis, as soon as its own mark lies there and it has counted so many crashes."""
    command = [sys.executable, "-m", "deepvis_app", "samples"]
    process = subprocess.Popen(command, env=dict(os.environ), stderr=subprocess.PIPE)
    RUNNING.append(process)
    until = time.monotonic() + PATIENCE / 1000
    while (
        not (marked(process) and crashes.known().count == crashed)
        and process.poll() is None
        and time.monotonic() < until
    ):
        time.sleep(0.02)
    return process


def marked(process: subprocess.Popen[bytes]) -> bool:
    mark = crashes.mark()
    return mark.exists() and mark.read_text("utf-8").startswith(f"{process.pid}\n")


def end(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    process.send_signal(how)
    process.communicate(timeout=PATIENCE / 1000)


def test_two_crashes_make_the_next_start_safe_and_a_good_end_forgets_them() -> None:
    end(started(), signal.SIGKILL)
    assert crashes.mark().exists(), "nobody took it away"
    end(started(crashed=1), signal.SIGKILL)
    with SafeStart() as start:
        assert start.safe
        assert crashes.known().count == 2
        with SafeStart() as second:
            assert not second.safe, "a second window beside it is none of its business"
    assert not crashes.mark().exists()
    with SafeStart() as start:
        assert not start.safe


def test_one_crash_is_no_reason_and_being_asked_is() -> None:
    crashes.mark().write_text("")  # as a power cut leaves it
    with SafeStart() as start:
        assert not start.safe
        assert crashes.known().count == 1
    with SafeStart(asked=True) as start:
        assert start.safe


def test_an_error_that_ends_the_program_counts() -> None:
    with pytest.raises(ZeroDivisionError), SafeStart():
        raise ZeroDivisionError
    assert crashes.known().count == 1
    assert "ZeroDivisionError" in str(crashes.known())


def test_the_system_ends_it_in_good_order() -> None:
    """A log-out is no crash."""
    process = started()
    until = time.monotonic() + PATIENCE / 1000
    while not Settings().path.exists() and time.monotonic() < until and process.poll() is None:
        process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
    process.communicate(timeout=PATIENCE / 1000)
    assert not crashes.mark().exists()
    assert crashes.known().count == 0


def test_a_safe_window_has_the_embedded_network_and_no_source_and_keeps_nothing(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = {"network.last": {"spec": "missing.pth"}, "view.language": "ko", "session": {}}
    Settings().path.write_text(json.dumps(mine))
    crashes.crashed()
    crashes.crashed()
    asked: list[list[str]] = []
    monkeypatch.setattr(application, "start_again", lambda more: asked.append(more))
    seen: list[object] = []

    def look(window: MainWindow) -> None:
        strip = window.findChild(SafeModeStrip)
        assert strip is not None
        seen.extend([strip.words.text(), window.session.source, window.session.spec.spec])
        strip.usual.click()

    class Eager(MainWindow):
        def begin(self, options: object) -> None:
            super().begin(options)  # type: ignore[arg-type]
            self.session.network_changed.connect(lambda _: look(self))

    monkeypatch.setattr(application, "MainWindow", Eager)
    assert application.run(application.StartOptions(source="samples")) == 0
    assert "2번" in str(seen[0])  # in the user's language
    assert seen[1:] == [None, "embedded"]
    assert asked == [[]]
    assert json.loads(Settings().path.read_text()) == mine
    assert crashes.known().count == 0


def test_forgetting_the_settings_is_asked_about(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(safe=True)
    assert window.session.source is None
    strip = SafeModeStrip(window)
    window.show_above(strip)
    no = QMessageBox.StandardButton.No
    monkeypatch.setattr(safe_mode.QMessageBox, "question", lambda *_: no)
    strip.start_as_new()
    assert strip.again is None
    assert window.isVisible()
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(safe_mode.QMessageBox, "question", lambda *_: yes)
    strip.start_as_new()
    assert strip.again == ["--reset"]
    assert not window.isVisible()


def test_the_next_start_gets_the_same_words_but_is_not_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        safe_mode.QProcess, "startDetached", lambda first, rest: (told.append((first, rest)), True)
    )
    words = ["deepvis", "a b.jpg", "--safe", "--layer", "conv1"]
    monkeypatch.setattr(safe_mode.QCoreApplication, "arguments", lambda: words)
    safe_mode.start_again(["--reset"])
    assert told == [(sys.executable, ["-m", "deepvis_app", "a b.jpg", "--layer", "conv1", "--reset"])]
    assert Path(told[0][0]).exists()
