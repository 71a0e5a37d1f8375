"""The fast copy shows the same layers with the same answers, and leaves the network alone."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor, nn

from deepvis_app.nets import backward, capture, live
from deepvis_app.nets.folding import FoldedConv
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import to_tensor
from deepvis_app.nets.rules import RULES, Rectifiers
from tests import networks

FOLDED = {
    "resnet18": 20,
    "googlenet": 57,
    "densenet121": 59,  # those that follow their convolution
    "mobilenet_v2": 52,
    "efficientnet_b0": 49,
    "shufflenet_v2_x0_5": 56,
    "alexnet": 0,
    "swin_t": 0,
}


def drawable(network: Network) -> list[str]:
    return [layer.name for layer in network.layers if layer.drawable]


def folded(copy_: live.LiveCopy) -> int:
    return sum(isinstance(module, FoldedConv) for module in copy_.module.modules())


def assert_alike(ours: Tensor, theirs: Tensor, tolerance: float, where: str) -> None:
    assert float((ours.float() - theirs).abs().max()) <= tolerance * float(theirs.abs().max()), where


@pytest.mark.parametrize("name", FOLDED)
def test_in_float32_every_layer_answers_the_same(name: str) -> None:
    """Convolutions whose batch norm is folded, units with next to no scale, and norms included."""
    network, x = networks.family(name), networks.picture(64)
    fast = live.choose(network)
    assert folded(fast) == FOLDED[name]
    with torch.inference_mode():
        theirs = capture.forward(network, x, drawable(network))
        ours = capture.forward(fast, fast.prepare(x), drawable(network))
        alone = capture.forward(fast, fast.prepare(x))
    for layer in drawable(network):
        assert_alike(ours.maps[layer], theirs.maps[layer], 1e-4, layer)
    assert_alike(ours.output, theirs.output, 1e-4, "output")
    assert_alike(alone.output, theirs.output, 1e-4, "output, nothing captured")


@pytest.mark.parametrize("rule", RULES)
def test_backward_pictures_are_the_same(rule: str) -> None:
    network, x = networks.plain(), networks.picture()
    fast = live.choose(network)
    for layer in ("conv2a.conv", "conv2a.bn", "conv2b"):
        pictures = []
        for one in (network, fast):
            leaf = x.clone().requires_grad_()
            with Rectifiers() as rectifiers:
                maps = capture.forward(one, leaf, [layer], to_end=False).maps[layer]
            value, _ = backward.start(maps, 3, (2, 5))
            pictures.append(backward.input_gradient(value, leaf, rectifiers, rule))
        assert_alike(pictures[1], pictures[0], 1e-4, layer)


def test_a_folded_convolution_lies_between_input_and_output_for_gradients() -> None:
    network, x = networks.plain(), networks.picture()
    found = []
    for one in (network, live.choose(network)):
        captured = capture.forward(one, x.clone().requires_grad_(), ["conv2a.conv"])
        found.append(torch.autograd.grad(captured.output[0, 1], captured.raw["conv2a.conv"])[0])
    assert_alike(found[1], found[0], 1e-4, "gradient of a class by a folded convolution")


def ssim(one: Tensor, other: Tensor) -> float:
    """Structural similarity of two (C, H, W), the mean over channels that are not blank in `other`."""
    from skimage.metrics import structural_similarity

    pairs = [(a.float().numpy(), b.numpy()) for a, b in zip(one, other, strict=True) if b.max() > b.min()]
    return sum(structural_similarity(a, b, data_range=b.max() - b.min()) for a, b in pairs) / len(pairs)


def test_what_is_shown_live_in_bf16_stays_the_same_to_the_eye(sample_picture: Path) -> None:
    """Structural similarity with float32 of maps and of backward pictures: 0.98 at least."""
    network = Network.load("embedded")
    fast = live.choose(network, torch.bfloat16)
    with Image.open(sample_picture) as photo:
        x = to_tensor(photo, network.preprocessing)
    maps = [
        layer.name for layer in network.layers if layer.main and len(layer.shape) == 3 and layer.name != "gap"
    ]
    layers = [*maps, "classifier"]
    leaves = [x.clone().requires_grad_(), fast.prepare(x).requires_grad_()]
    modes, captured = [Rectifiers(), Rectifiers()], []
    for one, leaf, mode in zip((network, fast), leaves, modes, strict=True):
        with mode:
            captured.append(capture.forward(one, leaf, layers))
    for layer in maps:
        theirs, ours = (each.maps[layer][0].detach() for each in captured)
        assert ssim(ours, theirs) >= 0.98, layer
    for layer in layers:
        answers = captured[0].maps[layer].detach()
        unit = int(answers.amax((2, 3)).argmax()) if answers.ndim == 4 else int(answers.argmax())
        neuron = backward.start(answers, unit)[1] or "max"
        values = [backward.start(each.maps[layer], unit, neuron)[0] for each in captured]
        for rule in RULES:
            theirs, ours = (
                backward.input_gradient(value, leaf, mode, rule, retain=True)[0]
                for value, leaf, mode in zip(values, leaves, modes, strict=True)
            )
            assert ssim(ours, theirs) >= 0.98 or not fast.faithful(layer, rule), (layer, rule)
    assert not fast.faithful("classifier", "gradient")


def test_the_input_gradient_comes_in_the_copys_precision_and_layout() -> None:
    network = networks.plain()
    fast = live.choose(network, torch.bfloat16)
    leaf = fast.prepare(networks.picture()).requires_grad_()
    with Rectifiers() as rectifiers:
        maps = capture.forward(fast, leaf, ["conv2b"], to_end=False).maps["conv2b"]
    picture = backward.input_gradient(backward.start(maps, 1)[0], leaf, rectifiers, "guided")
    assert picture.dtype == torch.bfloat16
    assert picture.is_contiguous(memory_format=torch.channels_last)


class Shared(nn.Module):
    """One convolution called twice; one answered by a block; one whose answer is used twice."""

    def __init__(self) -> None:
        super().__init__()
        self.twice, self.twice_norm = nn.Conv2d(3, 3, 3, padding=1), nn.BatchNorm2d(3)
        self.block, self.block_norm = nn.Sequential(nn.Conv2d(3, 4, 1)), nn.BatchNorm2d(4)
        self.both, self.both_norm = nn.Conv2d(4, 4, 1), nn.BatchNorm2d(4)

    def forward(self, x: Tensor) -> Tensor:
        x = self.twice_norm(self.twice(x))
        x = F.relu(self.twice(x))
        x = self.block_norm(self.block(x)).relu()
        x = self.both(x)
        return (x + self.both_norm(x)).mean((2, 3))


def test_only_what_a_batch_norm_alone_takes_is_folded() -> None:
    module = Shared()
    networks.shake_norms(module)
    network, x = networks.wrap(module, classes=4), networks.picture()
    fast = live.choose(network)
    assert folded(fast) == 0
    torch.testing.assert_close(fast.module(x), network.module(x))


def test_convolutions_that_someone_has_altered_are_not_folded() -> None:
    module = networks.plain().module
    nn.utils.parametrizations.weight_norm(module.conv1.conv)
    module.conv2a.conv.register_forward_hook(lambda *_: None)
    fast = live.choose(networks.wrap(module))
    assert folded(fast) == 1


def test_the_faster_precision_is_kept_and_what_was_measured_told() -> None:
    network = networks.plain()
    fast = live.fastest(network, network.example())
    assert fast.dtype in (torch.float32, torch.bfloat16)
    assert fast.milliseconds > 0
    assert fast.likeness >= live.ALIKE
    assert fast.layer("conv1") is network.layer("conv1")


def test_bf16_is_not_kept_where_it_tells_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "FASTER", 1e9)
    network = networks.plain()
    assert live.fastest(network, network.example()).dtype == torch.bfloat16

    class Fine(nn.Module):
        """The last digits decide."""

        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 5, 1)

        def forward(self, x: Tensor) -> Tensor:
            x = self.conv(x).mean((2, 3)) + 1
            return (x - x.bfloat16().to(x.dtype)) * 1e3

    assert live.fastest(networks.wrap(Fine()), networks.picture()).dtype == torch.float32


def test_a_network_that_insists_on_float32_stays_there() -> None:
    class Insists(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 5, 1)

        def forward(self, x: Tensor) -> Tensor:
            return F.conv2d(self.conv(x), torch.ones(5, 5, 1, 1)).mean((2, 3))

    network = networks.wrap(Insists())
    assert live.fastest(network, network.example()).dtype == torch.float32


def test_the_network_is_left_alone(verify_untouched) -> None:  # type: ignore[no-untyped-def]
    network = networks.plain()
    with verify_untouched(network):
        fast = live.fastest(network, network.example())
        with torch.inference_mode():
            capture.forward(fast, fast.prepare(networks.picture()), ["conv1.conv"])
    pointers = {parameter.data_ptr() for parameter in network.module.parameters()}
    assert pointers.isdisjoint(parameter.data_ptr() for parameter in fast.module.parameters())
    assert copy.deepcopy(fast.module) is not None
