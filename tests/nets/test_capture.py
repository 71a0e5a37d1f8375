"""What layers answer is captured as it was, and the network is left as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from deepvis_app.errors import UnknownNameError
from deepvis_app.nets import capture
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import Rectifiers
from tests import networks

Untouched = Callable[[Network], AbstractContextManager[None]]
MODES = {
    "gradients": torch.enable_grad,
    "no gradients": torch.no_grad,
    "inference": torch.inference_mode,
    "rectifiers": Rectifiers,
}
FAMILIES = ("alexnet", "resnet18", "googlenet", "densenet121", "mobilenet_v2", "swin_t")


def true_answers(network: Network, x: Tensor) -> tuple[dict[str, Tensor], Tensor]:
    """Each module call's output, copied the moment that it returns: by name, in order of return."""
    answers: dict[str, Tensor] = {}
    counts: dict[str, int] = {}

    def hook(path: str) -> Callable[..., None]:
        def keep(_module: nn.Module, _args: object, output: object) -> None:
            number = counts.get(path, 0)
            counts[path] = number + 1
            if isinstance(output, Tensor):
                answers[f"{path}@{number}"] = output.detach().clone()

        return keep

    handles = [module.register_forward_hook(hook(path)) for path, module in network.module.named_modules()]
    try:
        with torch.no_grad():
            output = network.module(x)
    finally:
        for handle in handles:
            handle.remove()
    return answers, output


def drawable(network: Network) -> list[Layer]:
    return [layer for layer in network.layers if layer.drawable]


@pytest.mark.parametrize("name", FAMILIES)
def test_all_layers_at_once_are_what_the_modules_answered(name: str) -> None:
    network, x = networks.family(name), networks.picture(64)
    answers, output = true_answers(network, x)
    with torch.no_grad():
        captured = capture.forward(network, x, [layer.name for layer in drawable(network)])
    assert captured.output is not None
    assert torch.equal(captured.output, output)
    compared = 0
    for layer in drawable(network):
        assert captured.maps[layer.name].shape[1:] == layer.shape
        if layer.function is None:
            assert torch.equal(captured.raw[layer.name], answers[f"{layer.module}@{layer.call}"]), layer.name
            compared += 1
    assert compared >= len(drawable(network)) - 60


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("make", [networks.plain, lambda: networks.wrap(networks.Functional())])
def test_each_layer_alone_is_the_same_in_every_mode(make: Callable[[], Network], mode: str) -> None:
    network, x = make(), networks.picture()
    with torch.no_grad():
        together = capture.forward(network, x, [layer.name for layer in drawable(network)])
    for layer in drawable(network):
        with MODES[mode]():
            alone = capture.forward(network, x.clone().requires_grad_(mode != "inference"), [layer.name])
        assert torch.equal(alone.maps[layer.name], together.maps[layer.name]), layer.name
        assert torch.equal(alone.output, together.output)


def test_functional_layers_are_what_the_functions_answered() -> None:
    network, x = networks.wrap(networks.Functional()), networks.picture()
    module, names = network.module, [layer.name for layer in network.layers]
    with torch.no_grad():
        maps = capture.forward(network, x, names).maps
        first = module.norm(module.conv1(x)).relu()
        pooled = nn.functional.max_pool2d(first, 2)
        second = module.conv2(pooled)
        summed = (second + nn.functional.avg_pool2d(first, 2)).relu()
    assert torch.equal(maps["norm"], module.norm(module.conv1(x)))
    assert torch.equal(maps["relu"], first)
    assert torch.equal(maps["max_pool2d"], pooled)
    assert torch.equal(maps["conv2"], second)
    assert torch.equal(maps["relu#2"], summed)
    assert torch.equal(maps["adaptive_avg_pool2d"].flatten(1), summed.mean((2, 3)))


def test_tokens_are_laid_out_row_by_row() -> None:
    from tests.nets.test_layers import vision_transformer

    network, x = networks.wrap(vision_transformer()), networks.picture()
    with torch.no_grad():
        captured = capture.forward(network, x, ["encoder.layers.encoder_layer_0"])
    raw, maps = (each["encoder.layers.encoder_layer_0"] for each in (captured.raw, captured.maps))
    assert raw.shape == (1, 17, 8)
    assert torch.equal(maps[0, :, 1, 2], raw[0, 1 + 1 * 4 + 2])


def test_the_pass_stops_at_the_deepest_layer_asked_for() -> None:
    network, met = networks.plain(), []
    handle = network.module.classifier.register_forward_hook(lambda *_: met.append("end"))
    try:
        captured = capture.forward(network, networks.picture(), ["conv2a", "conv1"], to_end=False)
        assert captured.output is None
        assert list(captured.maps) == ["conv1", "conv2a"]
        assert not met
        assert capture.forward(network, networks.picture(), ["conv2a"]).output is not None
        assert met
    finally:
        handle.remove()


def test_a_captured_layer_lies_between_input_and_output_for_gradients() -> None:
    """Even where it is overwritten: its gradient times its own makes the whole gradient."""
    network = networks.wrap(networks.Functional())
    x = networks.picture().requires_grad_()
    whole = torch.autograd.grad(network.module(x)[0, 2], x)[0]
    for name in ("conv1", "norm", "relu"):
        captured = capture.forward(network, x, [name])
        (above,) = torch.autograd.grad(captured.output[0, 2], captured.raw[name], retain_graph=True)
        (below,) = torch.autograd.grad(captured.raw[name], x, above)
        torch.testing.assert_close(below, whole)


def test_layers_may_be_asked_for_twice_and_not_at_all() -> None:
    network, x = networks.plain(), networks.picture()
    assert list(capture.forward(network, x, ["conv1", "conv1"], to_end=False).maps) == ["conv1"]
    assert capture.forward(network, x, []).output is not None


def test_an_unknown_layer_is_named_with_what_comes_close() -> None:
    with pytest.raises(UnknownNameError, match="conv1"):
        capture.forward(networks.plain(), networks.picture(), ["conv11"])


def test_whatever_fails_in_the_middle_leaves_no_hook(verify_untouched: Untouched) -> None:
    network = networks.wrap(networks.Functional())
    with verify_untouched(network):
        for error in (RuntimeError, KeyboardInterrupt, GeneratorExit):
            with pytest.raises(error), failing(network.module.fc, error):
                capture.forward(network, networks.picture(), ["conv1", "relu", "relu#2", "fc"])
    assert torch._C._len_torch_function_stack() == 0


def test_a_layer_that_is_not_reached_is_missing_rather_than_wrong() -> None:
    class Fickle(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 2, 1)
            self.relu = nn.ReLU()

        def forward(self, x: Tensor) -> Tensor:
            return self.relu(self.conv(x)) if float(x.sum()) == 0 else self.conv(x)

    network = networks.wrap(Fickle())
    captured = capture.forward(network, networks.picture(), ["relu", "conv"], to_end=False)
    assert list(captured.maps) == ["conv"]
    assert captured.output is not None


@contextmanager
def failing(module: nn.Module, error: type[BaseException]) -> Iterator[None]:
    """The first function that works on the weights of `module` raises."""

    class Failing(TorchFunctionMode):
        def __torch_function__(self, function, types, args=(), kwargs=None):  # type: ignore[no-untyped-def]
            if any(each is module.weight for each in args):
                raise error
            return function(*args, **(kwargs or {}))

    with Failing():
        yield
