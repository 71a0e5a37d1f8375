"""Opening sources: files, folders, cameras, the screen, the clipboard, what is dropped; and recent files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog

from deepvis_app.engine.messages import Failure, Pixels
from deepvis_app.i18n import Text, text
from deepvis_app.session.origins import Origin
from deepvis_app.ui import file_kinds
from deepvis_app.ui.defaults import camera_defaults
from deepvis_app.ui.known_networks import is_network
from deepvis_app.ui.links import is_link
from deepvis_app.ui.state_files import is_session
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.dialogs.region import RegionPicker
    from deepvis_app.ui.main_window import MainWindow

RECENT = "recent.files"
FOLDER = "folders.open"
KEPT = 12
_HIDING_MS = 250  # until the window is off the screen that a region is chosen on


class Sources(QObject):
    """What the Source menu does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._settings = window.settings
        self._picker: RegionPicker | None = None
        self._hiding = QTimer(self, singleShot=True, interval=_HIDING_MS)
        self._hiding.timeout.connect(self._pick_region)
        self._before: Callable[[], bool] = self._session.open_samples  # what the camera replaced

    # ---- what the actions show -----------------------------------------------------------------------

    @property
    def kind(self) -> str:
        source = self._session.source
        return source.kind if source else ""

    @property
    def playing(self) -> bool:
        source = self._session.source
        return source is not None and source.playing

    @property
    def mirrored(self) -> bool:
        source = self._session.source
        return source is not None and source.mirrored

    @property
    def loop(self) -> bool:
        source = self._session.source
        return source is not None and source.loop

    # ---- opening ---------------------------------------------------------------------------------------

    def open_named(self, name: str | None) -> bool:
        """As on the command line: a path, "camera", "camera:NAME", "screen", "samples" (also None)."""
        if name in (None, "samples"):
            return self.open_samples()
        if name == "camera" or name.startswith("camera:"):
            return self.open_camera(name.partition(":")[2] or None)
        if name.startswith("screen:"):
            return self._open_part(name.partition(":")[2])
        return self.open_screen() if name == "screen" else self.open_path(Path(name))

    def open_origin(self, origin: Origin) -> bool:
        """As it was opened before."""
        if origin.kind == "path":
            return self._open(partial(self._open_pictures, origin.paths[0]))
        return self._open(partial(self._session.open_origin, origin))

    def open_files(self) -> None:
        kinds = file_kinds.either(file_kinds.any_file(), file_kinds.networks())
        self._ask_file(tr("Open a picture, a video or weights"), kinds)

    def open_picture_file(self) -> None:
        kinds = file_kinds.either(file_kinds.pictures(), file_kinds.any_file())
        self._ask_file(tr("Open a picture"), kinds)

    def open_video_file(self) -> None:
        kinds = file_kinds.either(file_kinds.videos(), file_kinds.any_file())
        self._ask_file(tr("Open a video"), kinds)

    def _ask_file(self, title: str, kinds: str) -> None:
        folder = self._settings.get(FOLDER, str(Path.home()))
        path, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if path:
            self._settings.set(FOLDER, str(Path(path).parent))
            self.open_path(Path(path))

    def open_folder(self) -> None:
        folder = self._settings.get(FOLDER, str(Path.home()))
        path = QFileDialog.getExistingDirectory(self._window, tr("Open a folder of pictures"), folder)
        if path:
            self._settings.set(FOLDER, path)
            self.open_path(Path(path))

    def open_path(self, path: Path) -> bool:
        """A picture, a video, a folder or a session; a file of weights asks how it is to be read."""
        if is_session(path):
            return self._window.keeping.open(path.expanduser())
        if is_network(path):
            self._window.networks.open_checkpoint(path)
            return True
        return self._open(partial(self._open_pictures, path.expanduser()))

    def open_samples(self) -> bool:
        return self._open(self._session.open_samples)

    def open_screen(self) -> bool:
        return self._open(self._session.open_screen)

    def open_camera(self, name: str | None = None) -> bool:
        """None: the one that the preferences name, where it is plugged in, else the system's default."""
        self._window.clear_failure()
        usual = camera_defaults(self._settings)
        if name is None and usual.name in self._session.cameras():
            name = usual.name
        return self._session.open_camera(name, usual.size, usual.mirrored)

    def toggle_camera(self) -> None:
        """To the first camera, and from a camera back to what was shown before."""
        if self.kind == "camera":
            self._open(self._before)
        else:
            self.open_camera()
        self._window.refresh_actions()  # the tick is what is shown, not what was wished

    def choose_region(self) -> None:
        """Let the user draw a rectangle on a picture of the screen, with this window out of the way."""
        self._window.setWindowOpacity(0)
        self._hiding.start()

    def paste(self) -> None:
        """The clipboard's picture, or the file that was copied."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self._fail(text("There is no picture in the clipboard. Copy one first."))

    def accepts(self, data: QMimeData) -> bool:
        local = any(url.isLocalFile() for url in data.urls())
        return data.hasImage() or local or (data.hasText() and is_link(data.text()))

    def take(self, data: QMimeData) -> bool:
        """Open what was pasted or dropped; False where there is nothing to show."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if len(paths) > 1 and not any(path.is_dir() for path in paths):
            return self._open(partial(self._session.open_pictures, paths))
        if paths:
            return self.open_path(paths[0])
        if data.hasText() and is_link(data.text()):
            return self._window.keeping.open_link(data.text())
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QPixmap):
            image = image.toImage()
        if not isinstance(image, QImage) or image.isNull():
            return False
        return self._open(partial(self._session.open_still, to_pixels(image), tr("Clipboard")))

    # ---- recent files ------------------------------------------------------------------------------------

    def recent(self) -> Sequence[Path]:
        """The newest first."""
        return [Path(path) for path in self._settings.get(RECENT, []) if isinstance(path, str)]

    def note_recent(self, path: Path, there: bool = True) -> None:
        """It comes first; one that is not `there` is forgotten."""
        others = [str(other) for other in self.recent() if other != path]
        self._settings.set(RECENT, [*([str(path)] if there else []), *others][:KEPT])

    def forget_recent(self) -> None:
        self._settings.set(RECENT, None)

    # ---- controls ------------------------------------------------------------------------------------------

    def toggle_playing(self) -> None:
        self._session.playback.set_playing(not self.playing)

    def toggle_mirror(self) -> None:
        self._session.playback.set_mirrored(not self.mirrored)

    def toggle_loop(self) -> None:
        self._session.playback.set_loop(not self.loop)

    def seek(self, milliseconds: int) -> None:
        """By so much from here."""
        source = self._session.source
        if source is not None:
            place = min(max(source.position_ms + milliseconds, 0), source.duration_ms)
            self._session.playback.seek(place)

    # ---- inside ------------------------------------------------------------------------------------------

    def _open(self, opening: Callable[[], bool]) -> bool:
        self._window.clear_failure()
        opened = opening()
        if opened:
            self._before = opening
        return opened

    def _open_pictures(self, path: Path) -> bool:
        opened = self._session.open_path(path)
        self.note_recent(path.absolute(), opened)
        return opened

    def _open_part(self, words: str) -> bool:
        """x,y,width,height of the screen."""
        parts = words.split(",")
        if len(parts) != 4 or not all(part.isdecimal() for part in parts):
            self._fail(
                text("A part of the screen is screen:X,Y,WIDTH,HEIGHT in pixels, not {words}.", words=words)
            )
            return False
        x, y, width, height = map(int, parts)
        return self._open(partial(self._session.open_screen, (x, y, width, height)))

    def _pick_region(self) -> None:
        from deepvis_app.ui.dialogs.region import RegionPicker

        screen = QGuiApplication.primaryScreen()
        picture = screen.grabWindow(0)
        self._window.setWindowOpacity(1)
        if picture.isNull():
            self._fail(text("The screen cannot be pictured on this system. Choose the whole screen instead."))
            return
        self._picker = RegionPicker(screen, picture)
        self._picker.chosen.connect(self._open_region)
        self._picker.show()
        self._picker.activateWindow()

    def _open_region(self, x: int, y: int, width: int, height: int) -> None:
        self._open(partial(self._session.open_screen, (x, y, width, height)))

    def _fail(self, about: Text) -> None:
        self._window.show_failure(Failure(about, ""))


def to_pixels(image: QImage) -> Pixels:
    """(h, w, 3); transparent parts become white."""
    opaque = QImage(image.size(), QImage.Format.Format_RGB888)
    if image.hasAlphaChannel():
        opaque.fill(0xFFFFFFFF)
        painter = QPainter(opaque)
        painter.drawImage(0, 0, image)
        painter.end()
    else:
        opaque = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(opaque.constBits(), np.uint8).reshape(opaque.height(), opaque.bytesPerLine())
    return rows[:, : 3 * opaque.width()].reshape(opaque.height(), opaque.width(), 3).copy()
