"""Interventions do to a layer's answer what they say, and nothing to the network."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from deepvis_app.errors import OutOfRangeError, UnknownNameError, UsageError
from deepvis_app.nets import capture, intervene, live
from deepvis_app.nets.intervention import Intervention, Region
from deepvis_app.nets.network import Network
from deepvis_app.nets.torchvision_import import torchvision
from tests import networks

Untouched = Callable[[Network], AbstractContextManager[None]]


class Sums(nn.Module):
    """Three units by hand: red, twice green, minus blue; rectified, summed, and weighed by 1, 10 and 100."""

    def __init__(self, rectify: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 3, 1, bias=False)
        self.conv.weight.data = torch.diag(torch.tensor([1.0, 2.0, -1.0]))[:, :, None, None]
        self.fc = nn.Linear(3, 2, bias=False)
        self.fc.weight.data = torch.tensor([[1.0, 10.0, 100.0], [0.0, 0.0, 1.0]])
        self.rectify = rectify

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(self.rectify(self.conv(x)).sum((2, 3)))


def by_hand(size: int = 2) -> tuple[Network, Tensor]:
    """Units of `size` x `size` positions: 1, 2 and 3 everywhere."""
    x = torch.tensor([1.0, 1.0, -3.0])[None, :, None, None].expand(1, 3, size, size)
    return networks.wrap(Sums(torch.relu), size, classes=2), x.clone()


@pytest.mark.parametrize(
    ("what", "sums"),
    [
        (Intervention("relu", (0,)), (0, 8, 12)),
        (Intervention("relu", (0, 2)), (0, 8, 0)),
        (Intervention("relu"), (0, 0, 0)),
        (Intervention("relu", (1, 2), "clamp", (0.5, 1.5)), (4, 6, 6)),
        (Intervention("relu", None, "clamp", (2.5, 9.0)), (10, 10, 12)),
        (Intervention("relu", (2,), "scale", (-0.5,)), (4, 8, -6)),
        (Intervention("relu", (0,), "swap", (2,)), (12, 8, 4)),
        (Intervention("conv", (2,), "scale", (-1.0,)), (4, 8, 0)),
    ],
    ids=str,
)
def test_what_is_done_to_units_by_hand(what: Intervention, sums: tuple[float, ...]) -> None:
    network, x = by_hand()
    weights = torch.tensor([[1.0, 10.0, 100.0], [0.0, 0.0, 1.0]])
    expected = weights @ torch.tensor(sums, dtype=torch.float32)
    torch.testing.assert_close(intervene.scores(network, x, [what])[0], expected)


def test_a_region_is_what_was_painted_on_whatever_grid() -> None:
    network, x = by_hand(4)
    painted = np.zeros((8, 8), bool)
    painted[5, 6] = painted[0, 0] = True  # two of sixteen positions
    region = Region.of(painted)
    assert (region.array() == painted).all()
    maps = capture.forward(
        network, x, ["relu"], changes=intervene.changes(network, [Intervention("relu", region=region)])
    ).maps["relu"]
    expected = torch.ones(4, 4)
    expected[2, 3] = expected[0, 0] = 0
    assert torch.equal(maps[0, 1], 2 * expected)
    swapped = intervene.scores(network, x, [Intervention("relu", (0,), "swap", (1,), region)])
    assert swapped[0, 0] == (14 * 1 + 2 * 2) + 10 * (14 * 2 + 2 * 1) + 100 * 48


def test_several_act_in_their_order() -> None:
    network, x = by_hand()
    double, at_most = (
        Intervention("relu", (0,), "scale", (2.0,)),
        Intervention("relu", (0,), "clamp", (0, 1.5)),
    )
    none = Intervention("conv", (1, 2))
    assert intervene.scores(network, x, [double, at_most, none])[0, 0] == 4 * 1.5
    assert intervene.scores(network, x, [at_most, double, none])[0, 0] == 4 * 2.0


def test_without_any_the_scores_are_the_plain_ones() -> None:
    network, x = networks.plain(), networks.picture()
    assert torch.equal(intervene.scores(network, x, []), network.module(x))


@pytest.mark.parametrize("layer", ["conv1.conv", "conv1.bn", "conv1.relu", "conv2b", "pool1", "classifier"])
def test_a_live_copy_answers_as_the_network_does(layer: str) -> None:
    network, x = networks.plain(), networks.picture()
    copy = live.choose(network)
    for what in (Intervention(layer, (0, 1, 2, 3)), Intervention(layer, None, "scale", (3.0,))):
        expected = intervene.scores(network, x, [what])
        assert not torch.allclose(expected, network.module(x), rtol=1e-3)
        torch.testing.assert_close(intervene.scores(copy, copy.prepare(x), [what]), expected)
    assert torch.allclose(copy.module(copy.prepare(x)), network.module(x), atol=1e-5)


@pytest.mark.parametrize("layer", ["relu", "relu#2", "conv2", "max_pool2d", "adaptive_avg_pool2d"])
def test_functions_are_layers_too(layer: str, verify_untouched: Untouched) -> None:
    network = networks.wrap(networks.Functional())
    with verify_untouched(network):
        changed = intervene.scores(network, networks.picture(), [Intervention(layer, None, "scale", (2.0,))])
    assert not torch.allclose(changed, network.module(networks.picture()))


def test_tokens_are_a_grid_and_the_class_token_is_left_alone() -> None:
    module = torchvision().models.VisionTransformer(16, 8, 2, 2, 8, 16, num_classes=5)
    nn.init.normal_(module.heads.head.weight)
    network, x = networks.wrap(module), networks.picture()
    layer = network.layer("encoder.layers.encoder_layer_0")
    assert layer.layout == "tokens"
    painted = np.zeros(layer.shape[1:], bool)
    painted[0, 1] = True
    what = Intervention(layer.name, region=Region.of(painted))
    answer = capture.forward(network, x, [layer.name], changes=intervene.changes(network, [what]))
    before = capture.forward(network, x, [layer.name])
    same = (answer.raw[layer.name] == before.raw[layer.name]).all(2)[0]
    assert same.tolist() == [True, True, False, True, True]
    assert bool((answer.maps[layer.name][0, :, 0, 1] == 0).all())
    assert not torch.equal(answer.output, before.output)


@pytest.mark.parametrize(
    ("what", "error", "words"),
    [
        (Intervention("conv9"), UnknownNameError, "conv9"),
        (Intervention("relu", (3,)), OutOfRangeError, "0 to 2"),
        (Intervention("relu", (0,), "swap", (-1,)), OutOfRangeError, "0 to 2"),
        (Intervention("relu", (0,), "swap", (0,)), OutOfRangeError, "another"),
        (Intervention("relu", None, "swap", ()), OutOfRangeError, "another"),
        (Intervention("relu", (0,), "clamp", (2.0, 1.0)), OutOfRangeError, "smaller first"),
        (Intervention("relu", (0,), "clamp", (2.0,)), OutOfRangeError, "2 numbers"),
        (Intervention("relu", (0,), "scale", (float("nan"),)), OutOfRangeError, "1 numbers"),
        (Intervention("relu", (0,), "invert"), UnknownNameError, "silence, clamp"),  # type: ignore[arg-type]
        (Intervention("fc", None, region=Region.of(np.ones((2, 2), bool))), UsageError, "no maps"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said(what: Intervention, error: type[Exception], words: str) -> None:
    network, x = by_hand()
    with pytest.raises(error, match=words):
        intervene.scores(network, x, [what])
