"""What a network answers while a square covers one part of the picture after another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import OutOfRangeError
from deepvis_app.methods import Target
from deepvis_app.methods.covering import AT_ONCE, Answers, Covering
from deepvis_app.methods.fillings import fill
from deepvis_app.methods.params import OcclusionParams
from deepvis_app.methods.partial import Partial
from deepvis_app.nets.incremental import Box
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced

Floats = NDArray[np.float32]
Floats64 = NDArray[np.float64]
Ints = NDArray[np.int64]
Pair = tuple[int, int]
Facts = dict[str, float | int | str]

COARSEST = 4  # of the positions in a row, the first round takes every fourth


@dataclass(frozen=True)
class OcclusionMaps:
    """What is known of a picture whose parts are covered one at a time.

    `tops`, `lefts`: where the squares begin, in pixels of the network's input (`height`, `width`); `side` of
    the squares, which are cut off at the far borders. `before`: the class's probability with nothing
    covered, or the unit's answer; `values` (rows, columns): with the square there. `winners` (rows,
    columns): the most likely class then; None where a unit is looked at. Positions not computed yet have
    what is known of their neighbour.
    """

    tops: Ints
    lefts: Ints
    side: int
    height: int
    width: int
    before: float
    values: Floats
    winners: Ints | None
    class_index: int | None = None

    @property
    def attribution(self) -> Floats:
        """(H, W): by how much `values` fall under `before`, in the mean over the squares that cover a pixel.

        Negative where covering raises the score.
        """
        down, across = _covers(self.tops, self.side, self.height), _covers(self.lefts, self.side, self.width)
        total = down.T @ (self.before - self.values.astype(np.float64)) @ across
        drops: Floats = (total / np.outer(down.sum(0), across.sum(0))).astype(np.float32)
        return drops

    @property
    def classes(self) -> Ints:
        """(H, W): the most likely class while the square whose centre is nearest is covered."""
        assert self.winners is not None
        return self.winners[np.ix_(_nearest(self.tops, self.side, self.height),
                                   _nearest(self.lefts, self.side, self.width))]  # fmt: skip

    @property
    def legend(self) -> tuple[tuple[int, float], ...]:
        """The classes that win anywhere, and at which share of the positions; the most frequent first."""
        assert self.winners is not None
        found, counts = np.unique(self.winners, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        return tuple((int(found[each]), float(counts[each] / self.winners.size)) for each in order)


@dataclass(frozen=True)
class OcclusionPart(Partial):
    """`maps`: all that belongs to `result`."""

    maps: OcclusionMaps | None = None


def occlusion(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: OcclusionParams | None = None,
) -> Iterator[OcclusionPart]:
    """(H, W) float32: how much the class's probability falls where a square covers the picture.

    Of each pixel the mean of p(x) - p(x with the square) over the squares that cover it, signed: negative
    where covering raises the probability (Zeiler & Fergus 2014). With `layer` and a unit, the unit's answer
    instead. `image` (1, 3, H, W). Squares begin at multiples of the stride and reach the far borders.

    Comes coarse first and then finer, a batch of pictures a step. In networks that are chains of
    convolutions and poolings only what a square changes is computed (nets/incremental.py), which is exact.
    Where memory runs out, batches become smaller, and the facts say so.

    Raises OutOfRangeError for a square larger than the picture, a stride below 1 or one that leaves gaps,
    and what gradients raise (methods/backward.py).
    """
    for done, maps, facts in _steps(network, image, target, layer, params or OcclusionParams()):
        result = torch.zeros(image.shape[2:]) if maps is None else torch.from_numpy(maps.attribution)
        yield OcclusionPart(done, result, facts, maps=maps)


def occlusion_classes(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: OcclusionParams | None = None,
) -> Iterator[OcclusionPart]:
    """(H, W) float32: the index of the class that is most likely while a square covers the picture there.

    At each pixel that of the square whose centre is nearest. The facts are the legend: each class with its
    share of the positions. `target` and `layer` play no part. Otherwise as `occlusion`.
    """
    if layer is not None:
        network.layer(layer)
    for done, maps, _ in _steps(network, image, None, None, params or OcclusionParams()):
        if maps is None:
            yield OcclusionPart(done, torch.zeros(image.shape[2:]))
            continue
        legend = {network.label(index): round(share, 4) for index, share in maps.legend}
        yield OcclusionPart(done, torch.from_numpy(maps.classes.astype(np.float32)), legend, maps=maps)


_Step = tuple[float, OcclusionMaps | None, Facts]
"""How much is done, and what is known; no maps until the network has seen the whole picture."""


def _steps(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: OcclusionParams
) -> Iterator[_Step]:
    height, width = image.shape[2:]
    side, stride = _square(params, height, width)
    tops, lefts = _begins(height, side, stride), _begins(width, side, stride)
    boxes = {
        (row, column): Box(top, left, min(side, height - top), min(side, width - left))
        for row, top in enumerate(tops.tolist())
        for column, left in enumerate(lefts.tolist())
    }
    cover = fill(network, image, params.filling)
    nothing: _Step = (0.0, None, {"positions": 0})
    covering = yield from sliced(partial(Covering, network, image, target, layer, cover), nothing)
    maps = _Growing(tops, lefts, side, (height, width), covering)
    yield 0.0, maps.now(), maps.facts()
    for places in _coarse_to_fine((len(tops), len(lefts))):
        ahead = iter(places)
        for answers in covering.run([boxes[place.row, place.column] for place in places]):
            if answers is not None:
                maps.take(answers, list(islice(ahead, len(answers.values))))
            yield maps.known / len(boxes), maps.now(), maps.facts()


class _Place(NamedTuple):
    """A position, which until its neighbours are known stands for a block of `spacing` x `spacing`."""

    row: int
    column: int
    spacing: int


class _Growing:
    """Maps that become finer: a position's answer also stands for those around it until theirs is known."""

    def __init__(self, tops: Ints, lefts: Ints, side: int, size: Pair, covering: Covering) -> None:
        self.known = 0
        self._squares = (tops, lefts, side, *size)
        self._covering = covering
        before = covering.before
        shape = (len(tops), len(lefts))
        self._before = float(before.values[0])
        self._values = np.full(shape, before.values[0])
        self._winners = None if before.winners is None else np.full(shape, before.winners[0])
        self._now: OcclusionMaps | None = None

    def take(self, answers: Answers, places: Sequence[_Place]) -> None:
        self.known += len(places)
        self._now = None
        for number, (row, column, spacing) in enumerate(places):
            block = np.s_[row : row + spacing, column : column + spacing]
            self._values[block] = answers.values[number]
            if self._winners is not None and answers.winners is not None:
                self._winners[block] = answers.winners[number]

    def now(self) -> OcclusionMaps:
        if self._now is None:
            winners = None if self._winners is None else self._winners.copy()
            index = self._covering.class_index
            self._now = OcclusionMaps(*self._squares, self._before, self._values.copy(), winners, index)
        return self._now

    def facts(self) -> Facts:
        low, high = float(self._values.min()), float(self._values.max())
        facts: Facts = {"uncovered": self._before, "lowest": low, "highest": high, "positions": self.known}
        if self._covering.at_once < AT_ONCE:
            facts["pictures at once, for want of memory"] = self._covering.at_once
        return facts


