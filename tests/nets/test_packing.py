"""Packed convolutions answer what plain ones do, and let gradients through."""

from __future__ import annotations

import copy

import pytest
import torch

from deepvis_app.nets import capture, live
from deepvis_app.nets.packing import PackedConv
from tests import networks


def packed(fast: live.LiveCopy) -> list[PackedConv]:
    return [each for each in fast.module.modules() if isinstance(each, PackedConv) and each.kept]


@pytest.mark.parametrize(
    ("name", "dtype"),
    [("resnet18", torch.float32), ("mobilenet_v3_small", torch.bfloat16), ("alexnet", torch.bfloat16)],
)
def test_a_packed_copy_answers_the_same(name: str, dtype: torch.dtype) -> None:
    network = networks.family(name)
    fast, plain = live.choose(network, dtype, packed=True), live.choose(network, dtype)
    layers = [layer.name for layer in network.layers if layer.main]
    with torch.inference_mode():
        for size in (64, 64, 96):  # the last is of another shape
            x = plain.prepare(networks.picture(size))
            ours, theirs = (capture.forward(each, x.clone(), layers) for each in (fast, plain))
            assert packed(fast)
            for layer in layers:
                torch.testing.assert_close(ours.maps[layer], theirs.maps[layer], rtol=1e-5, atol=1e-5)
                assert ours.maps[layer].stride() == theirs.maps[layer].stride(), "the layout stays too"


def test_gradients_go_through_a_packed_copy() -> None:
    network, x = networks.plain(), networks.picture()
    found = []
    for fast in (live.choose(network, packed=True), live.choose(network)):
        with torch.inference_mode():
            fast.module(x)
        leaf = x.clone().requires_grad_()
        found.append(torch.autograd.grad(fast.module(leaf)[0, 1], leaf)[0])
    torch.testing.assert_close(*found)


def test_a_convolution_whose_own_answer_is_captured_goes_by_its_own_weights() -> None:
    network, x = networks.plain(), networks.picture()
    fast = live.choose(network, packed=True)
    with torch.inference_mode():
        fast.module(x.clone())
        ours = capture.forward(fast, x.clone(), ["conv2a.conv", "conv2b"])
        theirs = capture.forward(network, x.clone(), ["conv2a.conv", "conv2b"])
    for layer in ("conv2a.conv", "conv2b"):
        torch.testing.assert_close(ours.maps[layer], theirs.maps[layer], rtol=1e-4, atol=1e-5)


def test_a_copy_packs_its_own_weights() -> None:
    fast = live.choose(networks.plain(), packed=True)
    with torch.inference_mode():
        before = fast.module(networks.picture())
        module = copy.deepcopy(fast.module)
        for parameter in module.parameters():
            parameter.zero_()
        assert not module(networks.picture()).any()
        torch.testing.assert_close(fast.module(networks.picture()), before)
