"""What a trained network still needs before it ships: an input size, norms to suit it, and a temperature."""

from __future__ import annotations

import copy
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.nets.embedded import PlainNet
from deepvis_app.training.data import PictureSet, Told
from deepvis_app.training.evaluation import predict

ENOUGH = 500
"""Held-out pictures below which neither can be told from luck."""
SIZES = (0.9, 1.0, 1.125, 1.25, 1.375, 1.5)
"""Input sizes tried, as shares of the pictures' side: random crops show things larger than they are."""
SEEN, BATCH = 8000, 250
"""Pictures, and in a batch, that the norms' statistics are measured on."""


class _Tried(NamedTuple):
    """`network`, its norms measured at `side` pixels; its temperature, and the loss at that."""

    network: PlainNet
    side: int
    warmth: float
    loss: float


def finish(
    network: PlainNet, learnt: PictureSet, held_out: PictureSet, size: int, told: Told | None = None
) -> tuple[int, float]:
    """Choose the input size, measure the norms' statistics at it, and set the temperature.

    Statistics are those of whole pictures of `learnt`; the rest is set on pictures that were not learnt
    from. Returns the size in pixels and the temperature, by which the last layer is divided; (`size`, 1),
    and nothing is changed, where there are fewer than ENOUGH of these. `told` hears how many sizes of how
    many have been tried.
    """
    if len(held_out) < ENOUGH:
        return size, 1.0
    tried, sides = [], _sides(network, size)
    for side in sides:
        tried.append(_tried(network, learnt, held_out, side))
        if told:
            told(len(tried), len(sides))
    best = min(tried, key=lambda one: one.loss)
    network.load_state_dict(best.network.state_dict())
    cool(network, best.warmth)
    return best.side, best.warmth


@torch.no_grad()
def normed(network: PlainNet, pictures: PictureSet, side: int) -> PlainNet:
    """A copy whose batch norms expect what whole pictures of `side` pixels give, as it will see them.

    In training they met crops, where things are larger (Touvron et al. 2019); and an average of weights
    answers unlike the networks that it is of (Izmailov et al. 2018).
    """
    network = copy.deepcopy(network)
    for norm in network.modules():
        if isinstance(norm, torch.nn.BatchNorm2d):
            norm.reset_running_stats()
            norm.momentum = None  # the mean over all batches
            norm.train()
    predict(network, pictures.some(SEEN), side, BATCH)
    return network.eval()


@torch.no_grad()
def blend(network: PlainNet, base: PlainNet, share: float, learnt: PictureSet, size: int) -> None:
    """Let `network` have `share` of each weight from the `base` that it began as (Wortsman et al. 2022).

    Both lie in one valley, between whose walls what is learnt holds up better. The norms' statistics, which
    would be neither's, are measured on `learnt` at `size` pixels.
    """
    for weight, other in zip(network.parameters(), base.parameters(), strict=True):
        weight.lerp_(other.to(weight), share)
    network.load_state_dict(normed(network, learnt, size).state_dict())


def temperature(scores: Tensor, classes: Tensor) -> float:
    """The T > 0 for which softmax(scores / T) has the least cross entropy (Guo et al. 2017).

    `scores` (N, classes) logits, `classes` (N,) the right ones.
    """
    cold = torch.zeros((), dtype=torch.float64, requires_grad=True)
    scores = scores.double()
    search = torch.optim.LBFGS([cold], max_iter=50, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        search.zero_grad()
        value = F.cross_entropy(scores * cold.exp(), classes)
        value.backward()  # type: ignore[no-untyped-call]
        return value

    search.step(loss)  # type: ignore[no-untyped-call]
    return float((-cold.detach()).exp())


@torch.no_grad()
def cool(network: PlainNet, warmth: float) -> None:
    """Divide the network's scores by `warmth`, in its last layer."""
    network.classifier.weight.div_(warmth)
    network.classifier.bias.div_(warmth)


def _tried(network: PlainNet, learnt: PictureSet, held_out: PictureSet, side: int) -> _Tried:
    network = normed(network, learnt, side)
    scores, classes = predict(network, held_out, side), torch.from_numpy(held_out.classes)
    warmth = temperature(scores, classes)
    return _Tried(network, side, warmth, float(F.cross_entropy(scores / warmth, classes)))


def _sides(network: PlainNet, size: int) -> list[int]:
    """The sizes to try: multiples of what the network's poolings halve evenly."""
    step = 2 ** sum(isinstance(module, torch.nn.MaxPool2d) for module in network.children())
    return sorted({round(size * share / step) * step or step for share in SIZES})
