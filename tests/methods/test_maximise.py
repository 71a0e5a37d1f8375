"""Activation maximisation: as high as a plain loop, the same again, and honest about what is shown."""

from __future__ import annotations

import gc
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from deepvis_app.errors import OutOfRangeError, RunError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.dream import dream_layer
from deepvis_app.methods.maximise import maximise
from deepvis_app.methods.partial import Partial, outcome
from deepvis_app.methods.picture import rounded
from deepvis_app.methods.synthesis import fourier, looking
from deepvis_app.methods.synthesis.diversity import likeness
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis_params import MaximiseParams
from deepvis_app.nets.network import Network
from tests import networks

STILL = MaximiseParams(steps=40, jitter=0, scale=0, rotation=0)
UNIT, LAYER = Target(unit=1), "conv2b"


def grey(size: int = 16) -> Tensor:
    return torch.full((1, 3, size, size), 0.5)


def made(network: Network, target: Target, layer: str | None, params: MaximiseParams) -> Partial:
    return outcome(maximise(network, grey(), target, layer, params))


def answer(network: Network, pixels: np.ndarray, target: Target, layer: str | None) -> float:
    """Of the module itself, to a file of that picture."""
    kept = {}
    place = network.module.get_submodule(layer) if layer else network.module
    handle = place.register_forward_hook(lambda module, given, output: kept.update(answer=output))
    with torch.no_grad():
        network.module(network.preprocess(Image.fromarray(pixels)))
    handle.remove()
    if layer is None:
        return float(kept["answer"][0, target.class_index])
    return float(kept["answer"][0, target.unit].mean())


def plain_loop(network: Network, target: Target, layer: str | None, params: MaximiseParams) -> float:
    """The same start and steps, with torch.fft and torch's own Adam, through the module itself."""
    how = network.preprocessing
    generator = torch.Generator().manual_seed(params.seed)
    noisy = 0.5 + 0.05 * torch.randn(1, 3, how.height, how.width, generator=generator)
    start = fourier.encode(noisy) + fourier.noise((1, 3, how.height, how.width), generator)
    spectrum = start.clone().requires_grad_()
    adam = torch.optim.Adam([spectrum], lr=0.05, maximize=True)
    place = network.module.get_submodule(layer) if layer else network.module
    kept: dict[str, Tensor] = {}
    handle = place.register_forward_hook(lambda module, given, output: kept.update(answer=output))
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (how.mean, how.std))
    for _ in range(params.steps):
        adam.zero_grad()
        picture = fourier.decode(spectrum, how.width)
        network.module((picture - mean) / std)
        value = (
            kept["answer"][0, target.class_index] if layer is None else kept["answer"][0, target.unit].mean()
        )
        value.backward()
        adam.step()
    handle.remove()
    pixels = rounded(fourier.decode(spectrum.detach(), how.width)[0].numpy())
    return answer(network, pixels, target, layer)


@pytest.mark.parametrize(("target", "layer"), [(Target(class_index=3), None), (UNIT, LAYER)])
def test_it_reaches_what_a_plain_loop_reaches(target: Target, layer: str | None) -> None:
    network = networks.plain()
    reached = made(network, target, layer, STILL)
    expected = plain_loop(network, target, layer, STILL)
    start, value = (float(reached.facts[name]) for name in ("start", "value"))
    assert expected > start
    assert value - start >= 0.95 * (expected - start)


@pytest.mark.parametrize("way", ["fourier", "pixels", "yosinski1", "yosinski3"])
def test_the_value_told_is_the_answer_to_the_picture_as_saved(way: str) -> None:
    network = networks.plain()
    reached = made(network, UNIT, LAYER, MaximiseParams(steps=6, way=way))  # type: ignore[arg-type]
    saved = rounded(reached.result.numpy())
    assert reached.facts["value"] == pytest.approx(answer(network, saved, UNIT, LAYER), rel=1e-3)
    assert reached.facts["value"] > reached.facts["start"]  # type: ignore[operator]


