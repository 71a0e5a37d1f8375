"""Loading a network beside the live views: on a thread of its own, the newest wish wins."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event as Flag

from deepvis_app.engine.messages import LoadProgress, NetworkSpec
from deepvis_app.i18n import Text
from deepvis_app.nets.network import Network


class Loader:
    """Loads one network at a time; another wish, or `cancel`, ends the one on its way.

    `tell` gets progress on the loading thread; `wake` is called there once there is something to `take`.
    """

    def __init__(self, tell: Callable[[LoadProgress], None], wake: Callable[[], None]) -> None:
        self._tell = tell
        self._wake = wake
        self._executor = ThreadPoolExecutor(1, "load")
        self._job: tuple[NetworkSpec, Future[Network], Flag] | None = None

    @property
    def spec(self) -> NetworkSpec | None:
        """What is being loaded."""
        return self._job[0] if self._job else None

    def start(self, spec: NetworkSpec) -> None:
        self.cancel()
        stop = Flag()
        future = self._executor.submit(self._load, spec, stop)
        self._job = (spec, future, stop)
        future.add_done_callback(lambda _: self._wake())

    def cancel(self) -> None:
        """What was on its way is forgotten, however it ends."""
        if self._job:
            self._job[2].set()
            self._job[1].cancel()
            self._job = None

    def take(self) -> tuple[NetworkSpec, Future[Network]] | None:
        """The load that has ended since the last take; its result is the network, or its error."""
        if self._job is None or not self._job[1].done():
            return None
        spec, future, _ = self._job
        self._job = None
        return spec, future

    def close(self) -> None:
        """Cancel, and wait for the thread."""
        self.cancel()
        self._executor.shutdown(wait=True)

    def _load(self, spec: NetworkSpec, stop: Flag) -> Network:
        def progress(done: float | None, about: Text) -> None:
            if not stop.is_set():
                self._tell(LoadProgress(about, done))

        network = Network.load(
            spec.spec,
            spec.weights,
            spec.seed,
            spec.device,
            arch=spec.arch,
            labels=spec.labels,
            allow_code=spec.allow_code,
            progress=progress,
            cancelled=stop.is_set,
        )
        _ = network.layers  # found here, where it holds up nobody
        return network
