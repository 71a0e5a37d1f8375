"""Weights that are fetched: started, paused, taken up again, and how far each is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from deepvis_app.engine.messages import Download, Downloading
from deepvis_app.engine.worker import Worker


class Downloads(QObject):
    """Lives in the window's thread; they go on when the dialog that began them is closed."""

    changed = Signal(str)  # of which network

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._known: dict[str, Downloading] = {}
        worker.event.connect(self._take)

    @property
    def known(self) -> Mapping[str, Downloading]:
        """By network, all of this start."""
        return self._known

    def state(self, spec: str) -> str:
        """ "running", "paused", "done", "failed"; "" where none was begun."""
        return self._known[spec].state if spec in self._known else ""

    def start(self, spec: str) -> None:
        self._worker.send(Download(spec))

    def pause(self, spec: str) -> None:
        """What has come is kept, and is not fetched again."""
        self._worker.send(Download(spec, pause=True))

    def forget(self, spec: str) -> None:
        """Its file was removed."""
        self._known.pop(spec, None)
        self.changed.emit(spec)

    @Slot(object)
    def _take(self, event: object) -> None:
        if isinstance(event, Downloading):
            self._known[event.spec] = event
            self.changed.emit(event.spec)
