"""Where the application's resources lie, the user's settings, cache, data and log; paths fit to be shown."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import platformdirs

NAME = "deepvis"
CACHE_PLACE = "cache-folder.txt"  # in the settings, and not one of them: commands without a window read it


def resources() -> Path:
    """The resources folder: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "resources"
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen and not inside.is_dir():
        return Path(frozen) / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def settings_dir() -> Path:
    """Made if missing; DEEPVIS_HOME puts settings, cache, data and log under one folder."""
    return _made(_home("settings") or platformdirs.user_config_path(NAME, appauthor=False))


def cache_dir() -> Path:
    """Where the user wants it; in the usual place while that folder cannot be reached."""
    chosen = chosen_cache_dir()
    if chosen is not None and chosen.is_dir():
        return chosen
    return _made(_home("cache") or platformdirs.user_cache_path(NAME, appauthor=False))


def chosen_cache_dir() -> Path | None:
    """What `choose_cache_dir` was told; None: the usual place."""
    try:
        words = (settings_dir() / CACHE_PLACE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(words) if words else None


def choose_cache_dir(folder: Path | None) -> None:
    """For this start and those to come, of every command. Raises OSError where that cannot be written."""
    place = settings_dir() / CACHE_PLACE
    if folder is None:
        place.unlink(missing_ok=True)
    else:
        _made(folder)
        place.write_text(str(folder.absolute()), encoding="utf-8")


def data_dir() -> Path:
    """What the user made and would miss: indexes of pictures."""
    return _made(_home("data") or platformdirs.user_data_path(NAME, appauthor=False))


def log_dir() -> Path:
    return _made(_home("log") or platformdirs.user_log_path(NAME, appauthor=False))


def homely(words: object) -> str:
    """A path, or words with paths in them, with the user's home folder written as ~."""
    home = str(Path.home())
    if len(home) < 2:  # somebody whose home is /
        return str(words)
    return re.sub(re.escape(home) + r"(?![\w.-])", "~", str(words))


def without_personal_paths(words: str) -> str:
    """`words` with import folders cut off and the home folder written as ~."""
    folders = [str(Path(entry).resolve()) for entry in sys.path if entry]
    folders += [str(Path(__file__).parents[1]), sys.prefix, sys.base_prefix]
    for folder in sorted(set(folders), key=len, reverse=True):
        if len(folder) > 1:
            words = re.sub(re.escape(folder) + r"[/\\]", "", words)
    return homely(words)


def _home(part: str) -> Path | None:
    home = os.environ.get("DEEPVIS_HOME")
    return Path(home) / part if home else None


def _made(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path
