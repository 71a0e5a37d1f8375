"""`deepvis FILE` opens what a file manager gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deepvis_app.commands import parsers
from deepvis_app.commands.window import start_options
from deepvis_app.ui.options import StartOptions


def started(*arguments: str) -> StartOptions:
    return start_options(parsers.window().parse_args(arguments))


def test_an_address_of_a_file_is_its_path(tmp_path: Path) -> None:
    picture = tmp_path / "a b ü.png"
    assert started(picture.as_uri()).source == str(picture)


@pytest.mark.parametrize("name", ["net.safetensors", "net.PTH", "net.pt2"])
def test_weights_are_the_network(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    options = started(str(tmp_path / name))
    assert options.source is None
    assert options.model is not None
    assert options.model.spec == str(tmp_path / name)


def test_a_named_network_looks_at_the_file(tmp_path: Path) -> None:
    (tmp_path / "film.pt").touch()
    options = started(str(tmp_path / "film.pt"), "--model", "torchvision:alexnet")
    assert options.source == str(tmp_path / "film.pt")


def test_weights_that_are_not_there_stay_a_file_to_complain_of() -> None:
    assert started("nowhere.pth").source == "nowhere.pth"
