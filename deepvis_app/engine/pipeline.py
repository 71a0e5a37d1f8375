"""The worker's loop, without Qt: mail comes in, results and events go out. It owns the network.

1. Commands first: load, preprocessing, threads, start, pause and cancel jobs, save.
2. A network that has come takes the place of the one before.
3. The newest frame, or the last one anew where the view state changed, goes through the network once.
4. Its views are answered; one that fails is told once, and the others live on. What a screen would not show
   in time is not drawn (pace.py).
5. Half of the time goes to the job in hand.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import torch

from deepvis_app.engine import export, ready
from deepvis_app.engine.answers import Answers, Shown, release_memory
from deepvis_app.engine.beside import Beside
from deepvis_app.engine.downloads import Downloads
from deepvis_app.engine.failures import failure
from deepvis_app.engine.jobs import JOBS, Jobs
from deepvis_app.engine.loading import Loader
from deepvis_app.engine.mailbox import Mail, Mailbox
from deepvis_app.engine.messages import (
    CancelJob,
    Command,
    Download,
    Event,
    Failure,
    JobEnded,
    LoadNetwork,
    LoadProgress,
    LoadSecond,
    NetworkSpec,
    OpenStyles,
    PauseJob,
    PinFrame,
    Pixels,
    Precision,
    Record,
    Result,
    ResumeJob,
    Saved,
    SavePainting,
    SavePictures,
    SetPrecision,
    SetPreprocessing,
    SetThreads,
    StartJob,
    StopRecording,
    ViewState,
)
from deepvis_app.engine.pace import Pace
from deepvis_app.engine.studio import Studio
from deepvis_app.engine.threads import Threads
from deepvis_app.errors import RunError
from deepvis_app.i18n import text
from deepvis_app.nets import live
from deepvis_app.nets.memory import is_out_of_memory

MOST_OWED = 0.2  # seconds that live frames or a job may be behind the other


class Pipeline:
    """Takes from `mailbox` on one thread. `tell` gets events, on the loading thread too; `give` results."""

    def __init__(
        self,
        mailbox: Mailbox,
        tell: Callable[[Event], None],
        give: Callable[[Result], None],
        pace: Pace | None = None,
    ) -> None:
        self._mailbox = mailbox
        self._tell = tell
        self._give = give
        self._pace = pace or Pace(0)
        self._loader = Loader(tell, mailbox.wake)
        self._jobs = Jobs(tell)
        cores = torch.get_num_threads()
        self._studio = Studio(tell, cores)
        self._beside = Beside(tell, mailbox.wake)
        self._downloads = Downloads(tell)
        self._answers = Answers(tell, self._studio, self._beside)
        self._threads = Threads(cores)
        self._precision: Precision = "auto"
        self._shown: Shown | None = None
        self._pixels: Pixels | None = None
        self._frame = 0
        self._state: ViewState | None = None
        self._owed = 0.0  # seconds that jobs are behind live frames

    def run(self) -> None:
        """Until the mailbox is closed."""
        try:
            while (mail := self._mailbox.take(0 if self._jobs.active else self._pace.wait)) is not None:
                self.step(mail)
        finally:
            self._jobs.cancel_all()
            self._studio.stop_recording()
            self._loader.close()
            self._beside.close()
            self._downloads.close()

    def step(self, mail: Mail) -> None:
        """One round. Whatever fails is told; nothing is raised."""
        for command in mail.commands:
            brings = isinstance(command, LoadNetwork | SetPreprocessing)
            self._safely(partial(self._obey, command), ends_load=brings)
        swapped = self._safely(self._take_network, ends_load=True)
        swapped = self._beside.take() or swapped
        start = time.perf_counter()
        awaited = mail.state is not None or bool(swapped)
        fresh = self._take(mail) or awaited or self._pace.wait == 0
        if fresh:
            self._safely(partial(self._look, awaited))
        if self._jobs.active:
            self._share(time.perf_counter() - start if fresh else 0.0)

    # ---- commands ------------------------------------------------------------------------------------

    def _obey(self, command: Command) -> None:
        match command:
            case LoadNetwork(spec):
                self._loader.start(spec)
            case SetPreprocessing() | SetThreads() | SetPrecision():
                self._set_up(command)
            case StartJob():
                self._start(command)
            case CancelJob(number):
                self._cancel(number)
            case PauseJob(number) | ResumeJob(number):
                self._jobs.pause(number, isinstance(command, PauseJob))
            case Download(name, pause):
                self._downloads.obey(name, pause)
            case LoadSecond() | PinFrame():
                self._beside.obey(command, self._frame, self._pixels)
            case SavePictures():
                shown, pixels = self._present()
                export.save(shown.network, pixels, command)
                self._tell(Saved(command.path))
            case OpenStyles() | SavePainting() | Record() | StopRecording():
                self._studio.obey(command, self._pixels)

    def _set_up(self, command: SetPreprocessing | SetThreads | SetPrecision) -> None:
        match command:
            case SetPreprocessing():
                self._preprocess(command)
            case SetThreads(threads):
                self._threads.fix(threads)
                self._studio.threads.fix(threads)
                torch.set_num_threads(self._threads.count)
            case SetPrecision(precision):
                self._set_precision(precision)

    def _preprocess(self, command: SetPreprocessing) -> None:
        if self._shown is None:
            raise RunError("There is no network yet whose input could be changed.")
        network = self._shown.network.with_preprocessing(command.preprocessing)
        copy = live.choose(network, self._shown.live.dtype, packed=True)
        self._show(Shown(self._shown.spec, network, copy))

    def _set_precision(self, precision: Precision) -> None:
        """The present network is made ready anew, with its preprocessing as it is."""
        if precision == self._precision:
            return
        self._precision = precision
        if self._shown is not None:
            self._show(ready.show(self._shown.spec, self._shown.network, self._threads, precision))

    def _start(self, command: StartJob) -> None:
        try:
            row = JOBS.get(command.job)
            if self._shown is not None and row is not None and not row.of_picture:
                self._jobs.start(command, self._shown.network, None)
                return
            shown, pixels = self._present()
            self._jobs.start(command, shown.network, pixels)
        except Exception:
            self._tell(JobEnded(command.id, text("Job"), cancelled=True))
            raise

    def _cancel(self, number: int) -> None:
        """A job; 0: the loading of a network."""
        if number:
            self._jobs.cancel(number)
        elif self._loader.spec is not None:
            name = self._loader.spec.spec
            self._loader.cancel()
            self._tell(Failure(text("Loading {name} was stopped.", name=name), "", ends_load=True))

    def _present(self) -> tuple[Shown, Pixels]:
        if self._shown is None or self._pixels is None:
            raise RunError("There is no network or no picture yet to work on.")
        return self._shown, self._pixels

    # ---- the network -----------------------------------------------------------------------------------

    def _take_network(self) -> bool:
        """Whether another network is shown now."""
        loaded = self._loader.take()
        if loaded is None:
            return False
        spec, future = loaded
        try:
            network = future.result()
            self._tell(LoadProgress(text("Measuring how fast {name} runs…", name=network.title), None))
            shown = ready.show(spec, network, self._threads, self._precision)
        except Exception as error:
            if not is_out_of_memory(error) or spec.device == "cpu":
                raise
            self._use_processor(spec, error)
            return False
        self._show(shown)
        return True

    def _show(self, shown: Shown) -> None:
        self._jobs.cancel_all()
        event = ready.describe(shown, self._threads.count)
        self._shown = shown
        if self._state is not None:
            self._answers.forgive(self._state.generation)
        self._tell(event)

    def _use_processor(self, spec: NetworkSpec, error: Exception) -> None:
        about = text("The graphics memory ran out; the network now runs on the processor.")
        self._tell(failure(error, spec.device, about))
        self._shown = None
        release_memory()
        self._loader.start(replace(spec, device="cpu"))

    # ---- live frames -------------------------------------------------------------------------------------

    def _take(self, mail: Mail) -> bool:
        """Whether there is a new picture or a new view state."""
        fresh = mail.state is not None
        self._state = mail.state or self._state
        if mail.frame is not None:
            try:
                self._pixels = mail.frame.rgb()
                self._frame = mail.frame.number
                fresh = True
            except Exception as error:
                self._answers.failed("frame", error)
        return fresh

    def _look(self, awaited: bool) -> None:
        if self._shown is None or self._pixels is None or self._state is None:
            return
        device = self._shown.network.device
        drawn = self._pace.draws(awaited)
        try:
            result = self._answers.result(self._shown, self._pixels, self._frame, self._state, drawn)
        except Exception as error:
            if is_out_of_memory(error) and device.type != "cpu":
                self._use_processor(self._shown.spec, error)
            else:
                self._answers.failed("result", error, device)
            return
        if drawn:
            self._give(result)
        self._threads.note(result.forward_ms)
        if self._threads.count != torch.get_num_threads():
            torch.set_num_threads(self._threads.count)

    # ---- jobs --------------------------------------------------------------------------------------------

    def _share(self, live_seconds: float) -> None:
        """A step of the job in hand, unless live frames are behind and one has just come."""
        self._owed = min(self._owed + live_seconds, MOST_OWED)
        if live_seconds and self._owed <= 0:
            return
        start = time.perf_counter()
        self._safely(self._jobs.step)
        self._owed = max(self._owed - (time.perf_counter() - start), -MOST_OWED)

    def _safely(self, act: Callable[[], bool | None], *, ends_load: bool = False) -> bool | None:
        try:
            return act()
        except Exception as error:
            device = self._shown.network.device if self._shown else ""
            self._tell(failure(error, str(device), ends_load=ends_load))
            return None
