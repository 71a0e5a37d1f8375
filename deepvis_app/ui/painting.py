"""What is made of paintings: pictures, films, whole videos, new styles; which file, and how it ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from deepvis_app.engine.messages import Failure, Filmed, JobEnded, JobProgress, Learnt, RecordingEnded
from deepvis_app.i18n import Text
from deepvis_app.ui import file_kinds
from deepvis_app.ui.panels.style import StylePanel
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

VIDEOS, PICTURES = "folders.videos", "folders.styles"  # names of settings


class Paintings(QObject):
    """What the panel Style and its actions do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._styling = window.session.styling
        self._styling.recorded.connect(self._tell_recorded)
        self._styling.refused.connect(self._refuse)
        window.session.job_changed.connect(self._take_job)

    def connect_panel(self, panel: StylePanel) -> None:
        panel.save_painting.connect(self.save)
        panel.record.connect(self.record)
        panel.paint_video.connect(self.paint_video)
        panel.learn.connect(self.learn)
        panel.cancel_wanted.connect(self._window.session.cancel_job)

    @property
    def recording(self) -> bool:
        return self._styling.recording is not None

    # ---- what the menu calls -----------------------------------------------------------------------------

    def save(self) -> None:
        """The newest frame's painting."""
        path = self._window.saving.ask_for_path(tr("Save painting"), f"{self._source()}.style", ".png")
        if path is not None:
            painting, source = self._styling.painting, self._window.session.source
            about: dict[str, object] = {
                "method": "style",
                "source": source.title if source else None,
                "params": {
                    "mix": dict(painting.mix),
                    "strength": painting.strength,
                    "keep_colours": painting.keep_colours,
                    "size": painting.size,
                },
            }
            self._styling.save(path, about)

    def record(self) -> None:
        """Begin, or stop."""
        if self.recording:
            self._styling.stop_recording()
            return
        stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
        path = self._window.saving.ask_for_path(tr("Record painting"), f"DeepVis {stamp}", ".avi")
        if path is not None:
            self._styling.record(path)

    def paint_video(self) -> None:
        """Every frame of a file that is asked for."""
        video = self._ask(tr("Paint a video"), file_kinds.videos(), VIDEOS)
        if video is None:
            return
        path = self._window.saving.ask_for_path(tr("Save film"), f"{video.stem}.style", ".avi")
        if path is not None:
            self._styling.paint_video(video, path)

    def learn(self) -> None:
        """The style of a picture that is asked for."""
        picture = self._ask(tr("New style from a picture"), file_kinds.pictures(), PICTURES)
        if picture is not None:
            self._styling.learn(picture)

    # ---- how it ended ------------------------------------------------------------------------------------

    def _tell_recorded(self, event: RecordingEnded) -> None:
        if event.about is not None:
            self._refuse(event.about)
        elif event.frames:
            key = "Saved {file}: {seconds} s, {frames} pictures"
            seconds = f"{event.seconds:.1f}"
            self._window.say(tr(key, file=event.path.name, seconds=seconds, frames=event.frames))

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if not isinstance(job, JobEnded) or job.cancelled:
            return
        match job.item:
            case Filmed(path, frames, True, note):
                if note is not None:
                    self._refuse(note)
                else:
                    self._window.say(tr("Saved {file}: {frames} pictures", file=path.name, frames=frames))
            case Learnt(finished=True):
                self._window.say(tr("The new style is among the others now."))

    def _refuse(self, about: Text) -> None:
        self._window.show_failure(Failure(about, ""))

    # ---- inside ------------------------------------------------------------------------------------------

    def _ask(self, title: str, kind: str, setting: str) -> Path | None:
        folder = self._window.settings.get(setting, str(Path.home()))
        kinds = file_kinds.either(kind, file_kinds.any_file())
        path, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if not path:
            return None
        self._window.settings.set(setting, str(Path(path).parent))
        return Path(path)

    def _source(self) -> str:
        return self._window.saving.source_name()
