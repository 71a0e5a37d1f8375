"""Labelled pictures that a network is measured on, as it takes them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from deepvis_app.errors import InputError
from deepvis_app.nets.network import Network
from deepvis_app.training.data import Entry, class_words, entries_in

BATCH = 50  # pictures in one pass


@dataclass(frozen=True)
class Labelled:
    """A picture and the class that it is of."""

    entry: Entry
    index: int


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


def inputs(network: Network, entries: Sequence[Entry]) -> Tensor:
    """(N, C, H, W): each picture through the network's preprocessing."""
    return torch.cat([network.preprocess(_opened(entry)) for entry in entries])


def _id(entry: Entry) -> str:
    return entry.folder or entry.name.partition("_")[0]


def _opened(entry: Entry) -> Image.Image:
    return Image.open(io.BytesIO(entry.read())).convert("RGB")
