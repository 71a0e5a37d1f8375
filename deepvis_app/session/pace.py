"""No more pictures than a screen shows: each painted one takes time that the network could use."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

A_SECOND = 60


class Pace(QObject):
    """`due` follows each `wanted`: at once, or as soon as a sixtieth of a second is over since the last."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = 0.0
        self._later = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._later.timeout.connect(self._pass_on)

    @Slot()
    def wanted(self) -> None:
        if self._later.isActive():
            return
        wait = self._last + 1 / A_SECOND - time.monotonic()
        if wait > 0:
            self._later.start(int(1000 * wait))
        else:
            self._pass_on()

    def stop(self) -> None:
        self._later.stop()

    @Slot()
    def _pass_on(self) -> None:
        self._last = time.monotonic()
        self.due.emit()
