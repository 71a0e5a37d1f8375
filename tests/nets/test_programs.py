"""Exported programs, ONNX files, timm's networks and a session's modules open as networks."""

from __future__ import annotations

import io
import json
import pickle
import warnings
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
import torch
from torch import nn

from deepvis_app.errors import CheckpointError, OutOfRangeError, RunError, UnknownNameError, UsageError
from deepvis_app.methods import NoParams, Target, find
from deepvis_app.nets import given
from deepvis_app.nets.network import Network
from tests.networks import Functional, TwoConvs, picture, plain


def exported(module: nn.Module, path: Path, size: int = 16, *, any_batch: bool = False) -> Path:
    """What a user's torch.export.save writes."""
    varying = {0: torch.export.Dim("batch")} if any_batch else None
    example = torch.zeros(2 if any_batch else 1, 3, size, size)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.export.export(module.eval(), (example,), dynamic_shapes=(varying,))
        torch.export.save(program, path)
    return path


@pytest.fixture(autouse=True)
def _torch_warns_of_itself() -> None:
    warnings.filterwarnings("ignore", category=FutureWarning)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("ignore", category=UserWarning)


def needs(extra: str) -> None:
    if find_spec(extra) is None:
        pytest.skip(f"needs {extra}")


# ---- .pt2 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "module", [plain().module, Functional(), TwoConvs(nn.ReLU())], ids=["plain", "f", "two"]
)
def test_an_exported_program_has_the_layers_scores_and_backward_pictures_of_its_network(
    module: nn.Module, tmp_path: Path
) -> None:
    network = Network.load(str(exported(module, tmp_path / "net.pt2")))
    module.requires_grad_(False)
    x = picture()
    assert torch.equal(network.module(x), module(x))
    first = Network("test", "", module, network.labels, network.preprocessing, network.device)
    shown = [(layer.name, layer.shape) for layer in network.layers if layer.main]
    assert shown == [(layer.name, layer.shape) for layer in first.layers if layer.main]
    for rule in ("gradient", "guided_backprop", "deconvnet"):
        pictures = [
            find(rule).run()(one, x, Target(1), None, find(rule).params()) for one in (network, first)
        ]
        assert torch.equal(*pictures)
    assert len(network.labels) == 5
    assert "guessed" in str(network.warnings[0])


def test_a_program_of_one_picture_says_so_and_one_of_any_batch_takes_more(tmp_path: Path) -> None:
    class Flat(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 4, 3)
            self.fc = nn.Linear(4 * 14 * 14, 5)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            maps = self.conv(x).relu()
            return self.fc(maps.view(maps.shape[0], -1))

    one = Network.load(str(exported(Flat(), tmp_path / "one.pt2")))
    assert one.module(picture()).shape == (1, 5)
    with pytest.raises(RunError, match="exported for 1 pictures at once"):
        one.module(picture().repeat(2, 1, 1, 1))
    many = Network.load(str(exported(Flat(), tmp_path / "many.pt2", any_batch=True)))
    assert many.module(picture().repeat(3, 1, 1, 1)).shape == (3, 5)
    larger = replace(many.preprocessing, height=20, width=20, resize=20)
    with pytest.raises(OutOfRangeError, match="cannot run on pictures of 20 x 20"):
        many.with_preprocessing(larger)


def test_a_program_that_holds_code_is_refused(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "ran",))

    good = exported(TwoConvs(nn.ReLU()), tmp_path / "good.pt2").read_bytes()
    buffer = io.BytesIO()
    torch.save(Evil(), buffer)
    payload = {"config": {"x": {"path_name": "tensor_0", "use_pickle": True}}}
    sizes = {"graph": {"inputs": [{"as_expr": {"expr_str": "__import__('os').abort()"}}]}}
    changed = {
        "data/sample_inputs/model.pt": buffer.getvalue(),
        "data/constants/model_constants_config.json": json.dumps(payload).encode(),
        "models/model.json": json.dumps(sizes).encode(),
    }
    for name, content in changed.items():
        path = tmp_path / "evil.pt2"
        with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(path, "w") as new:
            for entry in old.namelist():
                new.writestr(entry, content if entry.endswith(name) else old.read(entry))
        with pytest.raises(CheckpointError, match="could run code on opening"):
            Network.load(str(path))
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("suffix", [".pt2", ".onnx"])
def test_a_damaged_or_missing_program_is_one_sentence(suffix: str, tmp_path: Path) -> None:
    if suffix == ".onnx":
        needs("onnx2torch")
    path = tmp_path / f"a{suffix}"
    with pytest.raises(CheckpointError, match="There is no file"):
        Network.load(str(path))
    path.write_bytes(pickle.dumps({"no": "program"}))
    with pytest.raises(CheckpointError, match="cannot be read as an"):
        Network.load(str(path))
    with pytest.raises(UsageError, match="cannot be opened without"):
        Network.load(str(path), weights="none")


