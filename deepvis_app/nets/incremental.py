"""What a network answers where a small patch of its picture is changed, by computing what that changes.

In a chain of convolutions, poolings and what works position by position, a patch changes a window of each
layer that grows on the way. Only it is computed, from crops of what the unchanged picture gave around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.nets.chain import WINDOWED, Chain, Link, record

Pair = tuple[int, int]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Box:
    """A patch of the input, in pixels."""

    top: int
    left: int
    height: int
    width: int


@dataclass(frozen=True)
class _Window:
    """How a convolution or pooling looks at its input: by (rows, columns)."""

    kernel: Pair
    stride: Pair
    padding: Pair
    dilation: Pair
    before: Pair
    after: Pair

    def reach(self, axis: int) -> int:
        """Input positions under the kernel."""
        return (self.kernel[axis] - 1) * self.dilation[axis] + 1

    def crop(self, axis: int, size: int) -> int:
        """Input positions that `size` outputs see."""
        return (size - 1) * self.stride[axis] + self.reach(axis)

    def changed(self, axis: int, starts: Ints, size: int) -> tuple[Ints, int]:
        """Outputs that see any of `size` inputs from each of `starts`: where they start, the most there are.

        All windows are made as large as the largest, so that they can be computed as one batch.
        """
        stride, padding, after = self.stride[axis], self.padding[axis], self.after[axis]
        first = -(-(starts + padding - self.reach(axis) + 1) // stride)
        end = (starts + size - 1 + padding) // stride + 1
        first, end = first.clip(0, after - 1), end.clip(1, after)
        most = max(1, int((end - first).max()))
        return np.minimum(first, after - most), most


@dataclass(frozen=True, eq=False)
class _Local:
    """A link computed in windows; `around`: its unchanged input with the padding about it, (1, C, H, W).

    Without a window it works position by position.
    """

    run: Callable[[Tensor], Tensor]
    window: _Window | None = None
    around: Tensor | None = None


class Patches:
    """The answers of a network to one picture in which one of several boxes at a time is changed."""

    def __init__(self, chain: Chain, local: Sequence[_Local], x: Tensor, last: Tensor) -> None:
        self.output = chain.output
        self._chain, self._local, self._x, self._last = chain, local, x, last

    @classmethod
    def of(cls, module: Callable[[Tensor], Any], x: Tensor) -> Patches | None:
        """One pass of `module` over `x` (1, C, H, W), which is not changed; None where it is no chain.

        Keeps what its convolutions and poolings were given, as long as it lives. Computes in the precision
        and memory format of `x`; channels_last is the faster.
        """
        inputs: dict[int, Tensor] = {}

        def watch(number: int, tensor: Tensor) -> None:
            inputs[number] = tensor.clone()

        chain = record(module, x.clone(), watch)
        if chain is None:
            return None
        local: list[_Local] = []
        for number, link in enumerate(chain.links):
            step = _local(link, inputs[number])
            if step is None:
                break
            local.append(step)
        if not any(step.window for step in local):
            return None
        last = inputs[len(local)] if len(local) < len(chain.links) else chain.output
        return cls(chain, local, x.clone(), last)

    def changed(self, boxes: Sequence[Box], fillings: Sequence[Tensor]) -> Tensor:
        """(N, C, H, W): the last map before all positions meet, for each of `boxes` filled by its
        (C, height, width). Boxes of like size and place in a batch are fastest.

        Raises ValueError for a box outside the picture.
        """
        starts, size = self._begin(boxes)
        current = _crops(self._x, starts, size)
        for number, (box, filling) in enumerate(zip(boxes, fillings, strict=True)):
            top, left = (box.top, box.left) - starts[number]
            current[number, :, top : top + box.height, left : left + box.width] = filling
        for step in self._local:
            if step.window is None:
                current = step.run(current)
                continue
            down, high = step.window.changed(0, starts[:, 0], size[0])
            right, wide = step.window.changed(1, starts[:, 1], size[1])
            now, size = np.stack((down, right), 1), (high, wide)
            current = step.run(_surrounded(step, current, starts, now, size))
            starts = now
        whole = self._last.expand(len(boxes), -1, -1, -1).clone(memory_format=_format(self._last))
        for number, (top, left) in enumerate(starts.tolist()):
            whole[number, :, top : top + size[0], left : left + size[1]] = current[number]
        return whole

    def _begin(self, boxes: Sequence[Box]) -> tuple[Ints, Pair]:
        """Windows of the picture around `boxes`, as large as the largest of them."""
        height, width = self._x.shape[2:]
        for box in boxes:
            bottom, right = box.top + box.height, box.left + box.width
            if not (0 <= box.top < bottom <= height and 0 <= box.left < right <= width):
                raise ValueError(f"{box} lies outside")
        size = (max(box.height for box in boxes), max(box.width for box in boxes))
        tops = [min(box.top, height - size[0]) for box in boxes]
        lefts = [min(box.left, width - size[1]) for box in boxes]
        return np.stack((np.array(tops), np.array(lefts)), 1), size

    def answers(self, maps: Tensor) -> Tensor:
        """(N, ...): the network's output for what `changed` gave, which may be overwritten.

        Best called for many at a time: fully connected layers are slow by their many weights.
        """
        for link in self._chain.links[len(self._local) :]:
            maps = link(maps)
        return maps


def _surrounded(step: _Local, current: Tensor, starts: Ints, now: Ints, size: Pair) -> Tensor:
    """The changed windows `current`, with what lies around them of the unchanged input."""
    window, around = step.window, step.around
    assert window is not None
    assert around is not None
    crop = (window.crop(0, size[0]), window.crop(1, size[1]))
    corners = now * window.stride
    inputs = _crops(around, corners, crop)
    high, wide = current.shape[2:]
    for number, (top, left) in enumerate((starts + window.padding - corners).tolist()):
        y, x = max(top, 0), max(left, 0)
        bottom, right = min(top + high, crop[0]), min(left + wide, crop[1])
        if bottom > y and right > x:
            inputs[number, :, y:bottom, x:right] = current[
                number, :, y - top : bottom - top, x - left : right - left
            ]
    return inputs


def _crops(maps: Tensor, corners: Ints, size: Pair) -> Tensor:
    """(N, C, *size) of `maps` (1, C, H, W), in its memory format."""
    shape = (len(corners), maps.shape[1], *size)
    crops = torch.empty(shape, dtype=maps.dtype, device=maps.device, memory_format=_format(maps))
    for number, (top, left) in enumerate(corners.tolist()):
        crops[number] = maps[0, :, top : top + size[0], left : left + size[1]]
    return crops


def _format(maps: Tensor) -> torch.memory_format:
    last = maps.is_contiguous(memory_format=torch.channels_last) and not maps.is_contiguous()
    return torch.channels_last if last else torch.contiguous_format


# ---- which links can be computed in windows, and how ------------------------------------------------------


def _local(link: Link, x: Tensor) -> _Local | None:
    if link.pointwise:
        return _Local(link)
    if link.name not in WINDOWED or x.ndim != 4:
        return None
    if link.name == "conv2d":
        return _convolution(link, x)
    return _pooling(link, x)


def _convolution(link: Link, x: Tensor) -> _Local | None:
    weight, bias = link.given(1, "weight"), link.given(2, "bias")
    stride, dilation = _pair(link.given(3, "stride", 1)), _pair(link.given(5, "dilation", 1))
    groups, padding = link.given(6, "groups", 1), link.given(4, "padding", 0)
    kernel = (weight.shape[2], weight.shape[3])
    if _format(x) is torch.channels_last:
        weight = weight.contiguous(memory_format=torch.channels_last)
    if padding == "same":
        padding = tuple(step * (size - 1) // 2 for step, size in zip(dilation, kernel, strict=True))
    window = _window(link, kernel, stride, _pair(0 if padding == "valid" else padding), dilation)

    def run(crops: Tensor) -> Tensor:
        return F.conv2d(crops, weight, bias, stride, 0, dilation, groups)

    return _Local(run, window, _padded(x, window, 0.0))


def _pooling(link: Link, x: Tensor) -> _Local | None:
    """None for means that count their border apart."""
    largest = link.name == "max_pool2d"
    kernel = _pair(link.given(1, "kernel_size"))
    stride = _pair(link.given(2, "stride") or kernel)
    padding = _pair(link.given(3, "padding", 0))
    dilation = _pair(link.given(4, "dilation", 1)) if largest else (1, 1)
    window = _window(link, kernel, stride, padding, dilation)
    if largest:
        around = _padded(x, window, -torch.inf)
        return _Local(lambda crops: F.max_pool2d(crops, kernel, stride, 0, dilation), window, around)
    ceiling, counts = link.given(4, "ceil_mode", False), link.given(5, "count_include_pad", True)
    if ceiling or (padding != (0, 0) and not counts):
        return None
    divisor = link.given(6, "divisor_override")
    around = _padded(x, window, 0.0)
    return _Local(lambda crops: F.avg_pool2d(crops, kernel, stride, divisor_override=divisor), window, around)


def _window(link: Link, kernel: Pair, stride: Pair, padding: Pair, dilation: Pair) -> _Window:
    before, after = _pair(link.before[2:]), _pair(link.after[2:])
    return _Window(kernel, stride, padding, dilation, before, after)


def _padded(x: Tensor, window: _Window, value: float) -> Tensor:
    """`x` with as much around it as all outputs see."""
    (top, left), sizes = window.padding, [window.crop(axis, window.after[axis]) for axis in (0, 1)]
    shape = (1, x.shape[1], max(sizes[0], top + x.shape[2]), max(sizes[1], left + x.shape[3]))
    around = torch.empty(shape, dtype=x.dtype, device=x.device, memory_format=_format(x)).fill_(value)
    around[:, :, top : top + x.shape[2], left : left + x.shape[3]] = x
    return around


def _pair(value: Any) -> Pair:
    if isinstance(value, tuple | list | torch.Size):
        return int(value[0]), int(value[-1])
    return int(value), int(value)
