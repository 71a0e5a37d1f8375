"""What is kept of a batch of maps: a few numbers of each, and where those are that matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

LANES = 64  # rows of so many floats, or several times, are reduced fast
CHUNK = 2**18  # floats at once: what is written of them is read again before the cache has forgotten it

Reduce = Callable[[Tensor, int, Tensor, Tensor], object]
"""(maps, the axis of positions, where the result goes, room for as many floats as the maps have)"""


class Sums:
    """Keeps the room that it works in, so that none is asked for at every batch."""

    def __init__(self) -> None:
        self._room = torch.empty(0)

    def of(self, maps: Tensor, names: Sequence[str]) -> Tensor:
        """(N, fields, C) float32 of `maps` (N, C, H, W) or (N, C): for each of `names`, see format.fields."""
        if is_vector(maps):
            return maps.reshape(len(maps), 1, -1).float()
        flat, axis = _flat(maps.float())
        wide, folds = _widened(flat) if axis == 1 else (flat, 1)
        result = wide.new_empty(len(names), len(wide), wide.shape[3 - axis])
        step = max(1, CHUNK // wide[0].numel())
        for begin in range(0, len(wide), step):
            part = wide[begin : begin + step]
            room = self._scratch(part)
            for name, out in zip(names, result, strict=True):
                REDUCE[name](part, axis, out[begin : begin + step], room)
        if folds > 1:
            folded = result.view(*result.shape[:2], folds, -1)
            result = torch.stack([FOLD[name](each, 1) for name, each in zip(names, folded, strict=True)])
        for name, each in zip(names, result, strict=True):
            if name not in ("largest", "lowest"):
                each.div_(maps.shape[2] * maps.shape[3])
        return result.transpose(0, 1)

    def _scratch(self, part: Tensor) -> Tensor:
        if self._room.numel() < part.numel() or self._room.device != part.device:
            self._room = part.new_empty(part.numel())
        return self._room[: part.numel()].view(part.shape)


def positions(
    maps: Tensor, pictures: NDArray[np.int64], units: NDArray[np.int64], lowest: bool
) -> NDArray[np.int32]:
    """(entries,): where the map of that unit and picture is largest, or lowest; the first such place."""
    if is_vector(maps):
        return np.zeros(len(pictures), np.int32)
    chosen = maps[torch.from_numpy(pictures), torch.from_numpy(units)].flatten(1).float().cpu().numpy()
    found: NDArray[np.int32] = (chosen.argmin(1) if lowest else chosen.argmax(1)).astype(np.int32)
    return found


def is_vector(maps: Tensor) -> bool:
    """Whether each unit answers one number."""
    return maps.ndim == 2 or maps.shape[2:].numel() == 1


def _flat(maps: Tensor) -> tuple[Tensor, int]:
    """(N, C, positions) or (N, positions, C), as they lie in memory, and the axis of the positions."""
    last = maps.permute(0, 2, 3, 1)
    if last.is_contiguous() and not maps.is_contiguous():
        return last.reshape(len(maps), -1, maps.shape[1]), 1
    return maps.reshape(*maps.shape[:2], -1), 2


def _widened(flat: Tensor) -> tuple[Tensor, int]:
    """(N, positions, C) as (N, positions / k, k * C) with rows of whole lanes, and k; 1 where none fits."""
    count, positions, units = flat.shape
    folds = 1
    while folds * units % LANES and positions % (2 * folds) == 0:
        folds *= 2
    if folds * units % LANES:
        return flat, 1
    return flat.view(count, positions // folds, folds * units), folds


def _square(maps: Tensor, axis: int, out: Tensor, room: Tensor) -> None:
    torch.sum(torch.mul(maps, maps, out=room), axis, out=out)


def _positive(maps: Tensor, axis: int, out: Tensor, room: Tensor) -> None:
    torch.sum(torch.gt(maps, 0, out=room), axis, out=out)


REDUCE: Mapping[str, Reduce] = {
    "largest": lambda maps, axis, out, _: torch.amax(maps, axis, out=out),
    "lowest": lambda maps, axis, out, _: torch.amin(maps, axis, out=out),
    "mean": lambda maps, axis, out, _: torch.sum(maps, axis, out=out),
    "square": _square,
    "positive": _positive,
}
"""What is summed here is divided by the number of positions at the end."""

FOLD: Mapping[str, Callable[[Tensor, int], Tensor]] = {
    "largest": torch.amax,
    "lowest": torch.amin,
    "mean": torch.sum,
    "square": torch.sum,
    "positive": torch.sum,
}
