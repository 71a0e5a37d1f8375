"""The worker's thread: what the window sees of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Failure,
    GridRequest,
    InputRequest,
    LoadNetwork,
    NetworkReady,
    NetworkSpec,
    Pixels,
    StillFrame,
    ViewState,
)
from deepvis_app.engine.worker import Worker

PATIENCE = 60_000  # milliseconds: the first import of torch on a busy machine


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()
    assert not worker.isRunning()


class Slow:
    """A frame that takes as long to read as the test wants."""

    def __init__(self, number: int, pixels: Pixels) -> None:
        from threading import Event

        self.number = number
        self.pixels = pixels
        self.begun, self.go_on = Event(), Event()

    def rgb(self) -> Pixels:
        self.begun.set()
        assert self.go_on.wait(60)
        return self.pixels


def load(worker: Worker, qtbot: QtBot, spec: NetworkSpec) -> NetworkReady:
    with qtbot.waitSignal(
        worker.event, timeout=PATIENCE, check_params_cb=lambda event: isinstance(event, NetworkReady)
    ) as blocker:
        worker.send(LoadNetwork(spec))
        if not worker.isRunning():
            worker.start()
    ready = blocker.args[0]
    assert isinstance(ready, NetworkReady)
    return ready


def test_importing_the_worker_needs_no_torch() -> None:
    check = "import sys, deepvis_app.engine.worker; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_a_network_is_loaded_and_a_frame_answered(
    worker: Worker, qtbot: QtBot, tiny: NetworkSpec, pixels: Pixels
) -> None:
    ready = load(worker, qtbot, tiny)
    assert ready.title
    with qtbot.waitSignal(worker.result_ready, timeout=PATIENCE):
        worker.put_state(ViewState(1, {"input": InputRequest(32, 32)}))
        worker.put_frame(StillFrame(5, pixels))
    result = worker.take_result()
    assert result is not None
    assert (result.generation, result.frame) == (1, 5)
    assert worker.take_result() is None


def test_of_101_frames_sent_while_it_is_busy_the_first_and_last_are_computed(
    worker: Worker, qtbot: QtBot, tiny: NetworkSpec, pixels: Pixels
) -> None:
    load(worker, qtbot, tiny)
    seen: list[tuple[int, int]] = []

    def note() -> None:
        result = worker.take_result()
        assert result is not None
        seen.append((result.frame, result.number))

    worker.result_ready.connect(note)
    worker.put_state(ViewState(1, {"input": InputRequest(32, 32)}))
    first = Slow(1, pixels)
    worker.put_frame(first)
    assert first.begun.wait(60)
    for number in range(2, 102):
        worker.put_frame(StillFrame(number, pixels))
    first.go_on.set()
    qtbot.waitUntil(lambda: seen[-1:] == [(101, 2)], timeout=PATIENCE)
    assert seen[:-1] in ([], [(1, 1)]), "on a busy machine the second overtakes the first in the outbox"
    worker.result_ready.disconnect(note)


def test_a_slow_window_gets_the_newest_result_and_one_signal(
    worker: Worker, qtbot: QtBot, tiny: NetworkSpec, pixels: Pixels
) -> None:
    load(worker, qtbot, tiny)
    signals: list[None] = []
    worker.result_ready.connect(lambda: signals.append(None))
    for generation in range(1, 4):
        worker.put_state(ViewState(generation, {"input": InputRequest(32, 32)}))
        frame = Slow(generation, pixels)
        worker.put_frame(frame)
        assert frame.begun.wait(60)
        frame.go_on.set()
    last = Slow(4, pixels)
    worker.put_frame(last)
    assert last.begun.wait(60), "the three before are done"
    result = worker.take_result()
    assert result is not None
    assert (result.generation, result.frame) == (3, 3)
    last.go_on.set()
    qtbot.waitUntil(lambda: len(signals) == 2, timeout=PATIENCE)


def test_a_result_of_the_network_before_is_never_taken(
    worker: Worker, qtbot: QtBot, tiny: NetworkSpec, pixels: Pixels
) -> None:
    load(worker, qtbot, tiny)
    with qtbot.waitSignal(worker.result_ready, timeout=PATIENCE):
        worker.put_state(ViewState(1, {"grid": GridRequest("relu", 8, 1, 3, 0, 3)}))
        worker.put_frame(StillFrame(1, pixels))
    taken: list[object] = []
    worker.event.connect(
        lambda event: taken.append(worker.take_result()) if isinstance(event, NetworkReady) else None
    )
    load(worker, qtbot, NetworkSpec("embedded"))
    result = taken[0]
    assert result is None or result.views == {}  # type: ignore[attr-defined]


def test_an_exception_does_not_end_the_loop(
    worker: Worker, qtbot: QtBot, tiny: NetworkSpec, pixels: Pixels
) -> None:
    class Broken:
        number = 1

        def rgb(self) -> Pixels:
            raise ZeroDivisionError("broken frame")

    load(worker, qtbot, tiny)
    with qtbot.waitSignal(
        worker.event, timeout=PATIENCE, check_params_cb=lambda event: isinstance(event, Failure)
    ) as blocker:
        worker.put_state(ViewState(1, {"input": InputRequest(8, 8)}))
        worker.put_frame(Broken())
    assert "broken frame" in str(blocker.args[0].about)
    assert "ZeroDivisionError" in blocker.args[0].details
    with qtbot.waitSignal(worker.result_ready, timeout=PATIENCE):
        worker.put_frame(StillFrame(2, np.zeros((8, 8, 3), np.uint8)))


def test_closing_stops_the_thread_even_before_it_began(qapp: object, tiny: NetworkSpec) -> None:
    Worker().close()
    worker = Worker()
    worker.send(LoadNetwork(tiny))
    worker.start()
    worker.close()
    assert worker.isFinished()
