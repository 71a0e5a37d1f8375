"""Where the film of what is being made lies, until it is saved or another one is made."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path


class MadeFilms:
    """Its folder goes with the application."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._newest: Path | None = None
        self._count = 0

    @property
    def newest(self) -> Path | None:
        """The film of what was begun last; None where it has none, or not yet."""
        return self._newest if self._newest is not None and self._newest.exists() else None

    def begin(self, params: object) -> dict[str, object]:
        """What the job is to be told of its film. The one before is dropped."""
        if self._newest is not None:
            with suppress(OSError):  # it is being saved just now
                self._newest.unlink(missing_ok=True)
        self._newest = None
        if getattr(params, "frames", 1) <= 1:
            return {}
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="deepvis-films-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._count += 1  # a name of its own: the one before may still be read
        self._newest = self._folder / f"{self._count}.avi"
        return {"film": self._newest}
