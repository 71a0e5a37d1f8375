"""DeepDream: as high as the plain way, the same tile by tile, guided by a guide, nearer frame by frame."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from deepvis_app.errors import OutOfRangeError, PictureError, RunError
from deepvis_app.methods import Target
from deepvis_app.methods.dream import dream, dream_layer
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.synthesis.dreaming import Dreamer, closer
from deepvis_app.methods.synthesis.octaves import sizes, tile_gradients, tiles
from deepvis_app.methods.synthesis_params import DreamParams
from deepvis_app.nets.network import Network
from tests import networks

LAYER = "conv2b"


def picture(height: int = 32, width: int = 48, seed: int = 0) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(seed))


def maps_of(network: Network, x: Tensor, layer: str = LAYER) -> Tensor:
    """What the module itself answers to a picture, normalised by hand."""
    how = network.preprocessing
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (how.mean, how.std))
    kept: dict[str, Tensor] = {}
    handle = network.module.get_submodule(layer).register_forward_hook(
        lambda m, g, out: kept.update(maps=out)
    )
    network.module((x - mean) / std)
    handle.remove()
    return kept["maps"]


def plain(network: Network, x: Tensor, steps: int, rate: float) -> Tensor:
    for _ in range(steps):
        x = x.detach().requires_grad_()
        (maps_of(network, x).square().sum() / 2).backward()
        assert x.grad is not None
        x = (x + rate * x.grad / x.grad.abs().mean()).clamp(0, 1)
    return x.detach()


def test_it_reaches_what_the_plain_way_reaches() -> None:
    network, start = networks.plain(), picture()
    made = outcome(dream(network, start, None, LAYER, DreamParams(steps=8, octaves=1, jitter=0)))
    expected = plain(network, start, 8, 0.015)
    values = [float(maps_of(network, x).square().sum()) for x in (start, made.result[None], expected)]
    assert values[2] > values[0]
    assert values[1] - values[0] >= 0.95 * (values[2] - values[0])
    torch.testing.assert_close(made.result, expected[0], rtol=0, atol=2e-3)


def test_octaves_and_jitter_raise_it_too_and_stay_within_the_range() -> None:
    network, start = networks.plain(), picture(64, 48)
    made = outcome(dream(network, start, None, LAYER, DreamParams(steps=3, octaves=2)))
    assert made.result.shape == (3, 64, 48)
    assert float(made.result.min()) >= 0
    assert float(made.result.max()) <= 1
    before, after = (float(maps_of(network, x).square().sum()) for x in (start, made.result[None]))
    assert after > 1.2 * before


def test_a_unit_is_raised_more_than_its_layer_raises_it() -> None:
    network, start = networks.plain(), picture()
    how = DreamParams(steps=6, octaves=1)
    by_unit, by_layer = (
        float(maps_of(network, outcome(dream(network, start, target, LAYER, how)).result[None])[:, 3].sum())
        for target in (Target(unit=3), None)
    )
    assert by_unit > by_layer
    with pytest.raises(OutOfRangeError, match="0 to 5"):
        outcome(dream(network, start, Target(unit=6), LAYER, how))


def test_a_guide_pulls_towards_what_it_holds() -> None:
    """The gradient of the guided dream of 2015: at each place the guide's code that fits best."""
    network, start, guide = networks.plain(), picture(), picture(16, 16, seed=5)
    rate = 0.01
    made = outcome(
        dream(network, start, None, LAYER, DreamParams(1, 1, rate=100 * rate, jitter=0), others=(guide,))
    )
    with torch.no_grad():
        codes = maps_of(network, guide)[0].flatten(1).numpy()
    x = start.clone().requires_grad_()
    answers = maps_of(network, x)
    ours = answers.detach()[0].flatten(1).numpy()
    wanted = codes[:, (codes.T @ ours).argmax(0)].reshape(answers[0].shape)
    answers[0].backward(torch.from_numpy(np.ascontiguousarray(wanted)))
    assert x.grad is not None
    expected = (start + rate * x.grad / x.grad.abs().mean()).clamp(0, 1)
    torch.testing.assert_close(made.result, expected[0], rtol=0, atol=1e-4)


