"""Pictures: one, those of a folder, or the samples; stepped through or shown one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from deepvis_app.engine.messages import Pixels
from deepvis_app.errors import PictureError
from deepvis_app.i18n import text
from deepvis_app.pictures.decode import is_picture
from deepvis_app.sources.picture_frame import PictureFrame, next_number
from deepvis_app.sources.reader import Decoded, Reader
from deepvis_app.sources.source import Source

INTERVAL_MS = 4000
"""How long each picture of a slide show stays."""


class Pictures(Source):
    """`paths` in their order, under `titles` or their file names. `playing` means the slide show.

    Animations play by themselves; a single one can be paused. A picture that cannot be read is told
    about and left out.
    """

    kind = "pictures"
    controls = frozenset({"mirror"})

    def __init__(
        self,
        paths: Sequence[Path],
        titles: Sequence[str] = (),
        playing: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__("", parent)
        self._paths = tuple(paths)
        self._titles = tuple(titles) or tuple(path.name for path in paths)
        self._broken: set[int] = set()
        self.count = len(self._paths)
        self.title = self._titles[0]
        self.playing = playing or self.count == 1
        self.interval_ms = INTERVAL_MS
        if self.count > 1:
            self.controls = frozenset({"next", "slideshow", "loop", "mirror"})
        self._pixels: Pixels | None = None
        self._ticket = 0  # of the picture that is wanted now: answers to others come too late
        self._direction = 1
        self._animated = False
        self._asked = QElapsedTimer()  # since the frame that is on its way was due
        self._reader = Reader(self)
        self._reader.done.connect(self._take)
        self._slides = QTimer(self, singleShot=True)
        self._slides.timeout.connect(self._slide)
        self._tick = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._more)

    def start(self) -> None:
        self._load(self.index)

    def stop(self) -> None:
        self._ticket += 1
        self._slides.stop()
        self._tick.stop()
        self._reader.close()
        self._pixels = None

    def step(self, step: int) -> None:
        """`step` pictures on; past the last one comes the first."""
        if self.count < 2 or step == 0:
            return
        self._say(None)
        self._direction = 1 if step > 0 else -1
        self._load((self.index + step) % self.count)

    def set_playing(self, playing: bool) -> None:
        self.playing = playing
        if self.count == 1:
            if playing and self._animated:
                self._more()
            elif not playing:
                self._tick.stop()
        elif playing:
            self._slides.start(self.interval_ms)
        else:
            self._slides.stop()
        self.changed.emit()

    def set_interval(self, milliseconds: int) -> None:
        self.interval_ms = max(100, milliseconds)
        if self._slides.isActive():
            self._slides.start(self.interval_ms)

    def set_loop(self, loop: bool) -> None:
        self.loop = loop
        self.changed.emit()

    def set_mirrored(self, mirrored: bool) -> None:
        super().set_mirrored(mirrored)
        if self._pixels is not None:
            self._give(PictureFrame(next_number(), self._pixels, self.mirrored))

    def _load(self, index: int) -> None:
        self._slides.stop()
        self._tick.stop()
        self._animated = False
        self.index = index
        self._ticket += 1
        self._asked.start()
        self._reader.open(self._paths[index], self._ticket)

    def _take(self, decoded: Decoded) -> None:
        if decoded.ticket != self._ticket:
            return
        if decoded.error is not None:
            self._skip(decoded.error)
        elif decoded.pixels is None:
            self._again()
        else:
            self._show(decoded.pixels, decoded.number, decoded.milliseconds)

    def _show(self, pixels: Pixels, number: int, milliseconds: int) -> None:
        self._pixels = pixels
        if number == 0 and not self._animated:
            self._begin(milliseconds > 0)
        self._give(PictureFrame(next_number(), pixels, self.mirrored))
        if milliseconds and (self.playing or self.count > 1):
            self._tick.start(max(1, milliseconds - self._asked.elapsed()))

    def _begin(self, animated: bool) -> None:
        """A new picture is seen."""
        self._animated = animated
        self.title = self._titles[self.index]
        self.file = self._paths[self.index]
        if animated and self.count == 1:
            self.controls = frozenset({"play", "mirror"})
        if self.playing and self.count > 1:
            self._slides.start(self.interval_ms)
        self.changed.emit()

    def _more(self) -> None:
        self._asked.start()
        self._reader.more(self._ticket)

    def _again(self) -> None:
        """An animation is over: it begins again."""
        if self._animated:
            self._reader.open(self._paths[self.index], self._ticket)

    def _slide(self) -> None:
        if self.index + 1 < self.count or self.loop:
            self.step(1)
            return
        self.playing = False
        self.changed.emit()
        self.ended.emit()

    def _skip(self, error: PictureError) -> None:
        """Say why, and go on to the next picture in the direction of travel."""
        self._say(error.text)
        self._broken.add(self.index)
        if len(self._broken) == self.count:
            if self.count > 1:
                self._say(text("None of the {count} pictures can be read.", count=self.count))
            self.playing = False
            self.changed.emit()
            self.ended.emit()
            return
        following = self.index
        while following in self._broken:
            following = (following + self._direction) % self.count
        self._load(following)


def pictures_in(folder: Path) -> list[Path]:
    """The pictures of a folder, or if it has none of the folders below it, as a person would sort them.

    Raises PictureError: none at all, or not to be read.
    """
    try:
        found = _pictures(list(folder.iterdir())) or _pictures(list(folder.rglob("*")))
    except OSError as error:
        raise PictureError(
            "The folder {path} cannot be read: {reason}.", path=folder, reason=error.strerror or error
        ) from error
    if not found:
        raise PictureError("There are no pictures in {path}. Choose another folder.", path=folder)
    return found


def _pictures(paths: Sequence[Path]) -> list[Path]:
    wanted = [path for path in paths if is_picture(path) and not path.name.startswith(".") and path.is_file()]
    return sorted(wanted, key=_as_read)


def _as_read(path: Path) -> list[tuple[int, int, str]]:
    """Numbers by their value: picture 9 comes before picture 10."""
    parts = re.split(r"(\d+)", str(path).casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]
