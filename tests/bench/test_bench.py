"""`deepvis bench` through its command: each kind gives its rows. No test says how fast anything is."""

from __future__ import annotations

import json
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
import torch
from PIL import Image

from deepvis_app import cli
from deepvis_app.bench import peers
from deepvis_app.bench.method import bench as bench_method
from deepvis_app.bench.plain import Start
from deepvis_app.bench.plan import Plan
from deepvis_app.methods import METHODS, Need, Target, find
from deepvis_app.nets.network import Network

QUICK = ["--quick", "--networks", "embedded"]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load("embedded")


def test_a_method_is_measured_against_plain_passes_and_captum(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], network: Network
) -> None:
    before = network.fingerprint()
    assert cli.main(["bench", "method:guided_backprop", *QUICK, "--json", str(tmp_path / "f.json")]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[0].split() == ["bench", "what", "measured", "goal"]
    for words in ("class, float32 against captum", "bf16 against the plain forward", "<= 0.8", "<= 0.35"):
        assert words in told.out
    figures = json.loads((tmp_path / "f.json").read_text())
    assert len(figures["rows"]) == len(lines) - 1
    assert figures["machine"]["torch"] == torch.__version__
    assert all(row["measured"] > 0 for row in figures["rows"])
    assert Plan().load("embedded").fingerprint() == before, "what is measured is not changed"


@pytest.mark.parametrize("name", METHODS)
def test_each_row_of_methods_can_be_measured(name: str) -> None:
    rows = list(bench_method(name, Plan(networks=("embedded",), rounds=1)))
    assert bool(rows) != (Need.ATTENTION in METHODS[name].needs)  # which the embedded network lacks
    assert {row.bench for row in rows} <= {f"method:{name}"}


@pytest.mark.skipif(find_spec("captum") is None, reason="needs captum")
@pytest.mark.filterwarnings("ignore::UserWarning")  # captum tells of its hooks
def test_captum_makes_the_class_map_that_we_make(network: Network) -> None:
    x = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(1))
    theirs = peers.of("grad_cam", network, x, Start(None, (7,)))["captum"]()
    assert isinstance(theirs, torch.Tensor)
    ours = find("grad_cam").run()(network, x, Target(class_index=7), None, None)
    torch.testing.assert_close(theirs.detach()[0, 0], ours, rtol=1e-4, atol=1e-6)


@pytest.mark.skipif(find_spec("captum") is None, reason="needs captum")
@pytest.mark.filterwarnings("ignore::UserWarning")  # captum tells of its hooks
@pytest.mark.parametrize("where", ["class", "unit"])
@pytest.mark.parametrize("name", ["gradient", "saliency", "deconvnet", "guided_backprop"])
def test_captum_makes_the_picture_that_we_make(network: Network, name: str, where: str) -> None:
    """Otherwise the ratio of their times would say nothing."""
    start, layer, target = Start(None, (7,)), None, Target(class_index=7)
    if where == "unit":
        layer = "conv3a.conv"
        start, target = Start(network.layer(layer), (5, 3, 4)), Target(unit=5, neuron=(3, 4))
    x = torch.randn(network.example().shape, generator=torch.Generator().manual_seed(1))
    theirs = peers.of(name, network, x, start)["captum"]()
    assert isinstance(theirs, torch.Tensor)
    picture = theirs[0].detach().abs().amax(0) if name == "saliency" else theirs[0].detach()
    ours = find(name).run()(network, x, target, layer, find(name).params())
    assert (ours - picture).abs().max() <= 1e-5 * picture.abs().max()


def test_window_benches_measure_through_the_real_window(
    capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    assert cli.main(["bench", "live", "click", *QUICK, "--seconds", "0.3", "--threads", "1"]) == 0
    told = capsys.readouterr().out
    for words in (
        "grid and scores",
        "with guided backprop",
        "Grad-CAM over the input",
        "a unit silenced",
        "window blocked",
        "against forward and backward",
    ):
        assert words in told


def test_starting_is_measured_in_a_process_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bench", "startup", "--quick"]) == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    painted, live = (float(line.split(" s ")[0].split()[-1]) for line in lines)
    assert 0 < painted < live


def test_the_embedded_network_is_measured_on_labelled_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sample_picture: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "val.zip", "w") as archive:
        with Image.open(sample_picture) as picture:
            picture.save(tmp_path / "cup.png")
        for name in ("espresso/a.png", "goldfish/b.png"):
            archive.write(tmp_path / "cup.png", name)
    assert cli.main(["bench", "embedded", "--quick", "--val", str(tmp_path / "val.zip")]) == 0
    told = capsys.readouterr().out
    for words in ("right class first", "right class among five", "calibration error", "size of the file"):
        assert words in told


def test_labelled_pictures_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bench", "embedded"]) == 2
    assert "--val" in capsys.readouterr().err
