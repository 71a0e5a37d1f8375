"""`bench embedded`: how good the network that ships is, on labelled pictures through its own eyes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from deepvis_app.bench import plain
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.errors import InputError
from deepvis_app.nets.embedded import weights_file
from deepvis_app.nets.network import Network
from deepvis_app.training.data import Entry, class_words, entries_in
from deepvis_app.training.evaluation import accuracy_of

BATCH = 50
BINS = 15


@dataclass(frozen=True)
class Labelled:
    """A picture and the class that it is of."""

    entry: Entry
    index: int


def bench(plan: Plan) -> Iterator[Row]:
    assert plan.val is not None
    network = plan.load("embedded")
    pictures, others = labelled(plan.val, network.labels)
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


def labelled(path: Path, labels: Sequence[str]) -> tuple[list[Labelled], int]:
    """The pictures in `path` whose class is one of `labels`, and how many are of other classes.

    A picture's class is its folder, in words where classes.tsv is beside `path`; or, of a file such as
    n01443537_goldfish.JPEG in no folder, what follows its id. Raises InputError where none is known.
    """
    entries = sorted(entries_in([path]), key=lambda entry: (entry.folder, entry.name))
    words = class_words(path, sorted({_id(entry) for entry in entries}))
    index = {label: number for number, label in enumerate(labels)}
    found = []
    for entry in entries:
        named = Path(entry.name).stem.partition("_")[2].replace("_", " ")
        known = [index[name] for name in (words[_id(entry)], named) if name in index]
        if known:
            found.append(Labelled(entry, known[0]))
    if not found:
        raise InputError("{path} has no picture of a class that the network knows.", path=path)
    return found, len(entries) - len(found)


@torch.inference_mode()
def predict(network: Network, entries: Sequence[Entry]) -> Tensor:
    """(N, classes) float32 scores, each picture through the network's preprocessing."""
    parts = []
    for begin in range(0, len(entries), BATCH):
        planes = [network.preprocess(_opened(entry)) for entry in entries[begin : begin + BATCH]]
        parts.append(network.module(torch.cat(planes)).cpu())
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


def _id(entry: Entry) -> str:
    return entry.folder or entry.name.partition("_")[0]


def _opened(entry: Entry) -> Image.Image:
    return Image.open(io.BytesIO(entry.read())).convert("RGB")
