"""The list that the window shows is torchvision's own."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

from deepvis_app.ui.known_networks import known_networks

SCRIPT = Path(__file__).parents[2] / "packaging" / "list_networks.py"


def test_the_resource_is_what_the_script_writes_from_torchvision() -> None:
    made = runpy.run_path(str(SCRIPT))["rows"]()
    assert [vars(network) for network in known_networks()] == json.loads(json.dumps(made))


def test_networks_have_titles_as_people_write_them() -> None:
    titles = {network.name: network.title for network in known_networks()}
    assert titles["resnet18"] == "ResNet-18"
    assert titles["vgg16_bn"] == "VGG-16 BN"
    assert titles["vit_b_16"] == "ViT-B/16"
    assert titles["regnet_y_400mf"] == "RegNetY 400MF"
    assert titles["mnasnet0_75"] == "MNASNet 0.75"
    assert titles["convnext_tiny"] == "ConvNeXt Tiny"
    assert titles["efficientnet_v2_s"] == "EfficientNetV2-S"
