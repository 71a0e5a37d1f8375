"""What panels share: they ask while they can be seen, and paint what comes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Result, View, ViewRequest
from deepvis_app.session import Session

_RESIZE_MS = 40  # while a window is dragged larger, its panels ask no more often


class LivePanel(QWidget):
    """A panel asks under the names of `requests()`; hidden, it asks for nothing.

    `roomy`: how large it becomes when it is undocked, in logical pixels; None: as it is.
    """

    roomy: QSize | None = None

    wanted = Signal()  # something is to be seen in it: its dock comes to the front

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._shown = False
        self._covered = False
        self._asked: set[str] = set()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ask_now)
        session.result.connect(self._take_result)

    def requests(self) -> Mapping[str, ViewRequest]:
        """What the panel needs of every frame, by request name; asked while it can be seen."""
        raise NotImplementedError

    def take(self, views: Mapping[str, View]) -> None:
        """Paint the views of one frame; only called while the panel can be seen."""
        raise NotImplementedError

    def remembered(self) -> dict[str, Any]:
        """Choices of the panel alone, as plain JSON values, kept from one start to the next."""
        return {}

    def remember(self, saved: Mapping[str, Any]) -> None:
        """Take up what `remembered` gave."""

    def ask(self, after_ms: int = 0) -> None:
        """Ask anew, now or so many milliseconds later; the session sends a turn's requests together."""
        if after_ms == 0:
            self._soon.stop()
            self._ask_now()
        elif not self._soon.isActive() or after_ms < self._soon.remainingTime():
            self._soon.start(after_ms)

    def set_covered(self, covered: bool) -> None:
        """Behind another tab, where Qt counts it as shown, a panel asks for nothing either."""
        if covered != self._covered:
            self._covered = covered
            self.ask()

    @property
    def is_seen(self) -> bool:
        """Whether it is neither hidden nor behind another tab."""
        return self._shown and not self._covered

    @property
    def is_needed(self) -> bool:
        """Whether it asks for anything: where something else looks on, also unseen."""
        return self.is_seen

    def pixels(self, length: float) -> int:
        """Logical pixels in device pixels."""
        return max(1, round(length * self.devicePixelRatioF()))

    def _ask_now(self) -> None:
        wanted = self.requests() if self.is_needed else {}
        for name in self._asked - wanted.keys():
            self.session.request(name, None)
        for name, request in wanted.items():
            self.session.request(name, request)
        self._asked = set(wanted)

    def _take_result(self, result: Result) -> None:
        if self.is_seen:
            self.take(result.views)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown = True
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._shown = False
        self._soon.stop()
        self._ask_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ask(_RESIZE_MS)
