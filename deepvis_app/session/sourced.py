"""The session's first part: where frames come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deepvis_app.engine.messages import Failure, Pixels
from deepvis_app.errors import DeepVisError
from deepvis_app.session.origins import Origin, Region
from deepvis_app.sources.playback import Playback, SourceInfo

if TYPE_CHECKING:
    from deepvis_app.sources.source import Source


class SourcedSession(QObject):
    """Opens sources and owns the present one. Qt Multimedia is imported when the first is opened."""

    source_changed = Signal(object)  # SourceInfo
    source_message = Signal(object)  # Text | None
    frozen_changed = Signal(bool)
    failed = Signal(object)  # Failure

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.origin: Origin | None = None  # of the present source, where it can be opened again
        self.playback = Playback(self)
        self.playback.changed.connect(self.source_changed)
        self.playback.message.connect(self.source_message)

    @property
    def source(self) -> SourceInfo | None:
        return self.playback.info

    @property
    def streaming(self) -> bool:
        """Whether other pictures come by themselves, many a second."""
        source = self.source
        return (
            source is not None
            and source.kind in ("camera", "screen", "video")
            and source.playing
            and not self.frozen
        )

    @property
    def frozen(self) -> bool:
        return self.playback.frozen

    def set_frozen(self, frozen: bool) -> None:
        if frozen != self.playback.frozen:
            self.playback.set_frozen(frozen)
            self.frozen_changed.emit(frozen)

    def open_source(self, source: Source, origin: Origin | None = None) -> None:
        self.origin = origin
        self.set_frozen(False)
        self.playback.open(source)

    def open_path(self, path: Path) -> bool:
        """A picture, a folder or a video; False (and `failed` is emitted) when it cannot be shown."""
        from deepvis_app.sources.opening import open_path

        return self._open(lambda: open_path(path), Origin("path", (path,)))

    def open_camera(
        self, name: str | None = None, size: tuple[int, int] = (640, 480), mirrored: bool = True
    ) -> bool:
        from deepvis_app.sources.opening import camera

        return self._open(lambda: camera(name, size, mirrored), Origin("camera", name=name))

    def open_pictures(self, paths: Sequence[Path]) -> bool:
        """Several pictures, to step through."""
        from deepvis_app.sources.folder import Pictures

        return self._open(lambda: Pictures(list(paths)), Origin("pictures", tuple(paths)))

    def cameras(self) -> Sequence[str]:
        """The names of those that are plugged in now."""
        from deepvis_app.sources.opening import camera_names

        return camera_names()

    def open_screen(self, region: Region | None = None) -> bool:
        """`region`: x, y, width, height in pixels of the screen; None: all of it."""
        from deepvis_app.sources.opening import screen

        return self._open(lambda: screen(region), Origin("screen", region=region))

    def open_samples(self, only: str = "") -> bool:
        """All of them as a slide show, or the one in that file."""
        from deepvis_app.sources.opening import samples

        return self._open(lambda: samples(only), Origin("samples", name=only or None))

    def samples(self) -> Sequence[Path]:
        """The files of those that there are."""
        from deepvis_app.sources.opening import sample_files

        return list(sample_files())

    def open_still(self, pixels: Pixels, title: str) -> bool:
        """`pixels` (H, W, 3), e.g. from the clipboard."""
        from deepvis_app.sources.opening import still

        return self._open(lambda: still(pixels, title), Origin("still", name=title, pixels=pixels))

    def open_origin(self, origin: Origin) -> bool:
        """As it was opened before."""
        match origin:
            case Origin("path", (path,)):
                return self.open_path(path)
            case Origin("pictures"):
                return self.open_pictures(origin.paths)
            case Origin("camera"):
                return self.open_camera(origin.name)
            case Origin("screen"):
                return self.open_screen(origin.region)
            case Origin("still") if origin.pixels is not None:
                return self.open_still(origin.pixels, origin.name or "")
        return self.open_samples()

    def _open(self, opening: Callable[[], Source], origin: Origin) -> bool:
        try:
            source = opening()
        except DeepVisError as error:
            self.failed.emit(Failure(error.text, ""))
            return False
        self.open_source(source, origin)
        return True
