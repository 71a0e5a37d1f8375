"""Where backward pictures start and what they are, against automatic differentiation of one number."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.errors import RunError, UsageError
from deepvis_app.methods import RectifiedGradientParams, Target
from deepvis_app.methods.backward import deconvnet, gradient, guided_backprop, rectified_gradient
from deepvis_app.methods.saliency import saliency
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from tests import networks
from tests.nets.test_layers import vision_transformer


def plain_gradient(network: Network, image: Tensor, of: object) -> Tensor:
    x = image.clone().requires_grad_()
    return torch.autograd.grad(of(x), x)[0][0]  # type: ignore[operator]


def maps_of(network: Network, layer: str) -> object:
    return lambda x: capture.forward(network, x, [layer]).maps[layer]


def test_without_a_target_the_winner_is_explained() -> None:
    network, image = networks.plain(), networks.picture()
    winner = int(network.module(image).argmax())
    expected = plain_gradient(network, image, lambda x: network.module(x)[0, winner])
    assert torch.equal(gradient(network, image, None, None), expected)
    assert torch.equal(gradient(network, image, Target(class_index=winner), None), expected)


def test_a_class_is_explained_by_its_score() -> None:
    network, image = networks.plain(), networks.picture()
    expected = plain_gradient(network, image, lambda x: network.module(x)[0, 3])
    assert torch.equal(gradient(network, image, Target(class_index=3), None), expected)


def test_a_unit_starts_at_its_largest_position_everywhere_or_at_a_neuron() -> None:
    network, image, layer = networks.plain(), networks.picture(), "conv2a"
    maps = capture.forward(network, image, [layer]).maps[layer][0, 3]
    y, x = divmod(int(maps.argmax()), maps.shape[1])
    assert float(maps[y, x]) > 0
    at = {
        "max": plain_gradient(network, image, lambda i: maps_of(network, layer)(i)[0, 3, y, x]),
        "all": plain_gradient(network, image, lambda i: maps_of(network, layer)(i)[0, 3].sum()),
        (2, 5): plain_gradient(network, image, lambda i: maps_of(network, layer)(i)[0, 3, 2, 5]),
    }
    for neuron, expected in at.items():
        ours = gradient(network, image, Target(unit=3, neuron=neuron), layer)
        torch.testing.assert_close(ours, expected, rtol=1e-5, atol=1e-7)


def test_vectors_and_tokens_have_units_too() -> None:
    network, image = networks.plain(), networks.picture()
    expected = plain_gradient(network, image, lambda x: network.module(x)[0, 2])
    assert torch.equal(gradient(network, image, Target(unit=2), "classifier"), expected)

    tokens = networks.wrap(vision_transformer())
    layer = "encoder.layers.encoder_layer_0"
    raw = lambda x: capture.forward(tokens, x, [layer]).raw[layer][0, 1 + 4 * 2 + 3, 5]  # noqa: E731
    ours = gradient(tokens, image, Target(unit=5, neuron=(2, 3)), layer)
    torch.testing.assert_close(ours, plain_gradient(tokens, image, raw))


def test_saliency_is_the_largest_size_of_the_three_channels_gradients() -> None:
    network, image = networks.plain(), networks.picture()
    expected = gradient(network, image, None, None).abs().max(0).values
    assert torch.equal(saliency(network, image, None, None), expected)


def test_a_unit_that_sees_nothing_has_a_blank_picture() -> None:
    class Blind(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.constant = nn.Parameter(torch.ones(1, 2, 3, 3))
            self.head = nn.Conv2d(2, 4, 1)
            self.eye = nn.Conv2d(3, 5, 1)

        def forward(self, x: Tensor) -> Tensor:
            seen = self.eye(x).mean((2, 3))
            return seen + self.head(self.constant + 0 * x[:, :2, :3, :3]).mean()

    ours = gradient(networks.wrap(Blind()), networks.picture(), Target(unit=1), "head")
    assert torch.equal(ours, torch.zeros(3, 16, 16))


def test_the_rules_differ_and_the_percentile_counts() -> None:
    network, image = networks.plain(), networks.picture()
    pictures = [method(network, image, None, None) for method in (gradient, deconvnet, guided_backprop)]
    pictures += [
        rectified_gradient(network, image, None, None, RectifiedGradientParams(percentile))
        for percentile in (90.0, 98.0)
    ]
    for index, one in enumerate(pictures):
        assert not any(torch.equal(one, other) for other in pictures[:index])
    assert torch.equal(rectified_gradient(network, image, None, None), pictures[-1])


def test_a_network_that_begins_in_place_does_not_harm_the_picture() -> None:
    first = nn.Sequential(nn.ReLU(inplace=True), nn.Conv2d(3, 5, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten())
    network, image = networks.wrap(first), networks.picture()
    before = image.clone()
    gradient(network, image, None, None)
    assert torch.equal(image, before)


def test_a_network_without_class_scores_says_so() -> None:
    network = networks.wrap(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU()))
    with pytest.raises(RunError, match="no class scores"):
        gradient(network, networks.picture(), None, None)
    assert gradient(network, networks.picture(), Target(unit=1), "1").shape == (3, 16, 16)


def test_a_layer_that_cannot_be_drawn_says_so() -> None:
    network = networks.wrap(vision_transformer())
    with pytest.raises(UsageError, match="MultiheadAttention"):
        gradient(network, networks.picture(), Target(unit=1), "encoder.layers.encoder_layer_0.self_attention")
