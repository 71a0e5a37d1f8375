"""What packaging/unit_pictures.py would ship."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

from deepvis_app.nets.network import Network

SCRIPT = Path(__file__).parents[2] / "packaging" / "unit_pictures.py"


def test_the_last_layer_of_each_later_stage_ships() -> None:
    network = Network.load("embedded")
    layers = run_path(str(SCRIPT))["shipped"](network)
    names = [layer.name for layer in network.layers]
    assert len(layers) >= 3
    assert [names.index(layer) for layer in layers] == sorted(names.index(layer) for layer in layers)
    assert "conv1" not in layers
    assert all(network.layer(layer).main for layer in layers)
