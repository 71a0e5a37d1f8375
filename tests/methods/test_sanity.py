"""A picture that explains a network must change when the network forgets (Adebayo et al. 2018)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from torch import Tensor

from deepvis_app.methods import METHODS, Target
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import to_tensor


def spearman(one: Tensor, other: Tensor) -> float:
    """Correlation of ranks."""
    ranks = [np.argsort(np.argsort(each.flatten().numpy())) for each in (one, other)]
    return float(np.corrcoef(*ranks)[0, 1])


def forgetting(network: Network) -> list[Network]:
    """The network with the weights of more and more of its layers drawn anew, from the last to the first."""
    fresh = Network.load("embedded", "none", seed=5)
    steps: list[Network] = []
    forgotten: dict[str, Tensor] = {}
    for name, child in reversed(list(fresh.module.named_children())):
        own = {f"{name}.{key}": value for key, value in child.state_dict().items()}
        if own:
            forgotten |= own
            step = Network.load("embedded")
            step.module.load_state_dict(network.module.state_dict() | forgotten)
            steps.append(step)
    return steps


@pytest.fixture(scope="module")
def start() -> tuple[Network, Tensor, Target]:
    import skimage

    network = Network.load("embedded")
    with Image.open(Path(skimage.__file__).parent / "data" / "coffee.png") as photo:
        x = to_tensor(photo, network.preprocessing)
    return network, x, Target(class_index=int(network.module(x).argmax()))


@pytest.mark.parametrize("name", ["gradient", "saliency"])
def test_the_gradient_of_a_network_without_its_training_is_another(
    start: tuple[Network, Tensor, Target], name: str
) -> None:
    network, x, target = start
    method = METHODS[name]
    known, fresh = (
        method.run()(one, x, target, None, method.params()).abs()
        for one in (network, forgetting(network)[-1])
    )
    assert abs(spearman(known, fresh)) < 0.5


@pytest.mark.parametrize("name", ["gradient", "guided_backprop", "deconvnet", "rectified_gradient"])
def test_how_fast_each_picture_forgets_is_told(
    start: tuple[Network, Tensor, Target], name: str, record_property: object
) -> None:
    """Guided backprop and deconvnet are known to change little: their curves are reported, not judged."""
    network, x, target = start
    method = METHODS[name]
    known = method.run()(network, x, target, None, method.params()).abs()
    curve = [
        round(spearman(known, method.run()(step, x, target, None, method.params()).abs()), 3)
        for step in forgetting(network)
    ]
    record_property(name, curve)  # type: ignore[operator]
    print(f"{name}: rank correlation as the layers forget, last to first: {curve}")
    assert len(curve) == sum(
        1 for child in network.module.children() if any(True for _ in child.parameters())
    )
    assert np.isfinite(curve).all()
