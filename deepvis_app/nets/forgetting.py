"""A network's weights drawn anew, layer by layer from the last one, in a copy of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from deepvis_app.nets.network import Network

AT_ONCE = 1_000_000  # numbers drawn

Stage = tuple[str, ...]
"""Paths of modules that forget together: one with weights, and the norms that follow it."""


def stages(network: Network) -> list[Stage]:
    """All modules that hold parameters of their own, those that run last first."""
    order = {layer.module: place for place, layer in reversed(list(enumerate(network.layers)))}
    modules = {name: module for name, module in network.module.named_modules() if _own(module)}
    found: list[list[str]] = []
    for name in sorted(modules, key=lambda name: _place(name, order)):
        heavy = any(parameter.ndim > 1 for parameter in modules[name].parameters(recurse=False))
        if heavy or not found:
            found.append([name])
        else:
            found[-1].append(name)
    return [tuple(names) for names in reversed(found)]


def forgetting(network: Network, parts: list[Stage], seed: int = 0) -> Iterator[tuple[Stage, Network]]:
    """After each of `parts`, that stage and one and the same copy of `network`, which forgets more and more.

    Weights of convolutions and linear layers are drawn as He et al. 2015 do, their biases are 0, norms pass
    on what they get; other parameters are drawn with their own mean and deviation.
    """
    forgetful = network.apart()
    numbers = torch.Generator().manual_seed(seed)
    for part in parts:
        for name in part:
            _forget(forgetful.module.get_submodule(name), numbers)
        yield part, forgetful


def _own(module: nn.Module) -> bool:
    return next(module.parameters(recurse=False), None) is not None or isinstance(module, _BatchNorm)


def _place(name: str, order: dict[str, int]) -> int:
    """When the module runs; one that is not called itself runs with the module around it."""
    while name and name not in order:
        name = name.rpartition(".")[0]
    return order.get(name, -1)


@torch.no_grad()
def _forget(module: nn.Module, numbers: torch.Generator) -> None:
    """Gives `module` new tensors, since those that it has are the network's too."""
    if isinstance(module, (_BatchNorm, nn.LayerNorm, nn.GroupNorm)):
        _hold_own(module)
        module.reset_parameters()
        return
    plain = isinstance(module, (nn.Linear, nn.modules.conv._ConvNd))
    for name, learnt in list(module.named_parameters(recurse=False)):
        if plain:
            mean, deviation = 0.0, math.sqrt(2 / learnt[0].numel()) if name == "weight" else 0.0
        else:
            mean, deviation = float(learnt.mean()), float(learnt.std(correction=0))
        drawn = nn.Parameter(torch.empty_like(learnt), learnt.requires_grad)
        _draw(drawn, mean, deviation, numbers)
        module.register_parameter(name, drawn)


def _hold_own(module: nn.Module) -> None:
    for name, parameter in list(module.named_parameters(recurse=False)):
        module.register_parameter(name, nn.Parameter(parameter.clone(), parameter.requires_grad))
    for name, buffer in list(module.named_buffers(recurse=False)):
        setattr(module, name, buffer.clone())


def _draw(into: Tensor, mean: float, deviation: float, numbers: torch.Generator) -> None:
    """By parts, since a hundred million numbers take two seconds: work in slices may pause between them."""
    rows = into if into.ndim else into[None]
    for some in rows.split(max(1, AT_ONCE * len(rows) // rows.numel())):  # type: ignore[no-untyped-call]
        some.copy_(mean + deviation * torch.randn(some.shape, generator=numbers).to(some))
