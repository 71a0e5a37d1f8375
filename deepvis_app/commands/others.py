"""The other pictures that a method is given: guides, styles, the pictures of a class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from deepvis_app.errors import PictureError
from deepvis_app.methods.picture import Pixels
from deepvis_app.pictures.decode import decode, is_picture


def others_of(paths: Sequence[Path]) -> Mapping[str, Pixels]:
    """By name, the picture at each path, and all that lie in each folder. Raises PictureError."""
    found: dict[str, Pixels] = {}
    for path in _files(paths):
        name = path.name if path.name not in found else f"{path.parent.name}/{path.name} ({len(found)})"
        found[name] = decode(path)
    return found


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(one for one in path.iterdir() if is_picture(one))
        if not found:
            raise PictureError("There is no picture in the folder {path}.", path=path)
        yield from found
