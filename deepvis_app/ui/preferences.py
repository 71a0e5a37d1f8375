"""What the user prefers, and how each wish comes true at once where it can."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from deepvis_app.engine.messages import NetworkReady, Precision
from deepvis_app.paths import choose_cache_dir
from deepvis_app.ui import storage
from deepvis_app.ui.defaults import CAMERA, CAMERA_SIZE, MIRRORED, USUAL_SIZE, CameraDefaults, size_name
from deepvis_app.ui.retelling import QtTexts, retell
from deepvis_app.ui.texts import tr, use_language
from deepvis_app.ui.theme import SIZES

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

LANGUAGE, SIZE, PRECISION = "view.language", "view.size", "network.precision"  # names of settings
CONFIRM, WELCOME = "window.confirm", "welcome.show"


class Preferences(QObject):
    """Kept in the settings; theme, device and threads have their place in the window's other parts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self._qt_texts = QtTexts(application, self)
        self._qt_texts.use(self.spoken)
        window.session.network_changed.connect(self._take_network)

    # ---- language and letters --------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """ "" for the system's."""
        return str(self._settings.get(LANGUAGE, ""))

    @property
    def spoken(self) -> str:
        return self.language or QLocale.system().name()

    def set_language(self, language: str) -> None:
        """All that is open speaks it at once."""
        self._settings.set(LANGUAGE, language or None)
        interpreter = use_language(self.spoken)
        self._qt_texts.use(self.spoken)
        retell(self._application, interpreter)

    @property
    def size(self) -> int:
        return self._window.theme.size

    def set_size(self, size: int) -> None:
        """Of the letters, in per cent."""
        self._window.theme.set_size(size)
        self._settings.set(SIZE, size if size != 100 else None)

    def step_size(self, step: int) -> None:
        """To the next larger (1) or smaller (-1) letters."""
        nearest = min(range(len(SIZES)), key=lambda place: abs(SIZES[place] - self.size))
        self.set_size(SIZES[min(max(nearest + step, 0), len(SIZES) - 1)])
        self._window.say(tr("Letters: {size} %", size=self.size))

    # ---- computing -------------------------------------------------------------------------------------

    @property
    def precision(self) -> Precision:
        chosen = self._settings.get(PRECISION, "auto")
        return chosen if chosen in get_args(Precision) else "auto"

    def set_precision(self, precision: Precision) -> None:
        self._settings.set(PRECISION, precision if precision != "auto" else None)
        self._window.session.set_precision(precision)

    # ---- storage ---------------------------------------------------------------------------------------

    @property
    def limit(self) -> int:
        """The most that fetched weights may take, in GB; 0: as much as there are."""
        return max(int(self._settings.get(storage.LIMIT, 0)), 0)

    def set_limit(self, gigabytes: int) -> None:
        self._settings.set(storage.LIMIT, gigabytes or None)
        self._trim(None)

    def set_cache(self, folder: Path | None) -> None:
        """None: the usual place. Raises OSError where it cannot be made."""
        choose_cache_dir(folder)

    def _take_network(self, network: NetworkReady) -> None:
        self._trim(storage.mark_used(network))

    def _trim(self, keep: Path | None) -> None:
        gone = storage.trim(self.limit * storage.GB, keep)
        if gone:
            names = ", ".join(path.name for path in gone)
            self._window.say(tr("Deleted to keep the limit of the cache: {names}", names=names))

    # ---- camera and window -----------------------------------------------------------------------------

    def set_camera(self, usual: CameraDefaults) -> None:
        """For the next camera that is opened; one that is open is opened anew."""
        self._settings.set(CAMERA, usual.name or None)
        self._settings.set(CAMERA_SIZE, size_name(usual.size) if usual.size != USUAL_SIZE else None)
        self._settings.set(MIRRORED, None if usual.mirrored else False)
        if self._window.sources.kind == "camera":
            self._window.sources.open_camera()

    @property
    def confirms(self) -> bool:
        return bool(self._settings.get(CONFIRM, False))

    def set_confirms(self, confirms: bool) -> None:
        """Whether closing the window asks first."""
        self._settings.set(CONFIRM, confirms or None)

    @property
    def welcomes(self) -> bool:
        return bool(self._settings.get(WELCOME, True))

    def set_welcomes(self, welcomes: bool) -> None:
        """Whether a start without a picture shows the welcome."""
        self._settings.set(WELCOME, welcomes)