def test_a_step_that_is_no_number_keeps_the_picture_before() -> None:
    asked = 0

    def gain(x: Tensor) -> Tensor:
        nonlocal asked
        asked += 1
        return x.sum() * (float("nan") if asked > 2 else 1.0)

    dreamer = Dreamer(gain, 0.01, 1, 1.4, 0, 10_000, torch.Generator().manual_seed(0))
    found = list(dreamer.dream(picture(), 5))
    assert len(found) == 3
    assert found[-1].done == 1
    assert "step 2" in str(found[-1].stopped)
    assert torch.equal(found[-1].picture, found[1].picture)
    assert float((found[-1].picture - picture() - 0.02).abs().max()) < 0.03, "two steps were made"
    with pytest.raises(RunError, match="first step"):
        list(dreamer.dream(picture(), 5))


def test_frames_come_nearer_one_by_one() -> None:
    network = networks.plain()
    parts = list(dream(network, picture(), None, LAYER, DreamParams(steps=2, octaves=1, frames=3)))
    complete = [
        part
        for before, part in zip([None, *parts], parts, strict=False)
        if part.facts["frame"] != (before.facts["frame"] if before else 0)
    ]
    assert [part.facts["frame"] for part in complete] == [1, 2, 3]
    assert complete[-1] is parts[-1]
    assert parts[-1].done == 1
    assert not torch.equal(complete[0].result, complete[1].result)
    assert [part.done for part in parts] == sorted(part.done for part in parts)


def test_coming_nearer_keeps_the_middle() -> None:
    ramp = torch.linspace(0, 1, 60).view(1, 1, 1, 60).repeat(1, 3, 40, 1)
    near = closer(ramp, 0.5)
    torch.testing.assert_close(near[0, 0, 20], torch.linspace(1 / 6, 5 / 6, 60), rtol=0, atol=0.02)


@pytest.mark.parametrize(("height", "width", "most"), [(10, 10, 1000), (100, 60, 1500), (7, 333, 200)])
def test_tiles_cover_all_once(height: int, width: int, most: int) -> None:
    covered = np.zeros((height, width), int)
    found = list(tiles(height, width, most))
    for rows, columns in found:
        assert covered[rows, columns].size <= most
        covered[rows, columns] += 1
    assert (covered == 1).all()
    assert len(found) < 2 * height * width / most + 2


def test_tiles_add_up() -> None:
    x, weights = picture(), picture(seed=3)
    *_, (gradient, value, done) = tile_gradients(x, lambda tile: tile.square().sum(), most=200)
    torch.testing.assert_close(gradient, 2 * x)
    assert value == pytest.approx(float(x.square().sum()), rel=1e-5)
    assert done == 1
    ((whole, _, _),) = tile_gradients(x, lambda tile: (tile * weights).sum(), most=10_000)
    assert torch.equal(whole, weights)


def test_octaves_grow_to_the_whole_and_none_is_too_small() -> None:
    assert sizes(300, 400, 3, 2.0) == [(75, 100), (150, 200), (300, 400)]
    assert sizes(60, 400, 3, 2.0) == [(60, 400)]
    assert sizes(10, 12, 4, 1.4) == [(10, 12)]


def test_a_picture_too_small_to_dream_of_is_refused() -> None:
    with pytest.raises(PictureError, match="too small"):
        outcome(dream(networks.plain(), picture(4, 64), None, None, DreamParams()))


def test_the_default_layer_is_deep_and_has_maps() -> None:
    network = Network.load("embedded")
    layer = network.layer(dream_layer(network))
    assert layer.main
    assert len(layer.shape) == 3
    depth = [one.name for one in network.layers].index(layer.name)
    assert depth > len(network.layers) / 2