def test_the_range_before_clipping_is_told() -> None:
    wild = made(networks.plain(), UNIT, LAYER, MaximiseParams(steps=8, way="pixels", rate=2.0))
    assert wild.facts["low"] < 0  # type: ignore[operator]
    assert wild.facts["high"] > 1  # type: ignore[operator]
    assert 0 < wild.facts["outside"] <= 100  # type: ignore[operator]
    tame = made(networks.plain(), UNIT, LAYER, MaximiseParams(steps=3))
    assert tame.facts["outside"] == 0
    assert tame.facts["low"] >= 0  # type: ignore[operator]


def test_a_class_is_the_winner_unless_one_is_named() -> None:
    network = networks.plain()
    brief = MaximiseParams(steps=2)
    with torch.no_grad():
        x = network.preprocess(Image.fromarray(rounded(grey()[0].numpy())))
        winner = int(network.module(x).argmax())
    by_default = made(network, Target(), None, brief).result
    assert torch.equal(by_default, made(network, Target(winner), None, brief).result)
    assert not torch.equal(by_default, made(network, Target((winner + 1) % 5), None, brief).result)


def test_starts_differ_and_seeds_too() -> None:
    network = networks.plain()
    image = networks.picture().sigmoid()
    params = MaximiseParams(steps=1, rate=1e-4)
    found = {
        (start, seed): outcome(
            maximise(network, image, UNIT, LAYER, replace(params, start=start, seed=seed))  # type: ignore[arg-type]
        ).result
        for start in ("noise", "mean", "black", "picture")
        for seed in (0, 1)
    }
    assert float(found["black", 0].max()) < 0.1
    mean = torch.tensor(network.preprocessing.mean).view(3, 1, 1)
    assert float((found["mean", 0] - mean).abs().max()) < 0.05
    assert float((found["picture", 0] - image[0].clamp(0.02, 0.98)).abs().max()) < 0.05
    assert not torch.equal(found["noise", 0], found["noise", 1])


def test_several_pictures_of_one_unit_differ() -> None:
    network = Network.load("embedded")
    layer = dream_layer(network)

    def alike(diversity: float) -> float:
        params = MaximiseParams(steps=16, pictures=3, diversity=diversity, size=32)
        sheet = outcome(maximise(network, grey(), UNIT, layer, params)).result
        assert sheet.shape == (3, 32 + 2 + 32, 32 + 2 + 32)
        cells = torch.stack([sheet[:, y : y + 32, x : x + 32] for y, x in ((0, 0), (0, 34), (34, 0))])
        return float(likeness(Eye.of(network)(cells, [layer]).maps[layer]).mean())

    assert alike(2.0) < 0.8 * alike(0.0)


def test_likeness_by_hand() -> None:
    maps = torch.tensor([[[[1.0, 2.0]], [[0.0, 1.0]]], [[[3.0, 0.0]], [[1.0, 1.0]]]])
    one = np.array([[1 + 4, 2], [2, 1]]) / 2
    other = np.array([[9, 3], [3, 2]]) / 2
    cosine = (one * other).sum() / np.linalg.norm(one) / np.linalg.norm(other)
    assert likeness(maps).tolist() == pytest.approx([cosine, cosine], rel=1e-5)


def test_a_direction_is_its_units_by_their_weights() -> None:
    network = networks.plain()
    params = MaximiseParams(steps=10, together="4:0.5 2:-1")
    mixed = rounded(made(network, UNIT, LAYER, params).result.numpy())
    expected = sum(
        weight * answer(network, mixed, Target(unit=unit), LAYER)
        for unit, weight in ((1, 1), (4, 0.5), (2, -1))
    )
    assert made(network, UNIT, LAYER, params).facts["value"] == pytest.approx(expected, rel=1e-3)
    with pytest.raises(UsageError, match="3:half"):
        made(network, UNIT, LAYER, MaximiseParams(together="3:half"))
    with pytest.raises(OutOfRangeError, match="0 to 5"):
        made(network, UNIT, LAYER, MaximiseParams(together="6:1"))


