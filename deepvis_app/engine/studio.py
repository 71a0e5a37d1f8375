"""Where live frames are painted: the styles, the painter of the mixture in use, and what it records."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

from deepvis_app.engine.failures import failure
from deepvis_app.engine.messages import (
    Event,
    OpenStyles,
    Painting,
    Pixels,
    Record,
    RecordingEnded,
    Saved,
    SavePainting,
    StopRecording,
    StyleInfo,
    StyleRequest,
    StylesReady,
    StyleView,
)
from deepvis_app.engine.moment import Moment
from deepvis_app.engine.recording import Recording
from deepvis_app.engine.resolution import Resolution
from deepvis_app.engine.threads import Threads
from deepvis_app.errors import CheckpointError, RunError
from deepvis_app.nets import style_file
from deepvis_app.nets.brush import Brush, painted, shares, wished_size
from deepvis_app.nets.painting import LivePainter, faster
from deepvis_app.nets.resizing import resized
from deepvis_app.nets.style_file import Styles
from deepvis_app.pictures.saving import fit, save_png

_TRIAL = (120, 160)  # height and width of the frame with which the fastest way is found


class Studio:
    """Paints frames; all on the worker's thread, and nothing before the first one is asked for."""

    def __init__(self, tell: Callable[[Event], None], cores: int) -> None:
        self._tell = tell
        self._styles: Styles | None = None
        self._dtype: tuple[torch.device, torch.dtype] | None = None
        self._mixed: tuple[tuple[object, ...], LivePainter] | None = None
        self._resolution = Resolution()
        self._recording: Recording | None = None
        self.threads = Threads(cores)

    def obey(
        self, command: OpenStyles | SavePainting | Record | StopRecording, pixels: Pixels | None
    ) -> None:
        """`pixels` (H, W, 3): the newest frame. Raises RunError where there is none to save."""
        match command:
            case OpenStyles(own):
                self.open(own)
            case SavePainting():
                if pixels is None:
                    raise RunError("There is no picture yet to paint.")
                self._save(pixels, command)
                self._tell(Saved(command.path))
            case Record(path, rate):
                self.record(path, rate)
            case StopRecording():
                self.stop_recording()

    # ---- styles ----------------------------------------------------------------------------------------

    def open(self, own: Path) -> None:
        """Read the styles; a file of the user's own that is damaged is told, and the usual ones are taken."""
        self._styles, self._mixed = None, None
        shipped = style_file.load(style_file.default_file())
        self._styles = shipped
        if own.exists():
            try:
                self._styles = style_file.load(own)
            except CheckpointError as error:
                self._tell(failure(error))
        told = tuple(StyleInfo(one.name, one.title, one.thumbnail) for one in self._styles.styles)
        self._tell(StylesReady(told, sum(one.name not in shipped.names for one in told)))

    @property
    def styles(self) -> Styles:
        if self._styles is None:
            self._styles = style_file.load(style_file.default_file())
        return self._styles

    # ---- frames ----------------------------------------------------------------------------------------

    def view(self, pixels: Pixels, request: StyleRequest, device: torch.device, beside: float) -> StyleView:
        """`pixels` (H, W, 3) painted; `beside`: milliseconds that the frame has cost already."""
        self._prepare(request.painting, device)
        start = time.perf_counter()
        height, width = pixels.shape[:2]
        wished = wished_size(width, height, request.painting.size)
        share = 1.0 if request.exact else self._resolution.share(wished[0] * wished[1], beside)
        at = (max(1, round(wished[0] * share)), max(1, round(wished[1] * share)))
        painted = self._paint(pixels, request.painting, at)
        milliseconds = (time.perf_counter() - start) * 1000
        if request.painting.strength > 0:
            if not request.exact:
                self._resolution.note(milliseconds)
            self._watch(milliseconds, at)
        self._record(painted)
        shown = fit(width, height, request.width, request.height)
        before = resized(pixels, *shown) if request.before else None
        view = resized(painted, *shown)
        return StyleView(view, before, (width, height), wished, at, milliseconds)

    def _save(self, pixels: Pixels, command: SavePainting) -> None:
        """Paint `pixels` anew, exactly, and write the picture. Raises RunError."""
        save_png(command.path, Brush(self.styles, command.painting).paint(pixels), command.about)

    def _paint(self, pixels: Pixels, painting: Painting, at: tuple[int, int]) -> Pixels:
        if painting.strength <= 0:
            return pixels  # for which no painter need be there
        assert self._mixed is not None
        with _threads(self.threads.count):
            return painted(self._mixed[1], pixels, painting, at)

    def _prepare(self, painting: Painting, device: torch.device) -> None:
        """The painter of this mixture; folded anew only where it is another."""
        key = (painting.mix, device)
        if painting.strength <= 0 or (self._mixed is not None and self._mixed[0] == key):
            return
        mix, network = shares(self.styles, painting), self.styles.network
        if self._dtype is None or self._dtype[0] != device:
            self._dtype = (device, faster(network, device, _TRIAL))
            self._choose_threads(LivePainter(network, mix, self._dtype[1], device))
        self._mixed = (key, LivePainter(network, mix, self._dtype[1], device))

    def _choose_threads(self, painter: LivePainter) -> None:
        cells = painter.example(*_TRIAL)
        before = torch.get_num_threads()
        self.threads.measure(lambda: painter.run(cells), torch.set_num_threads, runs=5)
        torch.set_num_threads(before)

    def _watch(self, milliseconds: float, at: tuple[int, int]) -> None:
        """Threads are watched by what a frame of the trial's size would have taken."""
        self.threads.note(milliseconds * _TRIAL[0] * _TRIAL[1] / (at[0] * at[1]))

    # ---- films -----------------------------------------------------------------------------------------

    def record(self, path: Path, rate: float) -> None:
        """Every painting from now on; a film that is being recorded ends."""
        self.stop_recording()
        self._recording = Recording(path, rate)

    def stop_recording(self) -> None:
        """Also at the end of all: the film is then whole."""
        recording, self._recording = self._recording, None
        if recording is None:
            return
        try:
            frames, seconds = recording.finish()
        except Exception as error:
            self._tell(RecordingEnded(recording.path, 0, 0.0))
            self._tell(failure(error))
        else:
            self._tell(RecordingEnded(recording.path, frames, seconds, recording.about))

    def _record(self, painted: Pixels) -> None:
        if self._recording is not None:
            self._recording.add(painted)
            if self._recording.over:
                self.stop_recording()


def style_view(moment: Moment, request: StyleRequest) -> StyleView:
    beside = moment.forward_ms + moment.backward_ms
    return moment.studio.view(moment.pixels, request, moment.network.device, beside)


@contextmanager
def _threads(count: int) -> Iterator[None]:
    before = torch.get_num_threads()
    if count != before:
        torch.set_num_threads(count)
    try:
        yield
    finally:
        if count != before:
            torch.set_num_threads(before)
