"""Occlusion agrees with captum and with the plain loop, in parts or whole, and tells the go-kart's story."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from deepvis_app.commands.params import parameters
from deepvis_app.errors import OutOfRangeError
from deepvis_app.methods import Target, covering, find
from deepvis_app.methods.baselines import baseline
from deepvis_app.methods.fillings import fill
from deepvis_app.methods.occlusion import OcclusionPart, occlusion, occlusion_classes
from deepvis_app.methods.params import Filling, OcclusionParams
from deepvis_app.nets.incremental import Box
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from tests import networks

Untouched = Callable[[Network], AbstractContextManager[None]]
FILLINGS: tuple[Filling, ...] = ("grey", "zero", "mean", "black", "blur", "inpaint")


def sharp(network: Network) -> Network:
    """With scores far apart, as after training: differences of probabilities are then no mere rounding."""
    last = [module for module in network.module.modules() if isinstance(module, nn.Linear)][-1]
    scores = network.module(networks.picture(network.preprocessing.width))
    for parameter in last.parameters():
        parameter.data.mul_(2 / scores.std())
    return network


def small(name: str) -> Network:
    if name == "plain":
        return sharp(networks.plain())
    if name == "functions":
        return sharp(networks.wrap(networks.Functional()))
    network = Network.load(f"torchvision:{name}", weights="none", seed=0)
    return sharp(network.with_preprocessing(Preprocessing(64, 64, 64)))


def whole(network: Network, image: Tensor, target: Target | None, params: OcclusionParams) -> OcclusionPart:
    *_, last = occlusion(network, image, target, None, params)
    assert last.done == 1.0
    return last


def by_captum(network: Network, image: Tensor, index: int, side: int, stride: int) -> Tensor:
    from captum.attr import Occlusion

    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        tool = Occlusion(lambda x: network.module(x.clone()).softmax(1))
        return tool.attribute(  # type: ignore[no-any-return]
            image,
            sliding_window_shapes=(image.shape[1], side, side),
            strides=(image.shape[1], stride, stride),
            baselines=baseline(network, image, "black"),
            target=index,
            perturbations_per_eval=8,
        )[0, 0]


@pytest.mark.parametrize(
    ("name", "side", "stride"),
    [
        ("plain", 5, 2),
        ("plain", 16, 3),
        ("plain", 6, 6),
        ("functions", 5, 3),
        ("vgg11", 24, 20),
        ("resnet18", 24, 20),
        ("googlenet", 24, 20),
        ("mobilenet_v3_small", 24, 20),
    ],
)
def test_it_agrees_with_captum(name: str, side: int, stride: int, verify_untouched: Untouched) -> None:
    network = small(name)
    image = networks.picture(network.preprocessing.width)
    if name == "vgg11":  # the exponential of its random scores magnifies rounding in float32 beyond 1e-5
        network.module.double()
        image = image.double()
    index = int(network.module(image).argmax())  # an unlikely class's differences would be mere rounding
    with verify_untouched(network):
        part = whole(network, image, Target(index), OcclusionParams(side, stride, "black"))
    expected = by_captum(network, image, index, side, stride)
    rounding = 1.2e-7  # the last bit of a probability, of which both take the difference
    assert float((part.result - expected).abs().max()) <= 1e-5 * float(expected.abs().max()) + rounding


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize(("height", "width"), [(16, 16), (12, 31)])
def test_the_plain_loop_gives_the_same(filling: Filling, height: int, width: int) -> None:
    network = sharp(networks.plain())
    image = torch.randn(1, 3, height, width)
    maps = whole(network, image, Target(2), OcclusionParams(4, 3, filling)).maps
    assert maps is not None
    assert (maps.tops[-1] + 4 >= height, maps.lefts[-1] + 4 >= width) == (True, True)
    cover = fill(network, image, filling)
    for row, top in enumerate(maps.tops):
        for column, left in enumerate(maps.lefts):
            box = Box(int(top), int(left), min(4, height - int(top)), min(4, width - int(left)))
            covered = image.clone()
            covered[0, :, top : top + 4, left : left + 4] = cover(box)
            chances = network.module(covered).softmax(1)[0]
            assert maps.values[row, column] == pytest.approx(float(chances[2]), rel=1e-5)
            assert maps.winners is not None
            assert maps.winners[row, column] == int(chances.argmax())


class Brightness(nn.Module):
    """Scores of two classes: the sum of the left half, and of the right half."""

    def __init__(self) -> None:
        super().__init__()
        self.relu = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        left, right = self.relu(x).sum(1).chunk(2, 2)
        return torch.stack([left.sum((1, 2)), right.sum((1, 2))], 1)


def halves() -> tuple[Network, Tensor]:
    image = torch.zeros(1, 3, 4, 4)
    image[0, 0, 1, 1], image[0, 0, 2, 2] = 2.0, 1.0
    return networks.wrap(Brightness(), 4, classes=2), image


def test_by_hand() -> None:
    """Scores 2 and 1; the square over the one takes it away, so that the other one wins."""
    network, image = halves()
    *_, part = occlusion(network, image, None, None, OcclusionParams(2, 2, "zero"))
    before, without_left, without_right = 1 / (1 + np.exp(-1)), 1 / (1 + np.exp(1)), 1 / (1 + np.exp(-2))
    assert part.maps is not None
    np.testing.assert_allclose(part.maps.values, [[without_left, before], [before, without_right]], rtol=1e-6)
    expected = np.zeros((4, 4), np.float32)
    expected[:2, :2], expected[2:, 2:] = before - without_left, before - without_right
    np.testing.assert_allclose(part.result.numpy(), expected, atol=1e-7)
    assert float(part.result[3, 3]) < 0, "covering what speaks for the other class raises the score"
    assert part.maps.winners is not None
    assert part.maps.winners.tolist() == [[1, 0], [0, 0]]
    *_, classes = occlusion_classes(network, image, None, None, OcclusionParams(2, 2, "zero"))
    assert (classes.result.numpy() == np.kron([[1, 0], [0, 0]], np.ones((2, 2)))).all()
    assert dict(classes.facts) == {"class 0": 0.75, "class 1": 0.25}


def test_a_unit_is_covered_like_a_class() -> None:
    network, image = networks.plain(), networks.picture()
    target = Target(unit=2, neuron=(3, 4))
    *_, part = occlusion(network, image, target, "conv2a", OcclusionParams(5, 4, "zero"))
    plain = nn.Sequential(*list(network.module.children())[:3])
    assert part.maps is not None
    assert part.maps.winners is None
    for row, top in enumerate(part.maps.tops):
        for column, left in enumerate(part.maps.lefts):
            covered = image.clone()
            covered[0, :, top : top + 5, left : left + 5] = 0
            assert part.maps.values[row, column] == pytest.approx(float(plain(covered)[0, 2, 3, 4]), abs=1e-6)


def test_it_is_coarse_first_and_holds_nothing_while_it_waits() -> None:
    network, image = networks.plain(), networks.picture()
    fingerprint = network.fingerprint()
    parts = []
    for part in occlusion(network, image, Target(0), None, OcclusionParams(4, 1)):
        assert torch._C._len_torch_function_stack() == 0
        assert torch.is_grad_enabled()
        assert network.fingerprint() == fingerprint
        parts.append(part)
    dones = [part.done for part in parts]
    assert dones == sorted(dones)
    assert (dones[0], dones[-1]) == (0.0, 1.0)
    assert not parts[0].result.any(), "nothing is known yet"
    coarse = next(part for part in parts if part.facts["positions"] == 16)
    assert coarse.maps is not None
    last = parts[-1].maps
    assert last is not None
    known = np.kron(last.values[::4, ::4], np.ones((4, 4)))[:13, :13]
    np.testing.assert_allclose(coarse.maps.values, known, rtol=1e-6)


def test_when_memory_runs_out_batches_become_smaller_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    network, image = sharp(networks.wrap(networks.Functional())), networks.picture()
    params = OcclusionParams(6, 3)
    expected = whole(network, image, Target(1), params)
    scores = covering.class_scores

    def limited(network: Network, x: Tensor) -> Tensor:
        if len(x) > 2:
            raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory")
        return scores(network, x)

    monkeypatch.setattr(covering, "class_scores", limited)
    found = whole(network, image, Target(1), params)
    torch.testing.assert_close(found.result, expected.result, rtol=1e-4, atol=1e-6)
    assert found.facts["pictures at once, for want of memory"] == 2
    assert "pictures at once, for want of memory" not in expected.facts

    def none_left(network: Network, x: Tensor) -> Tensor:
        raise RuntimeError("out of memory")

    monkeypatch.setattr(covering, "class_scores", none_left)
    with pytest.raises(RuntimeError, match="out of memory"):
        whole(network, image, Target(1), params)


def test_a_picture_of_one_colour_gives_a_flat_map() -> None:
    network = networks.plain()
    part = whole(network, network.example(), None, OcclusionParams(5, 2, "mean"))
    assert float(part.result.abs().max()) < 1e-6
    assert np.isfinite(part.result.numpy()).all()


@pytest.mark.parametrize(
    ("side", "stride", "words"),
    [
        (17, 4, "17 pixels does not fit on a picture of 16 x 16; give 1 to 16"),
        (0, 4, "give 1 to 16"),
        (4, 0, "give 1 to 4"),
        (4, 5, "no gaps"),
    ],
)
def test_squares_that_cannot_be_are_refused(side: int, stride: int, words: str) -> None:
    with pytest.raises(OutOfRangeError, match=words):
        next(occlusion(networks.plain(), networks.picture(), None, None, OcclusionParams(side, stride)))


def test_the_command_line_takes_pixels_or_leaves_the_choice() -> None:
    row = find("occlusion")
    found = parameters([row], {"size": "auto", "stride": "3", "filling": "blur"})["occlusion"]
    assert found == OcclusionParams(None, 3, "blur")
    with pytest.raises(OutOfRangeError, match="stride goes from 1"):
        parameters([row], {"stride": "0"})


def test_what_fills_a_square() -> None:
    network = networks.wrap(nn.Sequential(nn.Flatten()), 8)
    how = network.preprocessing
    image = torch.arange(8.0).view(1, 1, 1, 8).expand(1, 3, 8, 8).clone()
    box = Box(2, 3, 3, 2)
    grey = fill(network, image, "grey")(box)
    for channel in range(3):
        assert grey[channel, 0, 0] == pytest.approx((0.5 - how.mean[channel]) / how.std[channel], rel=1e-6)
    assert bool((fill(network, image, "zero")(box) == 0).all())
    even = torch.full((1, 3, 8, 8), -1.5)
    torch.testing.assert_close(fill(network, even, "inpaint")(box), even[0, :, 2:5, 3:5], rtol=0, atol=0.03)
    steps = fill(network, image / 8, "inpaint")(box)
    assert float((steps - image[0, :, 2:5, 3:5] / 8).abs().max()) < 0.2, "a ramp goes on"
    torch.testing.assert_close(fill(network, image, "inpaint")(Box(0, 0, 8, 8))[:, :1, :1], grey[:, :1, :1])


def test_the_go_kart_hangs_on_the_kart(shared: Path) -> None:
    """Its score falls most where the kart is covered, and other classes win there alone."""
    from PIL import Image

    network = Network.load("embedded")
    with Image.open(shared / "photos" / "n03444034_go-kart.JPEG") as photo:
        image = network.preprocess(photo.convert("RGB"))
    index = network.class_index("go-kart")
    side = image.shape[3]
    square = round(4 / 9 * side)
    top, bottom, left, right = (share * side for share in (1 / 3, 5 / 6, 1 / 36, 11 / 12))  # of the kart
    maps = whole(network, image, Target(index), OcclusionParams(square, 4)).maps
    assert maps is not None
    assert maps.winners is not None
    row, column = np.unravel_index(maps.values.argmin(), maps.values.shape)
    assert maps.before > 4 * maps.values.min()
    assert top <= maps.tops[row] + square / 2 <= bottom, "there the square is centred"
    assert left <= maps.lefts[column] + square / 2 <= right
    assert maps.winners[row, column] != index
    for y, x in np.argwhere(maps.winners != index):
        assert maps.tops[y] <= bottom, "every square that changes the winner covers some of the kart"
        assert maps.tops[y] + square >= top
        assert maps.lefts[x] <= right
        assert maps.lefts[x] + square >= left
    assert (maps.winners == index).any(), "and squares elsewhere do not"
