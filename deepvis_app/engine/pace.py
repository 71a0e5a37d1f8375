"""Which live frames are drawn: of those that follow one another faster than a screen shows, only some."""

from __future__ import annotations

import time
from collections.abc import Callable

EVERY = 1 / 75  # seconds from one that is drawn to the next: a little less than the window's 1/60


class Pace:
    """Of frames that all go through the network. `every`: 0 has each one drawn."""

    def __init__(self, every: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._every, self._clock = every, clock
        self._last = float("-inf")
        self._owed = False

    def draws(self, awaited: bool) -> bool:
        """Whether to draw the frame in hand; one that answers a user's choice is `awaited`."""
        now = self._clock()
        drawn = awaited or now - self._last >= self._every
        if drawn:
            self._last = now
        self._owed = not drawn
        return drawn

    @property
    def wait(self) -> float | None:
        """Seconds until the last frame must be drawn after all, should none follow; None: it is drawn."""
        return max(0.0, self._last + self._every - self._clock()) if self._owed else None
