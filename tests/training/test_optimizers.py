"""Muon turns the inner convolutions as Jordan's formula says; all else moves as SGD moves it."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.nets.embedded import PlainNet
from deepvis_app.training.optimizers import Optimizers

RATE, SHARE, DECAY, TURNING = 0.2, 0.15, 5e-4, 0.01


@pytest.fixture
def network() -> PlainNet:
    torch.manual_seed(0)
    return PlainNet(5, ((4,), (6, 8))).to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def with_gradients(network: nn.Module) -> nn.Module:
    x = torch.rand(4, 3, 8, 8, generator=torch.Generator().manual_seed(1))
    network(x).square().sum().backward()
    return network


def optimizers(network: nn.Module) -> Optimizers:
    return Optimizers(network, RATE, SHARE, DECAY, TURNING)


def orthogonalised(matrix: Tensor) -> Tensor:
    """Three Newton-Schulz steps of Jordan's quintic, written out in float64."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = matrix.double() / matrix.double().norm()
    for _ in range(3):
        squared = x @ x.T
        x = a * x + (b * squared + c * squared @ squared) @ x
    return x


def test_the_first_step_is_the_orthogonal_gradient(network: PlainNet) -> None:
    before = copy.deepcopy(network)
    gradient = with_gradients(network).get_parameter("conv2a.conv.weight").grad
    assert gradient is not None
    # Nesterov from rest: 0.1 g is kept of the gradient, and looked ahead of; the scale drops out.
    step = orthogonalised(gradient.permute(0, 2, 3, 1).flatten(1))
    optimizers(network).step(RATE)
    was = before.get_parameter("conv2a.conv.weight").permute(0, 2, 3, 1).flatten(1)
    now = network.get_parameter("conv2a.conv.weight").permute(0, 2, 3, 1).flatten(1)
    expected = was * (1 - RATE * SHARE * TURNING) - RATE * SHARE * step
    assert (now - expected).abs().max() < 0.02 * RATE * SHARE  # its own steps are in bfloat16


@pytest.mark.parametrize("name", ["conv1.conv.weight", "conv2a.bn.weight", "classifier.weight"])
def test_what_is_no_inner_convolution_moves_as_sgd_moves_it(network: PlainNet, name: str) -> None:
    before = network.get_parameter(name).detach().clone()
    gradient = with_gradients(network).get_parameter(name).grad
    assert gradient is not None
    gradient = gradient.clone() + (DECAY * before if before.ndim > 1 else 0)
    optimizers(network).step(RATE)
    assert torch.allclose(network.get_parameter(name), before - RATE * 1.9 * gradient, atol=1e-6)


def test_every_parameter_moves_and_no_gradient_stays(network: PlainNet) -> None:
    before = copy.deepcopy(network)
    optimizers(with_gradients(network)).step(RATE)
    for (name, now), was in zip(network.named_parameters(), before.parameters(), strict=True):
        assert not torch.equal(now, was), name
        assert now.grad is None, name


def test_a_network_of_one_convolution_needs_no_muon() -> None:
    network = with_gradients(PlainNet(5, ((4,),)))
    steps = optimizers(network)
    steps.step(RATE)
    again = optimizers(network)
    again.load_state_dict(steps.state_dict())
    assert again.state_dict()["muon"] is None
