"""How many threads the network's arithmetic uses: measured at load, watched while frames run.

More threads are faster only while the cores are idle: beside another load two threads that wait for
each other can be ten times slower than one.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, MutableMapping

# A thread that waits for the next layer spins for some microseconds and then sleeps: spinning on, it would
# take a core that others need; sleeping at once, it wakes too late (ResNet-18 on two cores: 10 ms, not 8).
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",  # numpy's, whose threads spin on
    **(
        {"OMP_WAIT_POLICY": "active", "GOMP_SPINCOUNT": "2000"}  # "active" spins so long in any team of GNU's
        if sys.platform == "linux"
        else {"OMP_WAIT_POLICY": "passive", "KMP_BLOCKTIME": "0"}  # Intel's and LLVM's count milliseconds
    ),
}
SLOW = 2.0  # a frame this many times one thread's typical time is slow
PATIENCE = 5  # slow frames in a row before falling back
FIRST_PAUSE = 30.0  # seconds on one thread before more are tried again; doubles with each fall


def prepare_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what the arithmetic libraries read when imported: call it before numpy and torch are.

    What the user has set stays.
    """
    for name, value in ENVIRONMENT.items():
        environment.setdefault(name, value)


class Threads:
    """The number of threads to use next: `count`. `cores`: the most that may be used."""

    def __init__(self, cores: int, clock: Callable[[], float] = time.perf_counter) -> None:
        self.count = 1
        self._cores = max(1, cores)
        self._clock = clock
        self._fixed = 0
        self._best = 1
        self._one_ms = float("inf")
        self._slow = 0
        self._pause = FIRST_PAUSE
        self._fallen_at: float | None = None

    def fix(self, threads: int) -> None:
        """Use exactly `threads`, at most the cores there are; 0: choose again."""
        self._fixed = min(threads, self._cores)
        self.count = self._fixed or self._best
        self._fallen_at = None

    def measure(self, run: Callable[[], object], use: Callable[[int], None], runs: int = 8) -> None:
        """Choose the fastest of 1, 2, 4 ... threads for `run`; `use` sets a number of threads."""
        counts = sorted({2**n for n in range(self._cores.bit_length())} | {self._cores})
        times = {}
        for count in counts:
            use(count)
            times[count] = self._best_ms(run, runs)
        self._one_ms = times[1]
        self._best = min(counts, key=lambda count: times[count])
        self._slow, self._pause, self._fallen_at = 0, FIRST_PAUSE, None
        self.count = self._fixed or self._best
        use(self.count)

    def note(self, forward_ms: float) -> None:
        """Tell how long a frame's forward pass took; `count` may change."""
        if self._fixed or self._best == 1:
            return
        if self._fallen_at is not None and self.count == 1:
            if self._clock() - self._fallen_at > self._pause:
                self.count, self._slow, self._pause = self._best, PATIENCE - 1, self._pause * 2
            return
        self._slow = self._slow + 1 if forward_ms > SLOW * self._one_ms else 0
        if self._slow >= PATIENCE:
            self.count, self._fallen_at, self._slow = 1, self._clock(), 0

    def _best_ms(self, run: Callable[[], object], runs: int) -> float:
        run()
        times = []
        for _ in range(runs):
            start = self._clock()
            run()
            times.append((self._clock() - start) * 1000)
        return min(times)  # other work only ever adds
