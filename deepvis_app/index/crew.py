"""Workers side by side, each with one thread of arithmetic: what they find does not depend on how many."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from queue import SimpleQueue
from typing import Generic, TypeVar

import torch

Tool = TypeVar("Tool")
Task = TypeVar("Task")
Result = TypeVar("Result")

STEP = 0.005  # seconds that a step waits
AHEAD = 2  # tasks that wait for a worker


class Crew(Generic[Tool, Task, Result]):
    """Does `work(tool, task)` for each task, with one of `tools` for each worker."""

    def __init__(
        self, tools: Sequence[Tool], work: Callable[[Tool, Task], Result], tasks: Iterable[Task]
    ) -> None:
        self._work = work
        self._tasks = iter(tasks)
        self._tools: SimpleQueue[Tool] = SimpleQueue()
        for tool in tools:
            self._tools.put(tool)
        self._pool = ThreadPoolExecutor(len(tools), "deepvis-index", initializer=_alone)
        self._futures: deque[Future[Result]] = deque()
        for _ in range(len(tools) + AHEAD):
            self._hand_out()

    def results(self) -> Iterator[Result | None]:
        """In the order of the tasks; None while the next is not ready. Raises what the work raises."""
        while self._futures:
            first = self._futures[0]
            try:
                result = first.result(STEP)
            except NotYet:
                if not first.done():
                    yield None
                    continue
                result = first.result()  # it ended meanwhile, or by a timeout of its own
            self._futures.popleft()
            self._hand_out()
            yield result

    def close(self) -> None:
        """Returns when no worker works any more."""
        self._pool.shutdown(cancel_futures=True)

    def _hand_out(self) -> None:
        for task in self._tasks:
            self._futures.append(self._pool.submit(self._do, task))
            return

    def _do(self, task: Task) -> Result:
        tool = self._tools.get()
        try:
            return self._work(tool, task)
        finally:
            self._tools.put(tool)


def _alone() -> None:
    """Of the thread that it runs in; that of others stays."""
    torch.set_num_threads(1)
