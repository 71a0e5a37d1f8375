"""What is painted live as a film of even rate, written on a thread of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from deepvis_app.engine.messages import Pixels
from deepvis_app.i18n import Text, text
from deepvis_app.pictures.film import Film, film

WAITING = 6  # pictures: more than these are not kept waiting for the disk


class Recording:
    """At each tick of the film's clock the newest picture is written; where none has come, the last again."""

    def __init__(self, path: Path, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self.about: Text | None = None  # why it is over
        self._rate, self._clock = rate, clock
        self._stack = ExitStack()
        self._film: Film | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="recording")
        self._writing: list[Future[None]] = []
        self._began: float | None = None
        self._ticks = 0  # of the film's clock for which there is a picture

    @property
    def over(self) -> bool:
        """Whether no more can be written; the reason is in `about`, or raised by `finish`."""
        return self.about is not None or any(one.done() and one.exception() for one in self._writing)

    def add(self, pixels: Pixels) -> None:
        """The newest picture (h, w, 3), from now on."""
        self._writing = [one for one in self._writing if not one.done() or one.exception()]
        if self._began is None:
            self._began = self._clock()
        missing = self._passed() + 1 - self._ticks
        if missing > 0 and len(self._writing) < WAITING:
            self._ticks += missing
            self._writing.append(self._thread.submit(self._write, pixels, missing - 1))

    def finish(self) -> tuple[int, float]:
        """How many frames the film has, and its seconds. Raises RunError; then there is no film."""
        if self._began is not None:
            missing = self._passed() - self._ticks
            self._writing.append(self._thread.submit(self._repeat, missing))
        self._thread.shutdown()
        with self._stack:
            for one in self._writing:
                one.result()
            frames = self._film.frames if self._film else 0
        return frames, frames / self._rate

    def _passed(self) -> int:
        """Ticks since the beginning."""
        assert self._began is not None
        return int((self._clock() - self._began) * self._rate)

    def _write(self, pixels: Pixels, repeated: int) -> None:
        if self._film is None:
            self._film = self._stack.enter_context(film(self.path, self._rate))
        self._repeat(repeated)
        if self.about is None and not self._film.add_fitted(pixels):
            self._fill()

    def _repeat(self, times: int) -> None:
        if self._film is not None and self.about is None and not self._film.repeat(times):
            self._fill()

    def _fill(self) -> None:
        self.about = text("{path} is as large as a film can be; the recording ended.", path=self.path.name)
