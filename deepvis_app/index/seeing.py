"""One batch of pictures through the network: what each unit of each chosen layer made of each."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.index.decoding import Read, read
from deepvis_app.index.finding import Collection
from deepvis_app.index.format import BEST, About, fields
from deepvis_app.index.summing import Sums, positions
from deepvis_app.index.tops import Tops
from deepvis_app.nets import capture
from deepvis_app.nets.live import LiveCopy
from deepvis_app.pictures.preprocessing import Preprocessing

Floats = NDArray[np.float32]


class Given(NamedTuple):
    """A picture to look at; `rank`: of its path among all."""

    picture: int
    path: str
    rank: int


class Wanted(NamedTuple):
    """Where in a picture the answer of a unit is asked for: the largest, or the lowest."""

    layer: int
    unit: int
    lowest: bool


class Entries(NamedTuple):
    """What may belong into a top list, (entries,) each. `slots`: which of the batch's pictures."""

    slots: NDArray[np.int64]
    units: NDArray[np.int64]
    answers: Floats
    positions: NDArray[np.int32]


@dataclass(frozen=True)
class Seen:
    """What was `read`, broken pictures among it, and what is known of the N others.

    `layers`: by number (N, fields, units). `codes`: by layer name (N, D). The most likely `classes` and their
    probabilities `scores` (N, BEST). `entries`: by layer number, for each of its lists.
    """

    read: Sequence[Read]
    layers: Mapping[int, Floats]
    codes: Mapping[str, Floats]
    classes: NDArray[np.int32]
    scores: Floats
    entries: Mapping[int, Sequence[Entries]]


class Eye:
    """Runs batches of one size, so that what it sees in a picture depends on nothing but the picture.

    `tops`: by layer number the lists that what is seen may enter.
    """

    def __init__(
        self,
        live: LiveCopy,
        about: About,
        collection: Collection,
        how: Preprocessing,
        tops: Mapping[int, Sequence[Tops]],
    ) -> None:
        self._live, self._about, self._collection, self._how, self._tops = live, about, collection, how, tops
        self._numbers = {layer.name: number for number, layer in enumerate(about.layers)}
        self._names = list(dict.fromkeys([*self._numbers, *about.code_layers]))
        self._device = live.network.example().device
        self._sums = Sums()

    @torch.inference_mode()
    def look(self, batch: Sequence[Given]) -> Seen:
        """At most as many as the index looks at at once. Raises what the network raises."""
        pairs = [read(one.picture, one.path, self._collection, self._how) for one in batch]
        inputs = [x for _, x in pairs if x is not None]
        ranks = np.array(
            [one.rank for one, (_, x) in zip(batch, pairs, strict=True) if x is not None], np.int64
        )
        layers: dict[int, Floats] = {}
        codes: dict[str, Floats] = {}
        entries: dict[int, list[Entries]] = {}

        def watch(name: str, maps: Tensor) -> None:
            maps = maps[: len(inputs)]
            number = self._numbers.get(name)
            if number is not None:
                names = fields(self._about.layers[number], self._about.lowest)
                layers[number] = _array(self._sums.of(maps, names))
                entries[number] = [
                    entering(tops, maps, layers[number][:, tops.column(names)], ranks)
                    for tops in self._tops[number]
                ]
            if name in self._about.codes:
                codes[name] = _array(self._sums.of(maps, ("mean",)))[:, 0]

        output = self._run(inputs, self._names, watch) if inputs else None
        classes, scores = best(output, len(inputs))
        return Seen([one for one, _ in pairs], layers, codes, classes, scores, entries)

    @torch.inference_mode()
    def find(self, batch: Sequence[tuple[Given, Sequence[Wanted]]]) -> list[dict[Wanted, int]]:
        """For each picture the positions that are wanted; none where it cannot be read any more."""
        pairs = [read(one.picture, one.path, self._collection, self._how)[1] for one, _ in batch]
        slots = [slot for slot, x in enumerate(pairs) if x is not None]
        found: list[dict[Wanted, int]] = [{} for _ in batch]
        asked: dict[int, list[tuple[int, int, Wanted]]] = {}
        for place, slot in enumerate(slots):
            for one in batch[slot][1]:
                asked.setdefault(one.layer, []).append((place, slot, one))

        def watch(name: str, maps: Tensor) -> None:
            for place, slot, one in asked[self._numbers[name]]:
                where = positions(maps, np.array([place]), np.array([one.unit]), one.lowest)
                found[slot][one] = int(where[0])

        inputs = [x for x in pairs if x is not None]
        if inputs:
            self._run(inputs, [self._about.layers[number].name for number in asked], watch)
        return found

    def _run(self, inputs: Sequence[Tensor], names: Sequence[str], watch: capture.Watch) -> Tensor | None:
        x = torch.cat([*inputs, *[torch.zeros_like(inputs[0])] * (self._about.batch - len(inputs))])
        x = self._live.prepare(x.to(self._device))
        return capture.forward(self._live, x, names, watch=watch).output


def entering(tops: Tops, maps: Tensor, answers: Floats, ranks: NDArray[np.int64]) -> Entries:
    """What of `answers` (N, units), the largest or lowest of `maps`, may belong into the list."""
    slots, units = np.nonzero(tops.entering(answers, ranks))
    where = positions(maps, slots, units, tops.lowest) if len(slots) else np.empty(0, np.int32)
    return Entries(slots, units, answers[slots, units], where)


def best(output: Tensor | None, count: int) -> tuple[NDArray[np.int32], Floats]:
    """The most likely classes (N, BEST) of scores (N, classes), -1 where there are no more; probabilities."""
    classes, scores = np.full((count, BEST), -1, np.int32), np.zeros((count, BEST), np.float32)
    if output is not None and output.ndim == 2 and output.shape[1] > 1:
        values, indices = output[:count].float().softmax(1).topk(min(BEST, output.shape[1]), dim=1)
        classes[:, : values.shape[1]], scores[:, : values.shape[1]] = _array(indices), _array(values)
    return classes, scores


def copies(live: LiveCopy, count: int) -> list[LiveCopy]:
    """As many, to be run at the same time; they share their weights."""
    shared = {id(one): one for one in [*live.module.parameters(), *live.module.buffers()]}
    return [live, *(replace(live, module=copy.deepcopy(live.module, dict(shared))) for _ in range(count - 1))]


def _array(values: Tensor) -> NDArray[Any]:
    array: NDArray[Any] = values.cpu().numpy()
    return array
