"""What a training tells of itself: as lines for people, or as JSON for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from deepvis_app.i18n import text
from deepvis_app.training.evaluation import Accuracy
from deepvis_app.training.pace import Progress, Run
from deepvis_app.training.scouter_check import Reached

LISTED = 20  # broken pictures that are named
PATIENCE = 5.0  # seconds at least between two lines that stay


class Teller(Protocol):
    def reading(self, done: int, of: int) -> None: ...
    def broken(self, names: Sequence[str]) -> None: ...
    def thinking(self, done: int, of: int) -> None:
        """Teachers look at the pictures."""

    def fitting(self, done: int, of: int) -> None:
        """Input sizes are tried."""

    def measuring(self) -> None: ...
    def begins(self, training: Run, held_out: int) -> None: ...
    def paints(self, training: Run, styles: Sequence[str]) -> None: ...
    def progress(self, progress: Progress) -> None: ...
    def stopped(self, training: Run) -> None: ...
    def done(self, path: Path, reached: Accuracy | Reached | None, hint: str) -> None:
        """`hint`: what can be done with the file now."""


class JsonTeller:
    """One JSON object a line on standard output; "event" says of what kind."""

    def reading(self, done: int, of: int) -> None:
        self._tell("reading", done=done, of=of)

    def broken(self, names: Sequence[str]) -> None:
        if names:
            self._tell("broken", count=len(names), pictures=list(names))

    def thinking(self, done: int, of: int) -> None:
        self._tell("thinking", done=done, of=of)

    def fitting(self, done: int, of: int) -> None:
        self._tell("fitting", done=done, of=of)

    def measuring(self) -> None:
        self._tell("measuring")

    def begins(self, training: Run, held_out: int) -> None:
        self._tell(
            "begins",
            step=training.step,
            steps=training.steps,
            epochs=training.epochs,
            pictures=len(training.pictures),
            held_out=held_out,
            classes=list(training.pictures.names),
        )

    def paints(self, training: Run, styles: Sequence[str]) -> None:
        self._tell(
            "begins",
            step=training.step,
            steps=training.steps,
            pictures=len(training.pictures),
            styles=list(styles),
        )

    def progress(self, progress: Progress) -> None:
        self._tell(
            "epoch" if progress.accuracy else "progress",
            step=progress.step,
            steps=progress.steps,
            epoch=progress.epoch,
            loss=progress.loss,
            pictures_per_second=progress.pictures_per_second,
            seconds_left=progress.seconds_left,
            **_shares(progress.accuracy),
        )

    def stopped(self, training: Run) -> None:
        self._tell("stopped", step=training.step, steps=training.steps)

    def done(self, path: Path, reached: Accuracy | Reached | None, hint: str) -> None:  # noqa: ARG002
        self._tell("done", file=str(path), **_shares(reached))

    def _tell(self, event: str, **facts: object) -> None:
        print(json.dumps({"event": event, **facts}), flush=True)


class LineTeller:
    """Lines on standard output. On a terminal, progress is one line that is written over."""

    def __init__(self) -> None:
        self._over = sys.stdout.isatty()
        self._kept = 0.0

    def reading(self, done: int, of: int) -> None:
        if self._over or done == of:
            self._tell(str(text("Reading pictures: {done} of {of}", done=done, of=of)), passing=done < of)

    def broken(self, names: Sequence[str]) -> None:
        if not names:
            return
        more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
        print(
            f"deepvis: {len(names)} of the pictures cannot be read and are skipped: "
            f"{', '.join(names[:LISTED])}{more}",
            file=sys.stderr,
        )

    def thinking(self, done: int, of: int) -> None:
        if self._over or done == of:
            self._tell(str(text("Teachers look: {done} of {of}", done=done, of=of)), passing=done < of)

    def fitting(self, done: int, of: int) -> None:
        self._tell(str(text("Trying input sizes: {done} of {of}", done=done, of=of)), passing=done < of)

    def measuring(self) -> None:
        self._tell(str(text("Measuring the speed…")), passing=True)

    def begins(self, training: Run, held_out: int) -> None:
        self._tell(
            f"{len(training.pictures)} pictures of {len(training.pictures.names)} classes to learn from, "
            f"{held_out} to check on; {training.epochs:.4g} epochs of {training.steps_per_epoch} steps"
            + (f", going on from step {training.step}" if training.step else "")
        )

    def paints(self, training: Run, styles: Sequence[str]) -> None:
        self._tell(
            f"{len(training.pictures)} photographs to paint as {', '.join(styles)}; {training.steps} steps"
            + (f", going on from step {training.step}" if training.step else "")
        )

    def progress(self, progress: Progress) -> None:
        words = [
            f"epoch {progress.epoch:.1f} of {progress.epoch * progress.steps / progress.step:.1f}",
            f"loss {progress.loss:.3f}",
            f"{progress.pictures_per_second:.0f} pictures/s",
            f"{duration(progress.seconds_left)} left",
        ]
        if progress.accuracy:
            words.insert(1, str(progress.accuracy))
        self._tell(" · ".join(words), passing=progress.accuracy is None and self._over)

    def stopped(self, training: Run) -> None:
        print(
            f"deepvis: stopped at step {training.step} of {training.steps}; "
            "the same command goes on from there.",
            file=sys.stderr,
        )

    def done(self, path: Path, reached: Accuracy | Reached | None, hint: str) -> None:
        if reached:
            self._tell(f"Reached {reached}.", passing=False)
        self._tell(f"Written to {path}. {hint}")

    def _tell(self, line: str, passing: bool = False) -> None:
        """`passing` lines are written over; of epochs that fly by, not each line stays."""
        if not self._over:
            print(line, flush=True)
            return
        passing = passing or (line.startswith("epoch") and time.monotonic() - self._kept < PATIENCE)
        print(f"\r\x1b[K{line}", end="" if passing else "\n", flush=True)
        if not passing:
            self._kept = time.monotonic()


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


def _shares(reached: Accuracy | Reached | None) -> dict[str, object]:
    shares = asdict(reached) if reached else {}
    return {name: share for name, share in shares.items() if share is not None}
