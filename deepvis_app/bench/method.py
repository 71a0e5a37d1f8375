"""`bench method:NAME`: a method against plain passes and against other tools, in one run."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from functools import partial
from statistics import median

import numpy as np
import torch
from torch import Tensor

from deepvis_app.bench import occlusion, peers, plain
from deepvis_app.bench.plain import Start
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.reduced import Reduced
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.steps import Stepped
from deepvis_app.bench.timing import Times, Work, interleaved, ratio, threads
from deepvis_app.methods import Method, Need, Output, Target, find
from deepvis_app.methods.answer import answer, image_for
from deepvis_app.methods.params import brief
from deepvis_app.methods.partial import outcome
from deepvis_app.nets import scouter
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.live import choose
from deepvis_app.nets.network import Network

HIDDEN_UNIT = {  # (method, precision) -> goal against captum's Neuron*
    (method, precision): Goal("<=", limit)
    for method in ("guided_backprop", "deconvnet")
    for precision, limit in (("float32", 0.8), ("bf16", 0.35))
}

CLASS_MAP = {"float32": Goal("<=", 1.05), "bf16": Goal("<=", 0.6)}
"""Grad-CAM against the faster of other tools."""

USUAL: Mapping[Need, str] = {Need.ATTENTION: "torchvision:vit_b_16", Need.SLOTS: "embedded"}
"""What methods with such a need are measured on, where nothing else is asked for."""

FULLY_CONNECTED = 0.9  # the same of AlexNet in bf16, whose time goes to reading the weights of its head


def bench(name: str, plan: Plan) -> Iterator[Row]:
    """Rows for each of the plan's networks: from a class and from a hidden unit, float32 and bf16.

    Everything runs with one thread, but for the plain passes, which take the fastest setting of all.
    """
    method = find(name)
    if name in ("occlusion", "occlusion_classes"):  # the same computation
        yield from occlusion.bench(name, plan)
        return
    usual = tuple(spec for need, spec in USUAL.items() if need in method.needs and not plan.networks)
    for spec in usual or plan.method_networks:
        network = plan.load(spec)
        with warnings.catch_warnings(), threads(1):
            warnings.simplefilter("ignore")  # captum tells of its hooks at each call
            for start in _starts(method, network):
                yield from _against_all(method, network, start, plan)


def _starts(method: Method, network: Network) -> Iterator[Start]:
    if method.output is Output.PICTURE:
        yield Start(None, (0,))
        return
    attentive = any("Attention" in layer.kind for layer in network.layers)
    from_class = Need.TARGET in method.needs and not {Need.LAYER, Need.SLOTS} & method.needs
    if Need.SLOTS in method.needs:
        yield from _of_slots(network)
    if from_class or (Need.ATTENTION in method.needs and attentive):
        yield Start(None, (0,))
    if not {Need.MAPS, Need.ATTENTION, Need.SLOTS} & method.needs and method.output is not Output.CUTOUT:
        yield _hidden(network)


def _of_slots(network: Network) -> Iterator[Start]:
    """The first class that the slots which ship know, where they are for this network."""
    slots = scouter.load(scouter.default_file())
    if slots.fits(network):
        yield Start(None, (network.labels.index(slots.labels[0]),))


def _against_all(method: Method, network: Network, start: Start, plan: Plan) -> Iterator[Row]:
    x = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(0))
    works = dict(_ours(method, network, x, start))
    tools = peers.of(method.name, network, x, start)
    works |= tools
    works["the plain forward"] = plain.forward(network, plan.rounds).run
    if Need.TARGET in method.needs:
        works["forward and backward"] = plain.forward_and_backward(network, start, plan.rounds).run
    times = interleaved(works, plan.rounds)
    of_class = "few steps" if method.output is Output.PICTURE else "class"
    where = f"{network.title}, {start.layer.name if start.layer else of_class}"
    for precision in ("float32", "bf16"):
        if precision not in works:
            continue
        note = f"{median(times[precision]):.1f} ms"
        for yardstick in works:
            if yardstick in ("float32", "bf16"):
                continue
            goal = _goal(method, network, start, precision, yardstick, times if yardstick in tools else {})
            what = f"{where}, {precision} against {yardstick}"
            yield Row(f"method:{method.name}", what, ratio(times, precision, yardstick), "x", goal, note)
    ours = works["float32"]
    if not method.live and isinstance(ours, Stepped):
        yield ours.row(f"method:{method.name}", f"{where}, float32")


def _goal(
    method: Method, network: Network, start: Start, precision: str, yardstick: str, times: Times
) -> Goal | None:
    if start.layer is not None and yardstick == "captum":
        return HIDDEN_UNIT.get((method.name, precision))
    tools = [tool for tool in times if tool in ("captum", "grad-cam")]
    if (
        method.name != "grad_cam"
        or not tools
        or yardstick != min(tools, key=lambda tool: median(times[tool]))
    ):
        return None
    if precision == "bf16" and network.spec == "torchvision:alexnet":
        return Goal("<=", FULLY_CONNECTED)
    return CLASS_MAP[precision]


def _ours(method: Method, network: Network, x: Tensor, start: Start) -> Iterator[tuple[str, Work]]:
    """Precision -> our work. Only live views run in bf16. A picture is made in as few steps as show one."""
    if method.output is Output.PICTURE:
        yield "float32", partial(_made, method, network, start)
        return
    from_unit = Need.TARGET in method.needs and Need.LAYER not in method.needs
    asked = (_target(start) if from_unit else None, start.layer.name if start.layer else None)
    yield "float32", Stepped(partial(method.run(), network, x, *asked, method.params()))
    if method.live:
        copy = choose(network, torch.bfloat16)
        reduced = Reduced(network, copy)
        yield "bf16", Stepped(partial(method.run(), reduced, copy.prepare(x), *asked, method.params()))


def _made(method: Method, network: Network, start: Start) -> Tensor:
    pictures = [np.random.default_rng(seed).integers(0, 256, (64, 64, 3), np.uint8) for seed in range(2)]
    image = image_for(method, network, pictures[0])
    target = _target(start) if Need.TARGET in method.needs else None
    others = pictures[1:] if method.others else []
    return outcome(answer(method, network, image, target, None, brief(method.params), others)).result


def _target(start: Start) -> Target:
    assert start.neuron is not None
    if start.layer is None:
        return Target(class_index=start.neuron[0])
    unit, *place = start.neuron
    return Target(unit=unit, neuron=(place[0], place[1]) if place else "max")


def _hidden(network: Network) -> Start:
    """The middle neuron of unit 0 of a convolution two thirds of the way through."""
    found: list[Layer] = [
        layer
        for layer in network.layers
        if layer.has_weights and len(layer.shape) == 3 and not layer.function
    ]
    layer = found[2 * len(found) // 3]
    return Start(layer, (0, layer.shape[1] // 2, layer.shape[2] // 2))
