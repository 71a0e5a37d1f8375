"""What the jobs that paint are told. Needs no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deepvis_app.engine.messages import Painting, Reel


@dataclass(frozen=True)
class FilmParams:
    """`reel`: the video's frames; `path`: the film (.avi); `styles`: the file that has them, None: usual."""

    reel: Reel | None = None
    path: Path = Path("painting.avi")
    painting: Painting = field(default_factory=lambda: Painting(()))
    styles: Path | None = None


@dataclass(frozen=True)
class LearnParams:
    """`picture`: whose style is learnt; `own`: the file of the user's styles, made where there is none.

    `content`: photographs to practise on.
    """

    picture: Path = Path("style.jpg")
    own: Path = Path("style.safetensors")
    content: Sequence[Path] = ()
