"""What the window's pace promises."""

from __future__ import annotations

import time

from pytestqt.qtbot import QtBot

from deepvis_app.session.pace import A_SECOND, Pace


def test_the_first_wish_is_met_at_once(qtbot: QtBot) -> None:
    pace = Pace()
    with qtbot.waitSignal(pace.due, timeout=0, raising=False) as due:
        pace.wanted()
    assert due.signal_triggered


def test_a_burst_is_met_once_more_after_its_time(qtbot: QtBot) -> None:
    pace, times = Pace(), []
    pace.due.connect(lambda: times.append(time.monotonic()))
    for _ in range(20):
        pace.wanted()
    assert len(times) == 1
    qtbot.waitUntil(lambda: len(times) == 2)
    assert times[1] - times[0] > 0.9 / A_SECOND
    pace.wanted()
    qtbot.waitUntil(lambda: len(times) == 3)


def test_nothing_is_due_after_a_stop(qtbot: QtBot) -> None:
    pace, times = Pace(), []
    pace.due.connect(lambda: times.append(1))
    pace.wanted()
    pace.wanted()
    pace.stop()
    qtbot.wait(3 * 1000 // A_SECOND)
    assert times == [1]
