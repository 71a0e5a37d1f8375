"""Labels of pictures from the folders that they lie in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

TABLE = "classes.tsv"


def labels_of(paths: Sequence[str], root: Path) -> list[str | None]:
    """Of each picture the name of its folder; where that is the same for all ("images"), of the folder above.

    None for a picture in no folder. A table `classes.tsv` (index, folder, words) in `root` or beside it
    gives folders their words.
    """
    folders = [path.split("/")[:-1] for path in paths]
    up = _telling(folders)
    named = [parts[-up] if len(parts) >= up else None for parts in folders]
    words = _words(root, {name for name in named if name is not None})
    return [None if name is None else words.get(name, name) for name in named]


def _telling(folders: Sequence[Sequence[str]]) -> int:
    """How far up the folders differ in name: 1 for the picture's own."""
    deepest = max(map(len, folders), default=0)
    for up in range(1, deepest + 1):
        if len({parts[-up] if len(parts) >= up else None for parts in folders}) > 1:
            return up
    return 1


def _words(root: Path, folders: set[str]) -> dict[str, str]:
    """The first of a folder's words, or all where another folder has the same first."""
    table = next((place / TABLE for place in (root, root.parent) if (place / TABLE).is_file()), None)
    if table is None:
        return {}
    rows = [line.split("\t") for line in table.read_text("utf-8", "replace").splitlines()]
    full = {row[1]: row[2].strip() for row in rows if len(row) == 3 and row[1] in folders}
    first = {folder: words.split(",")[0].strip() for folder, words in full.items()}
    shared = {word for word, count in Counter(first.values()).items() if count > 1}
    return {folder: full[folder] if word in shared else word for folder, word in first.items()}
