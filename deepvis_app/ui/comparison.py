"""Explanations of one class of one picture, compared: by which parameters, and what came of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QObject, Signal

from deepvis_app.engine.messages import Explained, JobEnded, JobProgress
from deepvis_app.methods import METHODS, recalled
from deepvis_app.session import Session, SourceInfo
from deepvis_app.ui.texts import tr

SIDE = 560  # of a picture: as large as it is shown enlarged


class Comparison(QObject):
    """Starts the jobs, and keeps what they tell until the class, the picture or the network is another."""

    changed = Signal(str)  # what is known of that method
    running_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.layer: str | None = None
        self.frame: tuple[int, int] | None = None
        self._jobs: dict[int, tuple[str, ...]] = {}
        self._newest: dict[str, int] = {}  # the job that was last asked for a method
        self._items: dict[str, Explained] = {}
        self._params: dict[str, Any] = {}
        session.job_changed.connect(self._take_job)

    # ---- parameters ------------------------------------------------------------------------------------

    def params(self, method: str) -> Any:
        return self._params.get(method) or METHODS[method].params()

    def set_params(self, method: str, params: object) -> None:
        """Those of the next run; what was found by others is forgotten."""
        self._params.pop(method, None)
        if params != METHODS[method].params():
            self._params[method] = params
        self.forget(method)

    @property
    def settings(self) -> Mapping[str, object]:
        """The parameters of the methods that have others than the usual."""
        return dict(self._params)

    def remembered(self) -> dict[str, Any]:
        return {method: asdict(params) for method, params in self._params.items()}

    def remember(self, saved: object) -> None:
        """Take up what `remembered` gave; what no longer fits is left out."""
        if not isinstance(saved, Mapping):
            return
        for method, values in saved.items():
            params = recalled(METHODS[method].params, values) if method in METHODS else None
            if params is not None:
                self._params[method] = params

    # ---- running -----------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        return bool(self._jobs)

    def run(self, methods: Sequence[str]) -> None:
        """Explain anew by these; a stream stands still from now on, so that all see the same picture."""
        if self._session.network is None or not methods:
            return
        self.forget(*methods)
        source = self._session.source
        if _moves(source):
            self._session.set_frozen(True)
        file = source.file if source and not source.mirrored else None
        options = {"methods": tuple(methods), "size": SIDE, "frame": self.frame, "file": file}
        options["settings"] = self.settings
        job = self._session.start_job("explain", layer=self.layer, options=options)
        self._jobs[job] = tuple(methods)
        self._newest |= dict.fromkeys(methods, job)
        self._tell(methods)
        self.running_changed.emit()

    def stop(self) -> None:
        """What was reached stays."""
        for job in self._jobs:
            self._session.cancel_job(job)

    def forget(self, *methods: str) -> None:
        """What is known of these, or of all: they were of another class, picture, network or parameter."""
        forgotten = methods or tuple(dict.fromkeys([*self._items, *self._newest]))
        for method in forgotten:
            self._items.pop(method, None)
            self._newest.pop(method, None)
        for job in [job for job, asked in self._jobs.items() if not {*asked} & self._newest.keys()]:
            self._session.cancel_job(job)
            del self._jobs[job]
        self._tell(forgotten)
        self.running_changed.emit()

    # ---- what came of it -----------------------------------------------------------------------------------

    def found(self, method: str) -> Explained | None:
        return self._items.get(method)

    def note(self, method: str) -> str:
        """What to say where there is no picture, or besides it."""
        item = self._items.get(method)
        if item is not None and item.note is not None:
            return tr(item.note)
        if item is not None and item.pixels is not None:
            return ""
        job = self._newest.get(method)
        if job in self._jobs:
            return tr("waiting…")
        return tr("press Compare") if job is None else tr("not computed")

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if job.id not in self._jobs:
            return
        if isinstance(job, JobEnded):
            methods = self._jobs.pop(job.id)
            self._tell(methods)
            self.running_changed.emit()
        elif isinstance(job.item, Explained) and self._newest.get(job.item.method) == job.id:
            self._items[job.item.method] = job.item
            self.changed.emit(job.item.method)

    def _tell(self, methods: Iterable[str]) -> None:
        for method in methods:
            self.changed.emit(method)


def _moves(source: SourceInfo | None) -> bool:
    if source is None:
        return False
    return source.kind in ("camera", "screen", "video") or (source.playing and source.count > 1)
