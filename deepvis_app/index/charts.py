"""Maps of an index's pictures: made of their codes, and kept beside the index."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import RunError
from deepvis_app.i18n import text
from deepvis_app.index.kinds import kinds
from deepvis_app.index.projection import Cancelled, Points, TsneParams, never, pca, tsne
from deepvis_app.index.reading import Index
from deepvis_app.pictures.saving import whole_file

Method = Literal["pca", "tsne"]
FOLDER = "maps"


@dataclass(frozen=True)
class MapOptions:
    """`code`: one that the index holds. Of more than `most` pictures as many are drawn, by `tsne.seed`."""

    method: Method = field(default="pca", metadata={"choices": ("pca", "tsne")})
    code: str = ""
    most: int = field(default=5_000, metadata={"range": (10, 50_000), "title": text("Pictures, at most")})
    tsne: TsneParams = field(default_factory=TsneParams)


@dataclass(frozen=True)
class Classes:
    """What pictures are said to be: `of` (n,) places in `names`, -1 none; `kinds` (n,) few, -1 none."""

    names: tuple[str, ...]
    of: NDArray[np.int32]
    kinds: NDArray[np.int32]


@dataclass(frozen=True)
class Chart:
    """`points` (n, 2), x right and y down from 0 to 1, of the pictures `ids` (n,), out of `among`.

    `finished` is False while t-SNE is under way; `kept`: written beside the index.
    """

    options: MapOptions
    ids: NDArray[np.int64]
    points: NDArray[np.float64]
    labels: Classes
    said: Classes
    among: int
    finished: bool = True
    kept: bool = False


Told = Callable[[float, Chart | None], None]


def make(
    index: Index, options: MapOptions, progress: Told | None = None, cancelled: Cancelled = never
) -> Chart:
    """Lay the pictures out and keep the map beside the index, where that can be written.

    `progress` is told the share done and the map so far. Raises RunError, and projection.Stopped.
    """
    tell = progress or (lambda _done, _chart: None)
    ids, codes, chart = _begin(index, options)

    def follow(done: float, points: Points | None) -> None:
        tell(done, None if points is None else replace(chart, points=_square(points), finished=False))

    points = (
        pca(codes, 2, cancelled) if options.method == "pca" else tsne(codes, options.tsne, follow, cancelled)
    )
    made = replace(chart, points=_square(points))
    return replace(made, kept=_keep(index, made, _checksum(ids, codes)))


def kept(index: Index, options: MapOptions) -> Chart | None:
    """The map of that method and code that was made last, with the options of then; None where there is
    none, or where the pictures have changed since.
    """
    try:
        with _file(index, options).open("rb") as file, np.load(file, allow_pickle=False) as written:
            about = json.loads(str(written["about"]))
            points = written["points"].astype(np.float64)
        then = replace(options, most=about["most"], tsne=TsneParams(**about["tsne"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile, zlib.error):
        return None  # never made, or spoilt: made anew
    ids, codes, chart = _begin(index, then)
    if about["checksum"] != _checksum(ids, codes) or points.shape != (len(ids), 2):
        return None
    return replace(chart, points=points, kept=True)


def _begin(index: Index, options: MapOptions) -> tuple[NDArray[np.int64], NDArray[Any], Chart]:
    """Which pictures, their codes, and a map of them that is not laid out yet."""
    if index.count == 0:
        raise RunError("The index {path} holds no pictures.", path=index.path)
    ids = np.arange(index.count)
    if index.count > options.most:
        ids = np.sort(
            np.random.default_rng(options.tsne.seed).choice(index.count, options.most, replace=False)
        )
    codes = np.asarray(index.codes(options.code)[ids])
    order = {name: number for number, name in enumerate(index.labels)}
    labels = np.array(
        [order.get(name, -1) if (name := index.picture_labels[id]) else -1 for id in ids], np.int32
    )
    said = np.asarray(index.predictions()[0][ids, 0])
    chart = Chart(
        options,
        ids,
        np.zeros((len(ids), 2)),
        _classes(index.labels, codes, labels),
        _classes(index.classes, codes, said),
        index.count,
    )
    return ids, codes, chart


def _classes(names: tuple[str, ...], codes: NDArray[Any], of: NDArray[np.int32]) -> Classes:
    kind_of = kinds(codes, of)
    return Classes(names, of, np.array([kind_of.get(one, -1) for one in of.tolist()], np.int32))


def _square(points: Points) -> NDArray[np.float64]:
    """From 0 to 1 on both axes, y down; on an axis without extent, in the middle."""
    low, high = points.min(axis=0).astype(np.float64), points.max(axis=0).astype(np.float64)
    span = np.where(high > low, high - low, 1.0)
    part = np.where(high > low, (points - low) / span, 0.5)
    part[:, 1] = 1 - part[:, 1]
    return np.asarray(part, np.float64)


def _checksum(ids: NDArray[np.int64], codes: NDArray[Any]) -> int:
    return zlib.crc32(np.ascontiguousarray(codes).data, zlib.crc32(ids.data))


def _file(index: Index, options: MapOptions) -> Path:
    code = index.about.codes
    number = list(code).index(options.code) if options.code in code else "none"
    return index.path / FOLDER / f"{index.fingerprint[:16]}-{number}-{options.method}.npz"


def _keep(index: Index, chart: Chart, checksum: int) -> bool:
    """Whether it could be written: a map is shown all the same where the index lies in a read-only place."""
    options = chart.options
    about = {"most": options.most, "tsne": asdict(options.tsne), "checksum": checksum}
    file = _file(index, options)
    with suppress(OSError, RunError):
        file.parent.mkdir(exist_ok=True)
        with whole_file(file) as writing:
            np.savez(writing, points=chart.points, about=json.dumps(about))
        return True
    return False
