"""A video file: played, paused, wound, stepped frame by frame, looped."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtMultimedia import QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from deepvis_app.i18n import text
from deepvis_app.sources.container import missing
from deepvis_app.sources.frames import VideoFrame
from deepvis_app.sources.picture_frame import next_number
from deepvis_app.sources.source import Source

_PATIENCE_MS = 300  # how long a place in the video may take to appear before the next one is sought

_Error = QMediaPlayer.Error
_Status = QMediaPlayer.MediaStatus
_State = QMediaPlayer.PlaybackState


class Video(Source):
    """Plays from `start` on, again and again unless `set_loop(False)`. Its sound stays off."""

    kind = "video"
    controls = frozenset({"play", "seek", "step", "loop", "mirror"})

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path.name, parent)
        self._path = path
        self._frame: QVideoFrame | None = None  # the last one shown
        self._running = False
        self._seeking = False  # a place is sought and has not yet been seen
        self._next_ms: int | None = None  # where to go after that
        self._sought_ms: int | None = None  # the last place that was sought, until it plays on
        self._aim = 0.0  # from where the next step counts while a place is sought, in microseconds
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._arrive)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.positionChanged.connect(self._tell)
        self._player.durationChanged.connect(self._tell)
        self._player.mediaStatusChanged.connect(self._follow)
        self._player.errorOccurred.connect(self._explain)

    def start(self) -> None:
        self._running = self.playing = True
        self._warn_if_cut_off()
        self._player.setSource(QUrl.fromLocalFile(str(self._path)))
        self._player.play()

    def stop(self) -> None:
        self._running = self.playing = self._seeking = False
        self._next_ms = self._sought_ms = self._frame = None
        self._patience.stop()
        self._player.stop()
        self._player.setSource(QUrl())  # lets the file go

    def set_playing(self, playing: bool) -> None:
        self.playing = playing
        if playing:
            self._sought_ms = None
            self._player.play()
        else:
            self._player.pause()
        self.changed.emit()

    def seek(self, position_ms: int) -> None:
        """Show that place. Asked for faster than they can be shown, only the last of them is."""
        self._aim = 1000.0 * position_ms
        self._go(position_ms)

    def _go(self, position_ms: int) -> None:
        self._next_ms = max(0, min(position_ms, self.duration_ms))
        if not self._seeking and self._player.mediaStatus() != _Status.LoadingMedia:
            self._depart()  # a player that still loads would forget it: see _follow

    def step(self, step: int) -> None:
        """Pauses, and shows the frame `step` frames on or back."""
        if self._frame is None:
            return
        self.set_playing(False)
        length = self._length_of(self._frame)
        here = self._aim if self._seeking else self._frame.startTime()
        self._aim = max(0.0, here + step * length)
        # A quarter into the frame: containers round to the nearest frame or down, and none rounds it away.
        self._go(int((self._aim + length / 4) / 1000))

    def set_loop(self, loop: bool) -> None:
        self.loop = loop
        self.changed.emit()

    def set_mirrored(self, mirrored: bool) -> None:
        super().set_mirrored(mirrored)
        if self._frame is not None and not self.playing:
            self._show(self._frame)

    def _depart(self) -> None:
        if self._next_ms is None:
            return
        if self._player.playbackState() == _State.StoppedState:  # which shows nothing
            self._player.play() if self.playing else self._player.pause()
        self._seeking = True
        self._patience.start()
        place, self._next_ms = self._next_ms, None
        self._sought_ms = place
        self._player.setPosition(place)

    def _arrive(self) -> None:
        self._patience.stop()
        self._seeking = False
        self._depart()

    def _take(self, frame: QVideoFrame) -> None:
        if not self._running or not frame.isValid():  # the player clears its sink with an invalid one
            return
        found = self._is_sought(frame)
        if self._stands() and not found:  # a paused player may give one more after the one that was sought
            return
        self._frame = QVideoFrame(frame)
        self._show(self._frame)
        if self._seeking and (found or self.playing):
            self._arrive()

    def _stands(self) -> bool:
        """Paused, at the place that was sought."""
        return (
            not self.playing
            and not self._seeking
            and self._frame is not None
            and self._is_sought(self._frame)
        )

    def _is_sought(self, frame: QVideoFrame) -> bool:
        """False too for one that was on its way when another place was sought."""
        if self._sought_ms is None:
            return False
        return 0 <= 1000 * self._sought_ms - frame.startTime() <= self._length_of(frame)

    def _show(self, frame: QVideoFrame) -> None:
        self._give(VideoFrame(next_number(), frame, self.mirrored))

    def _tell(self) -> None:
        if not self._running:
            return
        self.position_ms = self._player.position()
        self.duration_ms = self._player.duration()
        self.changed.emit()

    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if not self._running:
            return
        if status == _Status.LoadedMedia and not self._player.hasVideo():
            self._give_up()
            self._say(text("{path} holds sound but no pictures. Open a video.", path=self._path))
        elif status == _Status.LoadedMedia:
            self._depart()
        elif status == _Status.EndOfMedia:
            self._end()

    def _end(self) -> None:
        self._warn_if_short()
        if self.loop and self.playing and self._frame is not None:
            self._player.play()
        else:
            self.playing = False
            self.changed.emit()
            self.ended.emit()

    def _warn_if_cut_off(self) -> None:
        with suppress(OSError):  # the player will say it
            if share := missing(self._path):
                percent = max(1, round(100 * share))
                self._say(
                    text("{path} is cut off: {percent} % of it is missing.", path=self._path, percent=percent)
                )

    def _warn_if_short(self) -> None:
        """The pictures end before the file should; one with sound may well end in that."""
        if self._said is not None:
            return
        if self._frame is None:
            self._say(text("{path} is damaged: none of its pictures can be shown.", path=self._path))
            return
        whole, shown = self._player.duration(), self._frame.endTime() / 1000
        allowed = (
            2000 + 0.1 * whole
            if self._player.hasAudio()
            else 4 * self._length_of(self._frame) / 1000 + 0.01 * whole
        )
        if not self._seeking and whole - shown > allowed:
            self._say(
                text(
                    "{path} is damaged or cut off: of its {whole} s only {shown} s can be shown.",
                    path=self._path,
                    whole=f"{whole / 1000:.1f}",
                    shown=f"{shown / 1000:.1f}",
                )
            )

    def _length_of(self, frame: QVideoFrame) -> float:
        """How long the frame lasts, in microseconds."""
        if frame.endTime() > frame.startTime():
            return frame.endTime() - frame.startTime()
        rate = self._player.metaData().value(QMediaMetaData.Key.VideoFrameRate)
        return 1e6 / rate if isinstance(rate, float) and rate > 0 else 40_000.0

    def _explain(self, error: QMediaPlayer.Error, reason: str) -> None:
        if error == _Error.NoError or not self._running:
            return
        self._give_up()
        if not self._path.exists():
            self._say(text("There is no file {path}.", path=self._path))
        elif error == _Error.FormatError:
            self._say(
                text(
                    "{path} is no video that can be played: it is damaged, cut off or of an unknown format.",
                    path=self._path,
                )
            )
        else:
            self._say(text("{path} cannot be played: {reason}.", path=self._path, reason=reason))

    def _give_up(self) -> None:
        self.playing = False
        self.changed.emit()
        self.ended.emit()
