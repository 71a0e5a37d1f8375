"""The two ends of a backward pass: where it starts in a layer, and its picture at the input."""

from __future__ import annotations

from typing import Any, Literal

import torch
from torch import Tensor
from torch.autograd import Function

from deepvis_app.errors import OutOfRangeError
from deepvis_app.nets.rules import Rectifiers, Rule

Neuron = Literal["max", "all"] | tuple[int, int]


def start(maps: Tensor, unit: int, neuron: Neuron = "max") -> tuple[Tensor, tuple[int, int] | None]:
    """The scalar that a backward pass starts from, and the (y, x) where it does (None: a vector, or "all").

    `maps` (1, C, H, W) or (1, C). Starts with 1 at `unit`'s largest position ("max"), at every position
    ("all": the scalar is their sum), or at (y, x). Raises OutOfRangeError.
    """
    units = maps.shape[1]
    if not 0 <= unit < units:
        raise OutOfRangeError(
            "Unit {unit} does not exist: this layer has units 0 to {last}.", unit=unit, last=units - 1
        )
    if maps.ndim == 2:
        check_neuron(neuron, 1, 1)
        return _pick(maps, (0, unit)), None
    height, width = maps.shape[2:]
    check_neuron(neuron, height, width)
    if neuron == "all":
        return _pick(maps, (0, unit)), None
    if neuron == "max":
        neuron = divmod(int(maps[0, unit].detach().argmax()), width)
    return _pick(maps, (0, unit, *neuron)), neuron


def input_gradient(
    value: Tensor,
    x: Tensor,
    rectifiers: Rectifiers | None = None,
    rule: Rule = "gradient",
    retain: bool = False,
) -> Tensor:
    """The gradient of the scalar `value` by `x`, in the shape and precision of `x`; 0 where there is no path.

    `rectifiers`: the mode under which the forward pass ran, told here to go by `rule`. With `retain`
    further passes can follow the same forward pass. Only the input's gradient is computed.
    """
    if rectifiers is not None:
        rectifiers.rule = rule
    (gradient,) = torch.autograd.grad(value, x, retain_graph=retain, allow_unused=True)
    return torch.zeros_like(x) if gradient is None else gradient


def check_neuron(neuron: Neuron, height: int, width: int) -> None:
    """Raises OutOfRangeError where a map of that size has no such neuron."""
    if isinstance(neuron, tuple) and not (0 <= neuron[0] < height and 0 <= neuron[1] < width):
        raise OutOfRangeError(
            "Neuron {y},{x} does not exist: this layer's maps are {height} high and {width} wide.",
            y=neuron[0],
            x=neuron[1],
            height=height,
            width=width,
        )


def _pick(maps: Tensor, index: tuple[int, ...]) -> Tensor:
    """maps[index].sum(); its gradient keeps the memory format of `maps`, which plain indexing loses."""
    return _Pick.apply(maps, index)  # type: ignore[no-any-return, no-untyped-call]


class _Pick(Function):
    @staticmethod
    def forward(ctx: Any, maps: Tensor, index: tuple[int, ...]) -> Tensor:
        ctx.maps, ctx.index = maps.detach(), index
        return maps[index].sum()

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None]:
        seed = torch.zeros_like(ctx.maps)
        seed[ctx.index] = gradients[0]
        return seed, None
