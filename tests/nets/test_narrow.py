"""Where one unit is asked for, the last convolution answers for it alone, unless others have a say in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.nets import capture, live, narrow
from deepvis_app.nets.live import LiveCopy
from deepvis_app.nets.network import Network
from deepvis_app.nets.packing import PackedConv
from tests import networks

UNIT = 3


def copied(network: Network) -> LiveCopy:
    return live.choose(network, packed=True, late=True)


def found(fast: LiveCopy, layer: str) -> PackedConv | None:
    return narrow.last_convolution(fast, fast.prepare(networks.picture(64)), layer)


def looked(fast: LiveCopy, layer: str, units: Sequence[int]) -> tuple[Tensor, Tensor]:
    """The map of UNIT, and the gradient of its mean, where nothing but `units` is asked for."""
    leaf = networks.picture(64).requires_grad_()
    conv = found(fast, layer) if units else None
    with narrow.narrowed(conv, units):
        maps = capture.forward(fast, fast.prepare(leaf), [layer], to_end=False).maps[layer][:, UNIT]
        return maps.detach(), torch.autograd.grad(maps.mean(), leaf)[0]


@pytest.mark.parametrize("name", ["resnet18", "vgg11", "googlenet", "densenet121", "efficientnet_b0"])
def test_an_asked_unit_and_its_gradient_are_what_they_are(name: str) -> None:
    """Of each layer for which it is done."""
    fast = copied(networks.family(name))
    layers = [each.name for each in fast.network.layers if len(each.shape) == 3 and each.shape[0] >= 32]  # type: ignore[attr-defined]
    done = [layer for layer in layers if found(fast, layer) is not None]
    assert len(done) > len(layers) / 2
    for layer in done[:: max(1, len(done) // 12)]:
        few, whole = looked(fast, layer, [UNIT]), looked(fast, layer, [])
        for mine, wanted in zip(few, whole, strict=True):
            assert float((mine - wanted).abs().max()) <= 1e-4 * float(wanted.abs().max()) + 1e-12, layer


def test_the_others_are_not_computed_and_all_is_as_before_then() -> None:
    fast = copied(networks.family("vgg11"))
    conv = found(fast, "features.9")
    assert conv is not None

    def maps() -> Tensor:
        with torch.inference_mode():
            x = fast.prepare(networks.picture(64))
            return capture.forward(fast, x, ["features.9"], to_end=False).maps["features.9"]

    def fail() -> None:
        with narrow.narrowed(conv, [1]):
            raise KeyError

    before = maps()
    with narrow.narrowed(conv, [1, 5]):
        few = maps()
    with pytest.raises(KeyError):
        fail()
    assert torch.equal(before, maps())
    assert few.shape == before.shape
    assert few.flatten(2).abs().sum(2).nonzero()[:, 1].tolist() == [1, 5]
    assert not any(module._forward_hooks for module in fast.module.modules())


class Meeting(nn.Module):
    """After a convolution, something in which units may meet."""

    def __init__(self, after: nn.Module) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 32, 3, padding=1)
        self.last = nn.Conv2d(32, 32, 3, padding=1)
        self.after = after
        self.end = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        answer: Tensor = self.end(self.after(self.last(F.relu(self.first(x)))))
        return answer


class Weighed(nn.Module):
    """Each unit by what all of them answer."""

    def forward(self, x: Tensor) -> Tensor:
        return x * x.mean((1, 2, 3), keepdim=True)


class Beside(nn.Module):
    """Each unit and what comes of all, added."""

    def forward(self, x: Tensor) -> Tensor:
        return x + x.mean(1, keepdim=True)


class Stacked(nn.Module):
    """Each unit and what comes of all, by way of a list."""

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.cat([x, x], 1).mean(1, keepdim=True)


APART = (nn.Identity(), nn.BatchNorm2d(32), nn.Dropout(), nn.SiLU(), nn.LeakyReLU())
TOGETHER = (
    nn.GroupNorm(4, 32),
    nn.LocalResponseNorm(5),
    nn.Softmax(1),
    Weighed(),
    Beside(),
    Stacked(),
    nn.Conv2d(32, 32, 1, groups=4),
)


@pytest.mark.parametrize("after", APART, ids=lambda each: type(each).__name__)
def test_units_that_go_their_own_way_may_be_asked_for(after: nn.Module) -> None:
    fast = copied(networks.wrap(Meeting(after), 64))
    assert found(fast, "end") is not None


@pytest.mark.parametrize("after", TOGETHER, ids=lambda each: type(each).__name__)
def test_where_units_meet_all_are_computed(after: nn.Module) -> None:
    fast = copied(networks.wrap(Meeting(after), 64))
    assert found(fast, "end") is None
    few, whole = looked(fast, "end", [UNIT]), looked(fast, "end", [])
    assert all(map(torch.equal, few, whole))
