"""A network that computes as its live copy does, for methods to be measured in reduced precision."""

from __future__ import annotations

from deepvis_app.nets.live import LiveCopy
from deepvis_app.nets.network import Network


class Reduced:
    """All that methods ask of a network."""

    def __init__(self, network: Network, copy: LiveCopy) -> None:
        self.module, self.layer = copy.module, copy.layer
        self.title, self.class_index, self.layers = network.title, network.class_index, network.layers
        self.preprocessing, self.labels = network.preprocessing, network.labels
