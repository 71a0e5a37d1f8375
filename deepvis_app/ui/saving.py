"""Pictures to files and to the clipboard. Files are written beside the window, never by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from deepvis_app.engine.messages import Failure, JobEnded, JobProgress, Pixels, Result, Saved, SavePictures
from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import text
from deepvis_app.ui.panels.synthesis import SynthesisPanel
from deepvis_app.ui.savables import Form, Savable, savables
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.paint import Picture

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

SETTING = "folders.save"


class Saving(QObject):
    """What the File menu saves."""

    _written = Signal(object)  # Saved | Failure, from the writing thread

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._newest: Result | None = None
        self._sheets: dict[int, tuple[Path, dict[str, object]]] = {}  # by job
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="saving")
        self._written.connect(self._tell)
        self._session.result.connect(self._take_result)
        self._session.network_changed.connect(self._forget)
        self._session.job_changed.connect(self._take_job)
        self._session.saved.connect(self._tell)

    @property
    def has_picture(self) -> bool:
        return self._newest is not None

    @property
    def newest(self) -> Result | None:
        """The last result of the present network."""
        return self._newest

    def close(self) -> None:
        """Wait for what is being written."""
        self._executor.shutdown(wait=True)

    def savables(self) -> list[Savable]:
        """All pictures on show, and the one that the panel Synthesis has made."""
        panel = self._window.synthesis
        made = panel.savable() if isinstance(panel, SynthesisPanel) else None
        return [*savables(self._session, self._newest), *([made] if made is not None else [])]

    # ---- what the menu calls ---------------------------------------------------------------------------

    def choose(self) -> None:
        """Among all pictures on show."""
        self._choose("backward")

    def choose_input(self) -> None:
        """With the heat over it, where there is any."""
        self._choose("heat", "input")

    def choose_method(self, method: str) -> None:
        """With the unit's picture by that method chosen already."""
        self._choose("activation" if method == "activations" else "backward")

    def _choose(self, *wished: str) -> None:
        """The first of these that there is comes chosen."""
        found = self.savables()
        if found:
            names = [savable.name for savable in found]
            name = next((name for name in wished if name in names), "")
            self._show(found, name)

    def _show(self, found: Sequence[Savable], name: str) -> None:
        from deepvis_app.ui.dialogs.save import SaveDialog

        dialog = SaveDialog(found, name, self._window)
        dialog.wanted.connect(self.save)
        dialog.copy_wanted.connect(self.copy)
        dialog.command_wanted.connect(self._copy_command)
        self._window.show_dialog(dialog)

    def save(self, savable: Savable, form: Form) -> None:
        """Ask for a file; write it."""
        if form == "shown":
            self.save_as_shown(savable)
            return
        suffix = ".npy" if form == "array" else ".png"
        path = self.ask_for_path(tr("Save picture"), self._file_name(savable), suffix)
        if path is not None:
            assert savable.method is not None
            target = (savable.layer, savable.unit, self._session.neuron, savable.class_index)
            self._session.save_picture(SavePictures(path, savable.method, *target, savable.params))

    def offer(self, savable: Savable) -> None:
        """This one, in any form that there is of it."""
        if savable.method is None:
            self.save_as_shown(savable)
        else:
            self._show([savable], savable.name)

    def save_as_shown(self, savable: Savable) -> None:
        """As a PNG; one that is whole also as float32 (3, h, w) from 0 to 1, where the name ends in .npy."""
        forms = (".png", ".npy") if savable.whole else (".png",)
        path = self.ask_for_path(tr("Save picture"), self._file_name(savable), *forms)
        if path is None:
            return
        if path.suffix.lower() == ".npy":
            self.write(path, lambda: _save_array(path, savable.pixels))
        else:
            self.write(path, lambda: _save_png(path, savable.pixels, savable.about))

    def _copy_command(self, savable: Savable) -> None:
        self._window.keeping.copy_render_of(savable.about)

    def copy(self, savable: Savable) -> None:
        QGuiApplication.clipboard().setImage(Picture(savable.pixels).copy())
        self._window.say(tr("{title} is in the clipboard.", title=savable.title))

    def copy_backward(self) -> None:
        """The unit's backward picture; where there is none, what comes next."""
        found = savables(self._session, self._newest)
        if found:
            self.copy(found[0])

    def save_sheet(self) -> None:
        """One picture of every unit's backward picture, as a job."""
        session = self._session
        if session.network is None or session.layer is None:
            return
        rule = session.rule or "guided"
        path = self.ask_for_path(
            tr("Save sheet of all units"), f"{self.source_name()}.{rule}.{session.layer}.units", ".png"
        )
        if path is not None:
            options: dict[str, object] = {"rule": rule, "contrast": session.contrast}
            about: dict[str, object] = {
                "network": session.network.spec.spec,
                "source": session.source.title if session.source else None,
                "layer": session.layer,
                "method": "unit_sheet",
                "params": options,
            }
            self._sheets[session.start_job("unit_sheet", layer=session.layer, options=options)] = (
                path,
                about,
            )

    def save_window(self) -> None:
        stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
        image = self._window.grab().toImage()
        path = self.ask_for_path(tr("Save picture of the window"), f"DeepVis {stamp}", ".png")
        if path is not None:
            self.write(path, lambda: _save_image(path, image.save))

    # ---- inside ------------------------------------------------------------------------------------------

    def write(self, path: Path, writing: Callable[[], None]) -> None:
        """Run `writing` beside the window; tell how it ended."""

        def tell(future: Future[None]) -> None:
            self._written.emit(_outcome(path, future))

        self._executor.submit(writing).add_done_callback(tell)

    def ask_for_path(self, title: str, name: str, *suffixes: str) -> Path | None:
        """A file that ends in one of `suffixes`, the first by default."""
        folder = self._window.settings.get(SETTING, str(Path.home()))
        kinds = {
            ".npy": tr("NumPy array"),
            ".png": tr("PNG picture"),
            ".deepvis": tr("Session of DeepVis"),
            ".html": tr("Report"),
            ".avi": tr("Film"),
            ".gif": tr("Animation"),
        }
        forms = [f"{kinds[suffix]} (*{suffix})" for suffix in suffixes]
        wanted = str(Path(folder) / f"{name}{suffixes[0]}")
        answer, form = QFileDialog.getSaveFileName(self._window, title, wanted, ";;".join(forms))
        if not answer:
            return None
        path = Path(answer)
        self._window.settings.set(SETTING, str(path.parent))
        suffix = suffixes[forms.index(form)] if form in forms else suffixes[0]
        return path if path.suffix.lower() in suffixes else path.with_name(f"{path.name}{suffix}")

    def _file_name(self, savable: Savable) -> str:
        parts = [self.source_name(), str(savable.about["method"]), savable.layer, savable.unit]
        return ".".join(str(part) for part in parts if part is not None)

    def source_name(self) -> str:
        source = self._session.source
        return re.sub(r"[^\w\-]+", "_", Path(source.title).stem) if source else "picture"

    def _take_result(self, result: Result) -> None:
        first, self._newest = self._newest is None, result
        if first:
            self._window.refresh_actions()

    def _forget(self) -> None:
        self._newest = None

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if not isinstance(job, JobEnded) or job.id not in self._sheets:
            return
        path, about = self._sheets.pop(job.id)
        picture = job.picture
        if not job.cancelled and picture is not None:
            self.write(path, lambda: _save_png(path, picture, about))

    def _tell(self, event: Saved | Failure) -> None:
        if isinstance(event, Saved):
            self._window.say(tr("Saved {file}", file=event.path.name))
        else:
            self._window.show_failure(event)


def _outcome(path: Path, future: Future[None]) -> Saved | Failure:
    error = future.exception()
    if error is None:
        return Saved(path)
    if isinstance(error, DeepVisError):
        return Failure(error.text, "")
    about = text("{path} could not be written: {reason}. Choose another folder.", path=path, reason=error)
    return Failure(about, repr(error))


def _save_png(path: Path, pixels: Pixels, about: Mapping[str, object]) -> None:
    from deepvis_app.pictures.saving import save_png  # Pillow is not needed before

    save_png(path, pixels, about)


def _save_array(path: Path, pixels: Pixels) -> None:
    from deepvis_app.pictures.saving import save_npy

    save_npy(path, np.divide(pixels.transpose(2, 0, 1), 255, dtype=np.float32))


def _save_image(path: Path, save: Callable[[str], bool]) -> None:
    if not save(str(path)):
        raise OSError("the disk does not take it")
