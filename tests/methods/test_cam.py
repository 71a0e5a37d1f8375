"""Class activation maps against the papers' formulas written out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.errors import OutOfRangeError, RunError, UnknownNameError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.cam import cam, grad_cam, guided_grad_cam, head, small_map
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.score_cam import score_cam
from deepvis_app.nets import capture, live
from deepvis_app.nets.network import Network
from tests import networks
from tests.methods.cams import (
    LAYERS,
    assert_same,
    at,
    from_0_to_1,
    image_of,
    known,
    run,
    speaking,
    trained_or_not,
)

PEERS = ("grad_cam", "grad_cam_plus_plus", "layer_cam", "hires_cam")


def written_plus_plus(maps: Tensor, g: Tensor) -> Tensor:
    maps, g = maps[0].double(), g[0].double()
    small = torch.zeros(maps.shape[1:], dtype=torch.float64)
    for unit in range(len(maps)):
        below = 2 * g[unit] ** 2 + maps[unit].sum() * g[unit] ** 3
        alpha = torch.where(g[unit] != 0, g[unit] ** 2 / below, 0)
        small += (alpha * g[unit].clamp(min=0)).sum() * maps[unit]
    return small.clamp(min=0)


WRITTEN: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "grad_cam": lambda maps, g: (g.mean((2, 3), keepdim=True) * maps).sum(1)[0].clamp(min=0),
    "grad_cam_plus_plus": written_plus_plus,
    "layer_cam": lambda maps, g: (g.clamp(min=0) * maps).sum(1)[0].clamp(min=0),
    "hires_cam": lambda maps, g: (g * maps).sum(1)[0],
}
KINDS = {"modules": networks.plain, "functions": lambda: networks.wrap(networks.Functional())}


@pytest.mark.parametrize("method", WRITTEN)
@pytest.mark.parametrize("kind", KINDS)
def test_the_formulas_hold_at_every_layer_with_maps(method: str, kind: str) -> None:
    network, image = KINDS[kind](), networks.picture()
    for layer in network.layers:
        if len(layer.shape) != 3 or layer.shape[1] == 1 or not layer.drawable:
            continue
        small = WRITTEN[method](*at(network, image, 2, layer.name)).float()
        size = image.shape[2:]
        expected = F.interpolate(small[None, None], size, mode="bilinear", align_corners=False)[0, 0]
        ours = run(method, network, image, 2, layer.name)
        torch.testing.assert_close(ours, expected, rtol=1e-5, atol=1e-5 * float(expected.abs().max()))


@pytest.mark.parametrize("name", ["embedded", "resnet18", "googlenet", "mobilenet_v2", "swin_t"])
def test_cam_is_the_classs_own_weights_over_the_last_maps(name: str) -> None:
    network = trained_or_not(name)
    image = image_of(network)
    last = [each for each in network.module.modules() if isinstance(each, nn.Linear)][-1]
    maps = capture.forward(network, image, [default_layer(network)[0]])
    assert maps.output is not None
    small = torch.einsum("c,nchw->nhw", last.weight[3], maps.maps[default_layer(network)[0]])
    torch.testing.assert_close(small.mean() + last.bias[3], maps.output[0, 3], rtol=1e-4, atol=1e-4)
    expected = F.interpolate(small[None], image.shape[2:], mode="bilinear", align_corners=False)[0, 0]
    assert_same(run("cam", network, image, 3, None), expected)


@pytest.mark.parametrize("name", ["embedded", "resnet18"])
def test_on_a_pooling_head_cam_is_grad_cam_up_to_scale_and_the_rectifier(name: str) -> None:
    network = known(name)
    image = image_of(network)
    index = speaking(network, image, LAYERS[name])
    _, height, width = network.layer(LAYERS[name]).shape
    small = cam_small(network, image, index, LAYERS[name])
    maps, gradients = at(network, image, index, LAYERS[name])
    assert_same(small.relu() / (height * width), small_map(maps, gradients))
    whole = run("hires_cam", network, image, index, LAYERS[name])
    assert_same(whole * height * width, run("cam", network, image, index, None))


def cam_small(network: Network, image: Tensor, index: int, layer: str) -> Tensor:
    last = [each for each in network.module.modules() if isinstance(each, nn.Linear)][-1]
    return torch.einsum(
        "c,chw->hw", last.weight[index], capture.forward(network, image, [layer]).maps[layer][0]
    )


def test_a_head_of_convolution_and_pooling_is_its_own_map() -> None:
    network = networks.family("squeezenet1_1", 64)
    image = image_of(network)
    index = int(network.module(image)[0].argmax())
    own = capture.forward(network, image, ["classifier.2"]).maps["classifier.2"][:, index : index + 1]
    expected = F.interpolate(own, image.shape[2:], mode="bilinear", align_corners=False)[0, 0]
    assert_same(run("cam", network, image, index, None), expected)


@pytest.mark.parametrize("name", ["alexnet", "mobilenet_v3_small"])
def test_cam_says_where_a_head_does_not_fit(name: str) -> None:
    network = networks.family(name, 64)
    with pytest.raises(UsageError, match="use grad_cam"):
        cam(network, image_of(network), None, None)


# ---- transformers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["swin_t"])
def test_swin_has_maps_by_its_grid_of_tokens(name: str) -> None:
    network = networks.family(name, 96)
    image = image_of(network)
    assert default_layer(network)[0] == "norm"
    for layer in ("norm", "features.5"):
        maps, gradients = at(network, image, 1, layer)
        assert maps.shape == gradients.shape == (1, *network.layer(layer).shape)
        small = WRITTEN["grad_cam"](maps, gradients)[None, None]
        expected = F.interpolate(small, image.shape[2:], mode="bilinear", align_corners=False)[0, 0]
        torch.testing.assert_close(run("grad_cam", network, image, 1, layer), expected, rtol=1e-4, atol=1e-8)


@pytest.mark.parametrize("name", ["swin_t", "vit_b_32"])
def test_tokens_lie_where_the_picture_has_them(name: str) -> None:
    """What changes in the picture's upper right corner changes the upper right of the maps most."""
    network = networks.family(name, 224 if name == "vit_b_32" else 96)
    plain = network.example()
    marked = plain.clone()
    size = plain.shape[2]
    marked[:, :, : size // 4, 3 * size // 4 :] = 2.0
    layer = default_layer(network)[0]
    with torch.inference_mode():
        before, after = (capture.forward(network, x.clone(), [layer]).maps[layer] for x in (plain, marked))
    change = (after - before).abs().sum(1)[0]
    row, column = divmod(int(change.argmax()), change.shape[1])
    assert row < change.shape[0] / 2 < column


# ---- live -------------------------------------------------------------------------------------------------


def test_only_the_head_has_gradients() -> None:
    network, image = networks.plain(), networks.picture()
    with torch.enable_grad():
        captured = capture.forward(network, image, ["conv1", "conv2b"], gradients=["conv2b"])
        maps, gradients = head(network, captured, "conv2b", Target(class_index=1))
    assert captured.raw["conv2b"].is_leaf
    assert not captured.raw["conv1"].requires_grad
    expected = run("grad_cam", network, image, 1, "conv2b")
    heat = F.interpolate(
        small_map(maps, gradients)[None, None], (16, 16), mode="bilinear", align_corners=False
    )
    assert torch.equal(heat[0, 0], expected)


def test_with_a_graph_to_the_input_both_can_be_asked_for() -> None:
    network, image = networks.plain(), networks.picture().requires_grad_()
    captured = capture.forward(network, image, ["conv2b"], gradients=["conv2b"])
    maps, gradients = head(network, captured, "conv2b", Target(class_index=1), retain=True)
    expected = at(network, image, 1, "conv2b")
    assert torch.equal(maps, expected[0])
    assert torch.equal(gradients, expected[1])
    assert captured.output is not None
    (by_pixel,) = torch.autograd.grad(captured.output[0, 1], image)
    assert float(by_pixel.abs().max()) > 0


def test_the_live_copy_in_bf16_shows_the_same() -> None:
    skimage_metrics = pytest.importorskip("skimage.metrics")
    network, image = Network.load("embedded"), networks.picture(80)
    full = run("grad_cam", network, image, None, None)
    copied = live.choose(network, torch.bfloat16)
    layer = default_layer(network)[0]
    with torch.enable_grad():
        captured = capture.forward(copied, copied.prepare(image), [layer], gradients=[layer])
        winner = Target(class_index=int(network.module(image).argmax()))
        small = small_map(*head(network, captured, layer, winner))
    heat = F.interpolate(small[None, None], (80, 80), mode="bilinear", align_corners=False)[0, 0]
    one, other = (from_0_to_1(each).numpy() for each in (full, heat))
    assert skimage_metrics.structural_similarity(one, other, data_range=1.0) >= 0.98


@pytest.mark.parametrize("layer", ["conv2a.conv", "conv2a.bn", "conv2a"])
def test_a_folded_copy_has_the_same_gradients(layer: str) -> None:
    network, image = networks.plain(), networks.picture()
    copied = live.choose(network)
    with torch.enable_grad():
        captured = capture.forward(copied, copied.prepare(image), [layer], gradients=[layer])
        maps, gradients = head(network, captured, layer, Target(class_index=1))
    expected = at(network, image, 1, layer)
    torch.testing.assert_close(maps, expected[0], rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(gradients, expected[1], rtol=1e-4, atol=1e-6)


# ---- what cannot be mapped --------------------------------------------------------------------------------


class Flat(nn.Module):
    """Answers the same everywhere, whatever it sees."""

    def __init__(self, level: float) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, padding=1)
        self.conv.weight.data.zero_()
        self.conv.bias.data.fill_(level)
        self.fc = nn.Linear(4, 5)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(self.conv(x).mean((2, 3)))


@pytest.mark.parametrize("level", [0.0, 1.0, -1.0])
@pytest.mark.parametrize("method", [*PEERS, "cam", "score_cam"])
def test_flat_maps_give_flat_pictures(method: str, level: float) -> None:
    heat = run(method, networks.wrap(Flat(level)), networks.picture(), 2, None)
    assert bool(heat.isfinite().all())
    assert float(heat.max() - heat.min()) <= 1e-6


def test_a_picture_of_one_colour_has_finite_maps() -> None:
    network = Network.load("embedded")
    for method in [*PEERS, "cam"]:
        assert bool(run(method, network, torch.zeros(1, 3, 80, 80), None, None).isfinite().all())


def test_a_layer_that_the_score_does_not_hear_has_an_empty_map() -> None:
    class Deaf(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.heard, self.ignored = nn.Conv2d(3, 5, 3), nn.Conv2d(3, 5, 3)

        def forward(self, x: Tensor) -> Tensor:
            self.ignored(x)
            return self.heard(x).mean((2, 3))

    network = networks.wrap(Deaf())
    assert torch.equal(run("grad_cam", network, networks.picture(), 1, "ignored"), torch.zeros(16, 16))


def refused(
    error: type[Exception], words: str, network: Network, target: Target | None, layer: str | None
) -> None:
    for method in (grad_cam, cam, guided_grad_cam, lambda *asked: outcome(score_cam(*asked))):
        with pytest.raises(error, match=words):
            method(network, networks.picture(), target, layer)


def test_what_has_no_meaning_is_refused_in_a_sentence() -> None:
    network = networks.plain()
    refused(OutOfRangeError, "5", network, Target(class_index=5), None)
    refused(UnknownNameError, "conv2b", network, None, "conv2c")
    refused(UsageError, "one number a unit.*such as conv2b", network, None, "gap")
    refused(UsageError, "one number a unit", network, None, "classifier")
    refused(UsageError, "leave the unit out", network, Target(unit=1), "conv2b")
    blind = networks.wrap(nn.Sequential(nn.Flatten(), nn.Linear(768, 5)))
    refused(UsageError, "no layer with maps", blind, None, None)
    unscored = networks.wrap(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU()))
    refused(RunError, "no class scores", unscored, None, None)


def test_score_cam_sharpens_step_by_step() -> None:
    network = networks.family("mobilenet_v3_small", 64)
    image = networks.picture(64)
    steps = [step for step in score_cam(network, image, None, None) if step.done > 0]
    done = [step.done for step in steps]
    assert len(steps) > 3
    assert done == sorted(done)
    assert done[-1] == 1.0
    assert all(step.result.shape == (64, 64) for step in steps)
    alike = [float(np.corrcoef(step.result.flatten(), steps[-1].result.flatten())[0, 1]) for step in steps]
    assert alike[-2] > alike[0]
