"""Painted frames: the styles that there are, how they are mixed, and what is made of the paintings."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from deepvis_app.engine.messages import (
    JobEnded,
    Learnt,
    OpenStyles,
    Painting,
    Record,
    RecordingEnded,
    SavePainting,
    StopRecording,
    StyleInfo,
    StylesReady,
)
from deepvis_app.engine.worker import Worker
from deepvis_app.errors import DeepVisError
from deepvis_app.paths import data_dir

if TYPE_CHECKING:
    from deepvis_app.sources.reel import Reel

RATE = 30.0
"""Frames a second of what is recorded live."""
SIZES = (0.5, 3.0)
"""The finest and the largest strokes, of the style's own."""
OWN = "style.safetensors"
StartJob = Callable[..., int]


class Styling(QObject):
    """Lives in the window's thread. `start_job` is the session's."""

    changed = Signal()  # how it is painted
    styles_changed = Signal()
    recording_changed = Signal()
    recorded = Signal(object)  # RecordingEnded
    refused = Signal(object)  # Text: why a video cannot be painted

    def __init__(self, worker: Worker, start_job: StartJob, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker, self._start_job = worker, start_job
        self.painting = Painting(())
        self.styles: tuple[StyleInfo, ...] = ()
        self.own = 0
        self._opened = False
        self._recording: tuple[Path, float] | None = None  # and since when
        self._reels: dict[int, Reel] = {}  # by job
        worker.event.connect(self._take)

    def open(self) -> None:
        """Ask for the styles, once; `styles_changed` follows."""
        if not self._opened:
            self._opened = True
            self._worker.send(OpenStyles(self.own_file))

    @property
    def own_file(self) -> Path:
        """Where the user's own styles are, or would be."""
        return data_dir() / OWN

    def close(self) -> None:
        for reel in self._reels.values():
            reel.close()
        self._reels.clear()

    # ---- how it is painted -----------------------------------------------------------------------------

    def set_mix(self, mix: Sequence[tuple[str, float]]) -> None:
        """Shares of styles by name."""
        self._choose(mix=tuple(mix))

    def set_strength(self, strength: float) -> None:
        self._choose(strength=min(max(strength, 0.0), 1.0))

    def set_keep_colours(self, keep: bool) -> None:
        self._choose(keep_colours=keep)

    def set_size(self, size: float) -> None:
        """Of the strokes; brought into SIZES."""
        self._choose(size=min(max(size, SIZES[0]), SIZES[1]))

    def _choose(self, **changes: Any) -> None:
        chosen = replace(self.painting, **changes)
        if chosen != self.painting:
            self.painting = chosen
            self.changed.emit()

    # ---- what is made of it ----------------------------------------------------------------------------

    def save(self, path: Path, about: dict[str, object]) -> None:
        """The newest frame's painting, at its own resolution; the session's `saved` or `failed` follows."""
        self._worker.send(SavePainting(path, self.painting, about))

    @property
    def recording(self) -> Path | None:
        return self._recording[0] if self._recording else None

    @property
    def seconds(self) -> float:
        """For which it has been recorded."""
        return time.monotonic() - self._recording[1] if self._recording else 0.0

    def record(self, path: Path) -> None:
        self._worker.send(Record(path, RATE))
        self._recording = (path, time.monotonic())
        self.recording_changed.emit()

    def stop_recording(self) -> None:
        """`recorded` follows."""
        self._worker.send(StopRecording())

    def paint_video(self, video: Path, path: Path) -> int | None:
        """All frames of `video` into the film `path`, as a job; None (and `refused`) where it cannot be."""
        from deepvis_app.sources.opening import reel

        try:
            frames = reel(video)
        except DeepVisError as error:
            self.refused.emit(error.text)
            return None
        own = self.own_file if self.own_file.exists() else None
        options = {"reel": frames, "path": path, "painting": self.painting, "styles": own}
        number = self._start_job("paint_video", class_index=None, options=options)
        self._reels[number] = frames
        frames.setParent(self)
        frames.start()
        return number

    def learn(self, picture: Path) -> int:
        """The style of that picture, as a job; at its end it is among the styles."""
        from deepvis_app.sources.opening import sample_files

        options = {"picture": picture, "own": self.own_file, "content": tuple(sample_files())}
        return self._start_job("learn_style", class_index=None, options=options)

    # ---- inside ----------------------------------------------------------------------------------------

    @Slot(object)
    def _take(self, event: object) -> None:
        match event:
            case StylesReady(styles, own):
                self.styles, self.own = styles, own
                self.styles_changed.emit()
            case RecordingEnded():
                self._recording = None
                self.recording_changed.emit()
                self.recorded.emit(event)
            case JobEnded():
                self._end(event)

    def _end(self, job: JobEnded) -> None:
        reel = self._reels.pop(job.id, None)
        if reel is not None:
            reel.close()
            reel.deleteLater()
        if isinstance(job.item, Learnt) and job.item.finished:
            self._worker.send(OpenStyles(self.own_file))
