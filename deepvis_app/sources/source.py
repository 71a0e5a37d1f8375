"""What every source of frames is: an object in the GUI thread that tells by signals and takes controls."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from deepvis_app.engine.messages import Frame
from deepvis_app.i18n import Text

Kind = Literal["camera", "video", "pictures", "screen", "still"]
Control = Literal["play", "seek", "step", "next", "mirror", "loop", "slideshow"]


class Source(QObject):
    """`file`: where the picture shown now comes from, if from a file of its own.

    A source gives nothing before `start` and nothing after `stop`, which frees devices and threads.

    `controls` names what can be done with it: play (set_playing), seek (seek), step (step, by one frame),
    next (step, by one picture), mirror (set_mirrored), loop (set_loop), slideshow (set_interval). The rest
    does nothing. Times are milliseconds.
    """

    frame = Signal(object)  # Frame
    message = Signal(object)  # Text: what the user should know, over the last frame; None: no longer
    changed = Signal()  # title, position, playing ...
    ended = Signal()  # nothing more comes by itself

    kind: Kind
    live = False
    """Whether it shows what is happening now, and can neither be paused nor wound back."""
    controls: frozenset[Control] = frozenset()

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.playing = False
        self.mirrored = False
        self.loop = True
        self.position_ms = 0
        self.duration_ms = 0
        self.index = 0
        self.count = 0
        self.interval_ms = 0
        self.file: Path | None = None
        self._said: Text | None = None

    def start(self) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        raise NotImplementedError

    def set_playing(self, playing: bool) -> None:
        """Go on, or stay where it is."""

    def seek(self, position_ms: int) -> None:
        """Go to that position and show it."""

    def step(self, step: int) -> None:
        """`step` frames or pictures on, or back where it is negative."""

    def set_loop(self, loop: bool) -> None:
        """Whether it begins again at its end."""

    def set_interval(self, milliseconds: int) -> None:
        """How long each picture of a slide show stays."""

    def set_mirrored(self, mirrored: bool) -> None:
        """Left and right exchanged, from the next frame on."""
        if "mirror" in self.controls and mirrored != self.mirrored:
            self.mirrored = mirrored
            self.changed.emit()

    def _give(self, frame: Frame) -> None:
        self.frame.emit(frame)

    def _say(self, about: Text | None) -> None:
        """Tell the user, once for each new thing."""
        if about != self._said:
            self._said = about
            self.message.emit(about)
