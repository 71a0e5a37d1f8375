"""What a trained network still needs before it ships: the input size that suits it, and a temperature."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.nets.embedded import PlainNet
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import predict

ENOUGH = 500
"""Held-out pictures below which neither can be told from luck."""
SIZES = (1.0, 1.125, 1.25, 1.375, 1.5)
"""Input sizes tried, as shares of the pictures' side: random crops show things larger than they are."""


def finish(network: PlainNet, held_out: PictureSet, size: int) -> tuple[int, float]:
    """Choose the input size and set the temperature on pictures that were not learnt from.

    Returns the size in pixels and the temperature, by which the last layer is divided; (`size`, 1) where
    there are fewer than ENOUGH pictures.
    """
    if len(held_out) < ENOUGH:
        return size, 1.0
    classes = torch.from_numpy(held_out.classes)
    tried = {side: predict(network, held_out, side) for side in _sides(network, size)}
    chosen = min(tried, key=lambda side: float(F.cross_entropy(*_tempered(tried[side], classes))))
    warmth = temperature(tried[chosen], classes)
    cool(network, warmth)
    return chosen, warmth


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


def _tempered(scores: Tensor, classes: Tensor) -> tuple[Tensor, Tensor]:
    return scores / temperature(scores, classes), classes


def _sides(network: PlainNet, size: int) -> list[int]:
    """The sizes to try: multiples of what the network's poolings halve evenly."""
    step = 2 ** sum(isinstance(module, torch.nn.MaxPool2d) for module in network.children())
    return sorted({round(size * share / step) * step or step for share in SIZES})
