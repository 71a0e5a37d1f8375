"""Work beside the window's thread, one piece at a time: of what is asked under one name the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import Text, text

Work = Callable[[], object]


@dataclass(frozen=True)
class _Outcome:
    name: str
    ticket: int
    value: object = None
    error: Exception | None = None


class Lane(QObject):
    """One thread, started when needed, ended by `close`. Answers come on the thread that owns the lane."""

    answered = Signal(str, object)  # the name, what the work gave
    refused = Signal(str, object)  # the name, Text: why it failed
    _done = Signal(object)  # _Outcome, from the working thread

    def __init__(self, thread_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread_name = thread_name
        self._thread: ThreadPoolExecutor | None = None
        self._tickets: dict[str, int] = {}
        self._waiting: dict[str, Future[object]] = {}
        self._count = 0
        self._closed = False
        # Queued also where the work is done before `ask` returns: nobody is answered within the question.
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(self, name: str, work: Work) -> None:
        """What was asked under `name` before is dropped: not begun, or its answer is not told.

        Once closed it answers nothing: a window that closes may still be told of a network.
        """
        self.drop(name)
        if self._closed:
            return
        self._count += 1
        self._tickets[name] = self._count
        future = self.run(work)
        self._waiting[name] = future
        future.add_done_callback(partial(self._tell, name, self._count))

    def run(self, work: Work) -> Future[object]:
        """After what was asked until now; nobody is told how it ends."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix=self._thread_name)
        return self._thread.submit(work)

    def drop(self, name: str) -> None:
        """Nobody waits for that answer any more."""
        self._tickets.pop(name, None)
        waiting = self._waiting.pop(name, None)
        if waiting is not None:
            waiting.cancel()

    def drop_all(self) -> None:
        for name in self.names():
            self.drop(name)

    def names(self) -> list[str]:
        """Of what is still to be answered."""
        return list(self._tickets)

    def busy(self, name: str) -> bool:
        """Whether an answer to that is still to come."""
        return name in self._tickets

    def close(self) -> None:
        """Drop what has not begun, and wait for what has."""
        self._closed = True
        self.drop_all()
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None

    def _tell(self, name: str, ticket: int, future: Future[object]) -> None:
        """On the working thread."""
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._done.emit(_Outcome(name, ticket, future.result()))
        elif isinstance(error, Exception):
            self._done.emit(_Outcome(name, ticket, error=error))

    @Slot(object)
    def _take(self, outcome: _Outcome) -> None:
        if self._tickets.get(outcome.name) != outcome.ticket:
            return
        self.drop(outcome.name)
        if outcome.error is None:
            self.answered.emit(outcome.name, outcome.value)
        else:
            self.refused.emit(outcome.name, _reason(outcome.error))


def _reason(error: Exception) -> Text:
    if isinstance(error, DeepVisError):
        return error.text
    return text("That failed: {reason}", reason=str(error) or type(error).__name__)
