"""A network's weights drawn anew, layer by layer from the last one, in a copy of its own."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from deepvis_app.nets.network import Network

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
    forgetful = replace(network, module=copy.deepcopy(network.module))
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
    if isinstance(module, (_BatchNorm, nn.LayerNorm, nn.GroupNorm)):
        module.reset_parameters()
        return
    plain = isinstance(module, (nn.Linear, nn.modules.conv._ConvNd))
    for name, parameter in module.named_parameters(recurse=False):
        if plain:
            mean, deviation = 0.0, math.sqrt(2 / parameter[0].numel()) if name == "weight" else 0.0
        else:
            mean, deviation = float(parameter.mean()), float(parameter.std(correction=0))
        parameter.copy_(mean + deviation * _normal(parameter, numbers))


def _normal(like: Tensor, numbers: torch.Generator) -> Tensor:
    return torch.randn(like.shape, generator=numbers).to(like)
