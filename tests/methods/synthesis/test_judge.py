"""Style and texture by another network than the loaded one."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from deepvis_app.errors import UnknownNameError, UsageError
from deepvis_app.methods.neural_style import neural_style
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.style_params import Judge, StyleParams, TextureGramParams
from deepvis_app.methods.synthesis.judge import judge
from deepvis_app.methods.synthesis.sizes import resized
from deepvis_app.methods.texture_gram import texture_gram
from deepvis_app.nets import download
from deepvis_app.nets.network import Network
from tests import networks


@pytest.fixture(scope="module")
def loaded() -> Network:
    return networks.family("resnet18", 32)


@pytest.fixture(scope="module")
def embedded() -> Network:
    return Network.load("embedded")


def spots(seed: int) -> Tensor:
    numbers = torch.Generator().manual_seed(seed)
    return resized(torch.rand(1, 3, 8, 8, generator=numbers), 48, 48)


def styled(network: Network, which: Judge) -> Tensor:
    params = StyleParams(size=48, steps=3, start="noise", seed=5, judge=which)
    return outcome(neural_style(network, spots(1), None, None, params, (spots(2),))).result


def textured(network: Network, which: Judge) -> Tensor:
    params = TextureGramParams(size=48, steps=3, seed=5, judge=which)
    return outcome(texture_gram(network, spots(1), None, None, params)).result


@pytest.mark.parametrize("made", [styled, textured])
def test_the_embedded_network_judges_as_if_it_were_loaded(
    made: Callable[[Network, Judge], Tensor], loaded: Network, embedded: Network
) -> None:
    by_embedded = made(loaded, "embedded")
    assert torch.equal(by_embedded, made(embedded, "this"))
    assert not torch.allclose(by_embedded, made(loaded, "this"), atol=0.01)


def test_the_layers_are_those_of_the_network_that_judges(loaded: Network) -> None:
    assert "layer1" in {layer.name for layer in loaded.layers}
    params = StyleParams(size=48, steps=1, judge="embedded")
    with pytest.raises(UnknownNameError, match="has no layer layer1"):
        outcome(neural_style(loaded, spots(1), None, "layer1", params, (spots(2),)))


@pytest.mark.parametrize("made", [styled, textured])
def test_vgg_that_is_not_here_is_told_without_a_connection(
    made: Callable[[Network, Judge], Tensor], loaded: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        monkeypatch.setenv(download.MIRROR, f"http://127.0.0.1:{server.getsockname()[1]}")
        with pytest.raises(
            UsageError, match=r"VGG-19 is not on this computer.*deepvis models download vgg19"
        ):
            made(loaded, "vgg19")
        with pytest.raises(BlockingIOError):
            server.accept()  # nobody has knocked


def test_it_is_on_the_device_of_the_loaded_one(loaded: Network) -> None:
    assert judge(loaded, "this") is loaded
    assert judge(loaded, "embedded").device == loaded.device
