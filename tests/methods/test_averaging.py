"""Where a head only averages maps and weighs the means, its gradient is known without a backward pass."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from deepvis_app.methods import Target, averaging, cam
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from tests import networks


def gone_back(network: Network, x: Tensor, index: int, layer: str) -> tuple[Tensor | None, Tensor]:
    """What is known of the head from one backward pass, and the gradient that this found."""
    with torch.enable_grad():
        captured = capture.forward(network, x, [layer], gradients=[layer])
        _, gradient = cam.head(network, captured, layer, Target(index), retain=True)
    assert captured.output is not None
    return averaging.class_weights(captured.output, captured.raw[layer], index, gradient), gradient


@pytest.mark.parametrize("name", ["resnet18", "googlenet", "densenet121", "mobilenet_v2", "plain"])
def test_the_known_gradient_is_that_of_autograd(name: str) -> None:
    network = networks.plain() if name == "plain" else networks.family(name)
    layer = next(each.name for each in reversed(network.layers) if len(each.shape) == 3 and each.shape[1] > 1)
    weights, first = gone_back(network, networks.picture(96), 1, layer)
    assert weights is not None
    other = (networks.picture(96).flip(3) * 0.5).to(memory_format=torch.channels_last)
    again, _ = gone_back(network, other, 1, layer)
    assert again is weights, "in either layout"
    for index in (0, 3):
        _, gradient = gone_back(network, other, index, layer)
        known = averaging.known_gradient(weights, index, first)
        torch.testing.assert_close(known, gradient, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("name", ["alexnet", "squeezenet1_1", "mobilenet_v3_small", "swin_t"])
def test_other_heads_are_gone_back_through(name: str) -> None:
    network = networks.family(name)
    weights, _ = gone_back(network, networks.picture(96), 1, default_layer(network)[0])
    assert weights is None


def test_an_earlier_layer_is_gone_back_to() -> None:
    weights, _ = gone_back(networks.plain(), networks.picture(), 1, "conv2a")
    assert weights is None
