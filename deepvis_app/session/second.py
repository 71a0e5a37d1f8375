"""What the user compares the network with: another network on the same frame, or a frame that is kept."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from deepvis_app.engine.messages import (
    FramePinned,
    LoadSecond,
    NetworkSpec,
    PinFrame,
    SecondLoading,
    SecondLost,
    SecondReady,
)
from deepvis_app.engine.worker import Worker
from deepvis_app.i18n import Text


class Second(QObject):
    """Lives in the window's thread. `changed` follows whatever becomes of it."""

    changed = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.other: Literal["network", "frame"] | None = None  # what is compared with
        self.ready: SecondReady | None = None
        self.loading: SecondLoading | None = None
        self.problem: Text | None = None  # why the last one did not come
        self.pinned: int | None = None  # the number of the frame that is kept
        self.token = 0  # another one whenever the other side is
        worker.event.connect(self._take)

    def load(self, spec: NetworkSpec) -> None:
        """Compare with that network once it is there."""
        self.problem = None
        self._worker.send(LoadSecond(spec))

    def pin(self) -> None:
        """Compare with the newest frame, which is kept."""
        self._worker.send(PinFrame())

    def clear(self) -> None:
        """Compare with nothing; memory is given back."""
        if self.other == "frame" or self.pinned is not None:
            self._worker.send(PinFrame(False))
        self._worker.send(LoadSecond(None))
        self.ready = self.loading = self.problem = None
        self._tell(None)

    @Slot(object)
    def _take(self, event: object) -> None:
        match event:
            case SecondLoading():
                self.loading = event
                self.changed.emit()
            case SecondReady():
                self.ready, self.loading, self.problem = event, None, None
                self._tell("network")
            case SecondLost(about):
                self.loading, self.problem = None, about
                self.changed.emit()
            case FramePinned(frame):
                self.pinned = frame
                if frame is not None:
                    self._tell("frame")

    def _tell(self, other: Literal["network", "frame"] | None) -> None:
        self.other = other
        self.token += 1
        self.changed.emit()
