"""Live painting: frames a second through the real window, and what the window and the engine add."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import median

import torch
from torch import Tensor

from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.stage import Complete, FreshFrames, Stage, Watched, opened
from deepvis_app.bench.timing import Work, fastest, interleaved, threads
from deepvis_app.engine.messages import Result, StyleView
from deepvis_app.nets import style_file
from deepvis_app.nets.style_net import Painter

SIZES = ((640, 480, 40.0), (320, 240, 60.0))  # of frames, and how many a second there should be
MOST_ADDED = 1.5  # milliseconds
PASSES = 5  # plain passes beside each run
MOST_THREADS = 2


def rows(plan: Plan) -> Iterator[Row]:
    """For each size: the panel Style over the whole window, then with the grid and the scores beside it."""
    with opened(plan.spec("embedded"), plan.threads) as stage:
        for width, height, goal in SIZES:
            yield from _of_size(stage, plan, width, height, goal)


def _of_size(stage: Stage, plan: Plan, width: int, height: int, goal: float) -> Iterator[Row]:
    name = f"{width}x{height}"
    setting, work = plain_pass(width, height, plan.rounds)
    stage.session.open_source(FreshFrames(width, height))
    complete = partial(paints, width, height)
    stage.show(("style",))
    stage.window.filling.begin(stage.window.docks["style"])
    stage.wait(complete)
    runs, passes = _runs(stage, plan, work, complete)
    rate = median(run.rate for run in runs)
    note = f"plain pass {median(passes):.1f} ms, {setting}"
    yield Row("style", f"{name}: painted live, whole window", rate, "/s", Goal(">=", goal), note)
    added = median(1000 / run.rate - ms for run, ms in zip(runs, passes, strict=True))
    yield Row("style", f"{name}: added to a plain pass", added, "ms", Goal("<=", MOST_ADDED), note)
    stage.window.filling.end()
    stage.show(("input", "classes", "style"))
    beside, _ = _runs(stage, plan, work, complete)
    rate = median(run.rate for run in beside)
    yield Row("style", f"{name}: painted live beside grid and scores", rate, "/s")


def _runs(stage: Stage, plan: Plan, work: Work, complete: Complete) -> tuple[list[Watched], list[float]]:
    """Live runs, and the milliseconds of a plain pass beside each."""
    runs, passes = [], []
    for _ in range(plan.runs):
        stage.session.set_frozen(True)
        stage.watch.over(0.2)
        passes.append(median(interleaved({"plain": work}, PASSES)["plain"]))
        stage.session.set_frozen(False)
        stage.settle()
        runs.append(stage.watch.over(plan.seconds, complete))
    return runs, passes


def plain_pass(width: int, height: int, rounds: int) -> tuple[str, Work]:
    """The network's own pass over a resident frame, folded, in the fastest of several settings."""
    network = style_file.load(style_file.default_file()).network
    mix = torch.eye(network.styles)[0]
    works: dict[str, Work] = {}
    for dtype in (torch.float32, torch.bfloat16):
        work = partial(_pass, network.painter(mix, dtype), torch.rand(1, 3, height, width).to(dtype))
        for count in range(1, MOST_THREADS + 1):
            setting = f"{str(dtype).removeprefix('torch.')}, {count} thread{'s' if count > 1 else ''}"
            works[setting] = partial(_with, count, work)
    name, _ = fastest(works, rounds)
    return name, works[name]


@torch.inference_mode()
def _pass(painter: Painter, picture: Tensor) -> Tensor:
    painted: Tensor = painter(picture)
    return painted


def _with(count: int, work: Work) -> object:
    with threads(count):
        return work()


def paints(width: int, height: int, result: Result) -> bool:
    """Whether a painting of such a frame is there, at its full resolution."""
    views = [view for view in result.views.values() if isinstance(view, StyleView)]
    return any(view.frame == view.painted == (width, height) for view in views)
