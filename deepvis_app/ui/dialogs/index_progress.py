"""How far the pass over pictures is, and what could not be read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Indexed, JobEnded, JobProgress
from deepvis_app.i18n import Text
from deepvis_app.ui.dialogs.parts import muted
from deepvis_app.ui.texts import tr

_BROKEN_HEIGHT = 130


class IndexProgress(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(wordWrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.speed = muted()
        self.broken = QPlainTextEdit(readOnly=True)
        self.broken.setAccessibleName(tr("Pictures that could not be read"))
        self.broken.setMaximumHeight(_BROKEN_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(self.speed)
        column.addWidget(self.broken)

    def show_progress(self, job: JobProgress | None, ended: JobEnded | None, problem: Text | None) -> None:
        """Of the pass that runs, or how it ended; `problem`: why it failed."""
        told = ended.item if ended else job.item if job else None
        item = told if isinstance(told, Indexed) else None
        self.bar.setVisible(ended is None)
        self.bar.setMaximum(
            1000 if item is not None and item.total else 0
        )  # 0: it only tells that it goes on
        self.bar.setValue(round(1000 * item.done / max(item.total, 1)) if item else 0)
        self.words.setText(tr(problem) if problem else _words(item, ended))
        self.speed.setText(_speed(item, job) if ended is None else "")
        self._list(item)

    def _list(self, item: Indexed | None) -> None:
        problems = item.problems if item else ()
        self.broken.setVisible(bool(problems))
        lines = [tr("{count} could not be read:", count=len(problems)), *(why for _, why in problems)]
        if "\n".join(lines) != self.broken.toPlainText():
            self.broken.setPlainText("\n".join(lines))


def _words(item: Indexed | None, ended: JobEnded | None) -> str:
    if item is None:
        return tr("It did not begin.") if ended else tr("Looking for pictures…")
    counts = {"seen": f"{item.done:,}", "total": f"{item.total:,}"}
    if ended is None:
        return tr("{seen} of {total} pictures", **counts)
    if ended.cancelled:
        return tr("Stopped at {seen} of {total} pictures. Started again, it goes on from there.", **counts)
    if not item.looked:
        return tr("Nothing was new: all {total} pictures were in the index already.", **counts)
    return tr("All {total} pictures have been looked at.", **counts)


def _speed(item: Indexed | None, job: JobProgress | None) -> str:
    if job is not None and job.paused:
        return tr("paused")
    said = []
    if item is not None and item.rate is not None:
        rate = f"{item.rate:.1f}" if item.rate < 10 else round(item.rate)
        said.append(tr("{rate} pictures a second", rate=rate))
    if item is not None and item.broken:
        said.append(tr("{count} could not be read", count=item.broken))
    if job is not None and job.seconds_left is not None:
        said.append(tr("{time} left", time=_time(job.seconds_left)))
    return " · ".join(said)


def _time(seconds: float) -> str:
    if seconds < 90:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    return tr("{minutes} min", minutes=round(seconds / 60))
