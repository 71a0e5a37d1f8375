"""The network that DeepVis carries: plain convolution, batch norm, ReLU and max pooling.

A 7x7 first layer, pooling by maxima, global average pooling and one linear layer, so that filters,
deconvnet switches and class activation maps all have something to show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from torch import Tensor, nn

from deepvis_app import paths
from deepvis_app.pictures.preprocessing import Preprocessing

STAGES: tuple[tuple[int, ...], ...] = ((48,), (80, 80), (160, 160, 160), (384, 384, 512))
"""Channels of each convolution, stage by stage; a 2x2 max pooling stands between stages."""

MEAN = (0.480, 0.448, 0.398)
STD = (0.277, 0.269, 0.282)
PREPROCESSING = Preprocessing(80, 80, 80, mean=MEAN, std=STD, interpolation="bicubic")
"""What a network of this kind takes whose file does not say it."""


class ConvBlock(nn.Module):
    """Convolution, batch norm, ReLU; keeps height and width."""

    def __init__(self, channels_in: int, channels: int, kernel: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels_in, channels, kernel, padding=kernel // 2, bias=False)
        self.bn = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        rectified: Tensor = self.relu(self.bn(self.conv(x)))
        return rectified


class PlainNet(nn.Module):
    """(N, 3, H, W) -> (N, classes) logits, for any H and W of at least 2 ** (stages - 1)."""

    def __init__(self, classes: int, stages: Sequence[Sequence[int]] = STAGES) -> None:
        super().__init__()
        channels = 3
        for number, widths in enumerate(stages, 1):
            if number > 1:
                self.add_module(f"pool{number - 1}", nn.MaxPool2d(2))
            for letter, width in zip("abcdefgh", widths, strict=False):
                name = f"conv{number}{letter if len(widths) > 1 else ''}"
                self.add_module(name, ConvBlock(channels, width, 7 if channels == 3 else 3))
                channels = width
        self.gap = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.classifier = nn.Linear(channels, classes)
        self._initialise()

    def forward(self, x: Tensor) -> Tensor:
        for module in self.children():
            x = module(x)
        return x

    def _initialise(self) -> None:
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")


def weights_file() -> Path:
    """The weights that ship with the application."""
    return paths.resources() / "models" / "embedded.safetensors"


def stages_of(shapes: Mapping[str, Sequence[int]]) -> tuple[tuple[int, ...], ...] | None:
    """The stages of the PlainNet whose weights have these names and shapes; None where it is none."""
    found: dict[int, list[int]] = {}
    for name, shape in shapes.items():
        match = re.fullmatch(r"conv(\d+)([a-h]?)\.conv\.weight", name)
        if match and len(shape) == 4:
            found.setdefault(int(match[1]), []).append(shape[0])
    if not found or sorted(found) != list(range(1, len(found) + 1)):
        return None
    return tuple(tuple(found[number]) for number in sorted(found))
