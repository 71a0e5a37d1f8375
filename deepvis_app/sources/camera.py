"""A camera: found by name, awaited when it is away, opened again when it falls silent."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, QTimer
from PySide6.QtMultimedia import QVideoFrame

from deepvis_app.i18n import Text, text
from deepvis_app.sources.camera_link import CameraLink
from deepvis_app.sources.frames import VideoFrame
from deepvis_app.sources.picture_frame import next_number
from deepvis_app.sources.source import Source

SILENT_S = 2.0
"""A camera that gives no frame for so long is called silent, and is opened again from time to time."""

_REOPEN_S = 5.0
_WATCH_MS = 500


class Camera(Source):
    """The camera of that name (None: the system's default one), mirrored as one sees oneself.

    Pulled out while streaming, a camera gives no error: only its silence tells. Whatever is missing (a
    camera, permission, frames) is told as a message, and all goes on by itself once it is there.
    """

    kind = "camera"
    live = True
    controls = frozenset({"mirror"})

    def __init__(
        self,
        name: str | None = None,
        link: CameraLink | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(name or "", parent)
        self.mirrored = True
        self._wanted = name
        self._open: str | None = None  # the camera that is open
        self._heard = self._opened = 0.0  # when it last gave a frame, and was last opened
        self._clock = clock
        self._link = link or CameraLink()
        self._link.setParent(self)
        self._link.frame.connect(self._take)
        self._link.failed.connect(self._fail)
        self._link.devices_changed.connect(self._look)
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self._listen)

    def start(self) -> None:
        self.playing = True
        permission = QCameraPermission()
        application = QCoreApplication.instance()
        if application and application.checkPermission(permission) == Qt.PermissionStatus.Undetermined:
            application.requestPermission(permission, self, self._permitted)
        else:
            self._permitted()

    def stop(self) -> None:
        self.playing = False
        self._watch.stop()
        self._open = None
        self._link.close()

    def _permitted(self) -> None:
        application = QCoreApplication.instance()
        if not self.playing:
            return
        if application and application.checkPermission(QCameraPermission()) == Qt.PermissionStatus.Denied:
            self._say(
                text(
                    "DeepVis may not use the camera. Allow it in the system's privacy settings, or open a "
                    "video, a picture, the screen or the samples."
                )
            )
            return
        self._watch.start()
        self._look()

    def _look(self) -> None:
        """Open the camera if it is there; say so if it is not."""
        if not self.playing:
            return
        names = self._link.names()
        if self._open is not None and self._open not in names:
            self._link.close()
            self._say(text("The camera {name} is gone. DeepVis goes on when it is back.", name=self._open))
            self._wanted, self._open = self._open, None
        if self._open is None:
            found = _matching(self._wanted, names)
            if found is not None:
                self._start(found)
            elif self._said is None:
                self._say(_missing(self._wanted, names))

    def _start(self, name: str) -> None:
        self._open = name
        self._opened = self._heard = self._clock()
        self._link.open(name)
        if name != self.title:
            self.title = name
            self.changed.emit()

    def _listen(self) -> None:
        """Notice silence, and try to end it."""
        if self._open is None:
            self._look()
            return
        now = self._clock()
        if now - self._heard <= SILENT_S:
            return
        if self._said is None:  # a reason that the camera gave says more
            self._say(text("The camera {name} is silent. DeepVis goes on when it is back.", name=self._open))
        if now - self._opened > _REOPEN_S:
            self._opened = now
            self._link.open(self._open)

    def _take(self, frame: QVideoFrame) -> None:
        if self._open is not None and frame.isValid():
            self._heard = self._clock()
            self._say(None)
            self._give(VideoFrame(next_number(), frame, self.mirrored, camera=True))

    def _fail(self, reason: str) -> None:
        if self._open is not None:
            self._say(
                text(
                    "The camera {name} cannot be used: {reason}. Close other programs that use it.",
                    name=self._open,
                    reason=reason.rstrip("."),
                )
            )


def _matching(wanted: str | None, names: Sequence[str]) -> str | None:
    """The first of `names` that is, or else holds, what is wanted; any, if nothing is."""
    if wanted is None:
        return names[0] if names else None
    low = wanted.casefold()
    exact = [name for name in names if name.casefold() == low]
    return next(iter(exact + [name for name in names if low in name.casefold()]), None)


def _missing(wanted: str | None, names: Sequence[str]) -> Text:
    if wanted is None or not names:
        return text(
            "There is no camera. Connect one and it is shown at once, or open a video, a picture, the screen "
            "or the samples."
        )
    return text("There is no camera {name}. There are: {names}.", name=wanted, names=", ".join(names))
