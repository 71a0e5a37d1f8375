"""The pass over a folder of pictures as a job: it shares the worker's time with live frames."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor

from deepvis_app.engine.messages import Indexed, Pixels
from deepvis_app.index.passing import Progress, Summary, passing
from deepvis_app.index.planning import Wishes
from deepvis_app.methods import Target
from deepvis_app.nets.network import Network

Step = tuple[float, Pixels | None, Indexed]
_WINDOW = 5.0  # seconds over which pictures are counted
_PAUSE = 1.0  # seconds without a step from which on it counts anew: it has stood still


@dataclass(frozen=True)
class IndexParams:
    """`pictures`: a folder, a zip file or a list; the index is made in `out`. None: as index/planning.py."""

    pictures: Path
    out: Path
    layers: tuple[str, ...] | None = None
    codes: tuple[str, ...] | None = None
    top: int | None = None
    lowest: bool | None = None
    rebuild: bool = False


def index_pictures(
    network: Network,
    image: Tensor,  # noqa: ARG001  # all jobs have the same arguments
    target: Target,  # noqa: ARG001
    layer: str | None,  # noqa: ARG001
    params: IndexParams,
) -> Iterator[Step]:
    """Index `params.pictures`; what was done stays when it is closed, and is where the next pass goes on.

    Raises as index.passing.passing does.
    """
    wishes = Wishes(params.layers, params.top, params.lowest, params.codes, params.rebuild)
    workers = max(1, (os.cpu_count() or 1) - 1)  # one core is left to live frames
    steps = passing(network, params.pictures, params.out, wishes, workers)
    pace = Pace()
    progress = Progress("finding")
    try:
        while True:
            try:
                progress = next(steps)
            except StopIteration as ended:
                summary: Summary = ended.value
                break
            rate = pace.rate(progress)
            yield _share(progress), None, _told(params.out, progress, rate)
        yield 1.0, None, _finished(params.out, summary)
    finally:
        steps.close()


class Pace:
    """Pictures a second, of late."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._steps: deque[tuple[float, int]] = deque()

    def rate(self, progress: Progress) -> float | None:
        """None before pictures were looked at, and at first after a pause."""
        now = self._clock()
        if progress.phase != "looking" or (self._steps and now - self._steps[-1][0] > _PAUSE):
            self._steps.clear()
        self._steps.append((now, progress.done))
        while now - self._steps[0][0] > _WINDOW:
            self._steps.popleft()
        seconds, pictures = now - self._steps[0][0], progress.done - self._steps[0][1]
        return pictures / seconds if seconds > 0 and pictures else None


def _share(progress: Progress) -> float:
    return progress.done / progress.total if progress.total else 0.0


def _told(path: Path, progress: Progress, rate: float | None) -> Indexed:
    left = (progress.total - progress.done) / rate if rate else None
    return Indexed(path, progress.done, progress.total, progress.broken, rate, left)


def _finished(path: Path, summary: Summary) -> Indexed:
    broken = len(summary.broken)
    total = summary.count + broken
    looked, problems = summary.looked, summary.broken
    return Indexed(path, total, total, broken, looked=looked, problems=problems, finished=True)
