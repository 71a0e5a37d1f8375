"""Files of weights are read whatever they are wrapped in, and never run."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from deepvis_app.errors import CheckpointError
from deepvis_app.nets import architectures, checkpoints
from deepvis_app.nets.embedded import PlainNet
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.training.card import write_model

TENSORS = {"conv.weight": torch.arange(12.0).reshape(2, 3, 2, 1), "conv.bias": torch.tensor([1.0, -1.0])}


def same(a: dict[str, Tensor], b: dict[str, Tensor]) -> bool:
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


def test_safetensors_bring_labels_preprocessing_and_card(tmp_path: Path) -> None:
    network = PlainNet(3, ((4,), (5, 6)))
    how = Preprocessing(32, 32, 40, mean=(0.1, 0.2, 0.3), interpolation="bicubic")
    card = {"title": "Mine", "data": "three photos"}
    write_model(network, ["cat", "dog", "Übergröße"], how, card, tmp_path / "out" / "mine.safetensors")
    found = checkpoints.read(tmp_path / "out" / "mine.safetensors")
    assert found.labels == ["cat", "dog", "Übergröße"]
    assert found.preprocessing == how
    assert found.card == card
    halves = {k: t.half() for k, t in network.state_dict().items() if not k.endswith("tracked")}
    assert same(dict(found.tensors), halves)
    assert "- **Data:** three photos" in (tmp_path / "out" / "mine.md").read_text("utf-8")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["mine.md", "mine.safetensors"]


@pytest.mark.parametrize(
    "content",
    [
        TENSORS,
        {"state_dict": TENSORS, "epoch": 3},
        {"model": TENSORS, "optimizer": {"lr": 0.1}},
        {"model": {"state_dict": TENSORS}},
        {"network": {"conv.weight": torch.zeros(1)}, "average": TENSORS},
        {f"module.{name}": tensor for name, tensor in TENSORS.items()},
        {"state_dict": {f"module._orig_mod.model.{name}": tensor for name, tensor in TENSORS.items()}},
    ],
)
def test_wrappers_and_prefixes_are_taken_off(content: object, tmp_path: Path) -> None:
    torch.save(content, tmp_path / "a.pth")
    assert same(dict(checkpoints.read(tmp_path / "a.pth").tensors), TENSORS)


def test_a_prefix_that_only_some_names_have_stays(tmp_path: Path) -> None:
    mixed = {"model.weight": torch.zeros(1), "head.weight": torch.zeros(1)}
    torch.save(mixed, tmp_path / "a.pt")
    assert checkpoints.read(tmp_path / "a.pt").tensors.keys() == mixed.keys()


def test_a_training_that_has_not_ended_brings_its_class_names(tmp_path: Path) -> None:
    torch.save({"average": TENSORS, "names": ["cat", "dog"]}, tmp_path / "checkpoint.pt")
    assert checkpoints.read(tmp_path / "checkpoint.pt").labels == ["cat", "dog"]


@pytest.mark.parametrize("old_format", [False, True])
def test_a_malicious_file_is_refused_and_runs_nothing(old_format: bool, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return os.system, (f"touch {tmp_path / 'run'}",)

    torch.save({"state_dict": Evil()}, tmp_path / "evil.pth", _use_new_zipfile_serialization=not old_format)
    with pytest.raises(CheckpointError, match=r"holds more than weights \(posix\.system\).*was not opened"):
        checkpoints.read(tmp_path / "evil.pth")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "protocol", [0, 2, pytest.param(4, marks=pytest.mark.filterwarnings("ignore:Detected"))]
)
def test_a_bare_malicious_pickle_is_refused(protocol: int, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(tmp_path / "run"),)

    (tmp_path / "evil.pth").write_bytes(pickle.dumps(Evil(), protocol))
    with pytest.raises(CheckpointError) as error:
        checkpoints.read(tmp_path / "evil.pth")
    assert "weights_only" not in str(error.value)
    assert not (tmp_path / "run").exists()


def test_a_whole_pickled_module_is_refused_by_name(tmp_path: Path) -> None:
    torch.save(nn.Linear(2, 2), tmp_path / "whole.pth")
    with pytest.raises(CheckpointError, match=r"torch\.nn\.modules\.linear\.Linear.*state_dict alone"):
        checkpoints.read(tmp_path / "whole.pth")


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
@pytest.mark.parametrize(
    "content", [b"", b"a text that was renamed\n", b"\x80\x02garbage", b"PK\x03\x04 and no zip"]
)
def test_files_that_hold_no_weights_are_damaged(content: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(content)
    with pytest.raises(CheckpointError, match="cannot be read as a file of weights") as error:
        checkpoints.read(path)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_a_truncated_file_is_damaged(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"cut{suffix}"
    torch.save(TENSORS, path) if suffix == ".pth" else save_file(TENSORS, path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(CheckpointError, match="cannot be read"):
        checkpoints.read(path)


@pytest.mark.parametrize("content", [{}, {"epoch": 3}, [1, 2], {"state_dict": {"a": 1}}])
def test_a_file_without_tensors_holds_no_weights(content: object, tmp_path: Path) -> None:
    torch.save(content, tmp_path / "a.pth")
    with pytest.raises(CheckpointError, match="holds no weights"):
        checkpoints.read(tmp_path / "a.pth")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"There is no file .*nothing\.pth"):
        checkpoints.read(tmp_path / "nothing.pth")


def test_wrong_metadata_are_an_error_not_a_crash(tmp_path: Path) -> None:
    save_file(TENSORS, tmp_path / "a.safetensors", {"preprocessing": '{"colour": 1}'})
    with pytest.raises(CheckpointError, match="cannot be read"):
        checkpoints.read(tmp_path / "a.safetensors")


def test_names_of_early_torchvision_are_brought_up_to_date(tmp_path: Path) -> None:
    now = "features.denseblock1.denselayer1.norm1.weight", "encoder.layers.encoder_layer_0.mlp.3.bias"
    once = (
        "features.denseblock1.denselayer1.norm.1.weight",
        "encoder.layers.encoder_layer_0.mlp.linear_2.bias",
    )
    torch.save({name: torch.zeros(1) for name in once}, tmp_path / "old.pth")
    assert tuple(checkpoints.read(tmp_path / "old.pth").tensors) == now


def test_filling_makes_float32_that_does_not_hang_on_the_file(tmp_path: Path) -> None:
    module = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    tensors = {k: t.half() for k, t in module.state_dict().items() if t.is_floating_point()}
    save_file(tensors, tmp_path / "a.safetensors")
    found = checkpoints.read(tmp_path / "a.safetensors")
    checkpoints.fill(module, found)
    before = module[0].weight.clone()
    found.tensors["0.weight"].zero_()
    assert torch.equal(module[0].weight, before)
    assert {p.dtype for p in module.parameters()} == {torch.float32}


@pytest.mark.parametrize("name", ["mnasnet0_5", "densenet121", "swin_t", "vit_b_32"])
def test_a_network_without_storage_is_filled_from_a_plain_dictionary(name: str) -> None:
    """These look at the version of what they load, which safetensors files do not carry."""
    state = architectures.random(name, 1, num_classes=3).state_dict()
    module = architectures.hollow(name, num_classes=3)
    checkpoints.fill(module, checkpoints.Checkpoint(Path("a"), dict(state)))
    assert same(dict(module.state_dict()), dict(state))
    assert not any(tensor.is_meta for tensor in (*module.parameters(), *module.buffers()))


def test_weights_that_do_not_fit_are_one_sentence() -> None:
    with pytest.raises(CheckpointError, match=r"^mine\.pth does not fit the network: .*weight.*\.$") as error:
        checkpoints.fill(nn.Linear(3, 2), checkpoints.Checkpoint(Path("mine.pth"), TENSORS))
    assert "\n" not in str(error.value)
