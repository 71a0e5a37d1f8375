"""The screen, or a part of it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtMultimedia import QMediaCaptureSession, QScreenCapture, QVideoFrame, QVideoSink

from deepvis_app.engine.messages import Rect
from deepvis_app.i18n import text
from deepvis_app.sources.frames import VideoFrame
from deepvis_app.sources.picture_frame import next_number
from deepvis_app.sources.source import Source


class Screen(Source):
    """`region` (x, y, width, height) in fractions of the screen; all of the primary one by default."""

    kind = "screen"
    live = True
    controls = frozenset({"mirror"})

    def __init__(
        self, region: Rect | None = None, screen: QScreen | None = None, parent: QObject | None = None
    ) -> None:
        chosen = screen or QGuiApplication.primaryScreen()
        super().__init__(chosen.name() if chosen else "", parent)
        self._region = region
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)
        self._capture = QScreenCapture(self)
        self._capture.setScreen(chosen)
        self._capture.errorOccurred.connect(self._explain)
        self._session = QMediaCaptureSession(self)
        self._session.setScreenCapture(self._capture)
        self._session.setVideoSink(self._sink)

    def start(self) -> None:
        self.playing = True
        self._capture.start()

    def stop(self) -> None:
        self.playing = False
        self._capture.stop()

    def _take(self, frame: QVideoFrame) -> None:
        if self.playing and frame.isValid():
            self._say(None)
            self._give(VideoFrame(next_number(), QVideoFrame(frame), self.mirrored, self._region))

    def _explain(self, error: QScreenCapture.Error, reason: str) -> None:
        if error != QScreenCapture.Error.NoError and self.playing:
            self._say(
                text(
                    "The screen cannot be shown: {reason}. Allow DeepVis to record it in the system's "
                    "settings, or open a camera, a video or a picture.",
                    reason=reason.rstrip("."),
                )
            )
