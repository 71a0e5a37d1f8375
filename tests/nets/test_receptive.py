"""The input pixels that a neuron sees: the formula, and what changing pixels shows."""

from __future__ import annotations

import random

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.errors import OutOfRangeError, UnknownNameError
from deepvis_app.nets import capture, marks, receptive
from deepvis_app.nets.network import Network
from tests import networks
from tests.nets.test_layers import vision_transformer

# kernel, stride, padding of each convolution and pooling on the way, as the papers give them
C3, C1, P2 = (3, 1, 1), (1, 1, 0), (2, 2, 0)
WAYS: dict[str, dict[str, list[tuple[int, int, int]]]] = {
    "alexnet": {
        "features.0": [(11, 4, 2)],
        "features.5": [(11, 4, 2), (3, 2, 0), (5, 1, 2), (3, 2, 0)],
        "features.11": [(11, 4, 2), (3, 2, 0), (5, 1, 2), (3, 2, 0), C3, C3, C3],
    },
    "vgg16": {
        "features.4": [C3, C3, P2],
        "features.29": [C3, C3, P2, C3, C3, P2, *[C3, C3, C3, P2] * 2, C3, C3, C3],
    },
    "resnet18": {
        "maxpool": [(7, 2, 3), (3, 2, 1)],
        "layer2.0.conv1": [(7, 2, 3), (3, 2, 1), *[C3] * 4, (3, 2, 1)],
        "layer2.0.downsample.0": [(7, 2, 3), (3, 2, 1), *[C3] * 4, (1, 2, 0)],
        "layer4.1": [(7, 2, 3), (3, 2, 1), *[C3] * 4, *[(3, 2, 1), C3, C3, C3] * 3],
    },
    "embedded": {
        "conv1": [(7, 1, 3)],
        "conv2b": [(7, 1, 3), P2, C3, C3],
        "conv4b": [(7, 1, 3), P2, C3, C3, P2, C3, C3, C3, P2, C3, C3],
    },
}


