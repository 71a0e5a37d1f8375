"""Convolutions whose weights lie as the processor's library reads them, so that no pass reorders them anew.

oneDNN computes with weights in blocks of its own, and torch brings plain ones into them at every call: a
quarter of the time that a convolution of one picture takes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor, nn


class Packed(NamedTuple):
    """`blocks`: what `weight` is for inputs of that `shape`."""

    weight: Tensor
    shape: torch.Size
    blocks: Tensor


def packed(weight: Tensor, how: tuple[Any, ...], shape: torch.Size) -> Packed:
    """`how`: padding, stride, dilation and groups of the convolution; `shape`: of what it takes."""
    with torch.inference_mode(False), torch.no_grad():
        return Packed(weight, shape, _reordered(weight.to_mkldnn(), *how, list(shape)))


class PackedConv(nn.Conv2d):
    """A convolution that keeps a packed copy of the weights of its first call, for inputs of that shape.

    It answers with that copy where no gradient is asked for; given other weights or another shape, as ever.
    """

    packed: Packed | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Without what is packed, which cannot be copied: a copy packs its own weights."""
        return {name: value for name, value in vars(self).items() if name != "packed"}

    def _conv_forward(self, input: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        if input.requires_grad and torch.is_grad_enabled():
            return self._plain(input, weight, bias)
        how = (self.padding, self.stride, self.dilation, self.groups)
        if self.packed is None:
            self.packed = packed(weight, how, input.shape)
        if weight is not self.packed.weight or input.shape != self.packed.shape:
            return self._plain(input, weight, bias)
        answer: Tensor = torch.ops.mkldnn._convolution_pointwise(
            input, self.packed.blocks, bias, *how, "none", [], ""
        )
        return answer

    def _plain(self, input: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        answer: Tensor = super()._conv_forward(input, weight, bias)
        return answer


_reordered: Any = torch._C._nn.mkldnn_reorder_conv2d_weight  # whose stub knows but one argument


def can_pack(conv: nn.Conv2d) -> bool:
    """Not where torch has no oneDNN, nor in bfloat16 on a processor that oneDNN has no bfloat16 for."""
    return bool(
        torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
        and conv.weight.device.type == "cpu"
        and (conv.weight.dtype == torch.float32 or (conv.weight.dtype == torch.bfloat16 and knows_bfloat16()))
        and conv.padding_mode == "zeros"
        and not isinstance(conv.padding, str)
    )


def knows_bfloat16() -> bool:
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def pack(module: nn.Module) -> None:
    """Let the convolutions of `module`, which is on the CPU and frozen, pack their weights when first called.

    Names, parameters and hooks stay what they are.
    """
    for each in module.modules():
        if type(each) is nn.Conv2d and can_pack(each):
            each.__class__ = PackedConv  # the same object: whoever knows it goes on knowing it
