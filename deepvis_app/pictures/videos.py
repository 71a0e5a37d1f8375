"""Which files are videos, by their names."""

from __future__ import annotations

from pathlib import Path

VIDEOS = frozenset(
    {".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg", ".mpeg", ".mpe", ".ts", ".mts", ".m2ts"}
    | {".wmv", ".flv", ".ogv", ".ogg", ".3gp", ".vob", ".mjpeg", ".mjpg", ".y4m"}
)


def is_video(path: Path) -> bool:
    """Whether the name ends like a video's."""
    return path.suffix.lower() in VIDEOS
