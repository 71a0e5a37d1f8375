"""Whole passes over small pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from deepvis_app.index.passing import Progress, Summary, passing
from deepvis_app.index.planning import Wishes
from deepvis_app.index.reading import Index
from deepvis_app.nets.network import Network

LOWEST = Wishes(lowest=True, top=4)


def make(network: Network, root: Path, index: Path, wishes: Wishes | None = None) -> Summary:
    """A whole pass."""
    return told(network, root, index, wishes)[0]


def told(
    network: Network, root: Path, index: Path, wishes: Wishes | None = None
) -> tuple[Summary, list[Progress]]:
    """A whole pass and what it tells on the way."""
    steps = passing(network, root, index, wishes)
    progress = []
    while True:
        try:
            progress.append(next(steps))
        except StopIteration as end:
            return end.value, progress


def save_picture(path: Path, seed: int, size: tuple[int, int] = (20, 16)) -> None:
    """Smooth colours that differ from seed to seed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    coarse = np.random.default_rng(seed).integers(0, 256, (4, 5, 3), np.uint8)
    Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC).save(path)


def picture_tree(root: Path, counts: Sequence[int] = (14, 9, 14), first: int = 0) -> Path:
    """Folders `ant`, `bee`, `cat` ... of so many pictures each."""
    seed = first
    for name, count in zip(("ant", "bee", "cat", "dog"), counts, strict=False):
        for number in range(count):
            save_picture(root / name / f"{number:02}.png", seed)
            seed += 1
    return root


def says(index: Index) -> dict[str, object]:
    """All that an index tells, pictures by their path."""
    paths = index.paths
    told: dict[str, object] = {
        "pictures": sorted(
            (one.path, one.label, one.classes, one.scores, index.thumbnail(one.id).tobytes())
            for one in index.pictures()
        ),
        "broken": index.broken,
    }
    order = np.argsort(np.array(paths))
    for name in index.about.codes:
        told[f"codes {name}"] = index.codes(name)[order].tobytes()
    for layer in index.layers:
        told[f"answers {layer.name}"] = index.answers(layer.name)[order].tobytes()
        for lowest in (False, True)[: 1 + index.about.lowest]:
            told[f"top {layer.name} {lowest}"] = [
                [
                    (paths[patch.picture], patch.value, patch.position)
                    for patch in index.top(layer.name, unit, 99, lowest)
                ]
                for unit in range(layer.units)
            ]
    return told
