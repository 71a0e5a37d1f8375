"""The yardsticks: a network's plain passes, by torch alone, in the fastest of several settings."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch
from torch import Tensor, nn

from deepvis_app.bench.timing import Work, fastest, threads
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network

ENOUGH = 5  # rounds to find the fastest setting in


@dataclass(frozen=True)
class Yardstick:
    """The fastest way found to do a plain pass, and how long it takes."""

    setting: str
    milliseconds: float
    run: Work


@dataclass(frozen=True)
class Start:
    """What a backward pass starts from: a neuron (unit, y, x) or (unit,) of `layer`, or a class (index,).

    No layer: the network's output. No neuron: its largest.
    """

    layer: Layer | None = None
    neuron: tuple[int, ...] | None = None


class _ReachedError(Exception):
    """Ends a forward pass at its layer."""


@cache
def forward(network: Network, rounds: int, most_threads: int = 2) -> Yardstick:
    """A forward pass of one resident picture in inference mode."""

    def work(module: nn.Module, x: Tensor) -> Work:
        @torch.inference_mode()
        def run() -> object:
            return module(x)

        return run

    return _fastest(network, work, rounds, most_threads)


@cache
def forward_and_backward(network: Network, start: Start, rounds: int, most_threads: int = 2) -> Yardstick:
    """A forward pass as far as `start`, and its gradient for the input."""

    def work(module: nn.Module, x: Tensor) -> Work:
        return lambda: gradient(module, x, start)

    return _fastest(network, work, rounds, most_threads)


def gradient(module: nn.Module, x: Tensor, start: Start) -> Tensor:
    """The gradient for `x` of what `start` names, computing nothing beyond it."""
    x = x.detach().requires_grad_()
    output = module(x) if start.layer is None else _up_to(module, start.layer, x)
    value = output[0][start.neuron] if start.neuron else output[0].max()
    return torch.autograd.grad(value, x)[0]


def _up_to(module: nn.Module, layer: Layer, x: Tensor) -> Tensor:
    reached: list[Tensor] = []
    calls = 0

    def stop(module: nn.Module, args: Any, output: Tensor) -> None:  # noqa: ARG001
        nonlocal calls
        calls += 1
        if calls > layer.call:
            reached.append(output)
            raise _ReachedError

    handle = module.get_submodule(layer.module).register_forward_hook(stop)
    try:
        module(x)
    except _ReachedError:
        return reached[0]
    finally:
        handle.remove()
    raise AssertionError("the layer was not reached")


def _fastest(
    network: Network, work: Callable[[nn.Module, Tensor], Work], rounds: int, most_threads: int
) -> Yardstick:
    """Of float32 and bf16, plain and channels_last, with 1 and more threads."""
    works: dict[str, Work] = {}
    for setting, module, x in _copies(network):
        run = work(module, x)
        for count in sorted({1, min(most_threads, os.cpu_count() or 1)}):
            works[f"{setting}, {count} thread{'s' if count > 1 else ''}"] = _threaded(run, count)
    name, milliseconds = fastest(works, min(rounds, ENOUGH))
    return Yardstick(name, milliseconds, works[name])


@cache
def _copies(network: Network) -> list[tuple[str, nn.Module, Tensor]]:
    x = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(0)).to(network.device)
    last = torch.channels_last
    plain = network.module
    ordered = copy.deepcopy(plain).to(memory_format=last)  # type: ignore[call-overload]
    half = copy.deepcopy(plain).to(torch.bfloat16, memory_format=last)  # type: ignore[call-overload]
    return [
        ("float32", plain, x),
        ("float32 channels_last", ordered, x.contiguous(memory_format=last)),
        ("bf16 channels_last", half, x.bfloat16().contiguous(memory_format=last)),
    ]


def _threaded(run: Work, count: int) -> Work:
    def work() -> None:
        with threads(count):
            run()

    return work
