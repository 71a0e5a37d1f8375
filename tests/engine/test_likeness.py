"""What is shown live, perhaps in bf16, looks as it would in float32."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deepvis_app.engine.messages import GridRequest, GridView, NetworkSpec, Rule, UnitRequest, UnitView
from deepvis_app.engine.views import shrunk
from deepvis_app.methods import Target, find
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor
from deepvis_app.pictures import scaling
from deepvis_app.pictures.colormaps import ZERO
from deepvis_app.pictures.styles import backward_picture
from deepvis_app.pictures.tiling import mosaic
from tests.engine.conftest import Loop
from tests.engine.likeness import maps_of, ssim


@pytest.mark.parametrize(
    ("rule", "method"),
    [
        ("gradient", "gradient"),
        ("deconvnet", "deconvnet"),
        ("guided", "guided_backprop"),
        ("rectified", "rectified_gradient"),
    ],
)
@pytest.mark.parametrize("layer", ["conv3a", "conv4b", "classifier"])
def test_live_pictures_look_like_the_float32_ones(
    layer: str, rule: Rule, method: str, loop: Loop, sample_picture: Path
) -> None:
    network = Network.load("embedded")
    loop.load(NetworkSpec("embedded"))
    pixels = np.asarray(Image.open(sample_picture).convert("RGB"))
    side = network.preprocessing.height
    view = loop.ask(pixels, unit=UnitRequest(layer, 5, size=side, rule=rule)).views["unit"]
    assert isinstance(view, UnitView)
    x = frame_to_tensor(pixels, network.preprocessing)
    target = Target(unit=5, neuron=view.neuron or "max")
    row = find(method)
    gradient = row.run()(network, x, target, layer, row.params()).numpy()
    assert view.backward is not None
    assert ssim(view.backward, backward_picture(gradient)) >= 0.98


def test_live_mosaics_look_like_the_float32_ones(loop: Loop, sample_picture: Path) -> None:
    network = Network.load("embedded")
    loop.load(NetworkSpec("embedded"))
    pixels = np.asarray(Image.open(sample_picture).convert("RGB"))
    for layer in [layer for layer in network.layers if layer.main and len(layer.shape) == 3]:
        request = GridRequest(layer.name, cell=24, gap=1, columns=16, first_row=0, rows=32)
        view = loop.ask(pixels, grid=request).views["grid"]
        assert isinstance(view, GridView)
        small = shrunk(maps_of(network, pixels, layer.name), 24)[0].numpy()
        expected = scaling.to_levels(small, signed=view.signed)
        assert ssim(view.pixels, mosaic(expected, 24, 1, 16, ZERO if view.signed else 0)) >= 0.98
