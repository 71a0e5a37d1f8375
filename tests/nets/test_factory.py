"""A user's Python file builds a network, where that is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from PIL import Image
from torch import nn

from deepvis_app.errors import InputError, RunError, UnknownNameError, UsageError
from deepvis_app.nets.network import Network

CODE = """
from torch import nn
from helper import WIDTH
def small():
    layers = nn.Conv2d(3, WIDTH, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(WIDTH, 7)
    return nn.Sequential(*layers)
def wrong(): return 3
def fails(): raise KeyError("no such thing")
def narrow(): return nn.Linear(5, 5)
def digits(): return nn.Sequential(nn.Conv2d(1, 6, 5), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(864, 10))
def maps(): return nn.Conv2d(3, 2, 3)
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    (tmp_path / "helper.py").write_text("WIDTH = 4")
    (tmp_path / "mine.py").write_text(CODE)
    return tmp_path / "mine.py"


def test_code_runs_only_where_it_is_allowed(code: Path) -> None:
    with pytest.raises(UsageError, match="--allow-code"):
        Network.load(f"{code}:small")
    network = Network.load(f"{code}:small", allow_code=True, seed=5)
    assert network.labels == [f"class {index}" for index in range(7)]
    assert "guessed" in str(network.warnings[0])
    torch.manual_seed(5)
    assert torch.equal(network.module[0].weight, nn.Conv2d(3, 4, 3).weight)


def test_the_input_of_a_network_from_code_is_found_by_trying(code: Path) -> None:
    digits = Network.load(f"{code}:digits", allow_code=True)
    assert (digits.preprocessing.width, digits.preprocessing.channels) == (28, "grey")
    assert digits.preprocess(Image.new("RGB", (40, 30))).shape == (1, 1, 28, 28)
    assert len(digits.labels) == 10
    assert Network.load(f"{code}:maps", allow_code=True).labels == []


def test_a_checkpoint_fills_a_network_that_code_builds(code: Path, tmp_path: Path) -> None:
    trained = Network.load(f"{code}:small", allow_code=True, seed=1)
    torch.save(trained.module.state_dict(), tmp_path / "mine.pth")
    network = Network.load(str(tmp_path / "mine.pth"), arch=f"{code}:small", allow_code=True)
    assert network.fingerprint() == trained.fingerprint()
    with pytest.raises(UsageError, match="--allow-code"):
        Network.load(str(tmp_path / "mine.pth"), arch=f"{code}:small")


@pytest.mark.parametrize(
    ("function", "error", "said"),
    [
        ("wrong", RunError, "gives a int"),
        ("fails", RunError, "KeyError"),
        ("absent", UnknownNameError, "no function absent"),
        ("narrow", RunError, "fails on a picture of 224 x 224"),
    ],
)
def test_code_that_fails_is_one_sentence(
    function: str, error: type[Exception], said: str, code: Path
) -> None:
    with pytest.raises(error, match=said) as raised:
        Network.load(f"{code}:{function}", allow_code=True)
    assert "\n" not in str(raised.value)


def test_a_missing_or_broken_code_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        Network.load(f"{tmp_path}/none.py:build", allow_code=True)
    (tmp_path / "broken.py").write_text("def build(:")
    with pytest.raises(RunError, match="SyntaxError"):
        Network.load(f"{tmp_path}/broken.py:build", allow_code=True)
