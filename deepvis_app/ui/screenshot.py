"""A picture of the window, taken by itself after a while of live results."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QImageWriter

from deepvis_app.engine.messages import Failure, Result
from deepvis_app.i18n import Text, text
from deepvis_app.ui.main_window import MainWindow

WAIT_SECONDS = 60.0  # for the first result


class Screenshot(QObject):
    """`done` comes once: with None when the file is written, else with what went wrong and the exit code."""

    done = Signal(object, int)  # Text | None, exit code

    def __init__(self, window: MainWindow, path: Path, after: float, wait: float = WAIT_SECONDS) -> None:
        """`after`: seconds counted from the first live result."""
        super().__init__(window)
        self._window, self._path, self._wait = window, path, wait
        self._failure: Text | None = None
        self._clock = QTimer(self, singleShot=True, interval=round(wait * 1000))
        self._clock.timeout.connect(self._give_up)
        self._exposure = QTimer(self, singleShot=True, interval=round(after * 1000))
        self._exposure.timeout.connect(self._take)
        self._clock.start()
        window.session.result.connect(self._begin)
        window.session.failed.connect(self._note)
        window.session.source_message.connect(self._note_message)
        window.refused.connect(self._refuse)

    def _begin(self, _result: Result) -> None:
        self._window.session.result.disconnect(self._begin)
        self._clock.stop()
        self._exposure.start()

    def _take(self) -> None:
        image = self._window.grab().toImage()
        if QImageWriter(str(self._path), QByteArray(b"PNG")).write(image):
            self.done.emit(None, 0)
        else:
            self.done.emit(text("{path} could not be written. Choose another folder.", path=self._path), 1)

    def _note(self, failure: Failure) -> None:
        self._failure = failure.about

    def _note_message(self, message: Text | None) -> None:
        self._failure = message or self._failure

    def _refuse(self, about: Text) -> None:
        self._clock.stop()
        self.done.emit(about, 2)

    def _give_up(self) -> None:
        late = text("No picture went through the network within {wait} s.", wait=round(self._wait))
        self.done.emit(self._failure or late, 1)
