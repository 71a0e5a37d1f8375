"""What went wrong, as a sentence for the window and details for a bug report, free of personal paths."""

from __future__ import annotations

import platform
import re
import sys
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from deepvis_app import __version__
from deepvis_app.engine.messages import Failure
from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import Text, text
from deepvis_app.nets.memory import is_out_of_memory

PACKAGES = ("torch", "torchvision", "PySide6-Essentials", "numpy")


def failure(error: BaseException, device: str = "", about: Text | None = None) -> Failure:
    """`error` as the window shows it; `about` replaces the sentence that it would get by itself."""
    return Failure(about or sentence(error), details(error, device))


def sentence(error: BaseException) -> Text:
    """One sentence for `error`: its own if it is one of ours."""
    if isinstance(error, DeepVisError):
        return error.text
    if is_out_of_memory(error):
        return text("There is not enough memory for this. A smaller input size or network needs less.")
    reason = without_personal_paths(str(error)).partition("\n")[0] or type(error).__name__
    return text("Something went wrong in DeepVis: {reason}", reason=reason)


def details(error: BaseException, device: str = "") -> str:
    """The traceback after a few lines of versions; the user's folders are cut from it."""
    lines = [
        f"DeepVis {__version__}, Python {platform.python_version()}, {platform.platform()}",
        ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
        *([f"device {device}"] if device else []),
        "",
        *traceback.format_exception(error),
    ]
    return without_personal_paths("\n".join(line.rstrip("\n") for line in lines))


def without_personal_paths(words: str) -> str:
    """`words` with import folders cut off and the home folder written as ~."""
    folders = [str(Path(entry).resolve()) for entry in sys.path if entry]
    folders += [str(Path(__file__).parents[2]), sys.prefix, sys.base_prefix]
    for folder in sorted(set(folders), key=len, reverse=True):
        if len(folder) > 1:
            words = re.sub(re.escape(folder) + r"[/\\]", "", words)
    return words.replace(str(Path.home()), "~") if len(str(Path.home())) > 1 else words


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
