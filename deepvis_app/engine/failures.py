"""What went wrong, as a sentence for the window and details for a bug report, free of personal paths."""

from __future__ import annotations

import platform
import traceback
from importlib.metadata import PackageNotFoundError, version

from deepvis_app import __version__
from deepvis_app.engine.messages import Failure
from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import Text, text
from deepvis_app.nets.memory import is_out_of_memory
from deepvis_app.paths import without_personal_paths

PACKAGES = ("torch", "torchvision", "PySide6-Essentials", "numpy")


def failure(
    error: BaseException, device: str = "", about: Text | None = None, *, ends_load: bool = False
) -> Failure:
    """`error` as the window shows it; `about` replaces the sentence that it would get by itself."""
    unexpected = not (isinstance(error, DeepVisError) or is_out_of_memory(error))
    return Failure(about or sentence(error), details(error, device), ends_load, unexpected)


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
    lines = [*versions(device), "", *traceback.format_exception(error)]
    return without_personal_paths("\n".join(line.rstrip("\n") for line in lines))


def versions(device: str = "") -> list[str]:
    """What runs here, a line each."""
    return [
        f"DeepVis {__version__}, Python {platform.python_version()}, {platform.platform()}",
        ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
        *([f"device {device}"] if device else []),
    ]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
