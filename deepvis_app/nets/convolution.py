"""A convolution whose weights lie as the processor's library reads them.

oneDNN computes with weights in blocks of its own, and torch brings plain ones into them at every call: a
quarter of the time that a convolution of one picture takes, and more than half where maps are small.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor


class How(NamedTuple):
    """As torch's convolution takes them, height first."""

    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int] = (0, 0)
    dilation: tuple[int, int] = (1, 1)
    groups: int = 1


class Convolution:
    """By frozen `weight` (out, in / groups, h, w), of inputs of `shape` (N, in, H, W)."""

    def __init__(self, weight: Tensor, shape: Sequence[int], how: How) -> None:
        self._stride, *self._how = how
        padding, *rest = self._how
        with torch.inference_mode(False), torch.no_grad():
            self._packed: Tensor = torch.ops.mkldnn._reorder_convolution_weight(
                weight, padding, self._stride, *rest, list(shape)
            )

    def __call__(
        self, x: Tensor, bias: Tensor | None = None, rectified: bool = False, onto: Tensor | None = None
    ) -> Tensor:
        """In the same pass the answer is added to `onto`, which may be overwritten, and `rectified`."""
        padding, *rest = self._how
        how = (padding, self._stride, *rest)
        if onto is None:
            after = "relu" if rectified else "none"
            answer: Tensor = torch.ops.mkldnn._convolution_pointwise(
                x, self._packed, bias, *how, after, [], ""
            )
            return answer
        whole = onto.contiguous(memory_format=torch.channels_last)
        torch.ops.mkldnn._convolution_pointwise_.binary(
            whole, x, self._packed, bias, *how, "add", 1.0, "relu" if rectified else None, [], ""
        )
        return whole


class Transposed:
    """The gradient of that convolution by its input, of one by its answer of `shape` (N, out, h, w).

    `rest`: pixels at the input's end that no step of the kernel reaches.
    """

    def __init__(self, weight: Tensor, shape: Sequence[int], how: How, rest: Sequence[int]) -> None:
        stride, padding, *more = how
        self._how = (padding, rest, stride, *more)
        with torch.inference_mode(False), torch.no_grad():
            self._packed: Tensor = torch.ops.mkldnn._reorder_convolution_transpose_weight(
                weight, *self._how, list(shape)
            )

    def __call__(self, g: Tensor) -> Tensor:
        answer: Tensor = torch.ops.mkldnn._convolution_transpose_pointwise(
            g, self._packed, None, *self._how, "none", [], ""
        )
        return answer
