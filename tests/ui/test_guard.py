"""What nobody expected is told, whatever thread it comes from, and DeepVis goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from deepvis_app import logs
from deepvis_app.engine.messages import Failure
from deepvis_app.i18n import text
from deepvis_app.ui.application import Start
from deepvis_app.ui.dialogs.failure import FailureDialog
from deepvis_app.ui.diary import Diary
from deepvis_app.ui.guard import Guard
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from tests.ui.conftest import bring, network_ready


def fail() -> None:
    raise ZeroDivisionError("division by zero")


def take(guard: Guard) -> None:
    """As Python does with what nobody caught."""
    try:
        fail()
    except ZeroDivisionError as error:
        guard.take(type(error), error, error.__traceback__)


def test_an_error_of_the_window_is_a_sentence_and_a_dialog_once(window: MainWindow) -> None:
    guard = Guard()
    start = Start(window, StartOptions(), guard)
    bring(window, network_ready())
    with logs.written():
        take(guard)
        take(guard)
    assert window.error_strip.sentence == "Something went wrong in DeepVis: division by zero"
    (dialog,) = window.findChildren(FailureDialog)
    details = dialog.details.toPlainText()
    for words in (
        "ZeroDivisionError",
        "test_guard.py",
        "DeepVis 0",
        "device cpu",
        "The last lines of the log",
    ):
        assert words in details
    dialog.copy()
    assert QGuiApplication.clipboard().text() == details
    dialog.accept()
    take(guard)
    assert len([each for each in window.findChildren(FailureDialog) if each.isVisible()]) == 1
    assert start.code == 0


def test_an_error_in_a_thread_reaches_the_window(qtbot: QtBot) -> None:
    with Guard() as guard:
        told: list[str] = []
        guard.caught.connect(lambda failure: told.append(str(failure.about)))
        with qtbot.waitSignal(guard.caught) as caught:
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    assert "division by zero" in str(caught.args[0].about)
    assert caught.args[0].unexpected


def test_the_hooks_are_there_only_while_it_is_entered() -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook, signal.getsignal(signal.SIGTERM)
    with Guard() as guard:
        assert sys.excepthook == guard.take
    assert before == (
        sys.excepthook,
        threading.excepthook,
        sys.unraisablehook,
        signal.getsignal(signal.SIGTERM),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there a signal ends the process at once")
def test_the_system_may_ask_it_to_end(qtbot: QtBot) -> None:
    ticking = QTimer(interval=10)  # signals are heard when Python runs
    ticking.timeout.connect(lambda: None)
    ticking.start()
    with Guard() as guard, qtbot.waitSignal(guard.end_wanted):
        signal.raise_signal(signal.SIGTERM)
    ticking.stop()


AT_REST = """
from PySide6.QtCore import QCoreApplication, QTimer
from deepvis_app.ui.guard import Guard
application = QCoreApplication([])
with Guard() as guard:
    guard.end_wanted.connect(application.quit)
    QTimer.singleShot(0, lambda: print("there", flush=True))
    application.exec()
print("ended")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process as POSIX does")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_program_at_rest_ends_at_once(how: signal.Signals) -> None:
    """While it runs no Python: a paused window does nothing."""
    command = [sys.executable, "-c", AT_REST]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "there\n"
            time.sleep(0.3)  # until it rests
            process.send_signal(how)
            assert process.communicate(timeout=10)[0] == "ended\n"
            assert process.returncode == 0
        finally:
            process.kill()


def test_what_led_to_a_failure_is_in_the_log(window: MainWindow) -> None:
    with logs.written():
        Diary(window.session)
        bring(window, network_ready("torchvision:resnet18"))
        window.sources.open_samples()
        window.session.failed.emit(Failure(text("The camera is gone."), ""))
    lines = "\n".join(logs.last_lines())
    for words in ("Network Torchvision:Resnet18", "Source pictures", "WARNING The camera is gone."):
        assert words in lines


def test_the_strip_opens_the_details(window: MainWindow) -> None:
    window.show_failure(Failure(text("There is no camera."), ""))
    assert not window.error_strip._more.isVisible()
    window.show_failure(Failure(text("It broke."), "Traceback (most recent call last): ..."))
    assert window.error_strip._more.isVisible()
    window.error_strip.show_details()
    (dialog,) = window.findChildren(FailureDialog)
    assert dialog.details.toPlainText().startswith("It broke.\n\nTraceback")
    dialog.accept()
