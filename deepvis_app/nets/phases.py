"""The gradient of a convolution for an input of few channels, as another convolution.

The processor's library computes channels sixteen at a time: of three, as pictures have, it throws most away.
Here the pixels of a small block are channels instead, which takes a third of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

SMALLEST_BLOCK = 2  # pixels a side: of colours, 12 channels


class Phases(NamedTuple):
    """By `weight` (channels x block pixels, out, taps, taps), `stride` and `padding` the convolution of
    gradients answers blocks of pixels; those of the picture begin at `before`.
    """

    weight: Tensor
    stride: tuple[int, int]
    padding: tuple[int, int]
    before: tuple[int, int]
    block: tuple[int, int]
    size: tuple[int, int]

    @classmethod
    def of(
        cls,
        weight: Tensor,
        stride: Sequence[int],
        padding: Sequence[int],
        size: Sequence[int],
    ) -> Phases:
        """Of a convolution by `weight` (out, in, h, w), undilated and of one group, of inputs of `size`; its
        padding is smaller than its kernel.
        """
        down, across = (_Axis.of(*each) for each in zip(weight.shape[2:], stride, padding, size, strict=True))
        phases = torch.einsum("rta,sub,ocab->crsotu", down.taps.to(weight), across.taps.to(weight), weight)
        return cls(
            phases.flatten(0, 2).contiguous(memory_format=torch.channels_last),
            (down.step, across.step),
            (down.padding, across.padding),
            (down.before, across.before),
            (len(down.taps), len(across.taps)),
            (size[0], size[1]),
        )

    def picture(self, blocks: Tensor) -> Tensor:
        """The answer as (N, channels, height, width)."""
        height, width = self.size
        (top, left), (high, wide) = self.before, self.block
        blocks = blocks[:, :, top : top - (-height // high), left : left - (-width // wide)]
        count, _, rows, columns = blocks.shape
        pixels = blocks.reshape(count, -1, high, wide, rows, columns).permute(0, 1, 4, 2, 5, 3)
        return pixels.flatten(4, 5).flatten(2, 3)[:, :, :height, :width]


class _Axis(NamedTuple):
    """`taps` (pixel of a block, value of the gradient, tap of the kernel): 1 where they meet, else 0."""

    taps: Tensor
    step: int
    padding: int
    before: int

    @classmethod
    def of(cls, kernel: int, stride: int, padding: int, size: int) -> _Axis:
        """Pixel r of block q is met, by tap r + padding - stride t, by the gradient's value step q + t."""
        block = max(stride, SMALLEST_BLOCK // stride * stride)
        step, ahead = block // stride, (kernel - 1 - padding) // stride  # -ahead is the first t
        count = (block - 1 + padding) // stride + ahead + 1
        pixel, value = torch.arange(block)[:, None], torch.arange(count) - ahead
        tap = pixel + padding - stride * value
        taps = (tap[:, :, None] == torch.arange(kernel)).float()
        values, blocks, before = (size + 2 * padding - kernel) // stride + 1, -(-size // block), 0
        while (values + 2 * (ahead + before * step) - count) // step + 1 < before + blocks:
            before += 1  # both sides are padded alike, though one may need more
        return cls(taps, step, ahead + before * step, before)
