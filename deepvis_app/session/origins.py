"""How a source was opened, so that it can be opened again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from deepvis_app.engine.messages import Pixels

Region = tuple[int, int, int, int]
"""x, y, width, height in pixels of the screen."""


@dataclass(frozen=True)
class Origin:
    """`paths`: of a "path" one, of "pictures" several. `name`: a camera's (None: the default one), or a
    still's title. `pixels` (H, W, 3): of a still, which lies in no file.
    """

    kind: Literal["path", "pictures", "camera", "screen", "samples", "still"]
    paths: tuple[Path, ...] = ()
    name: str | None = None
    region: Region | None = None
    pixels: Pixels | None = field(default=None, compare=False, repr=False)

    @property
    def missing(self) -> tuple[Path, ...]:
        """Those of the paths that are no longer there."""
        return tuple(path for path in self.paths if not path.exists())
