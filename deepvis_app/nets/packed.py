"""A frozen convolution whose weights lie as the processor's library reads them, forward and backward.

oneDNN computes with weights in blocks of its own, and torch brings plain ones into them at every call: a
quarter of the time that a convolution of one picture takes, and more than half where maps are small.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

import torch
from torch import Tensor

from deepvis_app.nets.phases import Phases

FEW = 4  # channels of an input
HEAVY = 1000  # weights of a unit, from which it pays to look which units a gradient comes from
SPARSE = 8  # where it comes from at most one of so many, the others are left out


class How(NamedTuple):
    """As torch's convolution takes them, height first."""

    stride: tuple[int, int]
    padding: tuple[int, int]
    dilation: tuple[int, int] = (1, 1)
    groups: int = 1


class Packed:
    """A convolution by `weight` of inputs of `shape` (N, C, H, W) and of the weight's precision.

    What is packed is so when it is first needed.
    """

    def __init__(self, weight: Tensor, shape: torch.Size, how: How) -> None:
        self.weight, self.shape = weight, shape
        self._how = how
        sides = zip(shape[2:], weight.shape[2:], *how[:3], strict=True)
        reaches = [size + 2 * pad - far * (kernel - 1) - 1 for size, kernel, _, pad, far in sides]
        sizes = [reach // step + 1 for reach, step in zip(reaches, how.stride, strict=True)]
        self._answer = torch.Size([shape[0], len(weight), *sizes])
        self._rest = [reach % step for reach, step in zip(reaches, how.stride, strict=True)]
        inside = all(pad < kernel for pad, kernel in zip(how.padding, weight.shape[2:], strict=True))
        self._few = shape[1] <= FEW and how.groups == 1 and how.dilation == (1, 1) and inside

    def __call__(self, x: Tensor, bias: Tensor | None = None) -> Tensor:
        stride, padding, dilation, groups = self._how
        answer: Tensor = torch.ops.mkldnn._convolution_pointwise(
            x, self._forward, bias, padding, stride, dilation, groups, "none", [], ""
        )
        return answer

    def gradient(self, g: Tensor) -> Tensor:
        """By the input, from that by the answer."""
        g = g.contiguous(memory_format=torch.channels_last)
        if self._few:
            phases, convolution = self._phases
            return phases.picture(convolution(g))
        if self._how.groups == 1 and self.weight[0].numel() >= HEAVY:
            units = g.permute(0, 2, 3, 1).flatten(0, 2).abs().sum(0).nonzero()[:, 0]
            if SPARSE * len(units) <= len(self.weight):
                return self._of_units(g, units)
        stride, padding, dilation, groups = self._how
        answer: Tensor = torch.ops.mkldnn._convolution_transpose_pointwise(
            g, self._backward, None, padding, self._rest, stride, dilation, groups, "none", [], ""
        )
        return answer

    def _of_units(self, g: Tensor, units: Tensor) -> Tensor:
        x = torch.zeros(self.shape, dtype=g.dtype).contiguous(memory_format=torch.channels_last)
        if not len(units):
            return x
        stride, padding, dilation, groups = self._how
        how = (stride, padding, dilation, False, (0, 0), groups, (True, False, False))
        answer: Tensor = torch.ops.aten.convolution_backward(g[:, units], x, self.weight[units], None, *how)[
            0
        ]
        return answer

    @cached_property
    def _forward(self) -> Tensor:
        stride, *how = self._how
        return _reordered("convolution", self.weight, how[0], stride, *how[1:], list(self.shape))

    @cached_property
    def _backward(self) -> Tensor:
        stride, padding, *how = self._how
        where = (padding, self._rest, stride, *how, list(self._answer))
        return _reordered("convolution_transpose", self.weight, *where)

    @cached_property
    def _phases(self) -> tuple[Phases, Packed]:
        """What the gradient is made of, and the convolution that answers it."""
        with torch.inference_mode(False), torch.no_grad():
            phases = Phases.of(self.weight, self._how.stride, self._how.padding, self.shape[2:])
        return phases, Packed(phases.weight, self._answer, How(phases.stride, phases.padding))


def _reordered(operation: str, *how: Any) -> Tensor:
    with torch.inference_mode(False), torch.no_grad():
        packed: Tensor = getattr(torch.ops.mkldnn, f"_reorder_{operation}_weight")(*how)
    return packed
