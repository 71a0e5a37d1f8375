"""What Soon promises."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from deepvis_app.session.soon import Soon


def test_many_starts_are_due_once_and_not_at_once(qtbot: QtBot) -> None:
    soon, times = Soon(), []
    soon.due.connect(lambda: times.append(1))
    for _ in range(5):
        soon.start()
    assert times == []
    qtbot.waitUntil(lambda: bool(times))
    qtbot.wait(20)
    assert times == [1]
    soon.start()
    qtbot.waitUntil(lambda: times == [1, 1])


def test_nothing_is_due_after_a_stop(qtbot: QtBot) -> None:
    soon, times = Soon(), []
    soon.due.connect(lambda: times.append(1))
    soon.start()
    soon.stop()
    qtbot.wait(20)
    assert times == []
