"""Every frame of a video file, as fast as they are taken: for painting the whole of it, not for looking."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from threading import Condition

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtMultimedia import QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from deepvis_app.engine.messages import Frame
from deepvis_app.i18n import Text, text
from deepvis_app.sources.frames import VideoFrame
from deepvis_app.sources.picture_frame import next_number

HELD, ENOUGH = 8, 3  # frames: at so many the player waits, at so few it goes on
FASTER = 100.0  # than the video's own time; the player loses no frame by it
SILENCE_MS = 10_000  # without a frame that is wanted, after which the file is given up
USUAL_RATE = 25.0
LONGEST = 1920  # pixels of a side, at most

_Status = QMediaPlayer.MediaStatus
_NO_ERROR = QMediaPlayer.Error.NoError


class Reel(QObject):
    """Lives in a thread with an event loop; `take`, `over` and the rest may be asked on any.

    `close` it in its own thread.
    """

    _thirsty = Signal()  # from the taking thread: there is room again

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._condition = Condition()
        self._frames: deque[VideoFrame] = deque()
        self._ended = False
        self._about: Text | None = None
        self._rate = 0.0
        self._length = 0
        self._waiting = False
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._put)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.mediaStatusChanged.connect(self._follow)
        self._player.errorOccurred.connect(self._fail)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._give_up)
        self._thirsty.connect(self._go_on)

    def start(self) -> None:
        self._silence.start()
        self._player.setSource(QUrl.fromLocalFile(str(self._path)))
        self._player.setPlaybackRate(FASTER)
        self._player.play()

    def close(self) -> None:
        """Nothing more comes."""
        self._end(None)
        self._player.stop()
        self._player.setSource(QUrl())  # lets the file go

    # ---- on any thread -------------------------------------------------------------------------------

    @property
    def rate(self) -> float:
        """Frames a second."""
        return self._rate or USUAL_RATE

    @property
    def length(self) -> int:
        """About how many frames there are; 0: not known."""
        return self._length

    @property
    def over(self) -> bool:
        """Whether all that there was has been taken."""
        with self._condition:
            return self._ended and not self._frames

    @property
    def about(self) -> Text | None:
        """Why it is over before its end."""
        return self._about

    def take(self, seconds: float) -> Frame | None:
        """The next frame, as soon as it is there; None after so many seconds, or when it is over."""
        with self._condition:
            self._condition.wait_for(lambda: self._frames or self._ended, seconds)
            frame = self._frames.popleft() if self._frames else None
            thirsty = self._waiting and len(self._frames) <= ENOUGH
        if thirsty:
            self._thirsty.emit()
        return frame

    # ---- on its own ----------------------------------------------------------------------------------

    @Slot(QVideoFrame)
    def _put(self, frame: QVideoFrame) -> None:
        if self._ended or not frame.isValid():  # the player clears its sink with an invalid one
            return
        self._measure()
        with self._condition:
            self._frames.append(VideoFrame(next_number(), QVideoFrame(frame), longest=LONGEST))
            full = len(self._frames) >= HELD
            self._condition.notify()
        self._silence.start()
        if full and not self._waiting:
            self._waiting = True
            self._silence.stop()
            self._player.pause()

    @Slot()
    def _go_on(self) -> None:
        if self._waiting and not self._ended:
            self._waiting = False
            self._silence.start()
            self._player.play()

    def _measure(self) -> None:
        if not self._rate:
            rate = self._player.metaData().value(QMediaMetaData.Key.VideoFrameRate)
            self._rate = float(rate) if isinstance(rate, float | int) and 0 < rate < 1000 else USUAL_RATE
        self._length = round(self._player.duration() / 1000 * self._rate)

    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == _Status.LoadedMedia and not self._player.hasVideo():
            self._end(text("{path} holds sound but no pictures. Open a video.", path=self._path))
        elif status == _Status.EndOfMedia:
            self._end(None)

    def _fail(self, error: QMediaPlayer.Error, reason: str) -> None:
        if error != _NO_ERROR:
            self._end(text("{path} cannot be played: {reason}.", path=self._path, reason=reason))

    def _give_up(self) -> None:
        self._end(text("{path} gives no more frames: it is damaged or cut off.", path=self._path))

    def _end(self, about: Text | None) -> None:
        self._silence.stop()
        with self._condition:
            if not self._ended:
                self._ended, self._about = True, about
            self._condition.notify_all()
