"""Files of slots for the networks that tests look into."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from deepvis_app.methods.map_layer import default_layer
from deepvis_app.nets.network import Network
from deepvis_app.nets.scouter import Body, new_slots, said_of
from deepvis_app.training.card import write_model


def write(network: Network, path: Path, labels: Sequence[str] | None = None) -> Path:
    """Untrained slots for these classes, or all, of `network`."""
    layer = network.layer(default_layer(network)[0])
    names = list(labels or network.labels)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(4)
        slots = new_slots(layer.units, len(names))
    card = {"title": "Slots"}
    write_model(slots, names, network.preprocessing, card, path, said_of(Body.of(network, layer.name)))
    return path
