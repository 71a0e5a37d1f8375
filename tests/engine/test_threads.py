"""The number of threads: the fastest at load, one when frames suddenly slow, the user's where set."""

from __future__ import annotations

import pytest

from deepvis_app.engine.threads import ENVIRONMENT, FIRST_PAUSE, PATIENCE, Threads, prepare_environment


class Machine:
    """A machine on which `threads` threads take `times[threads]` seconds."""

    def __init__(self, times: dict[int, float]) -> None:
        self.times = times
        self.used: list[int] = []
        self.now = 0.0

    def use(self, threads: int) -> None:
        self.used.append(threads)

    def run(self) -> None:
        self.now += self.times[self.used[-1]]


@pytest.fixture
def two_cores() -> tuple[Threads, Machine]:
    machine = Machine({1: 0.01, 2: 0.002})
    threads = Threads(2, clock=lambda: machine.now)
    threads.measure(machine.run, machine.use, runs=3)
    return threads, machine


def test_the_faster_count_is_chosen_and_left_in_use(two_cores: tuple[Threads, Machine]) -> None:
    threads, machine = two_cores
    assert threads.count == 2
    assert machine.used == [1, 2, 2]


def test_one_thread_is_chosen_where_more_are_slower() -> None:
    machine = Machine({1: 0.001, 2: 0.01, 3: 0.01})
    threads = Threads(3, clock=lambda: machine.now)
    threads.measure(machine.run, machine.use, runs=3)
    assert threads.count == 1
    assert machine.used == [1, 2, 3, 1]


def test_frames_that_suddenly_slow_fall_back_to_one_thread(two_cores: tuple[Threads, Machine]) -> None:
    threads, _ = two_cores
    for _ in range(PATIENCE - 1):
        threads.note(500.0)
    threads.note(1.0)  # a hiccup that passed
    for _ in range(PATIENCE - 1):
        threads.note(500.0)
        assert threads.count == 2
    threads.note(500.0)
    assert threads.count == 1


def test_more_threads_are_tried_again_after_a_pause_that_doubles(two_cores: tuple[Threads, Machine]) -> None:
    threads, machine = two_cores
    for _ in range(PATIENCE):
        threads.note(500.0)
    threads.note(10.0)
    assert threads.count == 1
    machine.now += FIRST_PAUSE + 1
    threads.note(10.0)
    assert threads.count == 2
    threads.note(500.0)  # one slow frame ends the trial
    assert threads.count == 1
    machine.now += FIRST_PAUSE + 1
    threads.note(10.0)
    assert threads.count == 1
    machine.now += FIRST_PAUSE + 1
    threads.note(10.0)
    assert threads.count == 2
    for _ in range(3 * PATIENCE):
        threads.note(2.0)
    assert threads.count == 2


def test_what_the_user_sets_stays(two_cores: tuple[Threads, Machine]) -> None:
    threads, machine = two_cores
    threads.fix(1)
    threads.measure(machine.run, machine.use, runs=3)
    assert threads.count == 1
    threads.fix(64)
    for _ in range(2 * PATIENCE):
        threads.note(500.0)
    assert threads.count == 2, "at most the cores there are"
    threads.fix(0)
    assert threads.count == 2


def test_the_environment_is_prepared_where_the_user_has_not() -> None:
    environment = {"OMP_WAIT_POLICY": "passive"}
    prepare_environment(environment)
    assert environment == {**ENVIRONMENT, "OMP_WAIT_POLICY": "passive"}
