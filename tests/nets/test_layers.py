"""Every place of a network that can be shown is found, named and described."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.nets.layers import Layer, discover
from tests import networks


def layers_of(module: nn.Module, size: int = 16) -> dict[str, Layer]:
    return {layer.name: layer for layer in discover(module.eval(), torch.zeros(1, 3, size, size))}


def main_names(found: dict[str, Layer]) -> list[str]:
    return [layer.name for layer in found.values() if layer.main]


def test_a_module_used_again_is_numbered() -> None:
    class Twice(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 3, 3, padding=1)
            self.relu = nn.ReLU()

        def forward(self, x: Tensor) -> Tensor:
            return self.relu(self.conv(self.relu(self.conv(x))))

    found = layers_of(Twice())
    assert list(found) == ["conv", "relu", "conv#2", "relu#2"]
    assert [layer.call for layer in found.values()] == [0, 0, 1, 1]


def test_functions_that_rectify_or_pool_are_layers_of_the_module_that_calls_them() -> None:
    found = layers_of(networks.Functional())
    assert list(found) == [
        "conv1", "norm", "relu", "max_pool2d", "conv2", "avg_pool2d", "relu#2", "adaptive_avg_pool2d", "fc",
    ]  # fmt: skip
    assert (found["relu"].kind, found["relu"].function, found["relu"].shape) == ("ReLU", "relu", (4, 16, 16))
    assert [name for name, layer in found.items() if layer.rectifier] == ["relu", "relu#2"]


def test_a_function_never_takes_the_name_of_a_module() -> None:
    class Both(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.relu = nn.ReLU()

        def forward(self, x: Tensor) -> Tensor:
            return self.relu(torch.relu(x) - 1)

    found = layers_of(Both())
    assert [(layer.name, layer.function) for layer in found.values()] == [("relu", "relu"), ("relu#2", None)]


def test_a_module_around_one_function_is_listed_once() -> None:
    class Positive(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return x.clamp(min=0)

    found = layers_of(nn.Sequential(nn.Conv2d(3, 2, 1), Positive()))
    assert list(found) == ["0", "1"]
    assert found["1"].rectifier


def test_what_an_in_place_operation_overwrites_is_marked() -> None:
    found = layers_of(networks.Functional())
    assert [name for name, layer in found.items() if layer.overwritten] == ["norm", "conv2"]


def test_outputs_that_are_no_maps_are_listed_and_not_drawable() -> None:
    class Odd(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.pair = Pair()
            self.count = Count()
            self.deep = nn.Unflatten(1, (1, 3))

        def forward(self, x: Tensor) -> Tensor:
            self.count(x)
            self.deep(x)
            return self.pair(x)[0]

    class Pair(nn.Module):
        def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
            return x + 1, x

    class Count(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return x.argmax(1)

    found = layers_of(Odd())
    assert [(layer.name, layer.drawable, layer.units) for layer in found.values()] == [
        ("count", False, 0),
        ("deep", False, 0),
        ("pair", False, 0),
    ]
    assert not main_names(found)


def test_a_block_stands_for_the_chain_that_it_answers_with() -> None:
    found = layers_of(networks.plain().module)
    assert main_names(found) == ["conv1", "pool1", "conv2a", "conv2b", "gap", "classifier"]
    assert (
        found["conv1.conv"].weights == found["conv1.relu"].weights == found["conv1"].weights == "conv1.conv"
    )
    assert not found["pool1"].has_weights


def test_a_residual_block_shows_its_branch_and_its_sum() -> None:
    found = layers_of(networks.family("resnet18").module, 64)
    assert main_names(found)[:6] == [
        "relu", "maxpool", "layer1.0.relu", "layer1.0.bn2", "layer1.0", "layer1.1.relu",
    ]  # fmt: skip
    assert found["layer1.0.relu#2"].shape == found["layer1.0"].shape == (64, 16, 16)
    assert found["layer1.0"].weights is None
    assert found["layer1.0.bn2"].overwritten


def test_a_norm_before_its_convolution_is_folded_with_its_rectifier_alone() -> None:
    found = layers_of(networks.family("densenet121").module, 64)
    names = main_names(found)
    assert "features.denseblock1.denselayer1.relu1" in names
    assert "features.denseblock1.denselayer1.norm1" not in names
    assert found["relu"].function == "relu"  # the last one, in place on what `features` answers
    assert found["features"].overwritten
    assert found["features"].shape == (1024, 2, 2)


def test_flat_networks_have_the_titles_of_the_lectures() -> None:
    found = layers_of(networks.family("alexnet").module, 64)
    assert [layer.title for layer in found.values() if layer.main] == [
        "conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5",
        "avgpool", "fc6", "fc7", "fc8",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "rectifiers"),
    [("resnet18", 17), ("googlenet", 57), ("densenet121", 121), ("mobilenet_v2", 35), ("squeezenet1_1", 26)],
)
def test_every_rectifier_of_a_family_is_found(name: str, rectifiers: int) -> None:
    found = networks.family(name).layers
    assert sum(layer.rectifier for layer in found) == rectifiers
    titles = [layer.title for layer in found]
    assert len(set(titles)) == len(titles)


def test_tokens_show_as_the_grid_of_patches_without_the_class_token() -> None:
    found = layers_of(vision_transformer(), 16)
    assert found["encoder.layers.encoder_layer_0.mlp"].layout == "tokens"
    assert found["encoder.layers.encoder_layer_0.mlp"].shape == (8, 4, 4)
    assert not found["encoder.layers.encoder_layer_0.self_attention"].drawable  # answers a pair
    assert found["heads.head"].shape == (5,)


def test_maps_with_channels_last_are_told_from_plain_ones() -> None:
    swin = networks.family("swin_t")
    assert swin.layer("features.0.0").layout == "maps"
    assert swin.layer("features.1.0").layout == "maps last"
    assert swin.layer("features.1.0.mlp.1").shape == (384, 16, 16)
    convnext = networks.family("convnext_tiny")
    assert convnext.layer("features.1.0.block.0").layout == "maps"
    assert convnext.layer("features.1.0.block.3").layout == "maps last"
    assert convnext.layer("features.1.0").layout == "maps"
    assert {layer.shape[0] for layer in convnext.layers if layer.name.startswith("features.1.")} == {96, 384}


@pytest.mark.filterwarnings("ignore::FutureWarning")  # torch.export's own
def test_an_exported_program_has_its_layers() -> None:
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 14 * 14, 5)).eval()
    exported = torch.export.export(module, (torch.zeros(1, 3, 16, 16),))
    found = discover(torch.export.unflatten(exported), torch.zeros(1, 3, 16, 16))
    assert [(layer.name, layer.main, layer.rectifier, layer.weights) for layer in found] == [
        ("0", False, False, "0"),
        ("1", True, True, "0"),
        ("2", False, False, None),
        ("3", True, False, "3"),
    ]


def test_finding_leaves_nothing_behind_even_where_the_network_fails() -> None:
    network = networks.plain()
    before = network.fingerprint()
    with pytest.raises(RuntimeError):
        discover(network.module, torch.zeros(1, 4, 16, 16))
    discover(network.module, network.example())
    assert network.fingerprint() == before


def vision_transformer() -> nn.Module:
    from deepvis_app.nets.torchvision_import import torchvision

    models = torchvision().models
    return models.VisionTransformer(16, 4, 2, 2, 8, 16, num_classes=5)
