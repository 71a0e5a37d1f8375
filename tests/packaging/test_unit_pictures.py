"""What packaging/unit_pictures.py would ship."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

from deepvis_app.nets.network import Network
from deepvis_app.pictures import unit_sheets

SCRIPT = Path(__file__).parents[2] / "packaging" / "unit_pictures.py"


def test_the_last_layer_of_each_later_stage_ships() -> None:
    network = Network.load("embedded")
    layers = run_path(str(SCRIPT))["shipped"](network)
    names = [layer.name for layer in network.layers]
    assert len(layers) >= 3
    assert [names.index(layer) for layer in layers] == sorted(names.index(layer) for layer in layers)
    assert "conv1" not in layers
    assert all(network.layer(layer).main for layer in layers)


def test_the_pictures_that_ship_are_of_the_network_that_ships() -> None:
    """Where this fails, the network was trained anew: run packaging/unit_pictures.py."""
    network = Network.load("embedded")
    resources = unit_sheets.folders()[1]
    assert [folder.name for folder in resources.iterdir()] == [network.weights_hash()]
    for layer in run_path(str(SCRIPT))["shipped"](network):
        sheet = unit_sheets.load(resources / network.weights_hash() / f"{layer}.jpg", layer)
        assert sheet is not None
        assert sheet.complete
        assert len(sheet.done) == network.layer(layer).units
