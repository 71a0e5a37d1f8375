"""One pass over pictures: looks at those that are new or changed, batch by batch, and keeps what it sees."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

import torch

from deepvis_app.index.finding import Collection, collection
from deepvis_app.index.format import About
from deepvis_app.index.labelling import labels_of
from deepvis_app.index.planning import Wishes, identity, plan
from deepvis_app.index.store import Store
from deepvis_app.index.work import Engine, Work
from deepvis_app.nets.network import Network

Phase = Literal["finding", "checking", "looking", "placing", "finishing"]
T = TypeVar("T")

MOST = 8  # workers
STEP = 0.05  # seconds that a step waits for what goes on beside


@dataclass(frozen=True)
class Progress:
    """`done` of `total` pictures are in the index, or among the `broken`, which cannot be shown. `rate`:
    pictures a second in this pass; None until one was looked at. `seconds_left` likewise.
    """

    phase: Phase
    done: int = 0
    total: int = 0
    broken: int = 0
    rate: float | None = None
    seconds_left: float | None = None


FINDING = Progress("finding")


@dataclass(frozen=True)
class Summary:
    """How many pictures a pass has `looked` at, how many were `kept` from before, and how many have `gone`.

    The index holds `count`, of which `copies` have the same content as another. `broken`: path and reason.
    """

    count: int
    looked: int
    kept: int
    gone: int
    copies: int
    broken: tuple[tuple[str, str], ...]


def passing(
    network: Network,
    root: Path,
    index: Path,
    wishes: Wishes | None = None,
    workers: int | None = None,
    engine: Engine = "local",
) -> Generator[Progress, None, Summary]:
    """Bring the index in the folder `index` in line with the pictures in `root`, as `network` sees them.

    Each step is short: `workers` look beside it, each with one thread of arithmetic (None: as many as torch
    may use here). Closed midway it keeps what it saw, and a later pass goes on from there; killed, what it
    saw until a few seconds before. The network is run in float32 through copies with folded batch norms, in
    batches of one size: what is seen of a picture depends on nothing else. `engine`: "ray" lets a Ray cluster
    look, with steps as long as its answers take.

    Raises PictureError where there are no pictures, InputError for an index that cannot be used, RunError
    where it cannot be written, UsageError for wishes that cannot be met.
    """
    wishes = wishes or Wishes()
    aside = ThreadPoolExecutor(1, "deepvis-index")
    pictures: Collection | None = None
    store: Store | None = None
    try:
        yield FINDING
        if engine == "ray":
            from deepvis_app.index import ray_engine

            ray_engine.check()
        plan(network, wishes, None)  # what cannot be wished for is told before a folder is made
        pictures = collection(root)
        listed = yield from _beside(aside, pictures.listed)
        labels = labels_of([one.path for one in listed], root)
        store = Store.begin(index, root, wishes.rebuild)
        number, about = _part(store, network, wishes)
        yield from _beside(aside, partial(store.found, listed, labels))
        del listed, labels
        workers = min(MOST, workers or torch.get_num_threads())
        work = Work(store, network, number, about, pictures, engine, workers)
        summary = yield from _steps(work, aside)
        return summary
    finally:
        aside.shutdown()
        if store is not None:
            store.close()
        if pictures is not None:
            pictures.close()


def _steps(work: Work, aside: ThreadPoolExecutor) -> Generator[Progress, None, Summary]:
    pace = Pace()
    try:
        for _ in work.checking():
            yield Progress("checking", total=work.total)
        yield from _beside(aside, work.drop)
        before = work.done
        pace.begin()
        for _ in work.looking():
            progress = pace.progress("looking", work, work.done - before)
            yield progress
            if work.due:
                yield from _beside(aside, work.commit, progress)
        for _ in work.placing():
            yield pace.progress("placing", work, work.done - before)
        yield from _beside(aside, work.finish, pace.progress("finishing", work, work.done - before))
    except GeneratorExit:
        work.commit()
        raise
    finally:
        work.close()
    return Summary(
        count=work.count,
        looked=work.looked,
        kept=work.kept,
        gone=work.gone,
        copies=work.copies(),
        broken=work.broken_ones(),
    )


def _part(store: Store, network: Network, wishes: Wishes) -> tuple[int, About]:
    """The network's part of the store, begun anew where other things are wished for than before."""
    key = identity(network)
    known = store.network(key)
    about = plan(network, wishes, known[1] if known else None)
    if known is None or not about.keeps(known[1]):
        return store.add_network(key, about), about
    store.change("UPDATE networks SET about = ? WHERE id = ?", about.to_json(), known[0])
    return known[0], about


class Pace:
    """How fast a pass goes."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self._begun = time.monotonic()

    def progress(self, phase: Phase, work: Work, looked: int) -> Progress:
        """After so many pictures were `looked` at."""
        seconds = time.monotonic() - self._begun
        rate = looked / seconds if looked and seconds > 0 else None
        left = (work.total - work.done) / rate if rate else None
        return Progress(phase, work.done, work.total, work.broken, rate, left)


def _beside(
    pool: ThreadPoolExecutor, run: Callable[[], T], progress: Progress = FINDING
) -> Generator[Progress, None, T]:
    """What `run` returns; short steps until then. Closed midway, it still ends."""
    future = pool.submit(run)
    try:
        while not wait([future], STEP).done:
            yield progress
        return future.result()
    finally:
        wait([future])
