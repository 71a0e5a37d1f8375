"""The session's third part: jobs that run once, and what is saved."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from types import EllipsisType
from typing import Any

from PySide6.QtCore import QObject

from deepvis_app.engine.messages import CancelJob, PauseJob, ResumeJob, SavePictures, StartJob
from deepvis_app.engine.worker import Worker
from deepvis_app.methods import Neuron
from deepvis_app.session.shown import ShownSession


class WorkingSession(ShownSession):
    """Holds the worker, and where its jobs start: the neuron and the class that are chosen."""

    def __init__(self, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker or Worker(self)
        self._neuron: Neuron = "max"
        self._explain_class: int | None = None
        self._job_ids = count(1)

    def start_job(
        self,
        job: str,
        *,
        layer: str | None = None,
        unit: int | None = None,
        class_index: int | EllipsisType | None = ...,
        options: Mapping[str, Any] | None = None,
    ) -> int:
        """Start a row of engine.jobs.JOBS over the newest frame; `job_changed` follows with this id.

        `class_index`: None where no class is meant; left out, the one that is explained.
        """
        number = next(self._job_ids)
        chosen = self._explain_class if isinstance(class_index, EllipsisType) else class_index
        self._worker.send(StartJob(number, job, layer, unit, self._neuron, chosen, options or {}))
        return number

    def cancel_job(self, number: int) -> None:
        self._worker.send(CancelJob(number))

    def pause_job(self, number: int, paused: bool = True) -> None:
        """Let it stand still, or go on."""
        self._worker.send(PauseJob(number) if paused else ResumeJob(number))

    def save_picture(self, command: SavePictures) -> None:
        """`saved` or `failed` follows."""
        self._worker.send(command)
