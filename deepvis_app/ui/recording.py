"""A film of what is on show, written beside the window in the time that really passes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from deepvis_app.engine.messages import Pixels

if TYPE_CHECKING:
    from deepvis_app.pictures.animation import Animation
    from deepvis_app.pictures.film import Film

FILM_RATE = 15  # frames a second
_WAITING = 3  # frames that the writer may be behind; more are left out, and the one before stays longer
_DARK = 24  # around a frame that no longer has the size of the first


class Recording(QObject):
    """Asks `look` for a picture (h, w, 3) at a steady rate, until `stop`, or a GIF is as long as it may be.

    None from `look`: the picture before stays. `told` says how long it is, twice a second; `ended` comes
    once, with the error that ended it or None, when the file is whole.
    """

    told = Signal(float)  # seconds
    ended = Signal(object)  # BaseException | None
    _failed = Signal()  # from the writer's thread

    def __init__(self, path: Path, look: Callable[[], Pixels | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        from deepvis_app.pictures import animation

        self.path = path
        self._look = look
        self._gif = path.suffix.lower() == ".gif"
        self._rate = animation.FRAMES_A_SECOND if self._gif else FILM_RATE
        self.longest = animation.LONGEST if self._gif else None
        self._frames = 0
        self._told = 0.0
        self._newest: Pixels | None = None
        self._waiting: list[Future[None]] = []
        self._stack = ExitStack()
        self._file: Film | Animation | None = None
        self._shape = (0, 0)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="recording")
        self._passed = QElapsedTimer()
        self._tick = QTimer(self, interval=1000 // self._rate)
        self._tick.timeout.connect(self._shoot)
        self._over = False
        self._error: BaseException | None = None
        self._failed.connect(self.stop)

    @property
    def seconds(self) -> float:
        return self._frames / self._rate

    def start(self) -> None:
        self._passed.start()
        self._tick.start()
        self._shoot()

    def stop(self) -> None:
        """Keep what is filmed; `ended` follows."""
        if not self._over:
            self._over = True
            self._tick.stop()
            self._writer.submit(self._finish).add_done_callback(self._tell_end)

    def close(self) -> None:
        """Stop, and wait until the file is whole."""
        self.stop()
        self._writer.shutdown(wait=True)

    # ---- in the window's thread ------------------------------------------------------------------------

    def _shoot(self) -> None:
        self._waiting = [one for one in self._waiting if not one.done()]
        if len(self._waiting) >= _WAITING:
            return
        seen = self._look()
        self._newest = picture = self._newest if seen is None else seen
        if picture is None:
            self._passed.restart()
            return
        due = self._passed.elapsed() * self._rate // 1000 + 1 - self._frames
        if due > 0:
            self._frames += due
            self._waiting.append(self._writer.submit(self._add, picture, due))
            self._waiting[-1].add_done_callback(self._note)
        if self.seconds - self._told >= 0.5:
            self._told = self.seconds
            self.told.emit(self.seconds)
        if self.longest is not None and self.seconds >= self.longest:
            self.stop()

    # ---- in the writer's -------------------------------------------------------------------------------

    def _add(self, picture: Pixels, times: int) -> None:
        if self._file is None:
            self._shape = (picture.shape[0], picture.shape[1])
            self._file = self._opened()
        framed = _framed(picture, *self._shape)
        for _ in range(times):
            self._file.add(framed)

    def _opened(self) -> Film | Animation:
        from deepvis_app.pictures.animation import animation
        from deepvis_app.pictures.film import film

        if self._gif:
            return self._stack.enter_context(animation(self.path, self._rate))
        return self._stack.enter_context(film(self.path, self._rate))

    def _finish(self) -> None:
        """What failed half-way leaves no file."""
        self._stack.__exit__(type(self._error) if self._error else None, self._error, None)

    def _note(self, future: Future[None]) -> None:
        """A frame that cannot be written ends the film."""
        if self._error is None and future.exception() is not None:
            self._error = future.exception()
            self._failed.emit()

    def _tell_end(self, future: Future[None]) -> None:
        self.ended.emit(self._error or future.exception())


def _framed(picture: Pixels, height: int, width: int) -> Pixels:
    """At the size of the first frame: shrunk or grown with its aspect ratio, in the middle."""
    if picture.shape[:2] == (height, width):
        return picture
    from deepvis_app.pictures.saving import fit, resize

    wide, high = fit(picture.shape[1], picture.shape[0], width, height)
    framed = np.full((height, width, 3), _DARK, np.uint8)
    top, left = (height - high) // 2, (width - wide) // 2
    framed[top : top + high, left : left + wide] = resize(picture, wide, high)
    return framed
