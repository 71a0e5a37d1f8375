"""What the network in use is compared with: a second network, or a frame that was kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from deepvis_app.engine.failures import failure
from deepvis_app.engine.loading import Loader
from deepvis_app.engine.messages import (
    Event,
    FramePinned,
    LoadProgress,
    LoadSecond,
    NetworkSpec,
    PinFrame,
    Pixels,
    SecondLoading,
    SecondLost,
    SecondReady,
)
from deepvis_app.i18n import text
from deepvis_app.nets import live

if TYPE_CHECKING:
    from deepvis_app.engine.answers import Shown


class Beside:
    """Loads the second network beside the live views, and keeps it and the frame."""

    def __init__(self, tell: Callable[[Event], None], wake: Callable[[], None]) -> None:
        self._tell = tell
        self._loader = Loader(self._tell_loading, wake)
        self.shown: Shown | None = None
        self.pinned: tuple[int, Pixels] | None = None  # its number

    def obey(self, command: LoadSecond | PinFrame, frame: int, pixels: Pixels | None) -> None:
        """`frame`, `pixels`: the newest."""
        if isinstance(command, LoadSecond):
            self._load(command.spec)
        else:
            self.pinned = (frame, pixels) if command.pinned and pixels is not None else None
            self._tell(FramePinned(self.pinned[0] if self.pinned else None))

    def _load(self, spec: NetworkSpec | None) -> None:
        self._loader.cancel()
        if spec is None:
            self.shown = None
        else:
            self._loader.start(spec)

    def take(self) -> bool:
        """Whether there is another network to compare with now; what failed is told."""
        loaded = self._loader.take()
        if loaded is None:
            return False
        from deepvis_app.engine.answers import Shown
        from deepvis_app.engine.ready import layer_infos

        spec, future = loaded
        try:
            network = future.result()
            self.shown = Shown(spec, network, live.fastest(network, network.example()))
            self._tell(SecondReady(spec, network.title, layer_infos(network)))
        except Exception as error:
            told = failure(error, spec.device)
            self._tell(SecondLost(told.about, told.details))
        return True

    def close(self) -> None:
        """Wait for the loading thread."""
        self._loader.close()

    def _tell_loading(self, progress: LoadProgress) -> None:
        self._tell(SecondLoading(progress.about, progress.done))


NOT_YET = text("There is nothing to compare with yet.")
