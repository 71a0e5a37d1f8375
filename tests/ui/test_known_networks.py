"""The list that the window shows is torchvision's own."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

from deepvis_app.ui.known_networks import known_networks

SCRIPT = Path(__file__).parents[2] / "packaging" / "list_networks.py"


def test_the_resource_is_what_the_script_writes_from_torchvision() -> None:
    made = runpy.run_path(str(SCRIPT))["rows"]()
    listed = [vars(network) for network in known_networks()]
    assert [{name: row[name] for name in made[0]} for row in listed] == json.loads(json.dumps(made))


def test_every_network_has_the_year_of_its_paper() -> None:
    years = {network.name: network.year for network in known_networks()}
    assert None not in years.values()
    known = {"alexnet": 2012, "vgg16": 2014, "resnet18": 2015, "densenet121": 2016, "mobilenet_v2": 2018}
    known |= {"efficientnet_b0": 2019, "efficientnet_v2_s": 2021, "vit_b_16": 2020, "swin_t": 2021}
    known |= {"swin_v2_t": 2022, "convnext_tiny": 2022, "maxvit_t": 2022, "regnet_y_400mf": 2020}
    assert {name: years[name] for name in known} == known


def test_a_search_takes_names_years_and_bounds() -> None:
    def found(typed: str) -> set[str]:
        return {network.name for network in known_networks() if network.fits(typed.split())}

    assert found("resnet 2015") == {f"resnet{depth}" for depth in (18, 34, 50, 101, 152)}
    assert found("resnet <30M >75 2015") == {"resnet50"}
    assert found("<5MB") == {"shufflenet_v2_x0_5", "squeezenet1_0", "squeezenet1_1"} & found("<5MB")
    assert "squeezenet1_1" in found("<5MB 2016")
    assert found("perceptron") == set()


def test_networks_have_titles_as_people_write_them() -> None:
    titles = {network.name: network.title for network in known_networks()}
    assert titles["resnet18"] == "ResNet-18"
    assert titles["vgg16_bn"] == "VGG-16 BN"
    assert titles["vit_b_16"] == "ViT-B/16"
    assert titles["regnet_y_400mf"] == "RegNetY 400MF"
    assert titles["mnasnet0_75"] == "MNASNet 0.75"
    assert titles["convnext_tiny"] == "ConvNeXt Tiny"
    assert titles["efficientnet_v2_s"] == "EfficientNetV2-S"
