"""Frames faster than the screen all go through the network; some are drawn, the last one always."""

from __future__ import annotations

import numpy as np

from deepvis_app.engine.messages import (
    GridRequest,
    InputRequest,
    NetworkSpec,
    Pixels,
    ScoresRequest,
    SetPreprocessing,
    StillFrame,
    ViewState,
)
from deepvis_app.engine.pace import Pace
from deepvis_app.engine.pipeline import Pipeline
from deepvis_app.pictures.preprocessing import Preprocessing
from tests.engine.conftest import SIDE, Loop

VIEWS = {
    "input": InputRequest(9, 9),
    "grid": GridRequest("relu2", cell=20, gap=2, columns=4, first_row=0, rows=9),
    "classes": ScoresRequest(3),
}


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_is_awaited_and_what_comes_late_enough_is_drawn() -> None:
    clock = Clock()
    pace = Pace(0.5, clock)
    assert pace.draws(False), "the first"
    assert pace.wait is None
    clock.now += 0.2
    assert not pace.draws(False)
    assert pace.wait is not None
    assert abs(pace.wait - 0.3) < 1e-9
    assert pace.draws(True)
    assert pace.wait is None
    clock.now += 0.5
    assert pace.draws(False)


def test_without_a_pace_each_one_is_drawn() -> None:
    pace = Pace(0, Clock())
    assert all(pace.draws(False) for _ in range(3))


def test_all_are_looked_at_some_drawn_and_the_last_one_in_the_end(
    loop: Loop, tiny: NetworkSpec, pixels: Pixels
) -> None:
    clock = Clock()
    loop.pipeline = Pipeline(loop.box, loop.events.append, loop.results.append, Pace(0.5, clock))
    loop.load(tiny)
    loop.send(SetPreprocessing(Preprocessing(SIDE, SIDE, SIDE)))
    loop.box.put_state(ViewState(1, VIEWS))
    frames = [np.roll(pixels, step, axis=1) for step in range(4)]
    frames[2] = np.full_like(pixels, 255)  # where units answer as nowhere else
    for number, frame in enumerate(frames):
        loop.box.put_frame(StillFrame(number, frame))
        loop.round()
        clock.now += 0.1
    assert [result.frame for result in loop.results] == [0]
    assert loop.results[0].views.keys() == VIEWS.keys()
    loop.round()
    assert len(loop.results) == 1, "it is not time yet"
    clock.now += 0.2
    loop.round()
    first, last = loop.results
    assert (last.frame, last.number - first.number) == (3, 3), "each was looked at and counts once"
    assert last.views.keys() == VIEWS.keys()
    loop.round()
    assert len(loop.results) == 2


def test_records_are_kept_of_frames_that_are_not_drawn(loop: Loop, tiny: NetworkSpec, pixels: Pixels) -> None:
    clock = Clock()
    loop.pipeline = Pipeline(loop.box, loop.events.append, loop.results.append, Pace(0.5, clock))
    loop.load(tiny)
    loop.send(SetPreprocessing(Preprocessing(SIDE, SIDE, SIDE)))
    loop.box.put_state(ViewState(1, VIEWS))
    loop.box.put_frame(StillFrame(1, pixels))
    loop.round()
    shown = loop.pipeline._shown
    assert shown is not None
    before = shown.memory.record("relu2").copy()
    loop.box.put_frame(StillFrame(2, np.full_like(pixels, 255)))
    loop.round()
    assert len(loop.results) == 1
    after = shown.memory.record("relu2")
    assert (after >= before).all()
    assert (after > before).any()


def test_a_choice_is_answered_at_once(loop: Loop, tiny: NetworkSpec, pixels: Pixels) -> None:
    loop.pipeline = Pipeline(loop.box, loop.events.append, loop.results.append, Pace(1e9))
    loop.load(tiny)
    for count in range(1, 4):
        loop.ask(pixels, classes=ScoresRequest(count))
        assert len(loop.results) == count
