"""Convolutions of one picture after another, with what follows them done in the same pass over memory."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from deepvis_app.nets.packing import Packed, can_pack, packed


class Fused:
    """`conv` with another padding, and a rectifier after it where `rectified`.

    On the processor its weights are packed for the shape that came last.
    """

    def __init__(self, conv: nn.Conv2d, padding: int, rectified: bool) -> None:
        self._conv, self._rectified = conv, rectified
        self._how = ((padding, padding), conv.stride, conv.dilation, conv.groups)
        self._packed: Packed | None = None
        self._packs = can_pack(conv)

    def __call__(self, x: Tensor, onto: Tensor | None = None) -> Tensor:
        """`onto`: what the answer is added to, before it is rectified; it may be overwritten."""
        if not self._packs:
            return self._plainly(x, onto)
        blocks, bias = self._blocks(x), self._conv.bias
        after = "relu" if self._rectified else "none"
        if onto is None:
            return torch.ops.mkldnn._convolution_pointwise(x, blocks, bias, *self._how, after, [], "")  # type: ignore[no-any-return]
        whole = onto.contiguous(memory_format=torch.channels_last)
        unary = "relu" if self._rectified else None
        torch.ops.mkldnn._convolution_pointwise_.binary(
            whole, x, blocks, bias, *self._how, "add", 1.0, unary, [], ""
        )
        return whole

    def _blocks(self, x: Tensor) -> Tensor:
        if self._packed is None or self._packed.shape != x.shape:
            self._packed = packed(self._conv.weight, self._how, x.shape)
        return self._packed.blocks

    def _plainly(self, x: Tensor, onto: Tensor | None) -> Tensor:
        padding, stride, dilation, groups = self._how
        conv = self._conv
        answer = torch.conv2d(x, conv.weight, conv.bias, stride, padding, dilation, groups)
        if onto is not None:
            answer = answer.add_(onto)
        return answer.relu_() if self._rectified else answer
