"""Networks and helpers that the tests of class activation maps share."""

from __future__ import annotations

import copy
import functools

import torch
from torch import Tensor, nn

from deepvis_app.methods import METHODS, Target
from deepvis_app.methods.cam import grad_cam
from deepvis_app.methods.partial import outcome
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from tests import networks

LAYERS = {  # as other tools can reach them: DenseNet's own last rectifier is a function
    "alexnet": "features.11",
    "vgg16": "features.29",
    "resnet18": "layer4",
    "googlenet": "inception5b",
    "mobilenet_v3_small": "features.12",
    "densenet121": "features.denseblock4",
    "embedded": "conv4c",
}
SIZES = {"vgg16": 64}


def trained_or_not(name: str) -> Network:
    return Network.load("embedded") if name == "embedded" else networks.family(name, SIZES.get(name, 96))


@functools.cache
def known(name: str) -> Network:
    """The network with its scores a million times as large, so that the peer's epsilons do not count."""
    network = trained_or_not(name)
    module = copy.deepcopy(network.module)
    linear = [each for each in module.modules() if isinstance(each, nn.Linear)][-1]
    linear.weight.data *= 1e6
    return networks.wrap(module, network.preprocessing.height, len(network.labels))


def image_of(network: Network) -> Tensor:
    return networks.picture(network.preprocessing.height)


def run(method: str, network: Network, image: Tensor, index: int | None, layer: str | None) -> Tensor:
    row = METHODS[method]
    return outcome(row.run()(network, image, Target(class_index=index), layer, row.params())).result


def from_0_to_1(heat: Tensor) -> Tensor:
    heat = heat - heat.min()
    return heat / heat.max()


def assert_same(ours: Tensor, theirs: Tensor, tolerance: float = 1e-5) -> None:
    assert float(theirs.abs().max()) > 0, "an empty map shows nothing"
    assert float((ours - theirs).abs().max()) <= tolerance * float(theirs.abs().max())


def speaking(network: Network, image: Tensor, layer: str) -> int:
    """A class that some place speaks for."""
    order = network.module(image)[0].argsort(descending=True).tolist()
    return next(i for i in order if float(grad_cam(network, image, Target(class_index=i), layer).max()) > 0)


def at(network: Network, image: Tensor, index: int, layer: str) -> tuple[Tensor, Tensor]:
    """A layer's maps and the gradient of a score by them, through the whole network, in float64's company."""
    x = image.clone().requires_grad_()
    captured = capture.forward(network, x, [layer])
    assert captured.output is not None
    (gradient,) = torch.autograd.grad(captured.output[0, index], captured.raw[layer])
    return captured.maps[layer].detach(), capture.as_maps(network.layer(layer), gradient)
