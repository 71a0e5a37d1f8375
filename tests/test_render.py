"""`deepvis render`: the files it promises, with the numbers and the words that it promises."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app import cli
from deepvis_app.methods import METHODS, Method, Need, Output
from deepvis_app.methods.params import brief
from deepvis_app.nets import scouter
from deepvis_app.nets.network import Network
from deepvis_app.pictures.decode import decode
from deepvis_app.pictures.saving import read_about

LAYER = "conv2a.conv"


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load("embedded")


@pytest.fixture(autouse=True)
def same_threads() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def render(pictures: Path | list[Path], out: Path, *options: str) -> int:
    pictures = pictures if isinstance(pictures, list) else [pictures]
    return cli.main(["render", *map(str, pictures), "--out", str(out), "--npy", *options])


def _word(value: object) -> object:
    return "auto" if value is None else value


def array(out: Path, picture: Path, method: str) -> np.ndarray:
    return np.load(out / f"{picture.stem}.{method}.npy")


def complaints(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


# ---- what is written --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "method", [row for row in METHODS.values() if Need.ATTENTION not in row.needs], ids=lambda row: row.name
)
def test_each_method_writes_its_picture_and_its_array(
    method: Method, network: Network, sample_picture: Path, out: Path
) -> None:
    layer = network.layer(LAYER)
    place = ["--layer", LAYER] if Need.LAYER in method.needs else []
    fewest = asdict(brief(method.params)) if method.output is Output.PICTURE else {}
    place += [word for name, value in fewest.items() for word in ("--set", f"{name}={_word(value)}")]
    place += ["--with", str(sample_picture)] if Need.PICTURE in method.needs else []
    place += ["--target", "espresso"] if Need.SLOTS in method.needs else []
    assert render(sample_picture, out, "--method", method.name, *place) == 0

    height, width = network.preprocessing.height, network.preprocessing.width
    shape = {
        Output.INPUT: (3, height, width),
        Output.ATTRIBUTION: (height, width),
        Output.CUTOUT: (4, height, width),
        Output.ACTIVATIONS: layer.shape,
        Output.CLASSES: (height, width),
        Output.UNITS: (layer.units,),
        Output.PICTURE: (3, *array(out, sample_picture, method.name).shape[1:]),
        Output.FILTERS: tuple(network.module.get_submodule(LAYER).weight.shape),  # type: ignore[union-attr,arg-type]
    }[method.output]
    values = array(out, sample_picture, method.name)
    assert (values.shape, values.dtype) == (shape, np.float32)
    assert np.isfinite(values).all()
    assert values.any()

    picture = decode(out / f"{sample_picture.stem}.{method.name}.png")
    assert picture.shape[2] == 3
    assert len(np.unique(picture)) > 2
    about = read_about(out / f"{sample_picture.stem}.{method.name}.png")
    assert about is not None
    assert (about["picture"], about["network"], about["method"]) == ("coffee.png", "embedded", method.name)
    of_layer, of_class = "--layer" in place or Need.MAPS in method.needs, Need.TARGET in method.needs
    assert ("layer" in about, "class" in about) == (of_layer, of_class)


def test_without_npy_only_pictures_are_written(sample_picture: Path, out: Path) -> None:
    assert cli.main(["render", str(sample_picture), "--method", "saliency", "--out", str(out)]) == 0
    assert [file.name for file in out.iterdir()] == ["coffee.saliency.png"]


def test_several_pictures_and_methods(picture_folder: Path, out: Path) -> None:
    pictures = sorted(picture_folder.iterdir())
    assert render(pictures, out, "--method", "gradient,saliency") == 0
    assert len(list(out.iterdir())) == 3 * 2 * 2
    assert np.allclose(
        array(out, pictures[0], "saliency"), np.abs(array(out, pictures[0], "gradient")).max(axis=0)
    )


def test_a_winner_that_the_slots_do_not_know_fails_its_picture_a_class_that_is_asked_for_the_run(
    network: Network, sample_picture: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = scouter.load(scouter.default_file()).labels
    for name in ("brick", "text", "page", "coins"):
        picture = sample_picture.with_name(f"{name}.png")
        scores = network.module(network.preprocess(Image.open(picture).convert("RGB")))
        winner = network.labels[int(scores.argmax())]
        if winner not in known:
            break
    assert render(picture, out, "--method", "scouter") == 1
    assert render(picture, out, "--method", "scouter", "--target", winner) == 2
    assert all(
        line.startswith(f"deepvis: The scouter does not know the class {winner}.")
        for line in complaints(capsys)
    )
    assert render(picture, out, "--method", "scouter", "--target", known[0]) == 0


# ---- where it starts --------------------------------------------------------------------------------------


def by_hand(network: Network, picture: Path, start: str) -> np.ndarray:
    """The gradient of `start`, an expression of `maps` (C, H, W) and `scores` (N,), by torch alone."""
    x = network.preprocess(Image.open(picture).convert("RGB")).requires_grad_()
    kept = {}
    handle = network.module.get_submodule(LAYER).register_forward_hook(
        lambda module, args, output: kept.update(maps=output[0])
    )
    try:
        scores = network.module(x)[0]
    finally:
        handle.remove()
    value = eval(start, {"maps": kept["maps"], "scores": scores})
    return torch.autograd.grad(value, x)[0][0].numpy()


@pytest.mark.parametrize(
    ("options", "start"),
    [
        ([], "scores.max()"),
        (["--target", "12"], "scores[12]"),
        (["--target", "goldfish"], "scores[0]"),
        (["--layer", LAYER, "--unit", "5"], "maps[5].max()"),
        (["--layer", LAYER, "--unit", "5", "--neuron", "max"], "maps[5].max()"),
        (["--layer", LAYER, "--unit", "5", "--neuron", "all"], "maps[5].sum()"),
        (["--layer", LAYER, "--unit", "5", "--neuron", "3,7"], "maps[5, 3, 7]"),
    ],
)
def test_the_gradient_starts_where_it_is_told(
    options: list[str], start: str, network: Network, sample_picture: Path, out: Path
) -> None:
    assert render(sample_picture, out, "--method", "gradient", *options) == 0
    expected = by_hand(network, sample_picture, start)
    assert np.abs(array(out, sample_picture, "gradient") - expected).max() <= 1e-5 * np.abs(expected).max()


def test_metadata_tell_the_unit_and_the_parameters(sample_picture: Path, out: Path) -> None:
    options = ["--layer", LAYER, "--unit", "5", "--neuron", "3,7", "--set", "percentile=90"]
    assert render(sample_picture, out, "--method", "rectified_gradient", *options) == 0
    about = read_about(out / "coffee.rectified_gradient.png")
    assert about is not None
    assert (about["layer"], about["unit"], about["neuron"]) == (LAYER, 5, [3, 7])
    assert about["params"] == {"percentile": 90.0}


def test_metadata_tell_whether_integrated_gradients_add_up(sample_picture: Path, out: Path) -> None:
    assert render(sample_picture, out, "--method", "integrated_gradients", "--set", "steps=64") == 0
    about = read_about(out / "coffee.integrated_gradients.png")
    assert about is not None
    facts = about["facts"]
    total = float(array(out, sample_picture, "integrated_gradients").sum(dtype=float))
    assert facts["sum"] == pytest.approx(total, rel=1e-4)
    assert abs(total - facts["change"]) <= 0.01 * max(abs(facts["change"]), 0.1)


def test_a_cut_out_is_saved_with_its_opacity(sample_picture: Path, out: Path) -> None:
    assert render(sample_picture, out, "--method", "segmentation") == 0
    with Image.open(out / "coffee.segmentation.png") as saved:
        assert saved.mode == "RGBA"
        opacity = np.asarray(saved)[..., 3]
    assert np.array_equal(opacity, 255 * array(out, sample_picture, "segmentation")[3])
    assert set(np.unique(opacity)) == {0, 255}


def test_random_weights_are_those_of_the_seed(sample_picture: Path, out: Path) -> None:
    options = ["--model", "torchvision:squeezenet1_1", "--weights", "none", "--method", "activations"]
    for seed in ("1", "2"):
        assert render(sample_picture, out / seed, *options, "--layer", "features.3", "--seed", seed) == 0
    assert not np.allclose(*(array(out / seed, sample_picture, "activations") for seed in ("1", "2")))
    about = read_about(out / "1" / "coffee.activations.png")
    assert about is not None
    assert (about["weights"], about["seed"]) == ("none", 1)


def test_a_network_without_rectifiers_is_told_of(
    sample_picture: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = tmp_path / "smooth.py"
    code.write_text(
        "from torch import nn\n"
        "def build():\n"
        "    body = [nn.Conv2d(3, 4, 9, 8), nn.GELU(), nn.AdaptiveAvgPool2d(1)]\n"
        "    return nn.Sequential(*body, nn.Flatten(), nn.Linear(4, 5))\n"
    )
    options = ["--model", f"{code}:build", "--allow-code", "--method", "guided_backprop,gradient"]
    assert render(sample_picture, out, *options) == 0
    assert sum("no rectifiers" in line for line in complaints(capsys)) == 1
    assert np.array_equal(*(array(out, sample_picture, name) for name in ("guided_backprop", "gradient")))


# ---- what goes wrong --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--layer", "conv9", "--unit", "1"], "no layer conv9. Close to it: conv"),
        (["--layer", LAYER, "--unit", "80"], "units are 0 to 79"),
        (["--layer", LAYER, "--unit", "1", "--neuron", "400,2"], "400,2"),
        (["--target", "200"], "0 to 199"),
        (["--target", "unicorn"], "no class unicorn"),
        (["--model", "nonsense"], "no network nonsense"),
        (["--model", "torchvision:resnet17"], "resnet18"),
        (["--device", "mps"], "no mps"),
    ],
)
def test_what_does_not_exist_is_exit_code_2(
    options: list[str], sentence: str, sample_picture: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(sample_picture, out, "--method", "gradient", *options) == 2
    (line,) = complaints(capsys)
    assert sentence in line


def test_good_pictures_are_done_beside_bad_ones(
    sample_picture: Path, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / "words.jpg"
    words.write_text("this is no picture")
    pictures = [tmp_path / "missing.png", words, sample_picture]
    assert render(pictures, out, "--method", "gradient") == 1
    first, second = complaints(capsys)
    assert "missing.png" in first
    assert "words.jpg is not a picture" in second
    assert sorted(file.name for file in out.iterdir()) == ["coffee.gradient.npy", "coffee.gradient.png"]


class Malicious:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("code in a checkpoint was run",)


def test_a_checkpoint_with_code_is_refused(
    sample_picture: Path, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "model.pth"
    model.write_bytes(pickle.dumps({"state_dict": Malicious()}, protocol=2))
    torch.save({"state_dict": Malicious()}, tmp_path / "new.pth")
    for file in (model, tmp_path / "new.pth"):
        assert render(sample_picture, out, "--method", "gradient", "--model", str(file)) == 1
        told = capsys.readouterr()
        assert "was run" not in told.out
        assert len(told.err.splitlines()) == 1
        assert file.name in told.err


def test_an_output_folder_that_is_a_file_is_said(
    sample_picture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert render(sample_picture, tmp_path / "file", "--method", "gradient") == 1
    (line,) = complaints(capsys)
    assert "cannot be made" in line


# ---- class activation maps --------------------------------------------------------------------------------


def test_a_class_map_tells_its_layer_and_its_boxes(sample_picture: Path, out: Path, tmp_path: Path) -> None:
    picture = tmp_path / "cup.png"
    picture.write_bytes(sample_picture.read_bytes())
    (tmp_path / "cup.boxes.txt").write_text("180 60 220 180\n")
    assert render(picture, out, "--method", "grad_cam", "--set", "share=0.5") == 0
    about = read_about(out / "cup.grad_cam.png")
    assert about is not None
    assert about["layer"] == "conv4c"
    assert about["params"] == {"share": 0.5, "smallest": 1.0}
    x, y, width, height = about["boxes"][0]
    assert 0 <= x < x + width <= 600
    assert 0 <= y < y + height <= 400
    assert 0.3 < about["iou"] <= 1


def test_a_class_map_of_any_layer_but_of_no_unit(
    sample_picture: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(sample_picture, out, "--method", "layer_cam", "--layer", "conv2a", "--target", "3") == 0
    assert render(sample_picture, out, "--method", "grad_cam", "--layer", "conv2a", "--unit", "1") == 2
    assert render(sample_picture, out, "--method", "attention_rollout") == 2
    told = complaints(capsys)
    assert "leave --unit out" in told[0]
    assert "use grad_cam here" in told[1]
