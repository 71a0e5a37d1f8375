"""What the recipes of `deepvis train` share: folders, and pictures to learn from."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from pathlib import Path

from deepvis_app.errors import RunError
from deepvis_app.training import data

HELD_OUT = 10  # one picture of so many is checked on where --val is not given


def made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunError("The folder {path} cannot be made: {why}.", path=folder, why=error.strerror) from error
    return folder


def learnt_parts(options: argparse.Namespace) -> list[Path]:
    """What --data names, without --val, which may lie in the same folder and must not be learnt."""
    parts = [part for path in options.data for part in data.parts(path)]
    if options.val is None:
        return parts
    return [part for part in parts if part.resolve() != options.val.resolve()]


def command(options: argparse.Namespace, names: Sequence[str]) -> str:
    """What was run, with the options of these `names`, without the folders of whoever ran it."""
    words = ["deepvis", "train", options.recipe]
    for name in names:
        value = getattr(options, name)
        if value is not None:
            words += [f"--{name}", *map(_word, value if isinstance(value, list) else [value])]
    return shlex.join(words)


def _word(value: Path | float | str) -> str:
    return value.name if isinstance(value, Path) else value if isinstance(value, str) else f"{value:g}"