def by_formula(way: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Size, stride, start of the first neuron: r += (k - 1) j, start -= p j, j *= s (Araujo et al. 2019)."""
    size, stride, begin = 1, 1, 0
    for kernel, step, padding in way:
        size += (kernel - 1) * stride
        begin -= padding * stride
        stride *= step
    return size, stride, begin


def load(name: str) -> Network:
    return Network.load("embedded", "none") if name == "embedded" else networks.family(name, 224)


@pytest.mark.parametrize(("name", "layer"), [(name, layer) for name in WAYS for layer in WAYS[name]])
def test_fields_are_those_of_the_formula(name: str, layer: str) -> None:
    network = load(name)
    size, stride, begin = by_formula(WAYS[name][layer])
    field = receptive.field(network, layer, (2, 3))
    assert field is not None
    assert field.size == (size, size)
    assert field.stride == (stride, stride)
    assert field.centre == (begin + 2 * stride + size / 2, begin + 3 * stride + size / 2)
    x, y, width, height = field.box
    assert (x, y) == (max(begin + 3 * stride, 0), max(begin + 2 * stride, 0))
    assert (x + width, y + height) == (
        min(begin + 3 * stride + size, network.preprocessing.width),
        min(begin + 2 * stride + size, network.preprocessing.height),
    )


def test_vgg_and_alexnet_have_their_known_fields() -> None:
    assert receptive.field(load("vgg16"), "features.29").size == (196, 196)
    assert receptive.field(load("alexnet"), "features.11").size == (163, 163)
    assert receptive.field(load("resnet18"), "layer4.1").size == (435, 435)


@pytest.mark.parametrize(
    "name", ["squeezenet1_1", "googlenet", "mobilenet_v2", "shufflenet_v2_x0_5", "convnext_tiny"]
)
def test_derived_fields_are_the_measured_ones(name: str) -> None:
    network, chance = networks.family(name, 96), random.Random(5)
    layers = [layer for layer in network.layers if len(layer.shape) == 3 and layer.drawable]
    assert len(receptive.fields(network)) == sum(layer.drawable for layer in network.layers)
    for layer in chance.sample(layers, 12):
        neuron = (chance.randrange(layer.shape[1]), chance.randrange(layer.shape[2]))
        measured = marks.box(network, networks.picture(96), layer.name, neuron)
        assert receptive.field(network, layer.name, neuron).box == measured, (layer.name, neuron)


def test_no_pixel_outside_changes_the_neuron_and_those_inside_do() -> None:
    network, neuron = networks.plain(32), (5, 9)
    x, y, width, height = receptive.field(network, "conv2b", neuron).box
    picture = networks.picture(32)
    inside = torch.zeros(1, 1, 32, 32)
    inside[..., y : y + height, x : x + width] = 1
    changed = picture + networks.picture(32, 7)

    def answers(image: Tensor) -> Tensor:
        with torch.no_grad():
            return capture.forward(network, image, ["conv2b.conv"], to_end=False).maps["conv2b.conv"][
                0, :, 5, 9
            ]

    assert torch.equal(answers(torch.where(inside == 1, picture, changed)), answers(picture))
    edge = inside.clone()
    edge[..., y + 1 : y + height - 1, x + 1 : x + width - 1] = 0
    assert not torch.equal(answers(torch.where(edge == 1, changed, picture)), answers(picture))


@pytest.mark.parametrize(
    ("name", "layer"),
    [
        ("alexnet", "classifier.6"),
        ("resnet18", "avgpool"),
        ("mobilenet_v3_small", "features.2"),
    ],
)
def test_global_layers_see_the_whole_picture(name: str, layer: str) -> None:
    """After global pooling, and behind squeeze and excitation."""
    network = networks.family(name, 224)
    field = receptive.field(network, layer)
    assert (field.size, field.stride, field.box) == ((224, 224), (0, 0), (0, 0, 224, 224))


def test_attention_over_all_tokens_sees_the_whole_picture() -> None:
    network = networks.wrap(vision_transformer())
    layer = "encoder.layers.encoder_layer_0"
    assert receptive.field(network, "conv_proj", (1, 2)).box == (8, 4, 4, 4)
    assert receptive.field(network, layer).box == (0, 0, 16, 16)
    assert marks.box(network, networks.picture(), layer, (1, 2)) == (0, 0, 16, 16)


def test_windowed_attention_is_measured() -> None:
    network = networks.family("swin_t")
    assert receptive.field(network, "features.1.0") is None
    assert receptive.field(network, "features.1.0", (9, 2)).box == (0, 28, 28, 28)  # 7x7 patches of 4 pixels


@pytest.mark.parametrize("padding", ["same", "valid", 2])
def test_padding_stride_and_dilation_of_each_side_count(padding: str | int) -> None:
    convs = nn.Sequential(
        nn.Conv2d(3, 4, (3, 5), padding=padding, dilation=(2, 1)),
        nn.ZeroPad2d((1, 0, 1, 0)),
        nn.MaxPool2d(2, stride=(2, 1)),
    )
    network = networks.wrap(nn.Sequential(convs, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 5)))
    for neuron in ((0, 0), (3, 8)):
        measured = marks.box(network, networks.picture(), "0", neuron)
        assert receptive.field(network, "0", neuron).box == measured


def test_fields_of_neighbours_follow_without_another_run() -> None:
    network = load("embedded")
    corner = receptive.field(network, "conv3b", (0, 0))
    assert corner.at(3, 1) == receptive.field(network, "conv3b", (3, 1))
    assert receptive.fields(network) is receptive.fields(network)


def test_unknown_layers_and_neurons_are_refused() -> None:
    with pytest.raises(UnknownNameError):
        receptive.field(networks.plain(), "conv9")
    with pytest.raises(OutOfRangeError, match="16 high and 16 wide"):
        marks.box(networks.plain(), networks.picture(), "conv1", (16, 0))


def test_networks_are_left_alone(verify_untouched) -> None:  # type: ignore[no-untyped-def]
    network = networks.plain()
    with verify_untouched(network):
        receptive.fields(network)
        marks.box(network, networks.picture(), "conv2b", (1, 1))
