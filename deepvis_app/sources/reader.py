"""Decoding off the GUI thread: pictures, and animations frame by frame, in the order they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deepvis_app.engine.messages import Pixels
from deepvis_app.errors import PictureError
from deepvis_app.pictures import decode


@dataclass(frozen=True)
class Decoded:
    """A frame that stays for `milliseconds` (0: a still picture), or the error that came instead.

    `ticket` is what it was asked for with. `number` counts the frames of the file from 0; all None but
    the ticket: the animation is over.
    """

    ticket: int
    number: int = 0
    pixels: Pixels | None = None
    milliseconds: int = 0
    error: PictureError | None = None


class Reader(QObject):
    """One thread, started when needed, ended by `close`."""

    done = Signal(object)  # Decoded

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: ThreadPoolExecutor | None = None
        self._frames: Iterator[tuple[int, tuple[Pixels, int]]] = iter(())

    def open(self, path: Path, ticket: int) -> None:
        """Decode the file's first frame."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._thread.submit(self._first, path, ticket)

    def more(self, ticket: int) -> None:
        """Decode the next frame of the file that was opened last."""
        if self._thread is not None:
            self._thread.submit(self._next, ticket)

    def close(self) -> None:
        """Drop what has not begun, and wait for what has."""
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)
            self._thread = None
        self._frames = iter(())

    def _first(self, path: Path, ticket: int) -> None:
        self._frames = enumerate(decode.frames(path))
        self._next(ticket)

    def _next(self, ticket: int) -> None:
        try:
            frame = next(self._frames, None)
        except PictureError as error:
            self.done.emit(Decoded(ticket, error=error))
            return
        if frame is None:
            self.done.emit(Decoded(ticket))
        else:
            number, (pixels, milliseconds) = frame
            self.done.emit(Decoded(ticket, number, pixels, milliseconds))
