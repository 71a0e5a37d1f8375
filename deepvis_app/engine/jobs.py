"""Long work in short steps between live frames: the table of jobs, and what runs them one by one."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any

import torch
from PIL import Image
from torch import Tensor, nn

from deepvis_app.engine.driving import DrivingParams
from deepvis_app.engine.indexing import IndexParams
from deepvis_app.engine.messages import (
    Event,
    Filmed,
    Indexed,
    JobEnded,
    JobItem,
    JobProgress,
    Learnt,
    Pixels,
    StartJob,
    Synthesised,
)
from deepvis_app.engine.painting_params import FilmParams, LearnParams
from deepvis_app.engine.unit_pictures import UnitPicturesParams
from deepvis_app.errors import RunError, UnknownNameError
from deepvis_app.i18n import Text, text
from deepvis_app.methods import NoParams, Target
from deepvis_app.methods.checking import CheckParams
from deepvis_app.methods.explain import ExplainParams
from deepvis_app.methods.ranking import RankingParams
from deepvis_app.methods.sheet import SheetParams
from deepvis_app.methods.synthesise import SynthesiseParams
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import from_pixels

Step = tuple[float, Pixels | None] | tuple[float, Pixels | None, JobItem]
TELL_EVERY = 0.25  # seconds between two partial pictures


@dataclass(frozen=True)
class Job:
    """One row: "module:function" gives f(network, image, target, layer, params) -> iterator of Step.

    `image` is the network's input; for those of the `whole` picture (1, 3, h, w), red, green, blue from 0 to
    1. A step takes at most 100 ms, and no context manager spans a `yield`. A step's picture may be changed
    by the next one; an item is not. One that is finished, or ends a frame of a film, is always told.
    `patient`: it runs for long and lets others go first. `quiet`: it is soon over. Without `of_picture` it
    needs none to be there; the image is then an empty one.
    """

    name: str
    title: Text
    function: str
    params: type = NoParams
    patient: bool = False
    quiet: bool = False
    of_picture: bool = True
    whole: bool = False

    def run(self) -> Callable[..., Iterator[Step]]:
        module, name = self.function.split(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]


def _table(*rows: Job) -> dict[str, Job]:
    table = {row.name: row for row in rows}
    assert len(table) == len(rows), "two jobs have the same name"
    return table


JOBS: Mapping[str, Job] = _table(
    Job(
        "unit_sheet",
        text("All units' backward pictures"),
        "deepvis_app.methods.sheet:unit_sheet",
        SheetParams,
    ),
    Job("explain", text("Explaining"), "deepvis_app.methods.explain:explain", ExplainParams),
    Job("sanity", text("Sanity check"), "deepvis_app.methods.checking:check", CheckParams),
    Job("rank_units", text("Ranking units"), "deepvis_app.methods.ranking:rank_units", RankingParams),
    Job(
        "index",
        text("Indexing pictures"),
        "deepvis_app.engine.indexing:index_pictures",
        IndexParams,
        patient=True,
        of_picture=False,
    ),
    Job(
        "drive",
        text("What drives the patches"),
        "deepvis_app.engine.driving:drive",
        DrivingParams,
        quiet=True,
        of_picture=False,
    ),
    Job(
        "synthesise",
        text("Making a picture"),
        "deepvis_app.methods.synthesise:synthesise",
        SynthesiseParams,
        whole=True,
    ),
    Job(
        "unit_pictures",
        text("Pictures of all units"),
        "deepvis_app.engine.unit_pictures:unit_pictures",
        UnitPicturesParams,
        patient=True,
        of_picture=False,
        whole=True,
    ),
    Job(
        "paint_video",
        text("Painting a video"),
        "deepvis_app.engine.filming:paint_video",
        FilmParams,
        patient=True,
        of_picture=False,
    ),
    Job(
        "learn_style",
        text("Learning a style"),
        "deepvis_app.engine.learning:learn",
        LearnParams,
        patient=True,
        of_picture=False,
    ),
)


@dataclass
class _Running:
    """A job that was started; `picture` is its newest, which its next step may change."""

    id: int
    row: Job
    steps: Iterator[Step]
    network: Network
    done: float = 0.0
    picture: Pixels | None = None
    item: JobItem | None = None
    began_at: float | None = None  # or went on after a pause, when `done_then` was done
    done_then: float = 0.0
    told_at: float = 0.0
    paused: bool = False

    def begin(self, now: float) -> None:
        if self.began_at is None:
            self.began_at, self.done_then = now, self.done

    def progress(self, now: float) -> JobProgress:
        done, left = self.done - self.done_then, None
        if isinstance(self.item, Indexed):  # it may have begun where another pass had ended
            left = self.item.seconds_left
        elif done > 0 and self.began_at is not None:
            left = (now - self.began_at) * (1 - self.done) / done
        picture = _kept(self.picture) if isinstance(self.item, Filmed | Learnt | None) else None
        title, quiet = self.row.title, self.row.quiet
        return JobProgress(self.id, title, self.done, left, picture, self.item, self.paused, quiet)

    def ended(self, cancelled: bool) -> JobEnded:
        return JobEnded(self.id, self.row.title, cancelled, _kept(self.picture), self.item)


class Jobs:
    """Runs the jobs that were started one after another, a step at a time, and tells how they fare.

    A patient one waits for those that are not; a paused one is passed over.
    """

    def __init__(self, tell: Callable[[Event], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._queue: deque[_Running] = deque()

    @property
    def active(self) -> bool:
        """Whether there is a step to do."""
        return self._next() is not None

    def start(self, command: StartJob, network: Network, pixels: Pixels | None) -> None:
        """Queue a job over the picture `pixels` (h, w, 3); None for one that needs none.

        Raises UnknownNameError for a job or an option that there is not.
        """
        job = JOBS.get(command.job)
        if job is None:
            raise UnknownNameError(
                "There is no job {name}. There are: {names}.", name=command.job, names=", ".join(JOBS)
            )
        target = Target(command.class_index, command.unit, command.neuron)
        steps = job.run()(
            network, _image(job, network, pixels), target, command.layer, _params(job, command.options)
        )
        running = _Running(command.id, job, steps, network)
        self._queue.append(running)
        self._tell(running.progress(self._clock()))

    def step(self) -> None:
        """One step of the job whose turn it is. What it raises, and leaves changed, ends it and is raised."""
        running = self._next()
        assert running is not None
        running.begin(self._clock())
        around = Surroundings(running.network)
        try:
            step = next(running.steps, None)
            if around.changed():
                raise RunError("The job {job} did not leave the network as it was.", job=running.row.title)
        except Exception:
            self._end(running, cancelled=True)
            around.restore()
            raise
        if step is None:
            self._end(running, cancelled=False)
            return
        running.done, running.picture, *items = step
        before, running.item = running.item, next(iter(items), None)
        due = running.item is not None and (running.item.finished or _frames(running.item) > _frames(before))
        if (now := self._clock()) - running.told_at >= TELL_EVERY or due:
            running.told_at = now
            self._tell(running.progress(now))

    def pause(self, number: int, paused: bool = True) -> None:
        """Let that job, if it has not ended, stand still or go on."""
        for running in self._queue:
            if running.id == number and running.paused != paused:
                running.paused, running.began_at = paused, None
                self._tell(running.progress(self._clock()))

    def cancel(self, number: int) -> None:
        """End that job, if it has not ended, with what it reached."""
        for running in [one for one in self._queue if one.id == number]:
            self._end(running, cancelled=True)

    def cancel_all(self) -> None:
        for running in list(self._queue):
            self._end(running, cancelled=True)

    def _next(self) -> _Running | None:
        ready = [running for running in self._queue if not running.paused]
        return next((one for one in ready if not one.row.patient), ready[0] if ready else None)

    def _end(self, running: _Running, cancelled: bool) -> None:
        self._queue.remove(running)
        if isinstance(running.steps, Generator):
            running.steps.close()
        self._tell(running.ended(cancelled))


class Surroundings:
    """What a step must leave as it was: grad mode, function modes, a network's hooks."""

    def __init__(self, network: Network) -> None:
        self._module = network.module
        self._before = self._now()

    def changed(self) -> bool:
        return self._now() != self._before

    def restore(self) -> None:
        """Take off what was left behind."""
        grad, _, modes, hooks = self._before
        torch.set_grad_enabled(grad)
        while torch._C._len_torch_function_stack() > modes:
            torch._C._pop_torch_function_stack()
        for table, handle in _hooks(self._module):
            if (id(table), handle) not in hooks:
                del table[handle]

    def _now(self) -> tuple[bool, bool, int, frozenset[tuple[int, int]]]:
        return (
            torch.is_grad_enabled(),
            torch.is_inference_mode_enabled(),
            torch._C._len_torch_function_stack(),
            frozenset((id(table), handle) for table, handle in _hooks(self._module)),
        )


def _hooks(module: nn.Module) -> list[tuple[dict[int, Any], int]]:
    """Every hook on a module or below it: the table that holds it, and its number there."""
    tables = (
        table
        for part in module.modules()
        for table in (
            part._forward_hooks,
            part._forward_pre_hooks,
            part._backward_hooks,
            part._backward_pre_hooks,
        )
        if table
    )
    return [(table, handle) for table in tables for handle in list(table)]


def _params(job: Job, options: Mapping[str, object]) -> Any:
    known = {field.name for field in fields(job.params)}
    for name in options:
        if name not in known:
            raise UnknownNameError(
                "The job {job} has no option {name}. There are: {names}.",
                job=job.name,
                name=name,
                names=", ".join(sorted(known)),
            )
    return job.params(**options)


def _image(job: Job, network: Network, pixels: Pixels | None) -> Tensor:
    if pixels is None:
        return network.example()
    if job.whole:
        return from_pixels(pixels).to(network.device)
    return network.preprocess(Image.fromarray(pixels))


def _frames(item: JobItem | None) -> int:
    return item.frames if isinstance(item, Synthesised) else 0


def _kept(picture: Pixels | None) -> Pixels | None:
    return None if picture is None else picture.copy()
