"""What every row of METHODS promises, on a network with modules and on one with functions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
import torch
from torch import Tensor

from deepvis_app.errors import OutOfRangeError, UnknownNameError, UsageError
from deepvis_app.methods import METHODS, Method, Need, Output, Target, find
from deepvis_app.methods.params import brief
from deepvis_app.methods.partial import outcome
from deepvis_app.nets import scouter
from deepvis_app.nets.network import Network
from tests import networks, scouters

Untouched = Callable[[Network], AbstractContextManager[None]]
NETWORKS = {"modules": networks.plain, "functions": lambda: networks.wrap(networks.Functional())}
LAYERS = {"modules": "conv2b", "functions": "relu#2"}
WITH_WEIGHTS = {"modules": "conv1", "functions": "conv1"}


@pytest.fixture(autouse=True)
def slots_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Methods of slots find those of the network that they are run on."""
    monkeypatch.setattr(scouter, "default_file", lambda: tmp_path / "slots.safetensors")


def run(method: Method, network: Network, image: Tensor, target: Target | None, layer: str | None) -> Tensor:
    if method.output is Output.PICTURE:
        image = image.sigmoid()
    if Need.SLOTS in method.needs:
        scouters.write(network, scouter.default_file())
    more = tuple(networks.picture(seed=seed).sigmoid() for seed in range(2, 2 + min(2, method.others)))
    others = {"others": more} if more else {}
    return outcome(method.run()(network, image, target, layer, brief(method.params), **others)).result


def wishes(method: Method, kind: str) -> list[tuple[Target | None, str | None]]:
    """What the method can be asked for: classes and units, or a layer."""
    if Need.WEIGHTS in method.needs:
        return [(None, WITH_WEIGHTS[kind])]
    if Need.LAYER in method.needs:
        return [(None, LAYERS[kind])]
    if Need.ATTENTION in method.needs:
        return []
    if Need.PLACE in method.needs:
        return [(None, None), (None, LAYERS[kind])]
    if method.output is Output.PICTURE and Need.TARGET not in method.needs:
        return [(None, None)]
    if Need.MAPS in method.needs:
        return [(None, None), (Target(class_index=3), None), (Target(class_index=3), LAYERS[kind])]
    if Need.SLOTS in method.needs:
        return [(None, None), (Target(class_index=3), None)]
    if method.output is Output.CUTOUT:  # refuses flat maps, such as those of single neurons
        return [(None, None), (Target(class_index=3), None)]
    units = [Target(unit=1), Target(unit=2, neuron="all"), Target(unit=0, neuron=(1, 2))]
    return [(None, None), (Target(class_index=3), None), *[(target, LAYERS[kind]) for target in units]]


def of_layers(method: Method) -> bool:
    """Whether it makes something of a layer that is named."""
    made = method.output is Output.PICTURE and not {Need.TARGET, Need.PLACE} & method.needs
    return not made and Need.ATTENTION not in method.needs


rows = pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
kinds = pytest.mark.parametrize("kind", NETWORKS)


@kinds
@rows
def test_pictures_have_the_promised_shape_and_precision(method: Method, kind: str) -> None:
    network, image = NETWORKS[kind](), networks.picture()
    for target, layer in wishes(method, kind):
        picture = run(method, network, image, target, layer)
        assert picture.dtype == torch.float32
        assert not picture.requires_grad
        assert bool(picture.isfinite().all())
        shape = {
            Output.INPUT: (3, 16, 16),
            Output.ATTRIBUTION: (16, 16),
            Output.ACTIVATIONS: network.layer(layer).shape if layer else None,
            Output.CLASSES: (16, 16),
            Output.CUTOUT: (4, 16, 16),
            Output.UNITS: (network.layer(layer).units,) if layer else None,
            Output.FILTERS: (4, 3, 7, 7) if kind == "modules" else (4, 3, 3, 3),
            Output.PICTURE: (3, *picture.shape[-2:]),
        }
        assert tuple(picture.shape) == shape[method.output]
        if not method.signed:
            assert float(picture.min()) >= 0
        if method.output is Output.PICTURE:
            assert float(picture.max()) <= 1


@kinds
@rows
def test_the_same_again_is_the_same_and_nothing_is_changed(
    method: Method, kind: str, verify_untouched: Untouched
) -> None:
    network, image = NETWORKS[kind](), networks.picture()
    before = image.clone()
    for target, layer in wishes(method, kind):
        with verify_untouched(network):
            first = run(method, network, image, target, layer)
            first_again = first.clone()
            second = run(method, network, image, target, layer)
        assert torch.equal(first, first_again), "a later run writes into an earlier picture"
        assert torch.equal(first, second)
    assert torch.equal(image, before)


@rows
@pytest.mark.parametrize("mode", [torch.no_grad, torch.inference_mode, nullcontext])
def test_whatever_mode_the_caller_is_in_does_not_matter(
    method: Method, mode: Callable[[], AbstractContextManager[None]]
) -> None:
    network = networks.plain()
    for target, layer in wishes(method, "modules"):
        expected = run(method, network, networks.picture(), target, layer)
        with mode():
            assert torch.equal(run(method, network, networks.picture(), target, layer), expected)


@pytest.mark.parametrize(
    "method", [row for row in METHODS.values() if of_layers(row)], ids=lambda row: row.name
)
def test_a_layer_that_does_not_exist_is_refused(method: Method) -> None:
    with pytest.raises(UnknownNameError, match="conv2c"):
        run(method, networks.plain(), networks.picture(), Target(unit=0), "conv2c")


@pytest.mark.parametrize(
    "method", [row for row in METHODS.values() if Need.LAYER in row.needs], ids=lambda row: row.name
)
def test_a_method_of_layers_wants_one(method: Method) -> None:
    with pytest.raises(UsageError):
        run(method, networks.plain(), networks.picture(), None, None)


backward = pytest.mark.parametrize(
    "method", [row for row in METHODS.values() if row.function.startswith("deepvis_app.methods.backward:")],
    ids=lambda row: row.name,
)  # fmt: skip


@backward
@pytest.mark.parametrize(
    ("target", "layer", "words"),
    [
        (Target(unit=6), "conv2b", "0 to 5"),
        (Target(unit=-1), "conv2b", "0 to 5"),
        (Target(unit=0, neuron=(8, 0)), "conv2b", "8 high and 8 wide"),
        (Target(unit=0, neuron=(0, -1)), "conv2b", "8 high and 8 wide"),
        (Target(unit=5), "classifier", "0 to 4"),
        (Target(class_index=5), None, "5"),
        (Target(class_index=-1), None, "-1"),
    ],
)
def test_units_neurons_and_classes_out_of_range_are_refused(
    method: Method, target: Target, layer: str | None, words: str
) -> None:
    with pytest.raises(OutOfRangeError, match=words):
        run(method, networks.plain(), networks.picture(), target, layer)


@backward
def test_a_unit_wants_its_layer_and_a_layer_its_unit(method: Method) -> None:
    network = networks.plain()
    with pytest.raises(UsageError, match="needs a layer"):
        run(method, network, networks.picture(), Target(unit=1), None)
    with pytest.raises(UsageError, match="needs one of its units"):
        run(method, network, networks.picture(), None, "conv1")


def test_a_method_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(UnknownNameError, match="guided_backprop"):
        find("guided")
