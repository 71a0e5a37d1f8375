"""How finely live frames are painted: as the machine's speed allows, settled by what a pixel has cost."""

from __future__ import annotations

from collections import deque
from statistics import median

SHARES = (1.0, 0.8, 0.65, 0.5, 0.4, 0.3, 0.25, 0.2)
"""Of a frame's width and height."""
SLOWEST = 1000 / 25
"""Milliseconds of a frame above which it is painted less finely..."""
ROOM = 0.75
"""... and the part of that below which it is painted more finely again."""
_REMEMBERED = 9


class Resolution:
    """Chooses one of SHARES for each frame."""

    def __init__(self) -> None:
        self._costs: deque[float] = deque(maxlen=_REMEMBERED)  # milliseconds a pixel
        self._place = 0

    def note(self, pixels: int, milliseconds: float) -> None:
        """So many pixels took so long to paint."""
        self._costs.append(milliseconds / max(pixels, 1))

    def share(self, pixels: int, beside: float = 0.0) -> float:
        """For a frame of `pixels`, beside whose painting other work takes `beside` milliseconds.

        Whatever that takes, painting may take half of the time.
        """
        if not self._costs:
            return SHARES[self._place]
        cost = median(self._costs) * pixels
        allowed = max(SLOWEST - beside, SLOWEST / 2)
        if cost * SHARES[self._place] ** 2 > allowed:
            self._place = _finest(cost, allowed)
        else:
            self._place = min(self._place, _finest(cost, allowed * ROOM))
        return SHARES[self._place]


def _finest(cost: float, allowed: float) -> int:
    """The place in SHARES of the largest that stays within `allowed` milliseconds, or the last."""
    fitting = (place for place, share in enumerate(SHARES) if cost * share**2 <= allowed)
    return next(fitting, len(SHARES) - 1)
