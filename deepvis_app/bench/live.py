"""`bench live`: frames a second through the real window, and what they cost it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import numpy as np

from deepvis_app.bench import plain
from deepvis_app.bench.plain import Yardstick
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.stage import (
    Complete,
    Stage,
    Watched,
    opened,
    shows_all,
    shows_core,
    shows_heat,
    shows_interventions,
)
from deepvis_app.bench.timing import interleaved

RATES = {"torchvision:vgg16": (15.0, 8.0)}  # frames a second: grid and scores, with a backward picture
USUAL_RATES = (60.0, 30.0)
SLOW = 10.0  # ms of a plain pass from which the share of its rate counts, below it the time added
PASSES = 5  # plain passes beside each live run


@dataclass(frozen=True)
class Setting:
    """The docks that are open, and what a result must hold to count."""

    panels: tuple[str, ...]
    complete: Complete
    heat: bool = False  # Grad-CAM over the input
    silenced: bool = False  # one unit


CORE = Setting(("input", "classes"), shows_core)
WITH_UNIT = Setting(("input", "classes", "inspector"), shows_all)
EXPLAINED = Setting(("input", "classes"), shows_heat, heat=True)
INTERVENED = Setting(("input", "classes", "intervene"), shows_interventions, silenced=True)
EXPLAINED_SHARE = 0.6  # of the plain pass's rate, at least


def bench(plan: Plan) -> Iterator[Row]:
    """For each network: grid and scores, then with a unit's guided backprop, with an explanation over the
    input, and with a unit silenced.
    """
    for spec in plan.live_networks:
        yield from _network(spec, plan)


def _network(spec: str, plan: Plan) -> Iterator[Row]:
    network = plan.load(spec)
    yardstick = plain.forward(network, plan.rounds)
    rates = RATES.get(spec, USUAL_RATES)
    with opened(plan.spec(spec), plan.threads) as stage:
        ready = stage.session.network
        assert ready is not None
        note = f"{ready.precision}, {ready.threads} thread{'s' if ready.threads > 1 else ''}"
        runs, passes = _runs(stage, CORE, yardstick, plan)
        rate = median(run.rate for run in runs)
        name = network.title
        yield Row("live", f"{name}: grid and scores", rate, "/s", Goal(">=", rates[0]), note)
        yield _against(name, runs, passes, yardstick)
        more, _ = _runs(stage, WITH_UNIT, yardstick, plan)
        rate = median(run.rate for run in more)
        yield Row("live", f"{name}: with guided backprop", rate, "/s", Goal(">=", rates[1]), note)
        explained, passes = _runs(stage, EXPLAINED, yardstick, plan)
        share, words = _share(explained, passes), "Grad-CAM over the input, share of the plain pass's rate"
        yield Row("live", f"{name}: {words}", share, "x", Goal(">=", EXPLAINED_SHARE), note)
        touched, _ = _runs(stage, INTERVENED, yardstick, plan)
        yield Row("live", f"{name}: a unit silenced", median(run.rate for run in touched), "/s", note=note)
        yield _blocked(name, [*runs, *more, *explained, *touched])
        yield from _grown(name, more)


def _runs(
    stage: Stage, setting: Setting, yardstick: Yardstick, plan: Plan
) -> tuple[list[Watched], list[float]]:
    """Live runs in that setting, and the milliseconds of a plain pass beside each."""
    stage.session.set_heat(setting.heat)
    stage.silence(setting.silenced)
    stage.show(setting.panels)
    runs, passes = [], []
    for _ in range(plan.runs):
        stage.session.set_frozen(True)
        stage.watch.over(0.2)
        passes.append(median(interleaved({"plain": yardstick.run}, PASSES)["plain"]))
        stage.session.set_frozen(False)
        stage.settle()
        runs.append(stage.watch.over(plan.seconds, setting.complete))
    return runs, passes


def _against(name: str, runs: list[Watched], passes: list[float], yardstick: Yardstick) -> Row:
    """The share of the plain pass's rate where that is slow, else what is added to it."""
    note = f"plain {median(passes):.1f} ms, {yardstick.setting}"
    if median(passes) >= SLOW:
        share = _share(runs, passes)
        return Row("live", f"{name}: share of the plain pass's rate", share, "x", Goal(">=", 0.9), note)
    added = median(1000 / run.rate - ms for run, ms in zip(runs, passes, strict=True))
    return Row("live", f"{name}: added to a plain pass", added, "ms", Goal("<=", 1.5), note)


def _share(runs: list[Watched], passes: list[float]) -> float:
    return median(run.rate * ms / 1000 for run, ms in zip(runs, passes, strict=True))


def _blocked(name: str, runs: list[Watched]) -> Row:
    longest = float(np.percentile([ms for run in runs for ms in run.blocked], 99.9))
    return Row("live", f"{name}: window blocked, 99.9th percentile", longest, "ms", Goal("<", 30))


def _grown(name: str, runs: list[Watched]) -> Iterator[Row]:
    """From the end of the first run, when all that is kept is there, to the end of the last."""
    first, last = runs[0], runs[-1]
    if first.memory is not None and last.memory is not None and len(runs) > 1:
        note = f"over {sum(run.results for run in runs[1:]):,} frames"
        grown = last.memory - first.memory
        yield Row("live", f"{name}: growth of memory", grown, "MB", Goal("<", 20), note)
