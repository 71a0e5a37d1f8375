"""The names of classes: reading them, making their number right, finding one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from deepvis_app.errors import CheckpointError, OutOfRangeError, UnknownNameError
from deepvis_app.i18n import Text, text

LISTED = 8  # candidates that an error names


def plain(count: int) -> list[str]:
    """ "class 0", "class 1", ..."""
    return [f"class {index}" for index in range(count)]


def from_file(path: Path) -> list[str]:
    """One name a line; index TAB name; or JSON: a list, index -> name, or name -> index.

    Raises CheckpointError where the file is missing or is none of these.
    """
    try:
        content = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CheckpointError("The label file {path} cannot be read: {why}.", path=path, why=error) from error
    if path.suffix.lower() == ".json":
        labels = _from_json(content)
    else:
        lines = [line.rstrip() for line in content.splitlines() if line.strip()]
        labels = _from_table([line.split("\t") for line in lines]) or [line.strip() for line in lines]
    if not labels:
        raise CheckpointError(
            "{path} holds no labels: one name a line, index TAB name, or JSON are read.", path=path
        )
    return labels


def fitted(labels: Sequence[str], count: int) -> tuple[list[str], tuple[Text, ...]]:
    """Exactly `count` labels, and what to tell the user where there were more or fewer."""
    if len(labels) == count:
        return list(labels), ()
    warning = text(
        "There are {given} labels for {count} classes; check that they belong to this network.",
        given=len(labels),
        count=count,
    )
    return (list(labels) + plain(count)[len(labels) :])[:count], (warning,)


def class_index(labels: Sequence[str], which: str | int) -> int:
    """The index of a class given by index, by name, or by a part of exactly one name, in any case.

    Raises OutOfRangeError for a wrong index, UnknownNameError naming candidates for a wrong name.
    """
    if isinstance(which, int):
        return _in_range(labels, which)
    wanted = which.strip().casefold()
    names = [label.casefold() for label in labels]
    fits = [index for index, name in enumerate(names) if name == wanted]
    if not fits and wanted.lstrip("-").isdecimal():
        return _in_range(labels, int(wanted))
    fits = fits or [index for index, name in enumerate(names) if wanted and wanted in name]
    if len(fits) == 1:
        return fits[0]
    if fits:
        shown = ", ".join(f"{labels[index]} ({index})" for index in fits[:LISTED])
        raise UnknownNameError(
            "{count} classes have {name} in their names; give one of: {names}.",
            count=len(fits),
            name=which,
            names=shown if len(fits) <= LISTED else f"{shown}, …",
        )
    close = [labels[names.index(name)] for name in get_close_matches(wanted, names, LISTED, 0.5)]
    if close:
        raise UnknownNameError(
            "There is no class {name}. Close to it: {names}.", name=which, names=", ".join(close)
        )
    raise UnknownNameError(
        "There is no class {name}; the network's {count} classes begin with: {names}.",
        name=which,
        count=len(labels),
        names=", ".join(labels[:LISTED]),
    )


def _in_range(labels: Sequence[str], index: int) -> int:
    if 0 <= index < len(labels):
        return index
    raise OutOfRangeError(
        "There is no class {index}; the network's classes are 0 to {last}.",
        index=index,
        last=len(labels) - 1,
    )


def _from_json(content: str) -> list[str] | None:
    try:
        data = json.loads(content)
    except json.JSONDecodeError:
        return None
    if isinstance(data, list):
        return [_last(item) for item in data]
    if not isinstance(data, dict):
        return None
    if all(key.isdecimal() for key in data):  # index -> name, or [folder, name] as ImageNet's
        return _by_index({int(key): _last(value) for key, value in data.items()})
    if all(isinstance(value, int) for value in data.values()):
        return _by_index({value: key for key, value in data.items()})
    return None


def _from_table(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """Rows of index, ..., name."""
    if not all(len(row) >= 2 and row[0].strip().isdecimal() for row in rows):
        return None
    return _by_index({int(row[0]): row[-1].strip() for row in rows})


def _by_index(names: dict[int, str]) -> list[str]:
    """A gap becomes a plain label."""
    return [names.get(index, f"class {index}") for index in range(max(names, default=-1) + 1)]


def _last(value: object) -> str:
    return str(value[-1]) if isinstance(value, list) and value else str(value)
