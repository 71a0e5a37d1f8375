"""The layer that a class is explained by, where none is named."""

from __future__ import annotations

import pytest
import torch

from deepvis_app.methods.map_layer import default_layer
from tests import networks
from tests.methods.cams import (
    LAYERS,
    known,
    run,
)


@pytest.mark.parametrize("name", [*LAYERS, "squeezenet1_1", "efficientnet_b0", "convnext_tiny"])
def test_the_layer_by_default_is_the_last_with_maps_and_says_why(name: str) -> None:
    more = {"squeezenet1_1": "classifier.2", "efficientnet_b0": "features.8", "convnext_tiny": "features.7.2"}
    expected = LAYERS | more | {"densenet121": "relu", "resnet18": "layer4.1"}
    network = known(name) if name in LAYERS else networks.family(name, 64)
    layer, why = default_layer(network)
    assert layer == expected[name]
    _, height, width = network.layer(layer).shape
    assert f"{layer} has the last maps" in str(why)
    assert f"{height} × {width}" in str(why)


def test_without_a_layer_the_default_one_is_meant() -> None:
    network, image = networks.plain(), networks.picture()
    for method in ("grad_cam", "layer_cam", "score_cam"):
        assert torch.equal(run(method, network, image, 1, None), run(method, network, image, 1, "conv2b"))
