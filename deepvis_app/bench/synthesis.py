"""`bench synthesis`: made pictures against lucent and a plain loop, and as another network judges them."""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import torch
from PIL import Image
from torch import Tensor

from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.timing import Work, interleaved, ratio, threads
from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.dream import dream, dream_layer
from deepvis_app.methods.maximise import maximise
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.picture import rounded
from deepvis_app.methods.synthesis_params import DreamParams, MaximiseParams, Precision
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.torchvision_import import torchvision

BENCH = "synthesis"
NETWORKS = ("embedded", "torchvision:resnet18", "torchvision:vgg16")
STEPS = 6  # of each timed run; what is set up before them is left out
LUCENT_SIZES = (128, 224)  # pixels: lucent's own, and that of the networks
CLASSES, RANKED, NEEDED = 20, 5, 10
GREY = torch.full((1, 3, 64, 64), 0.5)


def bench(plan: Plan) -> Iterator[Row]:
    """Steps against other ways, with one thread; the first picture; class pictures before the judge."""
    with threads(1):
        for spec in plan.networks or NETWORKS:
            network = plan.load(spec)
            yield from _visualising(network, plan)
            yield from _dreaming(network, plan)
        yield from _first_picture(plan)
        if plan.judge is not None:
            yield from _judged(plan, plan.judge)


def _visualising(network: Network, plan: Plan) -> Iterator[Row]:
    layer = _last_call(network, dream_layer(network))
    unit = _awake(network, layer)
    what = f"{network.title}, {layer}, feature visualisation step against lucent"
    if find_spec("lucent") is None:
        yield Row(BENCH, what, math.nan, note="torch-lucent is not installed")
        return
    what += ", {size} pixels, {precision}"
    for size in LUCENT_SIZES:
        works: dict[str, Work] = {"lucent": _lucent(network, layer, unit, size)}
        for precision in ("float32", "bfloat16"):
            works[precision] = _ours(network, layer, unit, size, precision)
        times = interleaved(works, plan.rounds)
        for precision in ("float32", "bfloat16"):
            goal = Goal("<=", 0.25) if precision == "float32" else None
            note = f"{median(times[precision]) / STEPS:.1f} ms a step; lucent sees at least 224 pixels"
            told = what.format(size=size, precision=precision)
            yield Row(BENCH, told, ratio(times, precision, "lucent"), "x", goal, note)


def _last_call(network: Network, layer: str) -> str:
    """Where its module answers for the last time in a pass: what lucent's hook keeps."""
    module = network.layer(layer).module
    return next(each.name for each in reversed(network.layers) if each.module == module)


def _awake(network: Network, layer: str) -> int:
    """The unit that answers most to noise: to a dead one lucent gives no gradient, and ours looks twice."""
    with torch.inference_mode():
        noise = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(0))
        maps = capture.forward(network, noise.to(network.device), [layer], to_end=False).maps[layer]
    return int(maps.flatten(2).mean(2)[0].argmax())


def _ours(network: Network, layer: str, unit: int, size: int, precision: Precision) -> Work:
    params = MaximiseParams(steps=10_000, size=size, precision=precision)
    run = maximise(network, GREY, Target(unit=unit), layer, params)
    next(run)
    return partial(_several, run)


def _several(run: Iterator[object]) -> None:
    for _ in range(STEPS):
        next(run)


def _lucent(network: Network, layer: str, unit: int, size: int) -> Work:
    """render_vis as its guide has it: a network fresh from the shelf, whose parameters take gradients too."""
    torchvision()  # which lucent imports without the remedy that it may need
    from lucent.optvis import objectives, param, render

    module = copy.deepcopy(network.module).requires_grad_(True)
    name = network.layer(layer).module.replace(".", "_")

    def work() -> None:
        render.render_vis(
            module,
            objectives.channel(name, unit),
            lambda: param.image(size),
            thresholds=(STEPS,),
            progress=False,
            show_image=False,
        )
        for part in module.modules():  # it leaves its hooks, which would slow the next run
            part._forward_hooks.clear()

    return work


def _dreaming(network: Network, plan: Plan) -> Iterator[Row]:
    """A step of the size of the network's input against the whole forward pass and .backward()."""
    layer = dream_layer(network)
    how = network.preprocessing
    works: dict[str, Work] = {"plain": _plain_dream(network, layer)}
    for precision in ("float32", "bfloat16"):
        params = DreamParams(steps=10_000, octaves=1, precision=precision)
        run = dream(network, torch.rand(1, 3, how.height, how.width), None, layer, params)
        next(run)
        works[precision] = partial(_several, run)
    times = interleaved(works, plan.rounds)
    for precision in ("float32", "bfloat16"):
        what = f"{network.title}, {layer}, DeepDream step against the plain way, {precision}"
        goal = Goal("<=", 0.5) if precision == "float32" else None
        note = f"{median(times[precision]) / STEPS:.1f} ms a step"
        yield Row(BENCH, what, ratio(times, precision, "plain"), "x", goal, note)


def _plain_dream(network: Network, layer: str) -> Work:
    module = copy.deepcopy(network.module).requires_grad_(True)
    kept: dict[str, Tensor] = {}
    place = module.get_submodule(network.layer(layer).module)
    place.register_forward_hook(lambda _module, _given, output: kept.update(maps=output.clone()))

    def work() -> None:
        x = network.example()
        for _ in range(STEPS):
            x = x.detach().requires_grad_()
            module(x)
            (kept["maps"].square().sum() / 2).backward()  # type: ignore[no-untyped-call]
            assert x.grad is not None
            x = x + 0.05 * x.grad / x.grad.abs().mean()

    return work


def _first_picture(plan: Plan) -> Iterator[Row]:
    network = plan.load("embedded")
    begin = time.perf_counter()
    next(maximise(network, GREY, Target(0), None))
    yield Row(BENCH, "first picture after the start", time.perf_counter() - begin, "s", Goal("<", 1.0))


def _judged(plan: Plan, file: Path) -> Iterator[Row]:
    """Of random classes, how many another network, trained apart, ranks among its first on their pictures."""
    network = plan.load("embedded")
    judge = Network.load(str(file))
    if judge.labels != network.labels:
        raise UsageError("{path} knows other classes than the embedded network; give another.", path=file)
    classes = sorted(random.Random(plan.seed).sample(range(len(network.labels)), CLASSES))
    found = []
    for index in classes:
        made = outcome(maximise(network, GREY, Target(index), None)).result
        with torch.inference_mode():
            scores = judge.module(judge.preprocess(Image.fromarray(rounded(made.numpy()))))[0]
        found.append(index in scores.topk(RANKED).indices.tolist())
    missed = ", ".join(
        network.labels[index] for index, right in zip(classes, found, strict=True) if not right
    )
    what = f"class pictures that {file.stem} ranks in its first {RANKED}, of {CLASSES}"
    yield Row(BENCH, what, sum(found), "", Goal(">=", NEEDED), f"missed: {missed}" if missed else "")
