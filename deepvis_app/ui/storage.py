"""The files that DeepVis fetched or made for itself: how much there is, and which go first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from deepvis_app.engine.messages import NetworkReady
from deepvis_app.paths import cache_dir
from deepvis_app.ui.known_networks import known_networks

LIMIT = "cache.limit"  # name of the setting: the most that fetched weights may take, in GB; 0: all
GB = 10**9


def weights_folder() -> Path:
    return cache_dir() / "weights"


def cached_bytes() -> int:
    """All that lies in the cache."""
    return sum(size for _, size, _ in _files(cache_dir()))


def mark_used(network: NetworkReady) -> Path | None:
    """Its file is now the one that was used last; None where it has none in the cache."""
    known = next((known for known in known_networks() if known.spec == network.spec.spec), None)
    if known is None or not known.downloaded:
        return None
    file = weights_folder() / known.file
    with suppress(OSError):  # on a disk that cannot be written it stays as old as it is
        file.touch()
    return file


def trim(most: int, keep: Path | None = None) -> list[Path]:
    """Delete weights that have not been used for longest until at most `most` bytes are left; those deleted.

    `keep` stays. 0 is no limit. What another program holds open stays too.
    """
    files = sorted(_files(weights_folder()), key=lambda one: one[2])
    left = sum(size for _, size, _ in files)
    gone = []
    for path, size, _ in files:
        if most <= 0 or left <= most:
            break
        if path == keep or path.suffix == ".part":
            continue
        with suppress(OSError):
            path.unlink()
            gone.append(path)
            left -= size
    return gone


def _files(folder: Path) -> Iterator[tuple[Path, int, float]]:
    """Path, bytes and time of the last use of each file."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            if path.is_file():
                facts = path.stat()
                yield path, facts.st_size, facts.st_mtime