@pytest.mark.parametrize(
    ("target", "place", "expected"),
    [(Target(unit=1), "centre", (4, 4)), (Target(unit=1, neuron=(0, 7)), "map", (0, 7))],
)
def test_one_neuron_is_raised_at_its_place(target: Target, place: str, expected: tuple[int, int]) -> None:
    network = networks.plain()
    reached = made(network, target, LAYER, replace(STILL, steps=10, place=place))  # type: ignore[arg-type]
    kept = {}
    handle = network.module.get_submodule(LAYER).register_forward_hook(
        lambda m, g, out: kept.update(maps=out)
    )
    with torch.no_grad():
        network.module(network.preprocess(Image.fromarray(rounded(reached.result.numpy()))))
    handle.remove()
    assert reached.facts["value"] == pytest.approx(float(kept["maps"][0, 1][expected]), rel=1e-3)
    with pytest.raises(OutOfRangeError, match="8 high"):
        made(network, Target(unit=1, neuron=(8, 0)), LAYER, STILL)


# ---- what cannot be ---------------------------------------------------------------------------------------


class Odd(nn.Module):
    """Unit 0 lives, 1 is dead, 2 answers the same to all; `cut` passes no gradient."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 3, 3, padding=1)
        self.relu = nn.ReLU()
        self.cut = nn.Conv2d(3, 2, 1)
        self.fc = nn.Linear(2, 5)
        self.conv.weight.data[1:] = 0
        self.conv.bias.data[:] = torch.tensor([0.1, -1.0, 2.0])

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(self.cut(self.relu(self.conv(x)).detach()).mean((2, 3)))


def test_a_unit_that_nothing_moves_is_told() -> None:
    torch.manual_seed(0)
    network = networks.wrap(Odd())
    brief = MaximiseParams(steps=4)
    assert "dead" in str(made(network, Target(unit=1), "relu", brief).note)
    assert "answered 2 to all" in str(made(network, Target(unit=2), "relu", brief).note)
    assert made(network, Target(unit=0), "relu", brief).note is None


def test_a_layer_that_the_picture_does_not_reach_is_refused() -> None:
    with pytest.raises(RunError, match="does not depend on the picture"):
        made(networks.wrap(Odd()), Target(unit=0), "cut", STILL)


def test_a_picture_too_small_for_the_network_is_refused() -> None:
    network = networks.wrap(
        nn.Sequential(nn.Conv2d(3, 4, 5), nn.ReLU(), nn.MaxPool2d(5), nn.Flatten(), nn.Linear(16, 5))
    )
    with pytest.raises(OutOfRangeError, match="8 x 8 pixels"):
        made(network, Target(unit=0), "2", MaximiseParams(size=8, jitter=0, scale=0, rotation=0))


def test_a_layer_wants_its_unit() -> None:
    with pytest.raises(UsageError, match="many units"):
        made(networks.plain(), Target(), LAYER, STILL)


def test_nothing_is_kept_when_it_is_over() -> None:
    network = networks.plain()
    run = maximise(network, grey(), UNIT, LAYER, MaximiseParams(steps=10_000))
    next(run)
    (eye,) = [ref() for known, ref in looking._open.items() if known is network]
    assert eye is Eye.of(network), "one copy serves all that runs at once"
    del eye
    run.close()
    gc.collect()
    assert [ref() for known, ref in looking._open.items() if known is network] == [None]


def test_the_first_picture_comes_before_the_first_step() -> None:
    network = networks.plain()
    first = next(maximise(network, grey(), UNIT, LAYER, MaximiseParams(steps=10_000)))
    assert first.done == 0
    assert first.result.shape == (3, 16, 16)


def test_half_precision_makes_another_picture_that_is_as_good() -> None:
    network = networks.plain()
    full, half = (
        made(network, UNIT, LAYER, replace(STILL, precision=precision))
        for precision in ("float32", "bfloat16")
    )
    assert not torch.equal(full.result, half.result)
    exact = [answer(network, rounded(each.result.numpy()), UNIT, LAYER) for each in (full, half)]
    assert exact[1] >= 0.95 * exact[0] > 0
