"""Feature inversion: as near as a plain loop, exact where nothing is lost, less so the deeper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.invert import DEVIATION, FAR, RANGE, SMOOTHNESS, invert, row_of_layers
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.synthesis import fourier
from deepvis_app.methods.synthesis_params import InvertParams
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import from_pixels, seen
from deepvis_app.pictures.decode import decode
from tests import networks
from tests.methods.test_dream import maps_of

LAYER = "conv2b"


def picture() -> Tensor:
    return torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(4)) * 0.8 + 0.1


def plain(network: Network, image: Tensor, params: InvertParams) -> float:
    """The same start and steps, by torch's own Adam and falling rate; the relative error that it reaches."""
    with torch.no_grad():
        code = maps_of(network, image)
    generator = torch.Generator().manual_seed(params.seed)
    noisy = 0.5 + 0.05 * torch.randn(1, 3, 16, 16, generator=generator)
    spectrum = (fourier.encode(noisy) + fourier.noise((1, 3, 16, 16), generator)).requires_grad_()
    adam = torch.optim.Adam([spectrum], lr=params.rate)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(adam, params.steps)
    mean = torch.tensor(network.preprocessing.mean).view(1, 3, 1, 1)

    def error() -> Tensor:
        return (maps_of(network, fourier.decode(spectrum, 16)) - code).square().sum() / code.square().sum()

    for _ in range(params.steps):
        adam.zero_grad()
        away = (fourier.decode(spectrum, 16) - mean) / DEVIATION
        right, below = away[..., :, 1:] - away[..., :, :-1], away[..., 1:, :] - away[..., :-1, :]
        tidy = (
            SMOOTHNESS * (right.square().sum() + below.square().sum())
            + RANGE * (away / FAR).abs().pow(6).sum()
        )
        (error() + tidy / away.numel()).backward()
        adam.step()
        falling.step()
    return float(error().detach())


def test_it_comes_as_near_as_a_plain_loop() -> None:
    network, image = networks.plain(), picture()
    params = InvertParams(steps=40)
    part = outcome(invert(network, image, None, LAYER, params))
    expected = plain(network, image, params)
    assert float(str(part.facts["errors"])) / 100 <= expected / 0.95 + 1e-3
    assert part.result.shape == (3, 16, 16)


def test_the_row_begins_with_the_picture_and_is_told_layer_by_layer() -> None:
    network, image = networks.plain(), picture()
    parts = list(invert(network, image, None, None, InvertParams(steps=3, layers=3)))
    names = row_of_layers(network, 3)
    assert len(names) == 3
    assert str(parts[-1].facts["layers"]).split() == names
    assert len(str(parts[-1].facts["errors"]).split()) == 3
    sheet = parts[-1].result
    assert sheet.shape == (3, 16, 4 * 18 - 2)
    torch.testing.assert_close(sheet[:, :, :16], image[0])
    assert [part.done for part in parts] == sorted(part.done for part in parts)
    assert parts[-1].done == 1
    assert float(parts[0].result[:, :, 36:].std()) < 0.05, "what is to come is plain"


def test_a_shallow_layer_gives_the_photograph_and_a_deep_one_the_gist(sample_picture: Path) -> None:
    network = Network.load("embedded")
    how = replace(network.preprocessing, width=48, height=48, resize=48)
    network = network.with_preprocessing(how)
    image = from_pixels(decode(sample_picture))
    shown = seen(image, how)[0]
    names = row_of_layers(network, 6)
    shallow, deep = (
        float(
            (outcome(invert(network, image, None, name, InvertParams(steps=60, rate=0.5))).result - shown)
            .abs()
            .mean()
        )
        for name in (names[0], names[-2])
    )
    assert shallow < 0.08
    assert deep > 1.5 * shallow


def test_a_unit_cannot_be_inverted() -> None:
    with pytest.raises(UsageError, match="leave the unit out"):
        outcome(invert(networks.plain(), picture(), Target(unit=1), LAYER, InvertParams(steps=1)))


def test_rows_go_from_shallow_to_deep_without_pools_and_scores() -> None:
    network = Network.load("embedded")
    every = [layer.name for layer in network.layers]
    names = row_of_layers(network, 4)
    assert len(names) == 4
    assert [every.index(name) for name in names] == sorted(every.index(name) for name in names)
    assert names[0] == "conv1"
    assert "classifier" not in names
    assert not any(name.startswith("pool") for name in row_of_layers(network, 16))
