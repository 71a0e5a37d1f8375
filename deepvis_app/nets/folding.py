"""Batch norm folded into the convolution before it, such that the convolution's own answer can be had."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class FoldedConv(nn.Module):
    """A convolution that answers what the batch norm after it would answer.

    Its weights are w * s and (b - mean) * s + beta, with s = gamma / sqrt(variance + eps), by channel.
    """

    def __init__(self, conv: nn.Conv2d, norm: nn.BatchNorm2d) -> None:
        super().__init__()
        assert norm.running_mean is not None
        assert norm.running_var is not None
        scale = torch.rsqrt(norm.running_var.double() + norm.eps)
        if norm.weight is not None:
            scale = scale * norm.weight.double()
        shift = -norm.running_mean.double() * scale
        if norm.bias is not None:
            shift = shift + norm.bias.double()
        bias = shift if conv.bias is None else shift + conv.bias.double() * scale
        dtype = conv.weight.dtype
        self.plain = conv
        self.weight = nn.Parameter((conv.weight.double() * scale[:, None, None, None]).to(dtype), False)
        self.bias = nn.Parameter(bias.to(dtype), False)
        self.scale = nn.Parameter(scale.to(dtype)[:, None, None], False)
        self.shift = nn.Parameter(shift.to(dtype)[:, None, None], False)
        self.eval()

    def forward(self, x: Tensor) -> Tensor:
        answer: Tensor = self.plain._conv_forward(x, self.weight, self.bias)
        return answer

    def normed(self, plain: Tensor) -> Tensor:
        """What `forward` answers, from what the convolution alone does."""
        return plain * self.scale + self.shift
