"""Convolutions of one picture after another, with what follows them done in the same pass over memory."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from deepvis_app.nets.convolution import Convolution, How
from deepvis_app.nets.packing import can_pack


class Fused:
    """`conv` with another padding, and a rectifier after it where `rectified`.

    On the processor its weights are packed for the shape that came last.
    """

    def __init__(self, conv: nn.Conv2d, padding: int, rectified: bool) -> None:
        self._conv, self._rectified = conv, rectified
        self._how = How(conv.stride, (padding, padding), conv.dilation, conv.groups)  # type: ignore[arg-type]
        self._packs = can_pack(conv)
        self._packed: tuple[torch.Size, Convolution] | None = None

    def __call__(self, x: Tensor, onto: Tensor | None = None) -> Tensor:
        """`onto`: what the answer is added to, before it is rectified; it may be overwritten."""
        if not self._packs:
            return self._plainly(x, onto)
        if self._packed is None or self._packed[0] != x.shape:
            self._packed = x.shape, Convolution(self._conv.weight, x.shape, self._how)
        return self._packed[1](x, self._conv.bias, self._rectified, onto)

    def _plainly(self, x: Tensor, onto: Tensor | None) -> Tensor:
        answer = torch.conv2d(x, self._conv.weight, self._conv.bias, *self._how)
        if onto is not None:
            answer = answer.add_(onto)
        return answer.relu_() if self._rectified else answer
