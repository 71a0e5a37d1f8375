"""What is to be done once, when the present turn of the event loop is over."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Soon(QObject):
    """`due` follows any number of `start`s once: before the window is painted, which a timer is not."""

    due = Signal()
    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = False
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        if not self._wanted:
            self._wanted = True
            self._posted.emit()

    def stop(self) -> None:
        self._wanted = False

    @Slot()
    def _run(self) -> None:
        if self._wanted:
            self._wanted = False
            self.due.emit()
