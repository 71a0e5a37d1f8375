"""The other pictures that a method is given: guides, styles, the best of a class out of an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from deepvis_app.errors import PictureError, UsageError
from deepvis_app.index.reading import Index
from deepvis_app.methods import Target
from deepvis_app.methods.picture import Pixels
from deepvis_app.pictures.decode import decode, is_picture

MOST = 200  # pictures out of an index


def others_of(paths: Sequence[Path]) -> Mapping[str, Pixels]:
    """By name, the picture at each path, and all that lie in each folder. Raises PictureError."""
    found: dict[str, Pixels] = {}
    for path in _files(paths):
        name = path.name if path.name not in found else f"{path.parent.name}/{path.name} ({len(found)})"
        found[name] = decode(path)
    return found


def best_of(index: Index, target: Target, layer: str | None, most: int = MOST) -> Mapping[str, Pixels]:
    """The pictures of `index` in which the network is surest of the target's class, or its unit of `layer`
    answers most: the best first. Raises UsageError where there is none, PictureError where one has vanished.
    """
    if layer is not None and target.unit is not None:
        best = list(dict.fromkeys(patch.picture for patch in index.top(layer, target.unit, most)))
    else:
        classes, scores = index.predictions()
        sure = np.where(classes == target.class_index, scores, 0).max(axis=1)
        best = [int(place) for place in np.argsort(-sure, kind="stable")[:most] if sure[place] > 0]
    if not best:
        raise UsageError("The index {path} has no picture of what is asked for.", path=index.path)
    return {index.paths[place]: index.pixels(place) for place in best}


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(one for one in path.iterdir() if is_picture(one))
        if not found:
            raise PictureError("There is no picture in the folder {path}.", path=path)
        yield from found
