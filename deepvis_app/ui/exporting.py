"""More than one picture at a time to keep: a report of what is on show, and films of it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from deepvis_app.engine.messages import Failure, Pixels
from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import text
from deepvis_app.ui.recording import Recording
from deepvis_app.ui.texts import tr
from deepvis_app.ui.unit_film import unit_frame

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

RECORDING = -1  # the number under which a film is shown among the jobs, and stopped
What = Literal["window", "unit"]


class Exporting(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._film: Recording | None = None
        self.recording: What | Literal[""] = ""

    # ---- report ----------------------------------------------------------------------------------------

    def save_report(self) -> None:
        from deepvis_app.ui import report, reporting

        saving = self._window.saving
        made = reporting.report_of(self._window)  # as it is now, before a dialog is over it
        path = saving.ask_for_path(tr("Save report"), f"{saving.source_name()}.report", ".html")
        if path is not None:
            saving.write(path, partial(report.write, path, made))

    # ---- films -----------------------------------------------------------------------------------------

    def record_window(self) -> None:
        """Begin, or stop."""
        self._toggle("window")

    def record_unit(self) -> None:
        """The input beside the unit's map and what drives it; or stop."""
        self._toggle("unit")

    def stop(self) -> None:
        """Keep what is filmed so far."""
        if self._film is not None:
            self._film.stop()

    def close(self) -> None:
        """Keep it, and wait until it is written."""
        if self._film is not None:
            self._film.close()

    # ---- inside ----------------------------------------------------------------------------------------

    def _toggle(self, what: What) -> None:
        if self._film is not None:
            self.stop()
            self._window.refresh_actions()
            return
        saving = self._window.saving
        stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
        path = saving.ask_for_path(tr("Record"), f"DeepVis {stamp}", ".avi", ".gif")
        if path is None:
            self._window.refresh_actions()  # the tick that the click has set
            return
        look = self._window_picture if what == "window" else self._unit_picture
        self._film, self.recording = Recording(path, look, self), what
        self._film.told.connect(self._tell)
        self._film.ended.connect(self._end)
        self._tell(0.0)
        self._film.start()
        self._window.refresh_actions()

    def _window_picture(self) -> Pixels:
        from deepvis_app.ui.sourcing import to_pixels

        return to_pixels(self._window.grab().toImage())

    def _unit_picture(self) -> Pixels | None:
        return unit_frame(self._window.session, self._window.saving.newest)

    def _tell(self, seconds: float) -> None:
        film = self._film
        if film is not None:
            whole = round(seconds)
            words = tr("Recording {time}", time=f"{whole // 60}:{whole % 60:02}")
            done = seconds / film.longest if film.longest else None
            self._window.status.show_work(RECORDING, words, done, tr("Stop and keep the film"))

    def _end(self, error: BaseException | None) -> None:
        film, self._film, self.recording = self._film, None, ""
        self._window.status.end_work(RECORDING)
        self._window.refresh_actions()
        if film is None:
            return
        film.close()
        film.deleteLater()
        if error is None:
            self._window.say(tr("Saved {file}", file=film.path.name))
        elif isinstance(error, DeepVisError):
            self._window.show_failure(Failure(error.text, ""))
        else:
            key = "The film {path} could not be written: {reason}."
            self._window.show_failure(Failure(text(key, path=film.path, reason=error), repr(error)))
