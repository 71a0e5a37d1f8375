"""How finely live frames are painted: as the machine's speed allows, found by how long they have taken."""

from __future__ import annotations

from collections import deque
from statistics import median

SHARES = (1.0, 0.8, 0.65, 0.5, 0.4, 0.3, 0.25, 0.2)
"""Of a frame's width and height."""
SLOWEST = 1000 / 25
"""Milliseconds of a frame above which it is painted less finely..."""
ROOM = 0.85
"""... and the part of that below which the next finer one must be expected to stay."""
_FEW, _ENOUGH = 3, 9  # frames before it becomes coarser, and finer


class Resolution:
    """Chooses one of SHARES for each frame. Coarser at once as far as needed; finer one step after another,
    as what a frame costs beside its pixels makes small ones look slow.
    """

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=_ENOUGH)  # milliseconds, at the present share
        self._place = 0
        self._pixels = 0

    def note(self, milliseconds: float) -> None:
        """The last frame took so long to paint."""
        self._times.append(milliseconds)

    def share(self, pixels: int, beside: float = 0.0) -> float:
        """For a frame of `pixels`, beside whose painting other work takes `beside` milliseconds.

        Whatever that takes, painting may take half of the time.
        """
        self._scale(pixels)
        if len(self._times) >= _FEW:
            self._settle(median(self._times), max(SLOWEST - beside, SLOWEST / 2))
        return SHARES[self._place]

    def _scale(self, pixels: int) -> None:
        """Of frames of another size the times are known before the first."""
        if self._pixels not in (0, pixels):
            self._times.extend([each * pixels / self._pixels for each in self._times])
        self._pixels = pixels

    def _settle(self, taken: float, allowed: float) -> None:
        before = self._place
        if taken > allowed:
            coarser = range(before + 1, len(SHARES))
            fitting = (place for place in coarser if self._expected(taken, place) <= allowed)
            self._place = next(fitting, len(SHARES) - 1)
        elif before and len(self._times) == _ENOUGH and self._expected(taken, before - 1) <= ROOM * allowed:
            self._place = before - 1
        if self._place != before:
            self._times.clear()

    def _expected(self, taken: float, place: int) -> float:
        """Milliseconds at another share, by its pixels."""
        return taken * (SHARES[place] / SHARES[self._place]) ** 2
