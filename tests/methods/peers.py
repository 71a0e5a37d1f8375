"""Networks on which gradients are held to other tools, small enough for that, and what counts as the same."""

from __future__ import annotations

from torch import Tensor

from deepvis_app.nets.network import Network
from tests import networks

SIZES = {
    "alexnet": 64,
    "vgg16": 32,
    "resnet18": 64,
    "googlenet": 64,
    "mobilenet_v3_small": 64,
    "densenet121": 32,
}
NAMES = [*SIZES, "embedded", "functions"]


def some(name: str) -> tuple[Network, Tensor]:
    """The network of that name and a picture of noise."""
    if name == "embedded":
        network = Network.load("embedded")
    elif name == "functions":
        network = networks.wrap(networks.Functional())
    else:
        network = networks.family(name, SIZES[name])
    return network, networks.picture(network.preprocessing.height)


def close(ours: Tensor, theirs: Tensor) -> None:
    """max |a - b| <= 1e-5 max |b|, of maps that are not flat."""
    assert ours.shape == theirs.shape
    largest = float(theirs.abs().max())
    assert largest > 0, "an empty map shows nothing"
    assert float((ours - theirs).abs().max()) <= 1e-5 * largest
