"""The log: what happened lately, in a few files that never grow large; without personal paths."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from deepvis_app.paths import log_dir, without_personal_paths

FILE = "deepvis.log"
LARGEST = 512 * 1024  # bytes of one file
KEPT = 3  # older files
log = logging.getLogger("deepvis")


class _Plain(logging.Formatter):
    """The user's folders are cut from every line."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        return without_personal_paths(super().format(record))


def path() -> Path:
    return log_dir() / FILE


@contextmanager
def written(largest: int = LARGEST) -> Iterator[None]:
    """What is logged within goes to the file; nowhere, where that cannot be written."""
    try:
        handler: logging.Handler = RotatingFileHandler(
            path(), maxBytes=largest, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Plain())
    before, log.propagate = log.propagate, False
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.propagate = before
        handler.close()


def last_lines(count: int = 30) -> list[str]:
    """The newest lines of the file; none where there is no file."""
    try:
        text = path().read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.splitlines()[-count:]
