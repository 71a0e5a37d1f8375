"""What something learns from, that learns from the maps of a frozen network: step by step, without end.

An epoch takes the pictures in a new order, a chunk of some thousands at a time: the network makes maps of
random crops of them, which are then learnt from a few times over, mirrored at random. Everything random is
drawn from the seed and the step, so that the same step is the same lesson, whatever came before.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.nets.network import Network
from deepvis_app.training.data import PictureSet
from deepvis_app.training.maps import maps_of

CHUNK = 32  # batches whose maps are held at a time
MAKING = 1.5  # what the maps of a batch cost, as a multiple of learning from them: about
ORDER, CROPS, SHUFFLE, MIRROR = range(1, 5)  # what is drawn


class Place(NamedTuple):
    """A step's place in the run: which chunk of which epoch, the how many-th time, which batch of it."""

    epoch: int
    chunk: int
    repeat: int
    batch: int


class Lessons:
    """`repeats` lessons of `batch` pictures each, or fewer, from the maps of each crop of `pictures`."""

    def __init__(
        self, network: Network, layer: str, pictures: PictureSet, batch: int, repeats: int, seed: int
    ) -> None:
        self._network, self._layer, self._pictures = network, layer, pictures
        self.batch, self.repeats, self._seed = min(batch, len(pictures)), repeats, seed
        self._epoch_and_chunk: tuple[int, int] | None = None
        self._chosen: NDArray[np.int64] = np.empty(0, np.int64)  # the chunk's pictures
        self._maps: list[Tensor] = []  # of the first batches of the chunk

    @property
    def batches(self) -> int:
        """In an epoch, each learnt from `repeats` times."""
        return len(self._pictures) // self.batch

    @property
    def steps_per_epoch(self) -> int:
        return self.batches * self.repeats

    def place(self, step: int) -> Place:
        epoch, within = divmod(step, self.steps_per_epoch)
        chunk, within = divmod(within, CHUNK * self.repeats)
        return Place(epoch, chunk, *divmod(within, self._size(chunk)))

    def work(self, step: int) -> float:
        """What the step costs, learning alone being 1."""
        return 1.0 if self.place(step).repeat else 1.0 + MAKING

    def at(self, step: int) -> tuple[Tensor, Tensor]:
        """Maps (N, C, h, w) float32 and classes (N,), on the network's device."""
        place = self.place(step)
        self._hold(place)
        indices = np.arange(self._size(place.chunk) * self.batch)
        if place.repeat:
            indices = self._random(SHUFFLE, *place[:3]).permutation(indices)
        indices = indices[place.batch * self.batch : (place.batch + 1) * self.batch]
        maps = torch.stack([self._maps[index // self.batch][index % self.batch] for index in indices]).float()
        mirrored = torch.from_numpy(self._random(MIRROR, *place).random(len(indices)) < 0.5)
        maps = torch.where(mirrored.view(-1, 1, 1, 1).to(maps.device), maps.flip(3), maps)
        return maps, torch.from_numpy(self._pictures.classes[self._chosen[indices]]).to(maps.device)

    def _hold(self, place: Place) -> None:
        """Have the maps of this place's batch; once it is a repetition, of all of its chunk."""
        if self._epoch_and_chunk != place[:2]:
            self._epoch_and_chunk, self._maps = place[:2], []
            order = self._random(ORDER, place.epoch).permutation(len(self._pictures))
            begin = place.chunk * CHUNK * self.batch
            self._chosen = order[begin : begin + self._size(place.chunk) * self.batch]
        wanted = self._size(place.chunk) if place.repeat else place.batch + 1
        for number in range(len(self._maps), wanted):
            pixels = self._pictures.pixels[self._chosen[number * self.batch : (number + 1) * self.batch]]
            seed = int(self._random(CROPS, *place[:2], number).integers(2**62))
            maps, _ = maps_of(self._network, self._layer, pixels, torch.Generator().manual_seed(seed))
            self._maps.append(maps)

    def _size(self, chunk: int) -> int:
        """How many batches it has."""
        return min(CHUNK, self.batches - chunk * CHUNK)

    def _random(self, what: int, *place: int) -> np.random.Generator:
        return np.random.default_rng((what, self._seed, *place))
