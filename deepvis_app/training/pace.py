"""How fast a run goes, and so how long it will still take."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import Accuracy


class Run(Protocol):
    """A training, as far as can be told of any."""

    pictures: PictureSet
    step: int
    batch: int

    @property
    def steps(self) -> int: ...
    @property
    def steps_per_epoch(self) -> int: ...
    @property
    def epochs(self) -> float: ...
    def work(self, begin: int, end: int) -> float:
        """What the steps from `begin` to before `end` cost, in any unit."""


@dataclass(frozen=True)
class Progress:
    """Where a run stands; `accuracy` on the held-out pictures is told after each epoch."""

    step: int
    steps: int
    epoch: float
    loss: float
    pictures_per_second: float
    seconds_left: float
    accuracy: Accuracy | None = None


Report = Callable[[Progress], None]


class Pace:
    """Times steps, and checks on held-out pictures."""

    def __init__(self, training: Run) -> None:
        self._training = training
        self._step, self._since = training.step, time.monotonic()
        self._checking = 0.0  # seconds that the last check on held-out pictures took

    def seconds(self) -> float:
        return time.monotonic() - self._since

    def told(self, loss: float, spent: float, reached: Accuracy | None = None) -> Progress:
        """The report on the steps since the last one, which took `spent` seconds."""
        run = self._training
        if reached is not None:
            self._checking = self.seconds() - spent
        speed = (run.step - self._step) * run.batch / spent
        left = spent * run.work(run.step, run.steps) / run.work(self._step, run.step)
        checks = math.ceil((run.steps - run.step) / run.steps_per_epoch)
        progress = Progress(
            run.step,
            run.steps,
            run.step / run.steps_per_epoch,
            loss,
            speed,
            left + checks * self._checking,
            reached,
        )
        self._step, self._since = run.step, time.monotonic()
        return progress
