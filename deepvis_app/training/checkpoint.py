"""The file from which a training goes on."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch

from deepvis_app.errors import CheckpointError, InputError, RunError

NAME = "checkpoint.pt"


def write(folder: Path, state: dict[str, Any]) -> None:
    """Write `folder`/checkpoint.pt, whole or not at all. Raises RunError."""
    target = folder / NAME
    part = target.with_suffix(".part")
    # torch's own writer aborts the process on a full disk, so the file is made in memory.
    data = io.BytesIO()
    torch.save(state, data)
    try:
        part.write_bytes(data.getbuffer())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise RunError(
            "The checkpoint cannot be written to {path}: {why}. Make room and start again.",
            path=target,
            why=error.strerror,
        ) from error


def read(path: Path, device: str, keys: Sequence[str]) -> dict[str, Any]:
    """What `write` wrote, with at least these `keys`. Raises CheckpointError."""
    try:
        state: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
        _ = [state[key] for key in keys]
    except Exception as error:  # torch.load raises a different kind for each way a file can be broken
        raise CheckpointError(
            "{path} is no checkpoint of a training, or is damaged; remove it or give another --out folder.",
            path=path,
        ) from error
    return state


def taken_up(
    folder: Path, device: str, keys: Sequence[str], differing: Callable[[dict[str, Any]], Sequence[str]]
) -> dict[str, Any] | None:
    """What `write` wrote into `folder`; None where nothing did.

    `differing` names what is not as in this run. Raises InputError where something is not, CheckpointError.
    """
    path = folder / NAME
    if not path.exists():
        return None
    state = read(path, device, keys)
    if names := differing(state):
        raise InputError(
            "{path} is of another run ({what} differ); give another --out folder.",
            path=path,
            what=", ".join(names),
        )
    return state
