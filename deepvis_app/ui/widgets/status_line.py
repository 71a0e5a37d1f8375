"""The window's last line: speed, memory, device, and the jobs on their way."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from deepvis_app.engine.messages import JobEnded, JobProgress, LoadProgress, Result
from deepvis_app.ui.memory import resident_bytes
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label

LOADING = 0  # the id under which the loading of a network is shown, and cancelled
_WINDOW = 1.5  # seconds over which frames are counted
_SHOWN_JOBS = 3


class StatusLine(QWidget):
    """Takes every result, and writes its figures four times a second while something happens."""

    cancel_wanted = Signal(int)  # a job's id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: deque[tuple[float, int]] = deque(maxlen=300)  # when, and of which result
        self._forward = self._backward = 0.0
        self._jobs: dict[int, _JobRow] = {}
        self._rate = self._figure(tr("{rate} frames/s", rate="000"))
        self._rate.set_tip(tr("Frames through the network in a second; at most 60 of them are painted."))
        self._forward_label = self._figure(tr("forward {ms} ms", ms="0000.0"))
        self._backward_label = self._figure(tr("backward {ms} ms", ms="0000.0"))
        self._memory = self._figure(tr("{megabytes} MB", megabytes="00000"))
        self._memory.set_tip(tr("Memory that DeepVis holds."))
        self._device = Label("", "caption")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 3, 12, 3)
        self._row.setSpacing(18)
        for label in (self._rate, self._forward_label, self._backward_label, self._memory):
            self._row.addWidget(label)
        self._row.addWidget(self._device, 1)
        self._timer = QTimer(self, interval=250)
        self._timer.timeout.connect(self._write)

    def take_result(self, result: Result) -> None:
        """Count a frame."""
        self._numbers.append((time.monotonic(), result.number))
        weight = 0.2 if self._forward else 1.0
        self._forward += weight * (result.forward_ms - self._forward)
        weight = 0.2 if self._backward and result.backward_ms else 1.0
        self._backward += weight * (result.backward_ms - self._backward)
        self._wake()

    def set_device(self, text: str) -> None:
        """E.g. "CPU · bf16 · 1 thread"."""
        self._device.set_text(text)

    def take_job(self, job: JobProgress | JobEnded) -> None:
        self._wake()
        if isinstance(job, JobEnded):
            self._end(job.id)
        else:
            self._show(job.id, _progress_words(job), job.done)

    def take_loading(self, progress: LoadProgress | None) -> None:
        """A network on its way; None: it has come, or failed."""
        self._wake()
        if progress is None:
            self._end(LOADING)
        else:
            self._show(LOADING, tr(progress.about), progress.done)

    def show_work(self, number: int, words: str, done: float | None, stop: str) -> None:
        """Something else that goes on; `stop` says what its cross does."""
        self._show(number, words, done, stop)

    def end_work(self, number: int) -> None:
        self._end(number)

    # ---- inside ------------------------------------------------------------------------------------

    def _figure(self, room: str) -> Label:
        label = Label("", "caption", room=room, parent=self)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return label

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wake()

    def _wake(self) -> None:
        if not self._timer.isActive() and self.isVisible():
            self._timer.start()

    def _write(self) -> None:
        now = time.monotonic()
        while self._numbers and now - self._numbers[0][0] > _WINDOW:
            self._numbers.popleft()
        span = now - self._numbers[0][0] if len(self._numbers) > 1 else 0.0
        rate = (self._numbers[-1][1] - self._numbers[0][1]) / span if span > 0 else 0.0
        self._rate.set_text(tr("{rate} frames/s", rate=round(rate) if rate >= 1 else "–"))
        self._forward_label.set_text(_milliseconds("forward {ms} ms", self._forward))
        self._backward_label.set_text(_milliseconds("backward {ms} ms", self._backward))
        held = resident_bytes()
        if held is not None:
            self._memory.set_text(tr("{megabytes} MB", megabytes=round(held / 2**20)))
        if not self._numbers or not self.isVisible():
            self._timer.stop()

    def _show(self, number: int, words: str, done: float | None, stop: str = "") -> None:
        row = self._jobs.get(number)
        if row is None:
            row = self._jobs[number] = _JobRow(number, stop or tr("Cancel"), self)
            row.cancelled.connect(self.cancel_wanted)
            self._row.addWidget(row)
            row.setVisible(len(self._jobs) <= _SHOWN_JOBS)
        row.set_progress(words, done)

    def _end(self, number: int) -> None:
        row = self._jobs.pop(number, None)
        if row is not None:
            self._row.removeWidget(row)
            row.hide()
            row.deleteLater()
        for row in list(self._jobs.values())[:_SHOWN_JOBS]:
            row.show()


class _JobRow(QWidget):
    """A job's words, its bar, and a cross that cancels it."""

    cancelled = Signal(int)

    def __init__(self, number: int, stop: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._words = Label("", "caption", room="0" * 34, right=True)
        self._bar = QProgressBar(textVisible=False, maximum=1000)
        self._bar.setFixedWidth(110)
        self._bar.setFont(small(self.font()))
        self._cancel = GlyphButton("close", stop)
        self._cancel.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._words, self._bar, self._cancel):
            row.addWidget(widget)

    def set_progress(self, words: str, done: float | None) -> None:
        self._words.set_text(words)
        self._bar.setAccessibleName(words)
        self._bar.setMaximum(0 if done is None else 1000)  # 0: it only tells that something goes on
        if done is not None:
            self._bar.setValue(round(1000 * done))

    def _ask(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit(self._number)


def _milliseconds(key: str, value: float) -> str:
    return tr(key, ms=f"{value:.1f}" if value > 0 else "–")


def _progress_words(job: JobProgress) -> str:
    percent = round(100 * job.done)
    if job.seconds_left is None:
        return tr("{title} {percent} %", title=job.title, percent=percent)
    return tr(
        "{title} {percent} % · {left} left", title=job.title, percent=percent, left=_time(job.seconds_left)
    )


def _time(seconds: float) -> str:
    if seconds < 90:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    return tr("{minutes} min", minutes=round(seconds / 60))
