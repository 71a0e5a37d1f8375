"""`deepvis_app.show`: the window on a network of a Python session or notebook."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QLocale, QObject, QThread, Signal
from PySide6.QtGui import QCloseEvent

from deepvis_app.commands.window import check_display
from deepvis_app.engine.messages import NetworkSpec, Pixels
from deepvis_app.errors import PictureError, RunError
from deepvis_app.nets import given
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.settings import Settings
from deepvis_app.ui.application import check, qt_application
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.texts import tr, use_language
from deepvis_app.ui.theme import Theme

_open: set[Shown] = set()  # Python would collect a window that nobody holds


class ShownWindow(MainWindow):
    """Says when it has closed."""

    closed = Signal()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class Shown(QObject):
    """A window that `show` opened."""

    def __init__(self, window: ShownWindow, theme: Theme, spec: str) -> None:
        super().__init__()
        self._window, self._theme, self._spec = window, theme, spec
        self.is_open = True
        window.closed.connect(self._end)

    @property
    def window(self) -> MainWindow:
        return self._window

    def begin(self, options: StartOptions, still: Pixels | None) -> None:
        """Start the work; `still`: a picture to show instead of a source."""
        self._window.begin(options)
        if still is not None:
            self._window.session.open_still(still, tr("Picture"))

    def close(self) -> None:
        """Close the window, if it has not been closed yet."""
        if self.is_open:
            self._window.close()

    def wait(self) -> None:
        """Until the window is closed."""
        if self.is_open:
            loop = QEventLoop()
            self._window.closed.connect(loop.quit)
            loop.exec()

    def _end(self) -> None:
        if self.is_open:
            self.is_open = False
            given.forget(self._spec)
            self._window.deleteLater()
            self._theme.deleteLater()
            _open.discard(self)


def show(
    module: object,
    labels: Sequence[str] | None,
    preprocessing: object,
    source: object,
    title: str | None,
    block: bool | None,
    options: Mapping[str, Any],
) -> Shown:
    """See deepvis_app.show."""
    if threading.current_thread() is not threading.main_thread():
        raise RunError("The window can be opened from the main thread alone; call show() there.")
    check_display(sys.platform, os.environ)
    if isinstance(module, Network):
        labels, title = labels or module.labels, title or module.title
        preprocessing, module = preprocessing or module.preprocessing, module.module
    start, still = _source(source)
    asked = StartOptions(source=start, debug=True, **options)
    check(asked)
    how = _preprocessing(preprocessing)
    spec = given.give(module, list(labels) if labels is not None else None, how, title)
    runs = _loop_runs()
    application = qt_application()
    application.setQuitOnLastWindowClosed(False)  # the session's own loop goes on
    settings = Settings.load()
    use_language(settings.get("view.language", "") or QLocale.system().name())
    theme = Theme(application, settings.get("view.theme", "system"))
    window = ShownWindow(settings, theme)
    shown = Shown(window, theme, spec)
    _open.add(shown)
    window.show()
    shown.begin(replace(asked, model=NetworkSpec(spec)), still)
    if block or (block is None and not runs):
        shown.wait()
    return shown


def _loop_runs() -> bool:
    """Whether somebody else lets Qt work: a loop around us, or IPython between the cells."""
    if QThread.currentThread().loopLevel() > 0:
        return True
    shell = sys.modules.get("IPython")
    running = shell.get_ipython() if shell is not None else None
    return str(getattr(running, "active_eventloop", None) or "").startswith("qt")


def _source(source: object) -> tuple[str | None, Pixels | None]:
    """What the command line would name, or a picture."""
    if source is None or isinstance(source, str):
        return source, None
    if isinstance(source, Path):
        return str(source), None
    if isinstance(source, Image.Image):
        return None, np.asarray(source.convert("RGB"))
    if isinstance(source, np.ndarray) and source.dtype == np.uint8 and source.shape[2:] == (3,):
        return None, source
    raise PictureError(
        "The source is a {kind}; give a path, camera, screen, samples, a PIL picture, or an array (h, w, 3) "
        "of uint8.",
        kind=type(source).__name__,
    )


def _preprocessing(given_as: Any) -> Preprocessing | None:
    if given_as is None or isinstance(given_as, Preprocessing):
        return given_as
    try:
        if isinstance(given_as, Mapping):
            return Preprocessing(**given_as)
        side, resize = given_as.crop_size[0], given_as.resize_size[0]
        mean, std = tuple(given_as.mean), tuple(given_as.std)
        return Preprocessing(side, side, resize, mean=mean, std=std, interpolation=_smooth(given_as))
    except (AttributeError, TypeError, IndexError) as error:
        raise RunError(
            "The preprocessing {kind} is not understood; give a Preprocessing, a mapping of its fields, or "
            "the transforms of torchvision's weights.",
            kind=type(given_as).__name__,
        ) from error


def _smooth(preset: Any) -> Any:
    return getattr(preset.interpolation, "value", preset.interpolation)
