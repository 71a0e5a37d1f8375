"""Convolutions of 3x3 with half of the multiplications, along rows (Lavin & Gray 2016: F(4, 3)).

Four rows of the answer come of six rows of the input, added up to others, through six convolutions of 1x3,
each for a quarter of the rows. In float32 the error stays near 2e-6 of the largest answer; the plain way has
about 1e-6. It is rows of a picture in channels_last that lie together, so that adding them up is quick.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.nets.convolution import Convolution, How

ROWS = 4
LEAST_UNITS = 48
LEAST_WORK = 75_000_000  # multiplications of the plain way: below, adding up takes longer than they do
MOST_WASTED = 1.1  # of the rows, where their number is no multiple of four
KERNELS = (
    (1 / 4, 0, 0),
    (-1 / 6, -1 / 6, -1 / 6),
    (-1 / 6, 1 / 6, -1 / 6),
    (1 / 24, 1 / 12, 1 / 6),
    (1 / 24, -1 / 12, 1 / 6),
    (0, 0, 1),
)
"""How the three rows of a kernel add up to that of each of the six convolutions."""


def pays(weight: Tensor, shape: Sequence[int], how: How) -> bool:
    """Whether it can be done for inputs of `shape`, and is quicker."""
    count, _, height, width = shape
    return (
        how == How(padding=(1, 1))
        and weight.shape[2:] == (3, 3)
        and weight.dtype == torch.float32
        and min(weight.shape[:2]) >= LEAST_UNITS
        and weight.numel() * count * height * width >= LEAST_WORK
        and -(-height // ROWS) * ROWS <= MOST_WASTED * height
    )


class Winograd:
    """The convolution by `weight` (out, in, 3, 3), stride 1 and padding 1, of inputs of `shape`."""

    def __init__(self, weight: Tensor, shape: Sequence[int]) -> None:
        count, channels, self._height, width = shape
        self._quarter = -(-self._height // ROWS)
        self._shape = (count, len(weight), self._height, width)
        with torch.inference_mode(False), torch.no_grad():
            kernels = torch.einsum("ka,ocab->kocb", torch.tensor(KERNELS).double(), weight.double())
            kernels = kernels.to(weight)[:, :, :, None]
        quarter = (count, channels, self._quarter, width)
        self._convolutions = [
            Convolution(one.contiguous(memory_format=torch.channels_last), quarter, How(padding=(0, 1)))
            for one in kernels
        ]

    def __call__(self, x: Tensor, bias: Tensor | None = None) -> Tensor:
        x = x.contiguous(memory_format=torch.channels_last)
        if self._height % ROWS:
            x = F.pad(x, (0, 0, 0, self._quarter * ROWS - self._height))
        mixed = _mixed(*(x.permute(0, 2, 3, 1)[:, row::ROWS] for row in range(ROWS)))
        six = [
            one(each.permute(0, 3, 1, 2), bias if number == 1 else None).permute(0, 2, 3, 1)
            for number, (one, each) in enumerate(zip(self._convolutions, mixed, strict=True))
        ]  # what is added to the second comes to each row once
        answer = torch.empty(self._shape, memory_format=torch.channels_last)
        rows = answer.permute(0, 2, 3, 1)
        unmix(six, [rows[:, row::ROWS] for row in range(ROWS)])
        return answer


def _mixed(first: Tensor, second: Tensor, third: Tensor, fourth: Tensor) -> tuple[Tensor, ...]:
    """Of each four rows (N, H / 4, W, C), with the one before them and the one after, six."""
    even, odd = fourth.sub(second, alpha=4), third.sub(first, alpha=4)
    near, far = fourth - second, third - first
    mixed = (even + odd, even - odd, near.add(far, alpha=2), near.sub(far, alpha=2))
    before = near.sub_(second, alpha=4)  # beyond the picture all is 0
    before[:, 1:].add_(fourth[:, :-1], alpha=4)
    after = far.mul_(-4).sub_(third)
    after[:, :-1].add_(first[:, 1:])
    return before, *mixed, after


def unmix(answers: Sequence[Tensor], places: Sequence[Tensor]) -> None:
    """Of the six that were multiplied, (N, h, ...), what goes to each of four places, which may lack their
    last row."""
    before, one, two, three, four, after = answers
    near, far = one + two, three + four
    _put(near, far, 4, places[2])
    _put(near.add_(before), far, 1, places[0])
    near, far = torch.sub(one, two, out=near), torch.sub(three, four, out=far)
    _put(near, far, 2, places[1])
    _put(near.add_(after), far, 8, places[3])


def _put(some: Tensor, more: Tensor, times: int, place: Tensor) -> None:
    count = place.shape[1]
    torch.add(some[:, :count], more[:, :count], alpha=times, out=place)
