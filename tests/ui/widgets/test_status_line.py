"""Speed and jobs on the window's last line; failures in the strip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Failure, JobEnded, JobProgress, LoadProgress, Result
from deepvis_app.i18n import text
from deepvis_app.ui.widgets.error_strip import ErrorStrip
from deepvis_app.ui.widgets.status_line import LOADING, StatusLine


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1000, 30)
    line.show()
    qtbot.waitExposed(line)
    return line


def job(number: int, done: float, left: float | None = None) -> JobProgress:
    return JobProgress(number, text("Sheet of {layer}", layer="conv3b"), done, left)


def words(line: StatusLine, number: int) -> str:
    return line._jobs[number]._words.text


def test_times_are_written_after_a_moment(qtbot: QtBot, line: StatusLine) -> None:
    for frame in range(3):
        line.take_result(Result(1, frame, {}, forward_ms=5.1, backward_ms=7.9, total_ms=14.0))
    qtbot.waitUntil(lambda: line._forward_label.text == "forward 5.1 ms")
    assert line._backward_label.text == "backward 7.9 ms"


def test_frames_that_are_not_painted_are_counted(qtbot: QtBot, line: StatusLine) -> None:
    line.take_result(Result(1, 1, {}, 5.1, 0.0, 14.0, number=1))
    line.take_result(Result(1, 1, {}, 5.1, 0.0, 14.0, number=1001))
    qtbot.waitUntil(lambda: line._rate.text.endswith(" frames/s") and "–" not in line._rate.text)
    assert int(line._rate.text.split()[0]) > 100


def test_a_job_shows_progress_and_time_left(line: StatusLine) -> None:
    line.take_job(job(3, 0.41, 180.0))
    assert words(line, 3) == "Sheet of conv3b 41 % · 3 min left"
    line.take_job(job(3, 0.9, 12.0))
    assert words(line, 3) == "Sheet of conv3b 90 % · 12 s left"
    line.take_job(JobEnded(3, text("Sheet"), cancelled=False))
    assert line._jobs == {}


def test_a_job_is_cancelled_by_its_cross(qtbot: QtBot, line: StatusLine) -> None:
    line.take_job(job(3, 0.1))
    line.take_job(job(4, 0.2))
    with qtbot.waitSignal(line.cancel_wanted) as cancel:
        qtbot.mouseClick(line._jobs[4]._cancel, Qt.MouseButton.LeftButton)
    assert cancel.args == [4]


def test_a_network_on_its_way_is_a_job_too(line: StatusLine) -> None:
    line.take_loading(LoadProgress(text("Downloading ResNet-18"), None))
    assert words(line, LOADING) == "Downloading ResNet-18"
    line.take_loading(None)
    assert line._jobs == {}


def test_a_failure_stays_until_it_is_closed(qtbot: QtBot) -> None:
    strip = ErrorStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_failure(Failure(text("{path} is no picture.", path="a.txt"), "Traceback: ..."))
    assert strip.isVisible()
    assert strip.sentence == "a.txt is no picture."
    strip.copy_details()
    assert QGuiApplication.clipboard().text() == "a.txt is no picture.\n\nTraceback: ..."
    with qtbot.waitSignal(strip.closed):
        qtbot.mouseClick(strip._close, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
