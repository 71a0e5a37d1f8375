"""`bench click`: from a click on a unit to its backward picture, against the passes that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import median

from deepvis_app.bench import plain
from deepvis_app.bench.plain import Start
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.stage import Stage, opened
from deepvis_app.bench.timing import interleaved, ratio


def bench(plan: Plan) -> Iterator[Row]:
    """For each network, on a held frame: one truncated forward and backward beside each click."""
    for spec in plan.live_networks:
        network = plan.load(spec)
        with opened(plan.spec(spec), plan.threads) as stage:
            stage.show(("input", "classes", "inspector"))
            stage.session.set_frozen(True)
            stage.watch.over(0.3)
            name = stage.session.layer
            assert name is not None
            layer = network.layer(name)
            yardstick = plain.forward_and_backward(network, Start(layer), plan.rounds)
            click = partial(_click, stage, _turns(layer.units))
            times = interleaved({"click": click, "passes": yardstick.run}, plan.rounds)
        note = f"{median(times['click']):.1f} ms; {layer.name}; passes {yardstick.setting}"
        what = f"{network.title}: against forward and backward"
        yield Row("click", what, ratio(times, "click", "passes"), "x", Goal("<=", 1.2), note)


def _click(stage: Stage, units: Iterator[int]) -> None:
    stage.click(next(units))


def _turns(units: int) -> Iterator[int]:
    """Units, never the same twice in a row."""
    unit = 0
    while True:
        unit = (unit + max(1, units // 7)) % units
        yield unit
