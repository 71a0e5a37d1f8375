"""Jobs run in steps, one after another, and leave the network and torch as they were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch

from deepvis_app.engine import jobs
from deepvis_app.engine.jobs import TELL_EVERY, Job, Jobs
from deepvis_app.engine.messages import Event, JobEnded, JobProgress, StartJob
from deepvis_app.errors import DeepVisError, RunError, UnknownNameError
from deepvis_app.i18n import text
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import Rectifiers

IMAGE = np.zeros((32, 32, 3), np.uint8)


def count(network: Network, *_: Any) -> Iterator[jobs.Step]:
    """Four steps that draw on one canvas."""
    canvas = np.zeros((2, 2, 3), np.uint8)
    for step in range(1, 5):
        canvas[:] = step
        yield step / 4, canvas


def leave_gradients_off(network: Network, *_: Any) -> Iterator[jobs.Step]:
    with torch.no_grad():
        yield 0.5, None


def leave_a_mode(network: Network, *_: Any) -> Iterator[jobs.Step]:
    Rectifiers().__enter__()
    yield 0.5, None


def leave_a_hook(network: Network, *_: Any) -> Iterator[jobs.Step]:
    network.module.register_forward_hook(lambda *_: None)
    yield 0.5, None


def fail(network: Network, *_: Any) -> Iterator[jobs.Step]:
    yield 0.25, np.full((1, 1, 3), 7, np.uint8)
    raise RunError("It failed.")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _more_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    for function in (count, leave_gradients_off, leave_a_mode, leave_a_hook, fail):
        row = Job(function.__name__, text(function.__name__), "")
        object.__setattr__(row, "run", lambda function=function: function)
        monkeypatch.setitem(jobs.JOBS, function.__name__, row)  # type: ignore[arg-type]


@pytest.fixture
def told() -> list[Event]:
    return []


def run(runner: Jobs) -> None:
    while runner.active:
        runner.step()


def test_a_job_tells_its_progress_its_time_left_and_its_picture(network: Network, told: list[Event]) -> None:
    clock = Clock()
    runner = Jobs(told.append, clock)
    clock.now = 100.0
    runner.start(StartJob(3, "count"), network, IMAGE)
    for _ in range(4):
        runner.step()
        clock.now += 10.0
    runner.step()
    assert not runner.active
    begun, *progress, ended = told
    assert begun == JobProgress(3, text("count"), 0.0, None)
    assert [(p.done, p.seconds_left) for p in progress if isinstance(p, JobProgress)] == [
        (0.25, pytest.approx(0.0)),
        (0.5, pytest.approx(10.0)),
        (0.75, pytest.approx(20 / 3)),
        (1.0, pytest.approx(0.0)),
    ]
    assert [int(p.picture[0, 0, 0]) for p in progress] == [1, 2, 3, 4], "each picture is a copy"
    assert isinstance(ended, JobEnded)
    assert not ended.cancelled
    assert ended.picture is not None


def test_partial_pictures_come_a_few_times_a_second(network: Network, told: list[Event]) -> None:
    clock = Clock()
    clock.now = 100.0
    runner = Jobs(told.append, clock)
    runner.start(StartJob(1, "count"), network, IMAGE)
    while runner.active:
        runner.step()
        clock.now += TELL_EVERY / 2
    assert len(told) == 1 + 2 + 1


def test_jobs_run_one_after_another(network: Network, told: list[Event]) -> None:
    runner = Jobs(told.append)
    runner.start(StartJob(1, "count"), network, IMAGE)
    runner.start(StartJob(2, "count"), network, IMAGE)
    run(runner)
    assert [event.id for event in told if isinstance(event, JobEnded)] == [1, 2]


def test_cancelling_closes_the_job_with_what_it_reached(network: Network, told: list[Event]) -> None:
    runner = Jobs(told.append)
    runner.start(StartJob(1, "count"), network, IMAGE)
    runner.start(StartJob(2, "count"), network, IMAGE)
    runner.step()
    runner.step()
    runner.cancel(1)
    runner.cancel(1)
    runner.cancel(99)
    assert isinstance(told[-1], JobEnded)
    assert (told[-1].id, told[-1].cancelled) == (1, True)
    assert told[-1].picture is not None
    assert told[-1].picture[0, 0, 0] == 2
    runner.cancel_all()
    assert isinstance(told[-1], JobEnded)
    assert (told[-1].id, told[-1].cancelled, told[-1].picture) == (2, True, None)
    assert not runner.active


def test_a_paused_job_stands_still_while_the_next_runs_and_counts_its_time_anew(
    network: Network, told: list[Event]
) -> None:
    clock = Clock()
    runner = Jobs(told.append, clock)
    runner.start(StartJob(1, "count"), network, IMAGE)
    runner.step()
    runner.pause(1)
    assert not runner.active
    runner.start(StartJob(2, "count"), network, IMAGE)
    run(runner)
    assert [event.id for event in told if isinstance(event, JobEnded)] == [2]
    clock.now = 1000.0
    runner.pause(1, False)
    runner.step()
    clock.now += 10.0
    runner.step()
    newest = told[-1]
    assert isinstance(newest, JobProgress)
    assert (newest.done, newest.seconds_left) == (0.75, pytest.approx(5.0)), "two steps took ten seconds"
    assert [event.paused for event in told if isinstance(event, JobProgress) and event.id == 1][1:3] == [
        True,
        False,
    ]


def test_a_patient_job_lets_those_go_first_that_are_soon_over(
    network: Network, told: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Job("long", text("Long"), "", patient=True)
    object.__setattr__(row, "run", lambda: count)
    monkeypatch.setitem(jobs.JOBS, "long", row)  # type: ignore[arg-type]
    runner = Jobs(told.append)
    runner.start(StartJob(1, "long"), network, IMAGE)
    runner.step()
    runner.start(StartJob(2, "count"), network, IMAGE)
    run(runner)
    assert [event.id for event in told if isinstance(event, JobEnded)] == [2, 1]


@pytest.mark.parametrize("job", ["leave_gradients_off", "leave_a_mode", "leave_a_hook"])
def test_a_job_that_leaves_something_behind_is_named_and_cleaned_up(
    job: str, network: Network, told: list[Event]
) -> None:
    before = network.fingerprint()
    runner = Jobs(told.append)
    runner.start(StartJob(1, job), network, IMAGE)
    with pytest.raises(RunError, match=job):
        runner.step()
    assert not runner.active
    assert isinstance(told[-1], JobEnded)
    assert network.fingerprint() == before
    assert torch.is_grad_enabled()
    assert torch._C._len_torch_function_stack() == 0


def test_a_job_that_fails_ends_and_the_next_one_runs(network: Network, told: list[Event]) -> None:
    runner = Jobs(told.append)
    runner.start(StartJob(1, "fail"), network, IMAGE)
    runner.start(StartJob(2, "count"), network, IMAGE)
    runner.step()
    with pytest.raises(RunError, match="It failed"):
        runner.step()
    assert isinstance(told[-1], JobEnded)
    assert (told[-1].id, told[-1].cancelled) == (1, True)
    run(runner)
    assert isinstance(told[-1], JobEnded)
    assert (told[-1].id, told[-1].cancelled) == (2, False)


@pytest.mark.parametrize(
    "command", [StartJob(1, "no such job"), StartJob(1, "unit_sheet", options={"colour": "red"})]
)
def test_a_job_or_option_that_there_is_not_is_refused(
    command: StartJob, network: Network, told: list[Event]
) -> None:
    with pytest.raises(UnknownNameError):
        Jobs(told.append).start(command, network, IMAGE)
    assert told == []


def test_the_unit_sheet_runs_as_a_job(network: Network, told: list[Event]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (32, 32, 3), np.uint8)
    before = network.fingerprint()
    runner = Jobs(told.append)
    runner.start(StartJob(1, "unit_sheet", layer="relu", options={"rule": "deconvnet"}), network, pixels)
    run(runner)
    ended = told[-1]
    assert isinstance(ended, JobEnded)
    assert not ended.cancelled
    assert ended.picture is not None
    assert ended.picture.shape == (3 * 34 - 2, 3 * 34 - 2, 3)
    assert network.fingerprint() == before


def test_the_unit_sheet_of_an_unknown_layer_is_a_sentence(network: Network, told: list[Event]) -> None:
    runner = Jobs(told.append)
    runner.start(StartJob(1, "unit_sheet", layer="conv9"), network, IMAGE)
    with pytest.raises(DeepVisError, match="no layer conv9"):
        runner.step()
    assert not runner.active
