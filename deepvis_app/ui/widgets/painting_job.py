"""A video that is being painted, or a style that is being learnt: how far it is, and how it looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Filmed, JobEnded, JobProgress, Learnt
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.picture_view import PictureView

_PREVIEW = 64  # pixels of its height


class PaintingJob(QWidget):
    """Hidden while there is none."""

    cancel_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: int | None = None
        self.preview = PictureView(tr("What it looks like so far"))
        self.preview.setFixedSize(round(_PREVIEW * 4 / 3), _PREVIEW)
        self.words = Label("", "caption")
        self.left = Label("", "caption")
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.cancel = GlyphButton("close", tr("Cancel"))
        self.cancel.clicked.connect(self._ask)
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for widget in (self.words, self.left, self.bar):
            lines.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.preview)
        row.addLayout(lines, 1)
        row.addWidget(self.cancel)
        self.hide()

    def take(self, job: JobProgress | JobEnded) -> str:
        """Show it, if it paints or learns; the name of a style that is learnt now, else ""."""
        if not isinstance(job.item, Filmed | Learnt) and job.id != self._job:
            return ""
        if isinstance(job, JobEnded):
            return self._end(job)
        if self._job not in (None, job.id):
            return ""
        if self._job is None:
            self._job = job.id
            self.cancel.setEnabled(True)
            self.show()
        self.words.set_text(tr(job.title))
        self.left.set_text(_how_far(job))
        self.bar.setAccessibleName(self.words.text)
        self.bar.setValue(round(1000 * job.done))
        if job.picture is not None:
            self.preview.set_picture(job.picture)
        return ""

    def _end(self, job: JobEnded) -> str:
        if job.id == self._job:
            self._job = None
            self.preview.set_picture(None)
            self.hide()
        learnt = isinstance(job.item, Learnt) and job.item.finished and not job.cancelled
        return job.item.name if learnt and isinstance(job.item, Learnt) else ""

    def _ask(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self.cancel_wanted.emit(self._job)


def _how_far(job: JobProgress) -> str:
    if isinstance(job.item, Learnt):
        done = tr("step {step} of {steps}", step=job.item.step, steps=job.item.steps)
    else:
        frames = job.item.frames if isinstance(job.item, Filmed) else 0
        done = tr("{count} pictures", count=frames)
    if job.seconds_left is None:
        return done
    seconds = round(job.seconds_left)
    left = f"{seconds // 60}:{seconds % 60:02}"
    return tr("{done} · {left} left", done=done, left=left)
