"""What bench computes from what it measured: ratios, calibration, classes, goals, the table."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
import torch
from PIL import Image

from deepvis_app.bench import plain
from deepvis_app.bench.embedded import calibration_error
from deepvis_app.bench.labelled import labelled
from deepvis_app.bench.plain import Start
from deepvis_app.bench.rows import Goal, Row, table
from deepvis_app.bench.timing import fastest, interleaved, ratio
from deepvis_app.errors import InputError
from deepvis_app.nets.network import Network


def test_the_table_is_aligned_and_names_what_is_short() -> None:
    rows = [
        Row("live", "frames", 70.123, "/s", Goal(">=", 60), "bf16"),
        Row("click", "against passes", 1.3, "x", Goal("<=", 1.2)),
        Row("embedded", "size", 5.0, "MB"),
    ]
    assert table(rows).splitlines() == [
        "bench     what            measured  goal",
        "live      frames           70.1 /s  >= 60          bf16",
        "click     against passes    1.30 x  <= 1.2  short",
        "embedded  size             5.00 MB",
    ]


@pytest.mark.parametrize(
    ("sign", "measured", "met"), [("<=", 2, True), ("<", 2, False), (">=", 2, True), (">=", 1.9, False)]
)
def test_a_goal_is_met_or_short(sign: str, measured: float, met: bool) -> None:
    assert Row("live", "something", measured, goal=Goal(sign, 2)).short is not met  # type: ignore[arg-type]


def test_rows_as_json_name_their_goal() -> None:
    assert Row("live", "frames", 59.0, "/s", Goal(">=", 60)).as_json() == {
        "bench": "live",
        "what": "frames",
        "measured": 59.0,
        "unit": "/s",
        "goal": ">= 60",
        "note": "",
        "short": True,
    }


def test_work_takes_turns_and_ratios_are_of_pairs() -> None:
    order: list[str] = []
    times = interleaved({name: lambda name=name: order.append(name) for name in "abc"}, 2)
    assert {name: len(of) for name, of in times.items()} == {"a": 2, "b": 2, "c": 2}
    assert order == [*"cab", *"abc", *"bca"]
    assert ratio({"a": [2.0, 30.0, 6.0], "b": [1.0, 10.0, 2.0]}, "a", "b") == 3.0


def test_the_fastest_is_found() -> None:
    name, milliseconds = fastest({"slow": lambda: time.sleep(0.02), "fast": lambda: None}, 3)
    assert name == "fast"
    assert milliseconds < 20


def test_calibration_error_is_the_formula() -> None:
    # Two bins: three guesses at 0.62 of which one is right, and one right guess at 0.97.
    sure = torch.tensor([0.62, 0.62, 0.62, 0.97])
    probabilities = torch.stack([sure, 1 - sure], 1)
    classes = torch.tensor([0, 1, 1, 0])
    expected = (3 / 4) * abs(1 / 3 - 0.62) + (1 / 4) * abs(1 - 0.97)
    assert calibration_error(probabilities, classes) == pytest.approx(expected, abs=1e-6)


def test_certainty_that_is_right_is_calibrated() -> None:
    assert calibration_error(torch.tensor([[1.0, 0.0]]), torch.tensor([0])) == 0


def test_labelled_pictures_are_known_by_folder_table_or_name(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    Image.new("RGB", (4, 4)).save(picture)
    with zipfile.ZipFile(tmp_path / "val.zip", "w") as archive:
        for name in ("n02/a.png", "cat/b.png", "n03_sea_slug.png", "n04_unicorn.png"):
            archive.write(picture, name)
    (tmp_path / "classes.tsv").write_text("0\tn02\tdog, hound\n", "utf-8")
    found, others = labelled(tmp_path / "val.zip", ["cat", "dog", "sea slug"])
    assert sorted((one.entry.name, one.index) for one in found) == [
        ("a.png", 1),
        ("b.png", 0),
        ("n03_sea_slug.png", 2),
    ]
    assert others == 1
    with pytest.raises(InputError, match="no picture of a class"):
        labelled(tmp_path / "val.zip", ["teapot"])


# ---- the yardsticks are what they are called ------------------------------------------------------------


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load("embedded")


@pytest.mark.parametrize("neuron", [(3, 2, 4), None])
def test_the_truncated_gradient_is_the_whole_network_s(
    network: Network, neuron: tuple[int, int, int] | None
) -> None:
    layer = network.layer("conv2a.conv")
    x = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(0))
    kept = {}
    asking = x.clone().requires_grad_()
    handle = network.module.conv2a.conv.register_forward_hook(  # type: ignore[union-attr,operator]
        lambda module, args, output: kept.update(maps=output[0].clone())
    )
    network.module(asking)
    handle.remove()
    value = kept["maps"].max() if neuron is None else kept["maps"][neuron]
    expected = torch.autograd.grad(value, asking)[0]
    before = network.fingerprint()
    assert torch.allclose(plain.gradient(network.module, x, Start(layer, neuron)), expected, atol=1e-7)
    assert network.fingerprint() == before


def test_a_class_gradient_goes_through_the_whole_network(network: Network) -> None:
    x = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(0))
    asking = x.clone().requires_grad_()
    expected = torch.autograd.grad(network.module(asking)[0, 7], asking)[0]
    assert torch.equal(plain.gradient(network.module, x, Start(None, (7,))), expected)


def test_the_plain_pass_names_its_setting(network: Network) -> None:
    threads = torch.get_num_threads()
    yardstick = plain.forward(network, 1)
    assert yardstick.setting.startswith(("float32", "bf16"))
    assert "thread" in yardstick.setting
    assert yardstick.milliseconds > 0
    assert torch.get_num_threads() == threads
