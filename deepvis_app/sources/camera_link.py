"""The system's cameras: which there are, and the frames of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

_SIZE = (640, 480)
_RATE = 24  # frames a second under which a format looks jerky


class CameraLink(QObject):
    """Opens one camera at a time by its name."""

    frame = Signal(object)  # QVideoFrame, our own
    failed = Signal(str)  # why, in the system's words
    devices_changed = Signal()

    def __init__(self, size: tuple[int, int] = _SIZE, parent: QObject | None = None) -> None:
        """`size`: width and height that a camera's format shall be near to."""
        super().__init__(parent)
        self._size = size
        self._camera: QCamera | None = None
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.devices_changed)

    def names(self) -> tuple[str, ...]:
        """The cameras there are, the default one first; those of the same name are numbered."""
        return tuple(_by_name())

    def open(self, name: str) -> None:
        """Close what is open, and open that camera in the format nearest to the size."""
        self.close()
        device = _by_name().get(name)
        if device is None:
            return
        self._camera = QCamera(device, self)
        self._camera.errorOccurred.connect(self._fail)
        chosen = best_format(device.videoFormats(), self._size)
        if chosen is not None:
            self._camera.setCameraFormat(chosen)
        self._session.setCamera(self._camera)
        self._camera.start()

    def close(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]  # Qt takes it, its stubs do not
            self._camera.deleteLater()
            self._camera = None

    def _take(self, frame: QVideoFrame) -> None:
        self.frame.emit(QVideoFrame(frame))

    def _fail(self, error: QCamera.Error, reason: str) -> None:
        if error != QCamera.Error.NoError:
            self.failed.emit(reason)


def camera_names() -> tuple[str, ...]:
    """The cameras that can be opened, the default one first."""
    return tuple(_by_name())


def best_format(formats: Sequence[QCameraFormat], wanted: tuple[int, int] = _SIZE) -> QCameraFormat | None:
    """Smooth first, then nearest to `wanted`, then not to be decompressed; None where there is none."""

    def cost(one: QCameraFormat) -> tuple[bool, float, bool, float]:
        size = one.resolution()
        wider, higher = size.width() / wanted[0], size.height() / wanted[1]
        # Too small is worse than too large: what is not seen cannot be shown.
        distance = sum(
            side - 1 if side >= 1 else 4 * (1 / side - 1) for side in (max(wider, 1e-3), max(higher, 1e-3))
        )
        compressed = one.pixelFormat() == QVideoFrameFormat.PixelFormat.Format_Jpeg
        return one.maxFrameRate() < _RATE, distance, compressed, abs(one.maxFrameRate() - 30)

    return min(formats, key=cost, default=None)


def _by_name() -> dict[str, QCameraDevice]:
    devices: dict[str, QCameraDevice] = {}
    for device in sorted(QMediaDevices.videoInputs(), key=lambda one: not one.isDefault()):
        name, number = device.description(), 2
        while name in devices:
            name, number = f"{device.description()} ({number})", number + 1
        devices[name] = device
    return devices
