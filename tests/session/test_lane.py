"""Work beside the window: the newest of a name counts, failures are sentences, nothing outlives `close`."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from deepvis_app.errors import RunError
from deepvis_app.session.lane import Lane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close()


def test_of_one_name_only_the_newest_is_answered(lane: Lane, qtbot: QtBot) -> None:
    answers: list[tuple[str, object]] = []
    lane.answered.connect(lambda name, value: answers.append((name, value)))
    begun, go = Event(), Event()

    def slow() -> int:
        begun.set()
        go.wait(10)
        return 1

    never: list[int] = []
    lane.ask("a", slow)
    assert begun.wait(10)
    lane.ask("a", lambda: never.append(2))
    lane.ask("a", lambda: 3)
    lane.ask("b", lambda: 4)
    assert lane.busy("a")
    go.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [("a", 3), ("b", 4)]
    assert never == [], "what had not begun was not done"
    assert not lane.busy("a")


def test_what_fails_is_a_sentence(lane: Lane, qtbot: QtBot) -> None:
    refused: list[str] = []
    lane.refused.connect(lambda _, why: refused.append(str(why)))

    def fail() -> None:
        raise RunError("The {thing} is broken.", thing="lamp")

    lane.ask("a", fail)
    lane.ask("b", lambda: 1 / 0)
    qtbot.waitUntil(lambda: len(refused) == 2)
    assert refused[0] == "The lamp is broken."
    assert "division by zero" in refused[1]


def test_what_is_dropped_is_not_told(lane: Lane, qtbot: QtBot) -> None:
    answers: list[object] = []
    lane.answered.connect(lambda _, value: answers.append(value))
    lane.ask("a", lambda: 1)
    lane.drop("a")
    lane.ask("b", lambda: 2)
    qtbot.waitUntil(lambda: answers == [2])


def test_close_waits_for_what_runs(qtbot: QtBot) -> None:
    lane = Lane("test")
    done: list[int] = []
    begun = Event()

    def work() -> None:
        begun.set()
        done.append(1)

    lane.run(work)
    assert begun.wait(10)
    lane.close()
    assert done == [1]


def test_a_closed_one_answers_nothing(qtbot: QtBot) -> None:
    lane = Lane("test")
    lane.close()
    lane.ask("a", lambda: 1)
    assert not lane.busy("a")
