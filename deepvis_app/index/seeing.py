"""One batch of pictures through the network: what each unit of each chosen layer made of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.index.format import BEST, About, fields
from deepvis_app.index.summing import Sums, positions
from deepvis_app.index.tops import Tops
from deepvis_app.nets import capture
from deepvis_app.nets.live import LiveCopy

Floats = NDArray[np.float32]
Wanted = Mapping[int, Sequence[tuple[int, int, bool]]]
"""By layer number (slot in the batch, unit, whether the lowest place is meant)."""


@dataclass(frozen=True)
class Seen:
    """By layer number (N, fields, units), by code layer (N, D), and (N, BEST) classes with probabilities."""

    layers: Mapping[int, Floats]
    codes: Mapping[str, Floats]
    classes: NDArray[np.int32]
    scores: Floats


class Eye:
    """Runs batches of one size, so that what it sees in a picture depends on nothing but the picture.

    `tops` by layer number: the lists that what is seen enters. `rank_of`: by place, see Tops.
    """

    def __init__(
        self, live: LiveCopy, about: About, tops: Mapping[int, Sequence[Tops]], rank_of: NDArray[np.int64]
    ) -> None:
        self._live, self._about, self._tops, self._rank_of = live, about, tops, rank_of
        self._numbers = {layer.name: number for number, layer in enumerate(about.layers)}
        self._names = list(dict.fromkeys([*self._numbers, *about.code_layers]))
        self._device = live.network.example().device
        self._sums = Sums()

    @torch.inference_mode()
    def see(self, x: Tensor, places: NDArray[np.int32]) -> Seen:
        """`x` (N, C, H, W) float32 of the pictures at `places` (N,); N is at most the batch."""
        layers: dict[int, Floats] = {}
        codes: dict[str, Floats] = {}
        count = len(places)

        def watch(name: str, maps: Tensor) -> None:
            maps = maps[:count]
            number = self._numbers.get(name)
            if number is not None:
                names = fields(self._about.layers[number], self._about.lowest)
                layers[number] = _array(self._sums.of(maps, names))
                for tops in self._tops[number]:
                    column = names.index("lowest") if tops.lowest and "lowest" in names else 0
                    self._enter(tops, maps, layers[number][:, column], places)
            if name in self._about.codes:
                codes[name] = _array(self._sums.of(maps, ("mean",)))[:, 0]

        output = self._run(x, self._names, watch)
        classes, scores = best(None if output is None else output[:count], count)
        return Seen(layers, codes, classes, scores)

    @torch.inference_mode()
    def find(self, x: Tensor, wanted: Wanted) -> dict[tuple[int, int, int, bool], int]:
        """Where what is `wanted` is largest, or lowest: by layer number, slot, unit, lowest."""
        found: dict[tuple[int, int, int, bool], int] = {}

        def watch(name: str, maps: Tensor) -> None:
            number = self._numbers[name]
            for lowest in (False, True):
                each = [(slot, unit) for slot, unit, low in wanted[number] if low == lowest]
                if each:
                    slots, units = np.array(each, np.int64).T.copy()
                    for (slot, unit), where in zip(each, positions(maps, slots, units, lowest), strict=True):
                        found[number, slot, unit, lowest] = int(where)

        self._run(x, [self._about.layers[number].name for number in wanted], watch)
        return found

    def _run(self, x: Tensor, names: Sequence[str], watch: capture.Watch) -> Tensor | None:
        batch = self._about.batch
        whole = torch.cat([x, x.new_zeros(batch - len(x), *x.shape[1:])]) if len(x) < batch else x
        return capture.forward(
            self._live, self._live.prepare(whole.to(self._device)), names, watch=watch
        ).output

    def _enter(self, tops: Tops, maps: Tensor, answers: Floats, places: NDArray[np.int32]) -> None:
        entering = tops.entering(answers, self._rank_of[places], self._rank_of)
        pictures, units = np.nonzero(entering)
        if len(units):
            where = positions(maps, pictures, units, tops.lowest)
            tops.add(units, answers[pictures, units], places[pictures], where, self._rank_of)


def best(output: Tensor | None, count: int) -> tuple[NDArray[np.int32], Floats]:
    """The most likely classes (N, BEST) of scores (N, classes), -1 where there are no more; probabilities."""
    classes, scores = np.full((count, BEST), -1, np.int32), np.zeros((count, BEST), np.float32)
    if output is not None and output.ndim == 2 and output.shape[1] > 1:
        values, indices = output.float().softmax(1).topk(min(BEST, output.shape[1]), dim=1)
        classes[:, : values.shape[1]], scores[:, : values.shape[1]] = _array(indices), _array(values)
    return classes, scores


def _array(values: Tensor) -> NDArray[Any]:
    array: NDArray[Any] = values.cpu().numpy()
    return array
