"""A frozen convolution and its gradient, each in the way that is quickest for inputs of one shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import torch
from torch import Tensor

from deepvis_app.nets import winograd, winograd_tiles
from deepvis_app.nets.convolution import Convolution, How, Transposed
from deepvis_app.nets.phases import Phases
from deepvis_app.nets.winograd import Winograd
from deepvis_app.nets.winograd_tiles import WinogradTiles

FEW = 4  # channels of an input
HEAVY = 1000  # weights of a unit, from which it pays to look which units a gradient comes from
SKIPPED = 16  # places from one to the next that is looked at first
SPARSE = 8  # where at most one of so many counts, the others are left out


class Packed:
    """A convolution by `weight` of inputs of `shape` (N, C, H, W) and of the weight's precision.

    What it needs is made ready when it is first asked for.
    """

    def __init__(self, weight: Tensor, shape: torch.Size, how: How) -> None:
        self.weight, self.shape = weight, shape
        self._how = how
        sides = zip(shape[2:], weight.shape[2:], *how[:3], strict=True)
        reaches = [size + 2 * pad - far * (kernel - 1) - 1 for size, kernel, _, pad, far in sides]
        sizes = [reach // step + 1 for reach, step in zip(reaches, how.stride, strict=True)]
        self._answer = (shape[0], len(weight), *sizes)
        self._rest = [reach % step for reach, step in zip(reaches, how.stride, strict=True)]

    def __call__(self, x: Tensor, bias: Tensor | None = None, asked: Sequence[int] = ()) -> Tensor:
        """`asked`: units that alone are looked at, where there are such; others may answer 0."""
        if asked and SPARSE * len(asked) <= len(self.weight):
            return self._answer_of(list(asked), x, bias)
        return self._forward(x, bias)

    def _answer_of(self, units: list[int], x: Tensor, bias: Tensor | None) -> Tensor:
        answer = torch.empty(self._answer, dtype=x.dtype, memory_format=torch.channels_last).zero_()
        few = torch.conv2d(x, self.weight[units], None if bias is None else bias[units], *self._how)
        answer[:, units] = few
        return answer

    def gradient(self, g: Tensor) -> Tensor:
        """By the input, from that by the answer."""
        g = g.contiguous(memory_format=torch.channels_last)
        units = self._few_units(g)
        return self._backward(g) if units is None else self._of_units(g, units)

    def _few_units(self, g: Tensor) -> Tensor | None:
        """Those that all of a gradient comes from, where it pays to leave out the others."""
        if self._how.groups > 1 or self.weight[0].numel() < HEAVY:
            return None
        places = g.permute(0, 2, 3, 1).flatten(0, 2)
        for seen in (places[::SKIPPED], places):  # some places tell of most that there are many
            units = seen.abs().sum(0).nonzero()[:, 0]
            if SPARSE * len(units) > len(self.weight):
                return None
        return units

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
    def _forward(self) -> Convolution | Winograd | WinogradTiles:
        quick = _quick(self.weight, self.shape, self._how)
        return quick or Convolution(self.weight, self.shape, self._how)

    @cached_property
    def _backward(self) -> Callable[[Tensor], Tensor]:
        """For a gradient of all units, in channels_last."""
        if self._few:
            return self._by_phases()
        turned = self.weight.flip(2, 3).transpose(0, 1)
        quick = _quick(turned, self._answer, self._how)
        return quick or Transposed(self.weight, self._answer, self._how, self._rest)

    @property
    def _few(self) -> bool:
        """Whether the input has so few channels that its gradient goes by phases."""
        _, padding, dilation, groups = self._how
        inside = all(pad < kernel for pad, kernel in zip(padding, self.weight.shape[2:], strict=True))
        return self.shape[1] <= FEW and groups == 1 and dilation == (1, 1) and inside

    def _by_phases(self) -> Callable[[Tensor], Tensor]:
        with torch.inference_mode(False), torch.no_grad():
            phases = Phases.of(self.weight, self._how.stride, self._how.padding, self.shape[2:])
        convolution = Convolution(phases.weight, self._answer, How(phases.stride, phases.padding))
        return lambda g: phases.picture(convolution(g))


def _quick(weight: Tensor, shape: Sequence[int], how: How) -> Winograd | WinogradTiles | None:
    """With fewer multiplications, where that pays for inputs of `shape`."""
    if winograd_tiles.pays(weight, shape, how):
        return WinogradTiles(weight, shape)
    return Winograd(weight, shape) if winograd.pays(weight, shape, how) else None
