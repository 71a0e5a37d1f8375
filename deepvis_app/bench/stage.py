"""The real window, over a source that always holds a fresh frame, driven without a user."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal

from deepvis_app.bench.memory import held
from deepvis_app.engine.messages import (
    Failure,
    GridView,
    HeatView,
    InterventionsView,
    NetworkSpec,
    Pixels,
    Result,
    ScoresView,
    UnitView,
)
from deepvis_app.errors import RunError
from deepvis_app.settings import Settings
from deepvis_app.sources.picture_frame import next_number
from deepvis_app.sources.source import Source
from deepvis_app.ui.application import qt_application
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.theme import Theme

BEAT = 5  # milliseconds between two looks at whether the window's thread is free
PATIENCE = 120  # seconds in which a result must come
FRAMES = 16  # different pictures that the source goes round


class FreshFrames(Source):
    """When the worker takes a frame, the next one is handed in at once."""

    kind = "video"
    live = True
    taken = Signal()

    def __init__(self, width: int = 640, height: int = 480) -> None:
        super().__init__("fresh frames")
        random = np.random.default_rng(0)
        coarse = random.integers(0, 256, (height // 16, width // 16, 3), np.uint8)
        smooth = np.kron(coarse, np.ones((16, 16, 1), np.uint8))
        self._pictures = [np.roll(smooth, 8 * step, axis=1) for step in range(FRAMES)]
        self.taken.connect(self._next, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self.playing = True
        self._next()

    def stop(self) -> None:
        self.playing = False

    def _next(self) -> None:
        if self.playing:
            number = next_number()
            self._give(FreshFrame(number, self._pictures[number % FRAMES], self))


@dataclass(frozen=True)
class FreshFrame:
    """A Frame (engine.messages) that tells its source when it is taken."""

    number: int
    pixels: Pixels
    source: FreshFrames

    def rgb(self) -> Pixels:
        self.source.taken.emit()
        return self.pixels


@dataclass(frozen=True)
class Watched:
    """What came in `seconds`: frames looked at, and how long the window's thread was blocked, in ms.

    `memory`: MB that the process holds at the end, mapped files apart; None where the system does not tell.
    """

    results: int
    seconds: float
    blocked: tuple[float, ...]
    memory: float | None

    @property
    def rate(self) -> float:
        return self.results / self.seconds


Complete = Callable[[Result], bool]


class Watch(QObject):
    """Counts the results that are complete, and feels the pulse of the window's thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._results = self._number = 0
        self._complete: Complete = shows_core
        self._blocked: list[float] = []
        self._last = 0.0
        self._pulse = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._pulse.timeout.connect(self._beat)
        window.session.result.connect(self._count)

    def over(self, seconds: float, complete: Complete | None = None) -> Watched:
        """`complete`: which results count (the grid's and the scores')."""
        self._results, self._number, self._blocked = 0, 0, []
        self._complete = complete or shows_core
        begin = self._last = time.perf_counter()
        self._pulse.start()
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        self._pulse.stop()
        return Watched(self._results, time.perf_counter() - begin, tuple(self._blocked), held())

    def _count(self, result: Result) -> None:
        """A result that is complete counts for those since the last one that were not painted, too."""
        if self._number and self._complete(result):
            self._results += result.number - self._number
        self._number = result.number

    def _beat(self) -> None:
        now = time.perf_counter()
        self._blocked.append(max(0.0, 1000 * (now - self._last) - BEAT))
        self._last = now


class Stage(QObject):
    """A window at work. Made by `opened`, which also closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.session = window, window.session
        self.watch = Watch(window)
        self._fits: Complete | None = None
        self._found: list[Result] = []
        self._loop = QEventLoop(self)
        self._patience = QTimer(self, singleShot=True, interval=1000 * PATIENCE)
        self._patience.timeout.connect(self._loop.quit)
        self._failure: Failure | None = None
        self.session.result.connect(self._take)
        self.session.failed.connect(self._fail)

    def show(self, panels: Collection[str]) -> None:
        """These docks, and no others, beside the unit grid."""
        for name, dock in self.window.docks.items():
            dock.setVisible(name in panels)
        self.settle()

    def silence(self, silenced: bool) -> None:
        """The chosen unit, and no other; or none."""
        session = self.session
        session.interventions.clear()
        if silenced and session.unit_layer is not None:
            session.interventions.toggle_silenced(session.unit_layer, session.unit)

    def settle(self) -> None:
        """Until what is shown now is what comes."""
        self.watch.over(0.3)
        self.wait(lambda result: bool(result.views))

    def wait(self, fits: Complete) -> Result:
        """Until a result comes that fits. Raises RunError where none does."""
        self._fits = fits
        self._found.clear()
        self._patience.start()
        self._loop.exec()
        self._patience.stop()
        self._fits = None
        if self._found:
            return self._found[0]
        if self._failure is not None:
            raise RunError("The window failed: {why}", why=self._failure.about)
        raise RunError("The window showed no result within {seconds} s.", seconds=PATIENCE)

    def click(self, unit: int) -> float:
        """Choose a unit; milliseconds until its backward picture has come."""
        begin = time.perf_counter()
        self.session.set_unit(unit)
        self.wait(lambda result: shows_backward(result, unit))
        return 1000 * (time.perf_counter() - begin)

    def _take(self, result: Result) -> None:
        if self._fits is not None and self._fits(result):
            self._found.append(result)
            self._loop.quit()

    def _fail(self, failure: Failure) -> None:
        self._failure = failure
        self._loop.quit()


def do_without_screen() -> None:
    """Where there is none; before the application is made."""
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@contextmanager
def opened(spec: NetworkSpec, threads: int = 0) -> Iterator[Stage]:
    """The window with that network at work, its settings in a folder of its own."""
    do_without_screen()
    application = qt_application()
    with TemporaryDirectory() as folder:
        window = MainWindow(Settings(Path(folder) / "settings.json"), Theme(application, "dark"))
        try:
            window.resize(1280, 800)
            window.show()
            stage = Stage(window)
            window.begin(StartOptions(source="samples", model=spec, threads=threads))
            window.session.open_source(FreshFrames())
            stage.wait(lambda result: bool(result.views))
            yield stage
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shows_core(result: Result) -> bool:
    """Whether the unit grid and the scores are there."""
    return {GridView, ScoresView} <= {type(view) for view in result.views.values()}


def shows_backward(result: Result, unit: int | None = None) -> bool:
    """Whether the backward picture of `unit` (None: of any) is there."""
    views = [view for view in result.views.values() if isinstance(view, UnitView)]
    return any(view.backward is not None and unit in (None, view.unit) for view in views)


def shows_all(result: Result) -> bool:
    return shows_core(result) and shows_backward(result)


def shows_heat(result: Result) -> bool:
    """Whether an explanation over the input is there beside the grid and the scores."""
    heat = next((view for view in result.views.values() if isinstance(view, HeatView)), None)
    return shows_core(result) and heat is not None and heat.levels is not None


def shows_interventions(result: Result) -> bool:
    """Whether the scores with interventions are."""
    views = [view for view in result.views.values() if isinstance(view, InterventionsView)]
    return shows_core(result) and any(view.classes for view in views)