def _coarse_to_fine(shape: Pair) -> Iterator[list[_Place]]:
    """Every COARSEST-th row and column, then all other places, those of even rows and columns first.

    Each time in rings from the middle outwards: there is what matters most, and squares that are as far
    from the borders as one another change windows of like size (nets/incremental.py).
    """

    def ring(place: _Place) -> tuple[float, int]:
        return max(abs(place.row - (shape[0] - 1) / 2), abs(place.column - (shape[1] - 1) / 2)), place.row

    finer: list[_Place] = []
    spacing, before = COARSEST, 0
    while spacing:
        fresh = [
            _Place(row, column, spacing)
            for row in range(0, shape[0], spacing)
            for column in range(0, shape[1], spacing)
            if not before or row % before or column % before
        ]
        fresh.sort(key=ring)
        if before:
            finer += fresh
        else:
            yield fresh
        spacing, before = spacing // 2, spacing
    yield finer


def _square(params: OcclusionParams, height: int, width: int) -> Pair:
    """(side, stride) in pixels. Raises OutOfRangeError."""
    side = max(1, round(min(height, width) / 5)) if params.size is None else params.size
    stride = math.ceil(side / 4) if params.stride is None else params.stride
    if not 1 <= side <= min(height, width):
        raise OutOfRangeError(
            "A square of {side} pixels does not fit on a picture of {width} x {height}; give 1 to {most}.",
            side=side,
            width=width,
            height=height,
            most=min(height, width),
        )
    if not 1 <= stride <= side:
        raise OutOfRangeError(
            "Squares of {side} pixels cannot follow one another every {stride} pixels; give 1 to {side}, "
            "which leaves no gaps.",
            side=side,
            stride=stride,
        )
    return side, stride


def _begins(length: int, side: int, stride: int) -> Ints:
    """Where squares begin along an axis; the last one reaches the border."""
    return np.arange(-(-(length - side) // stride) + 1) * stride


def _covers(begins: Ints, side: int, length: int) -> Floats64:
    """(squares, length): 1 where the square covers the pixel."""
    places = np.arange(length)
    return ((places >= begins[:, None]) & (places < begins[:, None] + side)).astype(np.float64)


def _nearest(begins: Ints, side: int, length: int) -> Ints:
    """(length,): the square whose centre is nearest to each pixel."""
    centres = (begins + np.minimum(begins + side, length)) / 2
    nearest: Ints = np.abs(np.arange(length) + 0.5 - centres[:, None]).argmin(0)
    return nearest
