"""`bench method:occlusion`: against captum in the batch that suits it best, both over the same squares."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from statistics import median
from typing import Any

import torch
from torch import Tensor

from deepvis_app.bench.plan import Plan
from deepvis_app.bench.reduced import Reduced
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.steps import Stepped
from deepvis_app.bench.timing import Work, interleaved, ratio, threads
from deepvis_app.methods import Target
from deepvis_app.methods.occlusion import occlusion
from deepvis_app.methods.params import OcclusionParams
from deepvis_app.nets.live import choose
from deepvis_app.nets.network import Network

BATCHES = (8, 16, 32)
ROUNDS = 2  # each takes many seconds
GOALS = {
    ("torchvision:alexnet", "float32"): 0.5,
    ("torchvision:alexnet", "bf16"): 0.22,
    ("torchvision:vgg16", "float32"): 0.25,
    ("torchvision:vgg16", "bf16"): 0.12,
}
OTHERS = {"bf16": 0.45}


def bench(name: str, plan: Plan) -> Iterator[Row]:
    """Squares of a fifth of the picture, half of that apart; float32 and bf16, with one thread."""
    for spec in plan.method_networks:
        network = plan.load(spec)
        with warnings.catch_warnings(), threads(1):
            warnings.simplefilter("ignore")
            yield from _rows(name, network, min(plan.rounds, ROUNDS))


def _rows(name: str, network: Network, rounds: int) -> Iterator[Row]:
    x = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(0))
    side = max(1, min(x.shape[2:]) // 5)
    stride = max(1, side // 2)
    params = OcclusionParams(side, stride, "zero")
    half = choose(network, torch.bfloat16)
    ours = Stepped(partial(occlusion, network, x, Target(0), None, params))
    reduced: Any = Reduced(network, half)
    works: dict[str, Work] = {
        "float32": ours,
        "bf16": Stepped(partial(occlusion, reduced, half.prepare(x), Target(0), None, params)),
    }
    tools = _captum(network, x, side, stride) if find_spec("captum") else {}
    times = interleaved(works | tools, rounds)
    if not tools:
        for precision in works:
            yield Row(f"method:{name}", f"{network.title}, {precision}", median(times[precision]), "ms")
        return
    yield ours.row(f"method:{name}", f"{network.title}, float32")
    best = min(tools, key=lambda tool: median(times[tool]))
    for precision in works:
        limit = GOALS.get((network.spec, precision), OTHERS.get(precision))
        goal = None if limit is None else Goal("<=", limit)
        what = f"{network.title}, {precision} against {best}"
        note = f"{median(times[precision]):.0f} ms"
        yield Row(f"method:{name}", what, ratio(times, precision, best), "x", goal, note)


def _captum(network: Network, x: Tensor, side: int, stride: int) -> dict[str, Work]:
    from captum.attr import Occlusion

    tool = Occlusion(copy.deepcopy(network.module))
    square = {"sliding_window_shapes": (x.shape[1], side, side), "strides": (x.shape[1], stride, stride)}

    def work(batch: int) -> Work:
        @torch.inference_mode()
        def run() -> object:
            return tool.attribute(x, target=0, baselines=0, perturbations_per_eval=batch, **square)

        return run

    return {f"captum, {batch} at once": work(batch) for batch in BATCHES}
