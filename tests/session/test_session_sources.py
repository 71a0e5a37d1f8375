"""The session's sources, jobs and memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    StartJob,
)
from deepvis_app.session import Session
from tests.sessions import Listener, SteadySource, network

# ---- sources -----------------------------------------------------------------------------------------------


def test_frozen_the_last_frame_stays_and_the_newest_follows(session: Session, worker: Listener) -> None:
    source = SteadySource("test")
    session.open_source(source)
    session.set_frozen(True)
    source.give(1)
    source.give(2)
    assert [frame.number for frame in worker.frames] == [0]
    session.set_frozen(False)
    assert [frame.number for frame in worker.frames] == [0, 2]


def test_another_source_thaws_and_replaces_the_one_before(session: Session, worker: Listener) -> None:
    first, second = SteadySource("first"), SteadySource("second")
    session.open_source(first)
    session.set_frozen(True)
    session.open_source(second)
    assert not session.frozen
    first.give(5)
    assert [frame.number for frame in worker.frames] == [0, 0]
    assert session.source is not None
    assert session.source.title == "second"


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.write_text("no picture"), lambda path: None])
def test_what_cannot_be_opened_gives_a_sentence_and_leaves_the_source(
    session: Session, tmp_path: Path, qtbot: QtBot, make: Callable[[Path], object]
) -> None:
    session.open_source(SteadySource("first"))
    path = tmp_path / "broken.jpg"
    make(path)
    with qtbot.waitSignal(session.failed) as failed:
        assert not session.open_path(path)
    assert "broken.jpg" in str(failed.args[0].about)
    assert session.source is not None
    assert session.source.title == "first"


# ---- jobs, memory ------------------------------------------------------------------------------------------


def test_jobs_have_numbers_of_their_own(session: Session, worker: Listener) -> None:
    first = session.start_job("unit_sheet", layer="a")
    second = session.start_job("unit_sheet", layer="b", options={"rule": "guided"})
    assert 0 < first < second
    assert [command.id for command in worker.commands if isinstance(command, StartJob)] == [first, second]


def test_choices_come_back_at_the_next_start(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.set_layer("a")
    session.set_unit(6)
    session.set_rule(None)
    session.set_contrast(2.0)
    session.set_hide_dead(True)
    other = Listener()
    next_session = Session(worker=other)
    next_session.remember(session.remembered())
    other.event.emit(network())
    assert (next_session.layer, next_session.unit) == ("a", 6)
    assert next_session.rule is None
    assert next_session.contrast == 2.0
    assert next_session.hide_dead
    next_session.close()


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"choices": [], "layers": "x", "units": 3},
        {"choices": {"rule": "magic", "contrast": "high", "order": 7, "unknown": 1}},
        {"choices": {"contrast": 1e9}, "layers": {"embedded|": 4}, "units": {"embedded|": {"a": "b"}}},
    ],
)
def test_a_damaged_memory_is_forgotten(session: Session, worker: Listener, saved: dict[str, object]) -> None:
    before = session.remembered()["choices"]
    session.remember(saved)
    worker.event.emit(network())
    assert session.remembered()["choices"] == before
    assert session.layer == "b"
