"""`bench embedded`: how good the network that ships is, on labelled pictures through its own eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from deepvis_app.bench import plain, scouter
from deepvis_app.bench.labelled import BATCH, Labelled, inputs, labelled
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.nets.embedded import weights_file
from deepvis_app.nets.network import Network
from deepvis_app.training.data import Entry
from deepvis_app.training.evaluation import accuracy_of

BINS = 15


def bench(plan: Plan) -> Iterator[Row]:
    """The network's own figures, and those of the slots that explain it."""
    assert plan.val is not None
    network = plan.load("embedded")
    pictures, others = labelled(plan.val, network.labels)
    yield from figures(network, pictures, others, plan)
    yield from scouter.bench(network, pictures)


def figures(network: Network, pictures: Sequence[Labelled], others: int, plan: Plan) -> Iterator[Row]:
    """`others`: how many of the pictures of plan.val were left out, as their classes are not its own."""
    assert plan.val is not None
    scores = predict(network, [picture.entry for picture in pictures])
    classes = torch.tensor([picture.index for picture in pictures])
    reached = accuracy_of(scores, classes)
    note = f"{len(pictures)} pictures of {plan.val.name}" + (f", {others} of other classes" if others else "")
    yield Row("embedded", "right class first", 100 * reached.top1, "%", Goal(">=", 60), note)
    if reached.top5 is not None:
        yield Row("embedded", "right class among five", 100 * reached.top5, "%", Goal(">=", 82), note)
    calibration = 100 * calibration_error(scores.softmax(1), classes)
    yield Row("embedded", "calibration error", calibration, "%", Goal("<", 5), f"{BINS} bins")
    fastest = plain.forward(network, plan.rounds)
    rate = 1000 / fastest.milliseconds
    yield Row("embedded", "plain forward passes a second", rate, "/s", None, fastest.setting)
    size = weights_file().stat().st_size / 2**20
    yield Row("embedded", "size of the file", size, "MB", Goal("<=", 12), weights_file().name)


@torch.inference_mode()
def predict(network: Network, entries: Sequence[Entry]) -> Tensor:
    """(N, classes) float32 scores, each picture through the network's preprocessing."""
    parts = []
    for begin in range(0, len(entries), BATCH):
        parts.append(network.module(inputs(network, entries[begin : begin + BATCH])).cpu())
    return torch.cat(parts)


def calibration_error(probabilities: Tensor, classes: Tensor) -> float:
    """Expected calibration error: sum over equal bins of confidence of |right - confidence|, weighted.

    `probabilities` (N, classes), `classes` (N,) the right ones (Guo et al. 2017).
    """
    confidence, guess = probabilities.max(1)
    right = (guess == classes).double()
    bins = (confidence * BINS).long().clamp_(max=BINS - 1)
    gaps = torch.zeros(BINS, dtype=torch.float64).index_add_(0, bins, right - confidence.double())
    return float(gaps.abs().sum() / len(classes))
