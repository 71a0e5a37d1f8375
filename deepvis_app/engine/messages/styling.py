"""The frame as a painting: what is asked for, what comes, and what is done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from deepvis_app.engine.messages.frames import Frame, Pixels
from deepvis_app.i18n import Text
from deepvis_app.nets.manner import Painting


@dataclass(frozen=True)
class StyleRequest:
    """The frame and its painting, each to fit `width` x `height` pixels. Answered by StyleView.

    `exact`: at the frame's own resolution, however long that takes; else as fine as the machine's speed
    allows. `before`: the frame is to be shown too.
    """

    painting: Painting
    width: int
    height: int
    exact: bool = False
    before: bool = True


@dataclass(frozen=True)
class StyleView:
    """`pixels` (h, w, 3): the painting; `before`: the frame at the same size, None where not asked for.

    `frame`, `wished`, `painted`: width and height of the frame, of what would be painted if time were no
    matter, and of what was. `milliseconds`: what the painting took.
    """

    pixels: Pixels
    before: Pixels | None
    frame: tuple[int, int]
    wished: tuple[int, int]
    painted: tuple[int, int]
    milliseconds: float


@dataclass(frozen=True, eq=False)
class StyleInfo:
    """`thumbnail` (side, side, 3): a photograph painted in the style."""

    name: str
    title: str
    thumbnail: Pixels


@dataclass(frozen=True)
class StylesReady:
    """The styles that there are. `own`: how many of them, the last, the user has added."""

    styles: tuple[StyleInfo, ...]
    own: int = 0


@dataclass(frozen=True)
class OpenStyles:
    """Read the styles: those of the file `own` if there is such a file, else the ones that ship.

    StylesReady follows.
    """

    own: Path


@dataclass(frozen=True)
class SavePainting:
    """Write the newest frame's painting to `path` (.png), at its own resolution, in float32."""

    path: Path
    painting: Painting
    about: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Record:
    """Write every painting from now on to the film `path` (.avi), of so many frames a second."""

    path: Path
    rate: float


@dataclass(frozen=True)
class StopRecording:
    """RecordingEnded follows where something was recorded."""


@dataclass(frozen=True)
class RecordingEnded:
    """`about`: why it ended, where nobody asked for that. Without frames there is no file."""

    path: Path
    frames: int
    seconds: float
    about: Text | None = None


class Reel(Protocol):
    """The frames of a video file, each one, in order, to be taken on another thread."""

    @property
    def rate(self) -> float:
        """Frames a second; known when the first frame is there."""
        ...

    @property
    def length(self) -> int:
        """About how many frames there are; 0: not known."""
        ...

    @property
    def over(self) -> bool:
        """Whether all that there was has been taken."""
        ...

    @property
    def about(self) -> Text | None:
        """Why it is over before its end."""
        ...

    def take(self, seconds: float) -> Frame | None:
        """The next frame, as soon as it is there; None after so many seconds, or when it is over."""
        ...


@dataclass(frozen=True)
class Filmed:
    """What a job has painted of a video: `frames` of them, to be found in `path` when `finished`."""

    path: Path
    frames: int
    finished: bool = False
    note: Text | None = None


@dataclass(frozen=True)
class Learnt:
    """A style on its way; it is among the styles when `finished`."""

    name: str
    step: int
    steps: int
    finished: bool = False
