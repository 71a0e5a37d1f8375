"""Slot attention with one slot for each class: the classifier of SCOUTER (Li et al. 2021)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

ROUNDS = 3  # of attention; after each but the last, the slots take in what they have seen
WIDTH = 64  # of slots, keys and features


class SlotAttention(nn.Module):
    """One slot a class, which gathers what it attends to into the class's score.

    Of maps m (N, C, h, w) come features f = relu(W m / unit), (N, h w, width), and keys k = K(f + p), with p
    the positions. In each round, from the slots s (N, classes, width),

        A = sigmoid(Q(s) k' / sqrt(width)),    u = A f / width,    s <- GRU(u, s).

    The score of class i is `sign` times the sum of u_i of the last round. K and Q are three linear layers
    with rectifiers between, `unit` is the deviation of the maps. With sign 1 a slot attends to what speaks
    for its class. With -1 it attends to what speaks against it, and the class that has least of that wins.
    """

    unit: Tensor

    def __init__(self, channels: int, classes: int, sign: int, unit: float = 1.0) -> None:
        super().__init__()
        self.sign = sign
        self.register_buffer("unit", torch.tensor(unit))
        self.squeeze = nn.Conv2d(channels, WIDTH, 1)
        self.keys, self.queries = _three_layers(), _three_layers()
        self.gru = nn.GRUCell(WIDTH, WIDTH)
        self.slots = nn.Parameter(torch.randn(classes, WIDTH))

    def forward(self, maps: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (N, classes), and attention (N, classes, h, w) from 0 to 1."""
        high, wide = maps.shape[2:]
        features = self.features(maps)
        keys = self.keys(features + positions(high, wide, WIDTH).to(features))
        slots = self.slots.expand(len(maps), -1, -1)
        attention, gathered = self._round(slots, keys, features)
        for _ in range(ROUNDS - 1):
            slots = self.gru(gathered.flatten(0, 1), slots.flatten(0, 1)).view_as(gathered)
            attention, gathered = self._round(slots, keys, features)
        return self.sign * gathered.sum(2), attention.reshape(*attention.shape[:2], high, wide)

    def features(self, maps: Tensor) -> Tensor:
        """What is gathered: (N, h w, width), from 0."""
        squeezed: Tensor = self.squeeze(maps / self.unit)
        return squeezed.relu().flatten(2).mT

    def _round(self, slots: Tensor, keys: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        attention = (self.queries(slots) @ keys.mT / math.sqrt(WIDTH)).sigmoid()
        return attention, attention @ features / WIDTH


def _three_layers() -> nn.Sequential:
    """As large behind as before: with torch's own start all slots would look alike for long."""
    layers = [nn.Linear(WIDTH, WIDTH) for _ in range(3)]
    for layer in layers:
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    first, second, third = layers
    return nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), third)


def positions(height: int, width: int, channels: int) -> Tensor:
    """(height width, channels): where each place lies in the whole, in sines and cosines by turns.

    The first half of the channels tells the row i of n, the second the column, channel j of a half with the
    angle 2 pi (i + 1) / n / 10000^(2 floor(j / 2) / half).
    """
    half = channels // 2
    slower = 10000 ** (2 * (torch.arange(half) // 2) / half)

    def along(length: int) -> Tensor:
        angles = (2 * math.pi * torch.arange(1, length + 1) / length)[:, None] / slower
        return torch.where(torch.arange(half) % 2 == 0, angles.sin(), angles.cos())

    rows = along(height)[:, None].expand(height, width, half)
    columns = along(width)[None].expand(height, width, half)
    return torch.cat([rows, columns], 2).flatten(0, 1)
