"""Fetching weights beside everything else, one file after another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event as Flag

from deepvis_app.engine.failures import failure
from deepvis_app.engine.messages import Downloading, Event
from deepvis_app.errors import DownloadCancelled
from deepvis_app.i18n import Text, text
from deepvis_app.nets import catalog, timm_networks


class Downloads:
    """`tell` gets how they fare, on the downloading thread too."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._executor = ThreadPoolExecutor(1, "download")
        self._stops: dict[str, Flag] = {}

    def obey(self, spec: str, pause: bool) -> None:
        """Fetch the weights of that network, or stop."""
        if pause:
            stop = self._stops.pop(spec, None)
            if stop is not None:
                stop.set()
        elif spec not in self._stops:
            stop = self._stops[spec] = Flag()
            self._tell(Downloading(spec, "running", text("Waiting for other downloads…")))
            self._executor.submit(self._fetch, spec, stop)

    def close(self) -> None:
        """Stop, keep what has come, and wait for the thread."""
        for stop in self._stops.values():
            stop.set()
        self._executor.shutdown(wait=True)

    def _fetch(self, spec: str, stop: Flag) -> None:
        def progress(done: float | None, about: Text) -> None:
            if not stop.is_set():
                self._tell(Downloading(spec, "running", about, done))

        try:
            if stop.is_set():
                raise DownloadCancelled("{name} waits.", name=spec)
            fetch(spec, progress, stop.is_set)
        except DownloadCancelled:
            self._tell(Downloading(spec, "paused", text("Paused; what has come is kept.")))
        except Exception as error:
            self._tell(Downloading(spec, "failed", failure(error).about))
        else:
            self._tell(Downloading(spec, "done", text("On this computer."), 1.0))
        if self._stops.get(spec) is stop:
            del self._stops[spec]


def fetch(spec: str, progress: Callable[[float | None, Text], None], cancelled: Callable[[], bool]) -> None:
    """The weights of a network of torchvision's or timm's. Raises DeepVisError."""
    if spec.startswith(timm_networks.PREFIX):
        timm_networks.fetch(timm_networks.about(spec), progress, cancelled)
    else:
        catalog.fetch(spec, progress, cancelled)
