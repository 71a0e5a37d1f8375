"""How many pictures a step of a long method takes at once: so few that live frames need not wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from torch import Tensor

from deepvis_app.nets.slices import working_time

LONGEST = 0.07  # seconds: a job's step shall take at most 0.1, and drawing comes on top
FORWARD = 100_000  # pixels that a step runs forward: two pictures of 224 x 224, fifteen of 80 x 80
BACKWARD = 50_000  # and back again


def fitting(image: Tensor, pixels: int, most: int) -> int:
    """How many pictures like `image` (1, C, H, W) have that many pixels, from 1 to `most`.

    The same on every machine: where gradients are summed, the last digits hang on how they are batched.
    """
    return max(1, min(most, pixels // image[0, 0].numel()))


class Batches:
    """One picture at first; then as many as fit into a step by how long the last ones took, up to `most`.

    For forward passes, whose answers are the same however they are batched, but for rounding.
    """

    def __init__(self, most: int, clock: Callable[[], float] = working_time) -> None:
        self.most = most
        self.size = 1
        self._clock = clock

    @contextmanager
    def timed(self, count: int) -> Iterator[None]:
        """Around the work on `count` pictures; no generator may wait inside, sliced work may."""
        start = self._clock()
        yield
        each = (self._clock() - start) / max(1, count)
        self.size = min(self.most, max(1, int(LONGEST / max(each, 1e-6))))
