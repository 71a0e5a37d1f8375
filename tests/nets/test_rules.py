"""Backward passes by rule, against formulas written out and against captum."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from captum.attr import (
    Deconvolution,
    GuidedBackprop,
    NeuronDeconvolution,
    NeuronGradient,
    NeuronGuidedBackprop,
    Saliency,
)
from torch import Tensor, nn

from deepvis_app.nets import capture
from deepvis_app.nets.backward import input_gradient, start
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import RULES, Rectifiers, Rule, warning
from tests import networks

relu, relu_in_place = nn.ReLU(), nn.ReLU(inplace=True)
FORMS: dict[str, tuple[Callable[[Tensor], Tensor], float]] = {
    "module": (nn.ReLU(), math.inf),
    "in place module": (relu_in_place, math.inf),
    "F.relu": (F.relu, math.inf),
    "F.relu in place": (lambda x: F.relu(x, inplace=True), math.inf),
    "F.relu by name": (lambda x: F.relu(input=x), math.inf),
    "torch.relu": (torch.relu, math.inf),
    "torch.relu_": (torch.relu_, math.inf),
    "method": (lambda x: x.relu(), math.inf),
    "in place method": (lambda x: x.relu_(), math.inf),
    "in place on a part": (lambda x: torch.cat([x[:, :1].relu_(), x[:, 1:].relu()], 1), math.inf),
    "aten.relu": (torch.ops.aten.relu.default, math.inf),
    "aten.relu_": (torch.ops.aten.relu_.default, math.inf),
    "clamp": (lambda x: x.clamp(min=0), math.inf),
    "clamp in place": (lambda x: x.clamp_(min=0), math.inf),
    "clamp_min": (lambda x: torch.clamp_min(x, 0), math.inf),
    "ReLU6": (nn.ReLU6(), 6),
    "ReLU6 in place": (nn.ReLU6(inplace=True), 6),
    "F.relu6": (F.relu6, 6),
    "hardtanh": (lambda x: F.hardtanh(x, 0, 6), 6),
    "hardtanh in place": (lambda x: F.hardtanh_(x, 0.0, 6.0), 6),
    "Hardtanh": (nn.Hardtanh(0, 3), 3),
    "aten.hardtanh": (lambda x: torch.ops.aten.hardtanh.default(x, 0.0, 6.0), 6),
    "clamp to 6": (lambda x: torch.clamp(x, 0, 6), 6),
    "clip in place to 6": (lambda x: x.clip_(0, 6), 6),
}


# ---- the formula ----------------------------------------------------------------------------------------


def by_rule(g: np.ndarray, x: np.ndarray, high: float, rule: Rule, percentile: float) -> np.ndarray:
    """What a rectifier of input `x` passes on of `g`."""
    y = np.minimum(np.maximum(x, 0), high)
    open_ = (x > 0) & (x < high)
    if rule == "gradient":
        return np.where(open_, g, 0)
    if rule == "deconvnet":
        return np.where(g > 0, g, 0)
    if rule == "guided":
        return np.where(open_ & (g > 0), g, 0)
    products = np.sort((y * g).ravel())
    threshold = products[round(percentile / 100 * (products.size - 1))]
    return np.where(y * g > threshold, g, 0)


def two_convs_by_hand(
    net: networks.TwoConvs, x: Tensor, high: float, seed_class: int, rule: Rule, percentile: float
) -> np.ndarray:
    """The whole backward pass of TwoConvs in float64, step by step, without automatic differentiation."""
    w1, b1, w2, b2 = (
        p.double() for p in (net.conv1.weight, net.conv1.bias, net.conv2.weight, net.conv2.bias)
    )
    before1 = F.conv2d(x.double(), w1, b1, padding=1)
    after1 = before1.clamp(0, high if high < math.inf else None)
    pooled, switches = F.max_pool2d(after1, 2, return_indices=True)
    before2 = F.conv2d(pooled, w2, b2, padding=1)
    height, width = before2.shape[2:]
    g = (net.fc.weight[seed_class].double() / (height * width))[None, :, None, None].expand_as(before2)
    g = torch.from_numpy(by_rule(g.numpy(), before2.numpy(), high, rule, percentile))
    g = F.conv_transpose2d(g, w2, padding=1)
    g = F.max_unpool2d(g, switches, 2, output_size=after1.shape)
    g = torch.from_numpy(by_rule(g.numpy(), before1.numpy(), high, rule, percentile))
    return F.conv_transpose2d(g, w1, padding=1).numpy()


def close(ours: Tensor, theirs: Tensor | np.ndarray) -> bool:
    expected = torch.as_tensor(theirs, dtype=torch.float64)
    assert float(expected.abs().max()) > 0
    return float((ours.double() - expected).abs().max()) <= 1e-5 * float(expected.abs().max())


def class_gradient(network: Network, x: Tensor, index: int, rule: Rule, percentile: float = 98.0) -> Tensor:
    x = x.clone().requires_grad_()
    rectifiers = Rectifiers(percentile=percentile)
    with rectifiers:
        value = start(capture.forward(network, x).output, index)[0]
    return input_gradient(value, x, rectifiers, rule)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_rectifier_goes_by_the_formula(form: str, rule: Rule) -> None:
    if (form, rule) == ("in place on a part", "rectified"):
        pytest.skip("two rectifiers, each with a threshold of its own")
    rectify, high = FORMS[form]
    net = networks.TwoConvs(rectify)
    network, x = networks.wrap(net), networks.picture()
    percentile = 80.0
    ours = class_gradient(network, x, 2, rule, percentile)
    assert close(ours, two_convs_by_hand(net, x, high, 2, rule, percentile))


def test_the_formula_is_put_to_the_test_on_both_sides_of_each_limit() -> None:
    net, x = networks.TwoConvs(nn.ReLU6()), networks.picture()
    before = net.eval().conv1(x)
    assert bool((before < 0).any())
    assert bool((before > 6).any())
    assert bool(((before > 0) & (before < 6)).any())


@pytest.mark.parametrize("percentile", [0.0, 37.5, 50.0, 98.0, 99.9, 100.0])
def test_rectified_gradient_drops_that_share_of_the_largest_products(percentile: float) -> None:
    x, g = networks.picture(8, 1), networks.picture(8, 2)
    leaf = x.clone().requires_grad_()
    with Rectifiers("rectified", percentile):
        y = leaf.relu()
    (ours,) = torch.autograd.grad(y, leaf, g)
    assert np.array_equal(ours.numpy(), by_rule(g.numpy(), x.numpy(), math.inf, "rectified", percentile))


def test_rectified_gradient_has_a_threshold_for_each_picture() -> None:
    x = torch.cat([networks.picture(8, 1), 100 * networks.picture(8, 2)])
    g, leaf = torch.ones_like(x), x.clone().requires_grad_()
    with Rectifiers("rectified", 90.0):
        y = leaf.relu()
    (ours,) = torch.autograd.grad(y, leaf, g)
    for one in (0, 1):
        expected = by_rule(g[one].numpy(), x[one].numpy(), math.inf, "rectified", 90.0)
        assert np.array_equal(ours[one].numpy(), expected)


# ---- torch's own gradient, bit for bit ------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("form", FORMS)
def test_the_plain_rule_is_torchs_gradient_bit_for_bit(form: str, dtype: torch.dtype) -> None:
    """At the limits and for what is not a number too."""
    rectify, high = FORMS[form]
    values = torch.cat(
        [torch.randn(2, 3, 4, 4) * 4, torch.tensor([0.0, -0.0, high, math.nan] * 24).view(2, 3, 4, 4)]
    )
    g = torch.randn(values.shape).to(dtype)

    def run() -> tuple[Tensor, Tensor]:
        leaf = values.to(dtype).requires_grad_()
        y = rectify(leaf * 1)
        return y.detach(), torch.autograd.grad(y, leaf, g)[0]

    plain = run()
    with Rectifiers() as rectifiers:
        ours = run()
    assert rectifiers.seen >= 1
    bits = torch.int32 if dtype == torch.float32 else torch.int16
    for mine, theirs in zip(ours, plain, strict=True):
        assert torch.equal(mine.view(bits), theirs.view(bits))


@pytest.mark.parametrize("name", ["resnet18", "googlenet", "mobilenet_v2"])
def test_whole_networks_keep_their_gradient_bit_for_bit(name: str) -> None:
    network, x = networks.family(name), networks.picture(64)
    leaf = x.clone().requires_grad_()
    (plain,) = torch.autograd.grad(network.module(leaf)[0, 3], leaf)
    assert torch.equal(class_gradient(network, x, 3, "gradient"), plain)


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x.clamp(min=1e-6),
        lambda x: x.clamp(max=3),
        lambda x: x.clamp(min=torch.zeros(())),
        F.hardtanh,
        F.leaky_relu,
        F.gelu,
        F.silu,
        lambda x: torch.relu(x.long()),
    ],
)
def test_what_is_no_rectifier_is_left_alone(function: Callable[[Tensor], Tensor]) -> None:
    with Rectifiers("deconvnet") as rectifiers:
        function(networks.picture().requires_grad_())
    assert rectifiers.seen == 0


# ---- one pass, many rules -------------------------------------------------------------------------------


def test_one_forward_pass_serves_every_rule() -> None:
    network, x = networks.plain(), networks.picture()
    leaf = x.clone().requires_grad_()
    with Rectifiers() as rectifiers:
        value = start(capture.forward(network, leaf).output, 1)[0]
    for rule in (*RULES, *reversed(RULES)):
        ours = input_gradient(value, leaf, rectifiers, rule, retain=True)
        assert torch.equal(ours, class_gradient(network, x, 1, rule))


def test_rectifiers_are_counted_anew_each_time() -> None:
    network, rectifiers = networks.plain(), Rectifiers()
    for _ in range(2):
        with rectifiers, torch.inference_mode():
            network.module(networks.picture())
        assert rectifiers.seen == 3


def test_a_network_without_rectifiers_is_warned_about() -> None:
    smooth = networks.wrap(networks.TwoConvs(F.gelu))
    assert warning(smooth, "gradient") is None
    assert "no rectifiers" in str(warning(smooth, "guided"))
    assert warning(networks.wrap(networks.TwoConvs(F.relu)), "guided") is None


def test_an_exception_leaves_no_mode() -> None:
    with pytest.raises(RuntimeError), Rectifiers():
        networks.plain().module(torch.zeros(1, 4, 16, 16))
    assert torch._C._len_torch_function_stack() == 0


# ---- captum ---------------------------------------------------------------------------------------------

UNITS = {
    "alexnet": ("features.4", "features.8", "classifier.1"),
    "vgg16": ("features.8", "features.22", "features.29"),
    "resnet18": ("layer2.0.conv1", "layer3.1", "layer4.0.bn1"),
}
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*(backward hooks|required_grads|required gradients).*:UserWarning"
)


class SeparateRectifiers(nn.Module):
    """A ResNet's block with a rectifier for each call, as captum needs them; the same weights."""

    def __init__(self, block: nn.Module) -> None:
        super().__init__()
        self.conv1, self.bn1, self.relu1 = block.conv1, block.bn1, nn.ReLU()
        self.conv2, self.bn2, self.relu2 = block.conv2, block.bn2, nn.ReLU()
        self.downsample = block.downsample or nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        branch = self.bn2(self.conv2(self.relu1(self.bn1(self.conv1(x)))))
        return self.relu2(branch + self.downsample(x))


