"""Opening the SQLite file of an index, and one sentence for all that can be wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deepvis_app.errors import InputError
from deepvis_app.index.format import APPLICATION, NAME, VERSION

PATIENCE = 10.0  # seconds to wait for another's transaction


def place_of(path: Path) -> Path:
    """The folder of the index that `path` names: that folder, or its SQLite file."""
    return path.parent if path.name == NAME else path


def reading(index: Path) -> sqlite3.Connection:
    """Raises InputError where there is no index, or none that can be read."""
    file = index / NAME
    if not file.is_file():
        raise InputError(
            "There is no index in {path}. Make one with: deepvis index FOLDER --out {path}", path=index
        )
    with told_apart(index):
        connection = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE, check_same_thread=False
        )
        try:
            # Not mode=ro: what a killed pass left half written, only one who may write can take back.
            connection.execute("PRAGMA query_only = ON")
            check(connection, index)
        except BaseException:
            connection.close()
            raise
        return connection


def check(connection: sqlite3.Connection, index: Path) -> None:
    """Raises InputError where the file is no index, one of another version, or damaged."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise InputError("{path} is no index of DeepVis. Choose another place.", path=index / NAME)
    if version != VERSION:
        raise InputError(
            "The index {path} was made by {which} version of DeepVis. Make it anew with --rebuild.",
            path=index,
            which="an older" if version < VERSION else "a newer",
        )
    (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise damaged(index)


def damaged(index: Path) -> InputError:
    return InputError("The index {path} is damaged. Make it anew with --rebuild.", path=index)


@contextmanager
def told_apart(index: Path) -> Iterator[None]:
    """What SQLite raises inside becomes one sentence about the index."""
    try:
        yield
    except sqlite3.OperationalError as error:
        why = str(error)
        if "locked" in why:
            raise InputError(
                "The index {path} is being written by another DeepVis. Wait for it.", path=index
            ) from error
        if "no such" in why or "malformed" in why:
            raise damaged(index) from error
        raise InputError("The index {path} cannot be opened: {why}.", path=index, why=why) from error
    except sqlite3.DatabaseError as error:
        raise damaged(index) from error
