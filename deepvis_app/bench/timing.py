"""Timing several pieces of work fairly: in turn, so that what slows the machine slows them all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from statistics import median

import torch

Work = Callable[[], object]
Times = Mapping[str, list[float]]


def interleaved(works: Mapping[str, Work], rounds: int) -> Times:
    """Milliseconds of each piece of work, once a round, after a round that does not count.

    Each round begins with another one, so that none always follows the same.
    """
    names = list(works)
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(-1, rounds):
        for place in range(len(names)):
            name = names[(place + turn) % len(names)]
            begin = time.perf_counter()
            works[name]()
            spent = 1000 * (time.perf_counter() - begin)
            if turn >= 0:
                times[name].append(spent)
    return times


def ratio(times: Times, one: str, other: str) -> float:
    """How long `one` takes against `other`: the median over the rounds."""
    return median(a / b for a, b in zip(times[one], times[other], strict=True))


def fastest(works: Mapping[str, Work], rounds: int) -> tuple[str, float]:
    """The name of the work of the smallest median, and that median in milliseconds."""
    times = interleaved(works, rounds)
    name = min(works, key=lambda name: median(times[name]))
    return name, median(times[name])


@contextmanager
def threads(count: int) -> Iterator[None]:
    """Let torch use so many threads inside."""
    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)
