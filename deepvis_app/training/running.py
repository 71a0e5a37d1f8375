"""What every training does between its first step and its last: check, save, tell, stop when asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from deepvis_app.training.evaluation import Accuracy, Stop, never
from deepvis_app.training.pace import Pace, Report, Run

Check = Callable[[Stop], Accuracy | None]
"""How well it does on held-out pictures; None where there are none, or it was stopped midway."""


class Resumable(Run, Protocol):
    @property
    def finished(self) -> bool: ...
    def advance(self) -> float:
        """Take the next step. Returns its loss."""

    def save(self, folder: Path) -> None:
        """Raises RunError where the checkpoint cannot be written."""


def run(
    training: Resumable,
    folder: Path,
    report: Report,
    check: Check,
    stop: Stop = never,
    save_every: float = 60.0,
    tell_every: float = 10.0,
) -> bool:
    """Train to the end (True), or until `stop` says so between two steps (False).

    A checkpoint is written to `folder` at once (so that a full disk shows before an hour has passed), each
    `save_every` seconds and when the run is left. `report` hears each `tell_every` seconds, and after each
    epoch with what `check` finds. Raises what steps and checkpoints raise.
    """
    training.save(folder)
    saved = time.monotonic()
    pace = Pace(training)
    while not training.finished and not stop():
        loss = training.advance()
        if training.step % training.steps_per_epoch == 0 or training.finished:
            spent = pace.seconds()
            report(pace.told(loss, spent, check(stop)))
        elif pace.seconds() > tell_every:
            report(pace.told(loss, pace.seconds()))
        if time.monotonic() - saved > save_every:
            training.save(folder)
            saved = time.monotonic()
    training.save(folder)
    return training.finished
