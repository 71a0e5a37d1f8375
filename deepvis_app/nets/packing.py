"""The convolutions of a frozen network, made ready for one picture after another of the same size."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd import Function
from torch.autograd.function import once_differentiable

from deepvis_app.nets.convolution import How
from deepvis_app.nets.packed import Packed

KEPT = 2  # shapes of inputs, of each convolution: the tiles of a picture are of about one size


class PackedConv(nn.Conv2d):
    """A convolution that keeps its weights packed, forward and backward, for the last shapes of inputs.

    A gradient is that of the input alone. Where its weights are to learn it is as ever. `asked`: the units
    that alone somebody looks at, where it is so; the others may answer 0.
    """

    kept: tuple[Packed, ...] = ()
    asked: tuple[int, ...] = ()

    def __getstate__(self) -> dict[str, Any]:
        """Without what is packed, which cannot be copied: a copy packs its own weights."""
        return {name: value for name, value in vars(self).items() if name != "kept"}

    def _conv_forward(self, input: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        learns = weight.requires_grad or (bias is not None and bias.requires_grad)
        if learns or input.ndim != 4 or input.dtype != weight.dtype or not input.numel():
            answer: Tensor = super()._conv_forward(input, weight, bias)
            return answer
        packed = self._packed(weight, input.shape)
        if input.requires_grad and torch.is_grad_enabled():
            return _Convolve.apply(input, bias, packed, self.asked)  # type: ignore[no-any-return, no-untyped-call]
        return packed(input, bias, self.asked)

    def _packed(self, weight: Tensor, shape: torch.Size) -> Packed:
        for packed in self.kept:
            if packed.weight is weight and packed.shape == shape:
                return packed
        how = How(self.stride, self.padding, self.dilation, self.groups)  # type: ignore[arg-type]
        self.kept = (Packed(weight, shape, how), *self.kept[: KEPT - 1])
        return self.kept[0]


class _Convolve(Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, bias: Tensor | None, packed: Packed, asked: tuple[int, ...]) -> Tensor:
        ctx.packed = packed
        return packed(x, bias, asked)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None, None]:
        return ctx.packed.gradient(*gradients), None, None, None


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
