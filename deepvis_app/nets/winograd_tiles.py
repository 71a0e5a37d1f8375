"""Convolutions of 3x3 with a quarter of the multiplications, by tiles (Lavin & Gray 2016: F(4x4, 3x3)).

Tiles of 4x4 of the answer come of 6x6 of the input, added up to others along columns and along rows, through
36 convolutions of 1x1: one grouped convolution does them all. In float32 the error stays near 1e-5 of the
largest answer. Adding up goes through memory four times, which pays where there are many channels.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.nets import winograd
from deepvis_app.nets.convolution import Convolution, How
from deepvis_app.nets.winograd import KERNELS, unmix

SIDE = 4
SEEN = 6  # of the input, for that much of the answer
LEAST_UNITS = 160


def pays(weight: Tensor, shape: Sequence[int], how: How) -> bool:
    """Whether it can be done for inputs of `shape`, and is quicker than by rows."""
    width = shape[3]
    return (
        winograd.pays(weight, shape, how)
        and min(weight.shape[:2]) >= LEAST_UNITS
        and -(-width // SIDE) * SIDE <= winograd.MOST_WASTED * width
    )


class WinogradTiles:
    """The convolution by `weight` (out, in, 3, 3), stride 1 and padding 1, of inputs of `shape`."""

    def __init__(self, weight: Tensor, shape: Sequence[int]) -> None:
        self._count, channels, self._height, self._width = shape
        self._units = len(weight)
        self._high, self._across = -(-self._height // SIDE), -(-self._width // SIDE)
        with torch.inference_mode(False), torch.no_grad():
            along = torch.tensor(KERNELS).double()
            kernels = torch.einsum("ia,jb,ocab->ijoc", along, along, weight.double()).to(weight)
        grouped = kernels.reshape(-1, channels, 1, 1).contiguous(memory_format=torch.channels_last)
        tiles = (self._count, SEEN**2 * channels, self._high, self._across)
        self._convolution = Convolution(grouped, tiles, How(groups=SEEN**2))

    def __call__(self, x: Tensor, bias: Tensor | None = None) -> Tensor:
        tiles = self._tiles(x)
        if bias is not None:  # what is added to the second of the second comes to each place once
            bias = F.pad(bias, ((SEEN + 1) * len(bias), (SEEN**2 - SEEN - 2) * len(bias)))
        answer = self._picture(self._convolution(tiles, bias))
        whole = answer[:, :, : self._height, : self._width]
        return answer if whole.shape == answer.shape else whole.clone(memory_format=torch.channels_last)

    def _tiles(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> (N, 36 C, h, w), by row and column of a tile."""
        below, beside = SIDE * self._high + 1 - self._height, SIDE * self._across + 1 - self._width
        wide = F.pad(x, (1, beside, 1, below)).contiguous(memory_format=torch.channels_last)
        places = wide.permute(0, 2, 3, 1)
        count, rows, _, channels = places.shape
        columns = torch.empty(count, rows, self._across, SEEN, channels, dtype=x.dtype)
        _mix([places[:, :, one : one + 4 * self._across - 3 : 4] for one in range(SEEN)], columns.unbind(3))
        lines = columns.flatten(3)
        both = torch.empty(count, self._high, self._across, SEEN, SEEN * channels, dtype=x.dtype)
        _mix([lines[:, one : one + 4 * self._high - 3 : 4] for one in range(SEEN)], both.unbind(3))
        return both.flatten(3).permute(0, 3, 1, 2)

    def _picture(self, answers: Tensor) -> Tensor:
        """(N, 36 C, h, w) -> (N, C, 4 h, 4 w)."""
        shape = (self._count, self._high, self._across, SEEN, SEEN * self._units)
        rows = torch.empty(self._count, self._high, SIDE, self._across, shape[4], dtype=answers.dtype)
        unmix(answers.permute(0, 2, 3, 1).reshape(shape).unbind(3), rows.unbind(2))
        lines = rows.view(self._count, SIDE * self._high, self._across, SEEN, self._units)
        size = (self._count, self._units, SIDE * self._high, SIDE * self._across)
        picture = torch.empty(size, dtype=answers.dtype, memory_format=torch.channels_last)
        places = picture.permute(0, 2, 3, 1).view(*lines.shape[:3], SIDE, self._units)
        unmix(lines.unbind(3), places.unbind(3))
        return picture


def _mix(seen: Sequence[Tensor], mixed: Sequence[Tensor]) -> None:
    """Of each six neighbours, one tensor for each place, the six that are multiplied."""
    first, second, third, fourth, fifth, sixth = seen
    even, odd = fifth.sub(third, alpha=4), fourth.sub(second, alpha=4)
    torch.add(even, odd, out=mixed[1])
    torch.sub(even, odd, out=mixed[2])
    near, far = torch.sub(fifth, third, out=even), torch.sub(fourth, second, out=odd)
    torch.add(near, far, alpha=2, out=mixed[3])
    torch.sub(near, far, alpha=2, out=mixed[4])
    before = first - third
    torch.add(near, before, alpha=4, out=mixed[0])
    after = torch.sub(sixth, fourth, out=before)
    torch.sub(after, far, alpha=4, out=mixed[5])
