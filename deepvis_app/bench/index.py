"""`bench index`: the pass over pictures beside plain forward passes, its memory, and nearest neighbours."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from deepvis_app.bench import maps, straight
from deepvis_app.bench.memory import held
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.timing import interleaved
from deepvis_app.index.finding import collection
from deepvis_app.index.format import arrays
from deepvis_app.index.neighbours import Metric, nearest
from deepvis_app.index.passing import Summary, passing
from deepvis_app.index.planning import Wishes
from deepvis_app.index.reading import Index
from deepvis_app.nets import live
from deepvis_app.nets.embedded import PlainNet
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing

MANY, FEW = 100_000, 5_000  # pictures
SHORTER = 50  # so many times fewer for a glance
CODES = (100_000, 512)
BLANK = 16  # pixels of a side of the pictures that memory is measured over


def bench(plan: Plan) -> Iterator[Row]:
    assert plan.val is not None
    network = plan.load("embedded")
    with TemporaryDirectory() as folder:
        place = Path(folder) / "index"
        yield from _speed(plan, network, plan.val, place)
        yield from _truth(network, plan.val, place)
        yield from _size(place)
        yield from maps.bench(plan, place)
    yield from _memory(plan)
    yield from _neighbours(plan)


def _speed(plan: Plan, network: Network, val: Path, place: Path) -> Iterator[Row]:
    pictures = collection(val)
    paths = [one.path for one in pictures.listed()]
    copy = live.choose(network)
    works = {
        "pass": lambda: _pass(network, val, place),
        "folded": lambda: straight.plain(copy.module, copy.prepare, network, pictures, paths),
        "as loaded": lambda: straight.plain(network.module, lambda x: x, network, pictures, paths),
    }
    times = interleaved(works, plan.runs)
    pictures.close()
    note = f"{len(paths)} pictures of {val.name}, decoding in both, float32"
    for other, what in (
        ("folded", "against the plain forward with folded batch norms"),
        ("as loaded", "against the plain forward of the network as loaded"),
    ):
        ratio = median(a / b for a, b in zip(times["pass"], times[other], strict=True))
        yield Row("index", f"one pass, all layers, {what}", ratio, "x", Goal("<=", 1.15), note)
    rate = 1000 * len(paths) / median(times["pass"])
    yield Row("index", "pictures a second", rate, "/s", None, f"{torch.get_num_threads()} threads")


def _truth(network: Network, val: Path, place: Path) -> Iterator[Row]:
    index = Index.open(place)
    wrong = straight.differing(network, val, index)
    units = sum(layer.units for layer in index.layers)
    index.close()
    note = f"of {units}, against a straightforward look in float32, same batches"
    yield Row("index", "units whose top patches differ", wrong, "", Goal("<=", 0), note)


def _size(place: Path) -> Iterator[Row]:
    index = Index.open(place)
    row = sum(array.row_bytes for array in arrays(index.about)) / 1024
    index.close()
    yield Row("index", "arrays on disk for each picture", row, "kB", None, "all layers")
    seconds = median(_opening(place) for _ in range(3))
    yield Row("index", "opening it and reading a layer's statistics", 1000 * seconds, "ms")


def _opening(place: Path) -> float:
    begin = time.perf_counter()
    index = Index.open(place)
    index.statistics(index.layers[-1].name)
    index.close()
    return time.perf_counter() - begin


def _memory(plan: Plan) -> Iterator[Row]:
    shorter = 1 if plan.runs > 1 else SHORTER
    counts = (FEW // shorter, MANY // shorter)
    network = _small()
    with TemporaryDirectory() as folder:
        peaks = []
        for count in counts:
            archive = _many(Path(folder) / f"{count}.zip", count)
            peaks.append(_peak(network, archive, Path(folder) / f"index-{count}"))
    few, many = peaks
    if few is not None and many is not None:
        note = f"from {counts[0]} to {counts[1]} pictures, a small network, mapped files apart"
        yield Row("index", "growth of memory", many - few, "MB", Goal("<=", 100), note)


def _neighbours(plan: Plan) -> Iterator[Row]:
    rng = np.random.default_rng(0)
    codes = rng.standard_normal(CODES, np.float32)
    query: NDArray[np.float32] = rng.standard_normal(CODES[1], np.float32)
    metrics: tuple[Metric, ...] = ("cosine", "euclidean")
    for metric in metrics:
        nearest(codes, query, 9, metric)
        begin = time.perf_counter()
        for _ in range(plan.rounds):
            nearest(codes, query, 9, metric)
        milliseconds = 1000 * (time.perf_counter() - begin) / plan.rounds
        note = f"among {CODES[0]} codes of {CODES[1]} numbers"
        yield Row("index", f"9 nearest by {metric} distance", milliseconds, "ms", Goal("<", 30), note)


def _pass(network: Network, root: Path, place: Path) -> Summary:
    """Anew."""
    steps = passing(network, root, place, Wishes(rebuild=True))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            summary: Summary = end.value
            return summary


def _peak(network: Network, root: Path, place: Path) -> float | None:
    """The most MB that a pass holds."""
    most: list[float] = []
    told = 0.0
    for _ in passing(network, root, place):
        if time.monotonic() - told > 0.5:
            told = time.monotonic()
            most += [now] if (now := held(collected=False)) is not None else []
    return max(most, default=None)


def _small() -> Network:
    torch.manual_seed(0)
    module = PlainNet(10, ((4,), (8,))).eval().requires_grad_(False)
    labels = [f"class {number}" for number in range(10)]
    return Network("small", "Small", module, labels, Preprocessing(BLANK, BLANK, BLANK), torch.device("cpu"))


def _many(path: Path, count: int) -> Path:
    """A zip file of as many pictures."""
    rng = np.random.default_rng(0)
    files = []
    for _ in range(16):
        file = io.BytesIO()
        Image.fromarray(rng.integers(0, 256, (BLANK, BLANK, 3), np.uint8)).save(file, "PNG")
        files.append(file.getvalue())
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number % 10}/{number:06}.png", files[number % 16])
    return path
