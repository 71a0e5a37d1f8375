"""The current source of frames: opened, controlled, held while frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deepvis_app.engine.messages import Frame

if TYPE_CHECKING:
    from deepvis_app.sources.source import Source


@dataclass(frozen=True)
class SourceInfo:
    """What the window shows of a source; times in milliseconds, `index` from 0 among `count` pictures.

    `kind` is camera, video, pictures, screen or still; `controls` a part of play, seek, step, next,
    mirror, loop, slideshow; `file` that of the picture shown now, where it has one of its own.
    """

    title: str
    kind: str
    live: bool = False
    controls: frozenset[str] = frozenset()
    playing: bool = False
    position_ms: int = 0
    duration_ms: int = 0
    index: int = 0
    count: int = 0
    mirrored: bool = False
    loop: bool = False
    file: Path | None = None


class Playback(QObject):
    """Owns one source at a time; a new one replaces it. `frame` is silent while frozen."""

    frame = Signal(object)  # Frame
    changed = Signal(object)  # SourceInfo
    message = Signal(object)  # Text, or None: nothing to say any more

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._frozen = False
        self._waiting: Frame | None = None
        self._seen: SourceInfo | None = None  # of the newest frame that was given

    @property
    def info(self) -> SourceInfo | None:
        """None without a source. While frozen it names the picture that is seen, not the one to follow."""
        now, seen = self._now(), self._seen
        if now is None or seen is None or not self._frozen:
            return now
        return replace(now, title=seen.title, position_ms=seen.position_ms, index=seen.index, file=seen.file)

    def _now(self) -> SourceInfo | None:
        source = self._source
        if source is None:
            return None
        return SourceInfo(
            title=source.title,
            kind=source.kind,
            live=source.live,
            controls=source.controls,
            playing=source.playing,
            position_ms=source.position_ms,
            duration_ms=source.duration_ms,
            index=source.index,
            count=source.count,
            mirrored=source.mirrored,
            loop=source.loop,
            file=source.file,
        )

    @property
    def source(self) -> Source | None:
        return self._source

    def open(self, source: Source) -> None:
        """Stop the present source and start this one, which becomes ours."""
        self.close()
        self._source = source
        source.setParent(self)
        source.frame.connect(self._take)
        source.changed.connect(self._tell)
        source.message.connect(self.message)
        self.message.emit(None)
        source.start()
        self._tell()

    def close(self) -> None:
        self._waiting = self._seen = None
        if self._source is not None:
            self._source.frame.disconnect(self._take)
            self._source.changed.disconnect(self._tell)
            self._source.message.disconnect(self.message)
            self._source.stop()
            self._source.deleteLater()
            self._source = None

    @property
    def frozen(self) -> bool:
        return self._frozen

    def set_frozen(self, frozen: bool) -> None:
        """While frozen the last frame stays; the newest one that came meanwhile follows afterwards."""
        self._frozen = frozen
        if not frozen and self._waiting is not None:
            self._give(self._waiting)
            self._waiting = None
        if self._source is not None:
            self._tell()

    def set_playing(self, playing: bool) -> None:
        if self._source is not None:
            self._source.set_playing(playing)

    def seek(self, milliseconds: int) -> None:
        if self._source is not None:
            self._source.seek(milliseconds)

    def step(self, step: int) -> None:
        """The next (1) or previous (-1) picture or video frame."""
        if self._source is not None:
            self._source.step(step)

    def set_mirrored(self, mirrored: bool) -> None:
        if self._source is not None:
            self._source.set_mirrored(mirrored)

    def set_loop(self, loop: bool) -> None:
        if self._source is not None:
            self._source.set_loop(loop)

    def _take(self, frame: Frame) -> None:
        if self._frozen:
            self._waiting = frame
        else:
            self._give(frame)

    def _give(self, frame: Frame) -> None:
        self._seen = self._now()
        self.frame.emit(frame)

    def _tell(self) -> None:
        self.changed.emit(self.info)
