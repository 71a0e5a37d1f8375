"""A network is loaded from what the user names, frozen, with labels, layers and preprocessing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image
from torch import nn

from deepvis_app.errors import (
    CheckpointError,
    OutOfRangeError,
    UnknownNameError,
    UsageError,
)
from deepvis_app.i18n import Text
from deepvis_app.nets import architectures, catalog, embedded
from deepvis_app.nets.network import Network
from deepvis_app.nets.torchvision_import import torchvision
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.training.card import write_model


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load("embedded")


@pytest.fixture
def photo(sample_picture: Path) -> Image.Image:
    with Image.open(sample_picture) as picture:
        return picture.convert("RGB")


def put_in_cache(name: str, module: nn.Module) -> None:
    """As if `name` had been downloaded with the weights of `module`."""
    file = catalog.weights_dir() / architectures.default_weights(name).url.rpartition("/")[2]
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.save(module.state_dict(), file)


# ---- the embedded network -----------------------------------------------------------------------------


def test_the_embedded_network_is_frozen_and_says_what_it_is(network: Network) -> None:
    assert len(network.labels) == 200
    assert network.class_index("goldfish") == 0
    assert not network.module.training
    assert not any(parameter.requires_grad for parameter in network.module.parameters())
    assert {parameter.dtype for parameter in network.module.parameters()} == {torch.float32}
    assert network.title == network.card["title"]
    assert network.parameters == 4_431_288
    assert network.warnings == ()


def test_its_layers_are_found_in_execution_order(network: Network) -> None:
    names = [layer.name for layer in network.layers if layer.main]
    assert names[:3] == ["conv1", "pool1", "conv2a"]
    assert names[-1] == "classifier"
    side = network.preprocessing.width
    assert network.layer("conv1").shape == (48, side, side)
    assert network.layer("classifier").shape == (200,)


def test_untrained_it_says_so() -> None:
    network = Network.load("embedded", weights="none", seed=3)
    assert network.title == "DeepVis-200, untrained"
    assert network.card["weights"] == "random, seed 3"
    assert network.labels[0] == "goldfish"


def test_an_unknown_layer_names_close_ones(network: Network) -> None:
    with pytest.raises(UnknownNameError, match=r"no layer conv3.*conv3a"):
        network.layer("conv3")


def test_it_recognises_validation_pictures(network: Network, shared: Path) -> None:
    """Weights, labels and preprocessing belong together: far above the chance of one in 200."""
    from deepvis_app.training import data

    pictures = data.load([shared / "tiny-imagenet" / "val.zip"], 64, network.labels)
    right = 0
    for index in range(0, len(pictures), 100):
        x = network.preprocess(Image.fromarray(pictures.pixels[index]))
        right += int(network.module(x).argmax()) == pictures.classes[index]
    assert right >= 15  # of 100


def test_pictures_become_inputs(network: Network, photo: Image.Image) -> None:
    x = network.preprocess(photo)
    assert x.shape == (1, 3, network.preprocessing.height, network.preprocessing.width)
    assert x.dtype == torch.float32
    assert network.example().shape == x.shape


def test_other_preprocessing_shares_the_module_and_finds_layers_anew(network: Network) -> None:
    small = network.with_preprocessing(replace(network.preprocessing, width=48, height=64))
    assert small.module is network.module
    assert small.layer("conv1").shape == (48, 64, 48)
    assert network.layer("conv1").shape[1] == network.preprocessing.height


@pytest.mark.parametrize("side", [0, 4])
def test_a_size_that_the_network_cannot_take_is_out_of_range(side: int, network: Network) -> None:
    with pytest.raises(OutOfRangeError, match="pixels") as error:
        network.with_preprocessing(replace(network.preprocessing, width=side, height=side))
    assert "\n" not in str(error.value)


# ---- torchvision's ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["squeezenet1_1", "resnet18", "googlenet", "mobilenet_v3_small"])
@pytest.mark.filterwarnings("ignore:The default weight initialization:FutureWarning")
def test_without_weights_it_is_torchvisions_right_after_the_seed(name: str) -> None:
    torch.manual_seed(7)
    theirs = getattr(torchvision().models, name)().state_dict()
    torch.manual_seed(99)
    expected = torch.rand(1)
    torch.manual_seed(99)
    ours = Network.load(f"torchvision:{name}", weights="none", seed=7)
    assert torch.equal(torch.rand(1), expected), "the ambient random state was touched"
    state = ours.module.state_dict()
    assert state.keys() == theirs.keys()
    assert all(torch.equal(state[key], theirs[key]) for key in theirs)
    assert len(ours.labels) == 1000
    assert ours.preprocessing.width == 224
    assert "untrained" in ours.title


def test_downloaded_weights_are_used_as_torchvision_uses_them(photo: Image.Image) -> None:
    source = architectures.random("squeezenet1_1", 3).eval()
    put_in_cache("squeezenet1_1", source)
    told: list[tuple[float | None, Text]] = []
    network = Network.load("torchvision:squeezenet1_1", progress=lambda *step: told.append(step))
    x = network.preprocess(photo)
    preset = torchvision().models.SqueezeNet1_1_Weights.DEFAULT.transforms()
    assert torch.equal(x[0], preset(photo))
    assert torch.equal(network.module(x), source(x))
    assert network.title == "SqueezeNet 1.1 · ImageNet"
    assert network.labels[1] == "goldfish"
    assert network.card["accuracy"] == "58.178 % top-1 on ImageNet-1K"
    assert told


def test_pretrained_googlenet_normalises_its_input_by_itself() -> None:
    source = architectures.random("googlenet", 3, transform_input=True).eval()
    put_in_cache("googlenet", source)
    network = Network.load("torchvision:googlenet")
    x = torch.rand(1, 3, 64, 64)
    assert torch.equal(network.module(x), source(x))
    assert not any(name.startswith("aux") for name, _ in network.module.named_modules())


def test_damaged_weights_in_the_cache_are_one_sentence() -> None:
    put_in_cache("squeezenet1_1", nn.Linear(2, 2))
    with pytest.raises(CheckpointError, match="does not fit the network"):
        Network.load("torchvision:squeezenet1_1")


@pytest.mark.parametrize("spec", ["torchvision:resnet-18", "resnet18", "nothing", "torchvision:"])
def test_an_unknown_network_is_bad_use(spec: str) -> None:
    with pytest.raises(UnknownNameError):
        Network.load(spec)


# ---- one's own checkpoints ----------------------------------------------------------------------------


def test_a_checkpoint_opens_with_the_architecture_it_is_of(tmp_path: Path) -> None:
    module = architectures.random("resnet18", 0, num_classes=5).eval()
    torch.save(
        {"state_dict": {f"module.{k}": v for k, v in module.state_dict().items()}}, tmp_path / "mine.pth"
    )
    network = Network.load(str(tmp_path / "mine.pth"))
    x = torch.rand(1, 3, 64, 64)
    assert torch.equal(network.module(x), module(x))
    assert network.title == "ResNet-18 · mine.pth"
    assert network.labels == [f"class {index}" for index in range(5)]
    assert network.preprocessing == Preprocessing(224, 224, 256)
    assert not any(parameter.requires_grad for parameter in network.module.parameters())


def test_a_thousand_unnamed_classes_are_taken_for_imagenets(tmp_path: Path) -> None:
    torch.save(architectures.random("squeezenet1_1", 0).state_dict(), tmp_path / "mine.pth")
    network = Network.load(str(tmp_path / "mine.pth"))
    assert network.labels[1] == "goldfish"
    assert "ImageNet's names" in str(network.warnings[0])


def test_a_checkpoint_without_weights_is_its_architecture(tmp_path: Path) -> None:
    module = architectures.random("squeezenet1_1", 0, num_classes=5)
    torch.save(module.state_dict(), tmp_path / "mine.pth")
    network = Network.load(str(tmp_path / "mine.pth"), weights="none", seed=4)
    expected = architectures.random("squeezenet1_1", 4, num_classes=5)
    assert torch.equal(network.module.features[0].weight, expected.features[0].weight)


def test_our_own_checkpoints_bring_everything(tmp_path: Path) -> None:
    module = embedded.PlainNet(3, ((4,), (5, 6))).eval()
    how = Preprocessing(32, 32, 32)
    write_model(module, ["a", "b", "c"], how, {"title": "Mine"}, tmp_path / "mine.safetensors")
    network = Network.load(str(tmp_path / "mine.safetensors"))
    x = torch.rand(1, 3, 32, 32)
    assert torch.allclose(network.module(x), module(x), atol=1e-2)  # float16 in the file
    assert (network.title, network.labels, network.preprocessing) == ("Mine", ["a", "b", "c"], how)


def test_a_label_file_replaces_labels_and_warns_of_a_wrong_number(tmp_path: Path) -> None:
    (tmp_path / "labels.txt").write_text("one\ntwo\n")
    network = Network.load("embedded", labels=tmp_path / "labels.txt")
    assert network.labels[:3] == ["one", "two", "class 2"]
    assert "2 labels for 200 classes" in str(network.warnings[0])


def test_a_named_architecture_must_fit(tmp_path: Path) -> None:
    torch.save(embedded.PlainNet(3).state_dict(), tmp_path / "mine.pth")
    with pytest.raises(CheckpointError, match="does not fit AlexNet"):
        Network.load(str(tmp_path / "mine.pth"), arch="alexnet")
    torch.save(nn.Linear(2, 2).state_dict(), tmp_path / "other.pth")
    with pytest.raises(CheckpointError, match="embedded"):
        Network.load(str(tmp_path / "other.pth"), arch="embedded")


def test_a_malicious_checkpoint_is_refused(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return exec, (f"open({str(tmp_path / 'run')!r}, 'w')",)

    torch.save(Evil(), tmp_path / "evil.pth")
    with pytest.raises(CheckpointError, match="was not opened"):
        Network.load(str(tmp_path / "evil.pth"))
    assert not (tmp_path / "run").exists()


# ---- the rest -----------------------------------------------------------------------------------------


def test_the_fingerprint_notices_every_change(network: Network) -> None:
    network = Network.load("embedded")
    prints = {network.fingerprint()}
    first = next(network.module.parameters())
    with torch.no_grad():
        first.view(-1)[0] += 1e-6
    prints.add(network.fingerprint())
    first.requires_grad_(True)
    prints.add(network.fingerprint())
    network.module.train()
    prints.add(network.fingerprint())
    hook = network.module.register_forward_hook(lambda *_: None)
    prints.add(network.fingerprint())
    assert len(prints) == 5
    hook.remove()
    assert network.fingerprint() in prints


@pytest.mark.parametrize("device", ["tpu", "cuda:99x", "gpu"])
def test_an_unknown_device_is_bad_use(device: str) -> None:
    with pytest.raises(UsageError):
        Network.load("embedded", device=device)


def test_a_device_is_chosen() -> None:
    assert Network.load("embedded", device="auto").device.type in ("cpu", "cuda", "mps")


def test_weights_are_default_or_none() -> None:
    with pytest.raises(UsageError, match="default or none"):
        Network.load("embedded", weights="best")
