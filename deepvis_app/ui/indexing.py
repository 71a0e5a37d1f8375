"""Making an index of a folder of pictures, opening one, and leaving it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from deepvis_app.engine.messages import Failure, Indexed, JobEnded, JobProgress
from deepvis_app.i18n import Text
from deepvis_app.paths import data_dir
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

FOLDER, LAST = "folders.index", "index.last"
REFRESH_EVERY = 5.0  # seconds between two looks at an index that grows


class Indexing(QObject):
    """What the Index menu does. `progress`, `ended` and `problem`, why it failed, are of the newest pass; one
    runs at a time.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._job: int | None = None
        self._looked_at = 0.0
        self.progress: JobProgress | None = None
        self.ended: JobEnded | None = None
        self.problem: Text | None = None
        self._stopped = False  # by the user
        self._session.job_changed.connect(self._take_job)
        self._session.failed.connect(self._take_failure)
        library = self._session.library
        library.failed.connect(self._tell)
        library.wanted.connect(self.make)
        library.like_wanted.connect(self._show_neighbours)

    # ---- what the menu calls -----------------------------------------------------------------------------

    def make(self) -> None:
        """Ask for pictures, and how; or show the pass that runs."""
        from deepvis_app.ui.dialogs.indexing import IndexDialog

        if self._session.network is not None:
            dialog = IndexDialog(self, self._session, self._window)
            dialog.form.fill(self._window.settings.get(LAST, {}))
            self._window.show_dialog(dialog)

    def open(self) -> None:
        folder = self._window.settings.get(FOLDER, str(data_dir()))
        path = QFileDialog.getExistingDirectory(self._window, tr("Open an index"), folder)
        if path:
            self._window.settings.set(FOLDER, str(Path(path).parent))
            self._session.library.open(Path(path))

    def leave(self) -> None:
        self._session.library.leave()

    def _show_neighbours(self) -> None:
        self._window.show_panel("neighbours")

    # ---- the pass ----------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self, options: Mapping[str, object]) -> None:
        """`options`: those of the job "index"."""
        self.progress = self.ended = self.problem = None
        self._stopped = False
        self._looked_at = time.monotonic()
        self._job = self._session.start_job("index", options=options)
        asked = {"pictures": str(options["pictures"]), "top": options.get("top")}
        self._window.settings.set(LAST, asked | {"lowest": options.get("lowest")})
        self.changed.emit()

    @property
    def paused(self) -> bool:
        return self.progress is not None and self.progress.paused

    def toggle_pause(self) -> None:
        if self._job is not None:
            self._session.pause_job(self._job, not self.paused)

    def stop(self) -> None:
        """What was done is kept."""
        if self._job is not None:
            self._stopped = True
            self._session.cancel_job(self._job)

    def forget(self) -> None:
        """How the last pass ended is known."""
        self.ended = self.problem = None
        self.changed.emit()

    def _take_failure(self, failure: Failure) -> None:
        """It is told right after the job that failed has ended."""
        ended = self.ended
        if ended is not None and ended.cancelled and not self._stopped and self.problem is None:
            self.problem = failure.about
            self.changed.emit()

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if job.id != self._job:
            return
        if isinstance(job, JobEnded):
            self._job, self.ended = None, job
            if isinstance(job.item, Indexed):
                self._session.library.refresh(job.item.path)
                if not job.cancelled:
                    self._window.say(tr("All {count} pictures are indexed.", count=f"{job.item.total:,}"))
        else:
            self.progress = job
            if isinstance(job.item, Indexed):
                self._look(job.item)
        self.changed.emit()

    def _look(self, item: Indexed) -> None:
        """At what is in the index by now, once in a while."""
        now = time.monotonic()
        if item.rate is not None and now - self._looked_at >= REFRESH_EVERY:
            self._looked_at = now
            self._session.library.refresh(item.path)

    def _tell(self, why: Text) -> None:
        self._window.show_failure(Failure(why, ""))
