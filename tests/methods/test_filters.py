"""Filters are the weights of the convolution or linear module behind a layer, one for each unit."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from deepvis_app.errors import UsageError
from deepvis_app.methods.filters import filters
from tests import networks


def test_a_block_a_norm_and_a_rectifier_show_the_convolution_that_they_follow() -> None:
    network = networks.plain()
    for layer in ("conv1", "conv1.conv", "conv1.bn", "conv1.relu"):
        assert torch.equal(filters(network, None, None, layer), network.module.conv1.conv.weight)


def test_a_linear_layer_has_filters_of_one_pixel() -> None:
    network = networks.plain()
    assert torch.equal(
        filters(network, None, None, "classifier")[..., 0, 0], network.module.classifier.weight
    )


def test_a_transposed_convolution_shows_what_each_of_its_units_paints() -> None:
    up = nn.ConvTranspose2d(4, 6, 3, groups=2, bias=False)
    network = networks.wrap(
        nn.Sequential(nn.Conv2d(3, 4, 1), up, nn.AdaptiveAvgPool2d(1), nn.Flatten()), classes=6
    )
    shown = filters(network, None, None, "1")
    assert shown.shape == (6, 2, 3, 3)
    for unit in range(6):
        x = torch.zeros(1, 4, 1, 1)
        x[0, unit // 3 * 2 + 1] = 1  # the second channel of the unit's group
        assert torch.equal(shown[unit, 1], F.conv_transpose2d(x, up.weight, groups=2)[0, unit])


def test_layers_without_weights_say_so() -> None:
    with pytest.raises(UsageError, match=r"pool1 \(MaxPool2d\) has no weights"):
        filters(networks.plain(), None, None, "pool1")


def test_the_picture_is_a_copy() -> None:
    network = networks.plain()
    before = network.fingerprint()
    filters(network, None, None, "conv1").zero_()
    assert network.fingerprint() == before
