"""The network that DeepVis carries: plain convolution, batch norm, ReLU and max pooling.

A 7x7 first layer, pooling by maxima, global average pooling and one linear layer, so that filters,
deconvnet switches and class activation maps all have something to show.
"""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn

STAGES: tuple[tuple[int, ...], ...] = ((64,), (96, 96), (192, 192), (384, 384))
"""Channels of each convolution, stage by stage; a 2x2 max pooling stands between stages."""


class ConvBlock(nn.Module):
    """Convolution, batch norm, ReLU; keeps height and width."""

    def __init__(self, channels_in: int, channels: int, kernel: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels_in, channels, kernel, padding=kernel // 2, bias=False)
        self.bn = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        return self.relu(self.bn(self.conv(x)))


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