def for_captum(network: Network) -> nn.Module:
    """A copy without in-place and reused rectifiers, neither of which captum can do."""
    module = copy.deepcopy(network.module)
    for path, each in list(module.named_modules()):
        if type(each).__name__ == "BasicBlock":
            module.set_submodule(path, SeparateRectifiers(each))
    for each in module.modules():
        if isinstance(each, nn.ReLU):
            each.inplace = False
    return module


@pytest.mark.parametrize("name", UNITS)
def test_class_pictures_agree_with_captum(name: str) -> None:
    network, x = networks.family(name), networks.picture(64)
    peer = for_captum(network)
    for rule, method in (("guided", GuidedBackprop(peer)), ("deconvnet", Deconvolution(peer))):
        assert close(class_gradient(network, x, 7, rule), method.attribute(x.clone(), target=7).detach())
    saliency = Saliency(peer).attribute(x.clone(), target=7, abs=False)
    assert close(class_gradient(network, x, 7, "gradient"), saliency.detach())


@pytest.mark.parametrize("name", UNITS)
def test_unit_pictures_agree_with_captum(name: str) -> None:
    network, x = networks.family(name), networks.picture(64)
    peer = for_captum(network)
    for layer in UNITS[name]:
        for rule, kind in (
            ("gradient", NeuronGradient),
            ("guided", NeuronGuidedBackprop),
            ("deconvnet", NeuronDeconvolution),
        ):
            leaf = x.clone().requires_grad_()
            with Rectifiers() as rectifiers:
                maps = capture.forward(network, leaf, [layer], to_end=False).maps[layer]
            unit = int(maps.flatten(2).amax(2).argmax()) if maps.ndim == 4 else int(maps.argmax())
            value, neuron = start(maps, unit)
            ours = input_gradient(value, leaf, rectifiers, rule)
            theirs = kind(peer, peer.get_submodule(layer)).attribute(
                x.clone(), neuron_selector=(unit, *neuron) if neuron else (unit,)
            )
            assert close(ours, theirs.detach()), (layer, rule)


def test_where_captum_gives_the_plain_gradient_we_do_not() -> None:
    """Functional rectifiers: captum's guided backprop finds no module, and says nothing."""
    net = networks.TwoConvs(F.relu)
    network, x = networks.wrap(net), networks.picture()
    theirs = GuidedBackprop(net).attribute(x.clone(), target=2).detach()
    assert close(class_gradient(network, x, 2, "gradient"), theirs)
    assert not close(class_gradient(network, x, 2, "guided"), theirs)
