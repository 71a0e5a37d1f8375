"""What is remembered from one start to the next: one JSON file, written whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from deepvis_app.i18n import Text, text
from deepvis_app.paths import settings_dir

FILE = "settings.json"


class Settings:
    """Values by dotted name ("window.geometry"); any plain JSON value.

    `problem` is a sentence for the user when the file could not be read: a damaged one has then been
    set aside beside it, and everything is as at the first start. Without `kept` nothing is ever written.
    """

    def __init__(self, path: Path | None = None, *, kept: bool = True) -> None:
        self.path = path or settings_dir() / FILE
        self.kept = kept
        self.problem: Text | None = None
        self._values: dict[str, Any] = {}

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        settings = cls(path)
        try:
            values = json.loads(settings.path.read_text(encoding="utf-8"))
            if not isinstance(values, dict):
                raise ValueError("not an object")
            settings._values = values
        except FileNotFoundError:
            pass  # the first start
        except OSError as error:
            settings.problem = text(
                "The settings {path} cannot be read ({reason}). Everything starts as new.",
                path=settings.path,
                reason=error.strerror or error,
            )
        except (ValueError, RecursionError):
            settings._set_aside()
        return settings

    def get(self, name: str, default: Any = None) -> Any:
        """The value, or `default` where there is none or one of another type than `default`."""
        value = self._values.get(name, default)
        fits = default is None or type(value) is type(default)
        return value if fits else default

    def set(self, name: str, value: Any) -> None:
        """None forgets it."""
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value

    def clear(self) -> None:
        self._values.clear()

    def save(self) -> None:
        """Raises OSError when the folder cannot be written; the old file is then untouched."""
        if not self.kept:
            return
        draft = self.path.with_suffix(f".{os.getpid()}.tmp")
        try:
            with draft.open("w", encoding="utf-8") as file:
                json.dump(self._values, file, indent=1, ensure_ascii=False, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.path)
        finally:
            draft.unlink(missing_ok=True)

    def _set_aside(self) -> None:
        aside = self.path.with_suffix(".damaged.json")
        try:
            self.path.replace(aside)
        except OSError:
            aside = self.path
        self.problem = text(
            "The settings were damaged and have been set aside as {path}. Everything starts as new.",
            path=aside,
        )
