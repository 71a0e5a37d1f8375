"""Rectifiers come after their pooling where nobody looks, and nothing that anybody sees changes by it."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.nets import capture, live
from deepvis_app.nets.network import Network
from deepvis_app.nets.pooled import LateReLU, RectifiedPool
from deepvis_app.nets.rules import Rectifiers, Rule
from tests import networks

LATE = {"resnet18": 1, "alexnet": 3, "vgg11": 5, "squeezenet1_1": 1, "densenet121": 1, "googlenet": 0}
"""Pairs of a rectifier and the pooling that alone takes what it answers."""


def copies(network: Network) -> tuple[live.LiveCopy, live.LiveCopy]:
    return live.choose(network, late=True), live.choose(network)


def of_kind(fast: live.LiveCopy, kind: type[nn.Module]) -> list[nn.Module]:
    return [module for module in fast.module.modules() if type(module) is kind]


def gradient(fast: live.LiveCopy, layer: str, rule: Rule | None = None) -> Tensor:
    """Of the strongest unit of `layer`, by the picture."""
    leaf = networks.picture(64).requires_grad_()

    def run() -> Tensor:
        maps = capture.forward(fast, fast.prepare(leaf), [layer], to_end=False).maps[layer]
        return maps.flatten(2).mean(2).max()

    if rule is None:
        return torch.autograd.grad(run(), leaf)[0]
    with Rectifiers(rule):
        return torch.autograd.grad(run(), leaf)[0]


@pytest.mark.parametrize("name", LATE)
def test_answers_and_gradients_stay_bit_by_bit(name: str) -> None:
    network = networks.family(name)
    late, plain = copies(network)
    assert len(of_kind(late, LateReLU)) == len(of_kind(late, RectifiedPool)) == LATE[name]
    layer = [each.name for each in network.layers if each.main and len(each.shape) == 3][-1]
    assert torch.equal(gradient(late, layer), gradient(plain, layer))
    with torch.inference_mode():
        x = late.prepare(networks.picture(64))
        assert torch.equal(late.module(x.clone()), plain.module(x.clone()))


def test_a_rectifier_that_is_looked_at_rectifies() -> None:
    """Itself, and the block that it ends; its gradient is as ever too."""
    network = networks.plain(64)
    late, plain = copies(network)
    for layer in ("conv1", "conv1.relu", "conv1.bn", "pool1"):
        with torch.inference_mode():
            ours, theirs = (
                capture.forward(each, networks.picture(64), [layer, "conv2b"]) for each in (late, plain)
            )
        assert torch.equal(ours.maps[layer], theirs.maps[layer]), layer
        assert torch.equal(ours.maps["conv2b"], theirs.maps["conv2b"])
        assert torch.equal(gradient(late, layer), gradient(plain, layer)), layer


@pytest.mark.parametrize("rule", ["gradient", "deconvnet", "guided", "rectified"])
def test_under_a_rule_of_backward_pictures_all_is_done_in_order(rule: Rule) -> None:
    late, plain = copies(networks.family("resnet18"))
    assert torch.equal(gradient(late, "layer1", rule), gradient(plain, "layer1", rule))


class Branches(nn.Module):
    """A rectifier that another convolution takes too, and one that is called twice."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.conv1, self.conv2, self.conv3 = (nn.Conv2d(3, 4, 3), nn.Conv2d(4, 4, 1), nn.Conv2d(4, 4, 3))
        self.relu1, self.relu2 = nn.ReLU(), nn.ReLU()
        self.pool = nn.MaxPool2d(2)

    def forward(self, x: Tensor) -> Tensor:
        x = self.relu1(self.conv1(x))
        x = self.conv2(x) + x
        x = self.relu2(self.conv3(self.relu2(x)))
        return self.pool(x).mean((2, 3))


def test_one_that_others_take_too_or_that_is_called_twice_stays() -> None:
    late, _ = copies(networks.wrap(Branches()))
    assert not of_kind(late, LateReLU) + of_kind(late, RectifiedPool)


def test_the_network_itself_stays_as_it_is() -> None:
    network = networks.plain()
    late, _ = copies(network)
    assert of_kind(late, LateReLU)
    assert not [each for each in network.module.modules() if isinstance(each, LateReLU | RectifiedPool)]