def test_a_program_of_something_else_than_pictures_says_what_it_takes(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.export.export(nn.Linear(3, 2).eval(), (torch.zeros(4, 3),))
        torch.export.save(program, tmp_path / "linear.pt2")
    with pytest.raises(CheckpointError, match=r"1 inputs of the shapes \(4, 3\)"):
        Network.load(str(tmp_path / "linear.pt2"))


# ---- ONNX ------------------------------------------------------------------------------------------------


def test_without_onnx2torch_one_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deepvis_app.nets.converted.find_spec", lambda _: None)
    (tmp_path / "a.onnx").touch()
    with pytest.raises(CheckpointError, match=r"pip install 'deepvis\[onnx\]'"):
        Network.load(str(tmp_path / "a.onnx"))


def test_an_onnx_file_gives_the_scores_and_backward_pictures_of_its_network(tmp_path: Path) -> None:
    needs("onnx2torch")
    module = TwoConvs(nn.ReLU()).eval()
    path = tmp_path / "net.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module, (torch.zeros(1, 3, 16, 16),), str(path), dynamo=False, opset_version=13)
    network = Network.load(str(path))
    module.requires_grad_(False)
    x = picture()
    assert torch.allclose(network.module(x), module(x), atol=1e-5)
    first = Network("test", "", module, network.labels, network.preprocessing, network.device)
    guided = find("guided_backprop")
    pictures = [guided.run()(one, x, Target(1), None, guided.params()) for one in (network, first)]
    assert torch.allclose(*pictures, atol=1e-6)
    kinds = [layer.kind for layer in network.layers if layer.drawable]
    assert kinds.count("Conv2d") == 2
    filters = find("filters").run()(network, None, None, network.layers[0].name, NoParams())
    assert torch.equal(filters, module.conv1.weight)


# ---- timm ------------------------------------------------------------------------------------------------


def test_without_timm_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deepvis_app.nets.timm_networks.find_spec", lambda _: None)
    with pytest.raises(RunError, match=r"pip install 'deepvis\[timm\]'"):
        Network.load("timm:resnet18.a1_in1k")


def test_a_timm_network_is_built_with_its_own_preprocessing() -> None:
    needs("timm")
    network = Network.load("timm:mobilenetv3_small_050.lamb_in1k", weights="none", seed=1)
    assert network.preprocessing.interpolation == "bicubic"
    assert network.preprocessing.resize == 256
    assert len(network.labels) == 1000
    assert network.labels[0] == "tench"
    with pytest.raises(UnknownNameError, match="mobilenetv3_small_050"):
        Network.load("timm:mobilenetv3_small_051")


# ---- what a Python session hands over ----------------------------------------------------------------------


def test_a_session_s_module_is_copied_and_left_alone() -> None:
    heard: list[object] = []
    module = TwoConvs(nn.ReLU()).train()
    module.register_forward_hook(lambda *_: heard.append(1))
    before = {name: value.clone() for name, value in module.state_dict().items()}
    spec = given.give(module, ["a", "b", "c", "d", "e"], title="Mine")
    network = Network.load(spec)
    network.module.conv1.weight.data.zero_()
    network.module(picture())
    assert heard == []
    assert module.training
    assert all(parameter.requires_grad for parameter in module.parameters())
    assert all(torch.equal(before[name], value) for name, value in module.state_dict().items())
    assert (network.title, network.labels) == ("Mine", ["a", "b", "c", "d", "e"])
    assert Network.load(spec).module.conv1.weight.any(), "each load has a copy of its own"
    given.forget(spec)
    with pytest.raises(UnknownNameError, match="No Python session"):
        Network.load(spec)


def test_what_is_no_module_or_cannot_be_copied_says_so() -> None:
    with pytest.raises(RunError, match="This is a int"):
        given.give(3)
    module = nn.Identity()
    module.lock = (x for x in ())  # type: ignore[assignment]
    with pytest.raises(RunError, match="Identity cannot be copied"):
        given.give(module)
