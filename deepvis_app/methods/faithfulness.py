"""Whether a map names the pixels that the network goes by: take them away, or give them alone, and look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import RunError
from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.batches import FORWARD, fitting
from deepvis_app.methods.heat import Floats
from deepvis_app.methods.params import FaithfulnessParams
from deepvis_app.methods.scores import class_scores
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced

BATCH = 8  # pictures at once, at most


@dataclass(frozen=True)
class Faithfulness:
    """The class's probability after each share of the pixels, most important first, from 0 to 1.

    `deletion`: with them taken away; a faithful map makes it fall early. `insertion`: with them alone; a
    faithful map makes it rise early.
    """

    shares: tuple[float, ...]
    deletion: tuple[float, ...]
    insertion: tuple[float, ...]

    @property
    def deletion_area(self) -> float:
        """0 to 1, the mean probability on the way (trapezoids); less is better."""
        return _area(self.shares, self.deletion)

    @property
    def insertion_area(self) -> float:
        """0 to 1; more is better."""
        return _area(self.shares, self.insertion)


def faithfulness(
    network: Network,
    image: Tensor,
    heat: Floats,
    class_index: int,
    params: FaithfulnessParams | None = None,
) -> Iterator[tuple[float, Faithfulness]]:
    """Deletion and insertion curves (Petsiuk et al. 2018) of a map `heat` (H, W) of `image` (1, C, H, W).

    Pixels go by falling heat, equal ones in an order drawn from a fixed seed, in `steps` equal parts.
    Deletion puts `deleted` (methods/baselines.py) in their place; insertion puts them into `inserted_into`.
    Yields how much is done, 0 to 1, and both curves as far as they are known; some pictures a step.

    Raises OutOfRangeError for the class, RunError for a map of another size or a network without scores.
    """
    params = params or FaithfulnessParams()
    network.class_index(class_index)
    if heat.shape != tuple(image.shape[2:]):
        raise RunError(
            "The map is {width} x {height} pixels large, the picture is not; make the map anew.",
            width=heat.shape[-1],
            height=heat.shape[0],
        )
    image = image.detach()
    ranks = torch.from_numpy(_ranks(heat)).to(image.device)
    counts = [round(step * heat.size / params.steps) for step in range(params.steps + 1)]
    shares = tuple(count / heat.size for count in counts)
    ways = [(image, baseline(network, image, params.deleted))]
    ways.append((baseline(network, image, params.inserted_into), image))
    curves: list[list[float]] = [[], []]
    batch = fitting(image, FORWARD, BATCH)
    known = 0.0, Faithfulness(shares, (), ())
    for curve, (before, after) in zip(curves, ways, strict=True):
        for first in range(0, len(counts), batch):
            limits = torch.tensor(counts[first : first + batch], device=image.device).view(-1, 1, 1, 1)
            pictures = torch.where(ranks < limits, after, before)
            curve += yield from sliced(partial(_chances, network, pictures, class_index), known)
            done = sum(map(len, curves)) / (2 * len(counts))
            known = done, Faithfulness(shares, tuple(curves[0]), tuple(curves[1]))
            yield known


@torch.inference_mode()
def _chances(network: Network, pictures: Tensor, class_index: int) -> list[float]:
    chances: list[float] = class_scores(network, pictures).float().softmax(1)[:, class_index].tolist()
    return chances


def _ranks(heat: Floats) -> NDArray[np.int64]:
    """(H, W): 0 for the hottest pixel."""
    values = np.nan_to_num(heat).ravel()
    chance = np.random.default_rng(0).permutation(values.size)
    ranks = np.empty(values.size, np.int64)
    ranks[np.lexsort((chance, -values))] = np.arange(values.size)
    return ranks.reshape(heat.shape)


def _area(shares: tuple[float, ...], values: tuple[float, ...]) -> float:
    """Of what is known so far."""
    return float(np.trapezoid(values, shares[: len(values)]))
