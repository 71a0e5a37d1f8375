"""Work that takes long, a pass through a deep network say, in slices with room between them.

It runs on a thread of its own, which stands still whenever its caller is to go on: never do both run at once.
Grad mode, inference mode and function modes belong to their thread, so that what the work holds open while
it stands still is open for it alone. Hooks belong to modules: work that sets some takes a network of its own
(Network.apart) where another may run meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from threading import Semaphore, Thread, local
from typing import Any, Generic, TypeVar

from torch import Tensor
from torch.overrides import TorchFunctionMode

from deepvis_app.nets.functions import tensors

SLICE = 0.04  # seconds after which work stands still; the function that it is in comes on top

Answer = TypeVar("Answer")
Between = TypeVar("Between")

_thread = local()


def working_time() -> float:
    """A clock in seconds, which stands still while the work on this thread does."""
    return time.perf_counter() - float(getattr(_thread, "stood", 0.0))


def sliced(
    work: Callable[[], Answer], meanwhile: Between, seconds: float | None = None
) -> Generator[Between, None, Answer]:
    """What `work` gives, or raises; `meanwhile` is yielded between its slices of `seconds` (SLICE).

    It may pause after any function of torch, and after any step of a backward pass. Closing the generator
    ends it there.
    """
    slices = _Slices(work, SLICE if seconds is None else seconds)
    try:
        while slices.go_on():
            yield meanwhile
    finally:
        slices.end()
    return slices.answer


class _EndedError(BaseException):
    """Unwinds work that is no longer wanted."""


class _Slices(Generic[Answer]):
    answer: Answer

    def __init__(self, work: Callable[[], Answer], seconds: float) -> None:
        self._work, self._seconds = work, seconds
        self._began = 0.0
        self._error: BaseException | None = None
        self._done = self._unwanted = self._unwinding = False
        self._go, self._stood = Semaphore(0), Semaphore(0)
        self._thread = Thread(target=self._run, name="slices", daemon=True)
        self._thread.start()

    def go_on(self) -> bool:
        """One slice; whether there is more. Raises what the work raised."""
        self._go.release()
        self._stood.acquire()
        if self._error is not None:
            raise self._error
        return not self._done

    def end(self) -> None:
        """Unwind what has not ended."""
        self._unwanted = True
        self._go.release()
        self._thread.join()

    def _run(self) -> None:
        _thread.pause = self._pause
        try:
            self._wait()
            with _Pauses():
                self.answer = self._work()
        except _EndedError:
            pass
        except BaseException as error:
            self._error = error
        self._done = True
        self._stood.release()

    def _pause(self) -> None:
        now = time.perf_counter()
        if self._unwinding or (now - self._began < self._seconds and not self._unwanted):
            return
        self._stood.release()
        self._wait()
        _thread.stood = getattr(_thread, "stood", 0.0) + self._began - now

    def _wait(self) -> None:
        self._go.acquire()
        self._began = time.perf_counter()
        if self._unwanted:
            self._unwinding = True
            raise _EndedError


class _Pauses(TorchFunctionMode):
    """A pause after each function, and in backward passes after each step that led to its answer."""

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        output = function(*args, **(kwargs or {}))
        for tensor in tensors(output):
            if tensor.grad_fn is not None:
                tensor.register_hook(_pause)  # type: ignore[no-untyped-call]
        _pause()
        return output


def _pause(_gradient: Tensor | None = None) -> None:
    """Of the work on this thread, if that is in slices: a graph may outlive the work that made it."""
    pause = getattr(_thread, "pause", None)
    if pause is not None:
        pause()
