"""Activations are what the network itself computes."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from deepvis_app.errors import UsageError
from deepvis_app.methods.activations import activations
from tests import networks


def test_maps_are_those_of_the_module_run_by_hand() -> None:
    network, image = networks.plain(), networks.picture()
    module = network.module
    block = module.conv2a
    expected = block.bn(block.conv(module.pool1(module.conv1(image))))[0]
    assert torch.equal(activations(network, image, None, "conv2a.bn"), expected)
    assert torch.equal(activations(network, image, None, "conv2a"), expected.relu())


def test_a_vector_is_a_vector() -> None:
    network, image = networks.plain(), networks.picture()
    assert torch.equal(activations(network, image, None, "classifier"), network.module(image)[0])


def test_what_can_not_be_drawn_is_refused() -> None:
    network = networks.wrap(nn.Sequential(nn.Unflatten(1, (1, 3)), nn.Flatten(1, 2), nn.Conv2d(3, 5, 1)))
    with pytest.raises(UsageError, match="Unflatten"):
        activations(network, networks.picture(), None, "0")
