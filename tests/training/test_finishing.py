"""A trained network learns how sure it may be, and how large it sees best."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from deepvis_app.nets.embedded import PlainNet
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import predict
from deepvis_app.training.finishing import ENOUGH, blend, cool, finish, normed, temperature


@pytest.fixture
def network() -> PlainNet:
    torch.manual_seed(0)
    return PlainNet(7, ((4,), (6,))).eval()


def pictures(count: int) -> PictureSet:
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (count, 16, 16, 3)).astype(np.uint8)
    return PictureSet(pixels, random.integers(0, 7, count), tuple("abcdefg"))


@pytest.mark.parametrize("true", [0.3, 1.0, 4.0])
def test_the_temperature_is_the_one_that_the_answers_were_drawn_with(true: float) -> None:
    generator = torch.Generator().manual_seed(0)
    scores = 3 * torch.randn(20_000, 7, generator=generator)
    classes = torch.multinomial((scores / true).softmax(1), 1, generator=generator)[:, 0]
    assert temperature(scores, classes) == pytest.approx(true, rel=0.05)


def test_no_other_temperature_is_better() -> None:
    generator = torch.Generator().manual_seed(1)
    scores, classes = torch.randn(300, 7, generator=generator), torch.randint(7, (300,), generator=generator)
    best = temperature(scores, classes)
    losses = [float(F.cross_entropy(scores / (best * share), classes)) for share in (0.9, 1.0, 1.1)]
    assert losses[1] == min(losses)


def test_cooling_divides_the_scores(network: PlainNet) -> None:
    x = torch.rand(2, 3, 16, 16)
    before = network(x)
    cool(network, 2.5)
    assert torch.allclose(network(x), before / 2.5, atol=1e-6)


def test_the_size_is_the_best_of_those_tried(network: PlainNet) -> None:
    learnt, held_out = pictures(40), pictures(ENOUGH)
    classes = torch.from_numpy(held_out.classes)

    def loss(side: int) -> float:
        scores = predict(normed(network, learnt, side), held_out, side)
        return float(F.cross_entropy(scores / temperature(scores, classes), classes))

    best = min((14, 16, 18, 20, 22, 24), key=loss)
    told: list[tuple[int, int]] = []
    size, warmth = finish(network, learnt, held_out, 16, lambda *numbers: told.append(numbers))
    assert size == best
    assert told == [(done, 6) for done in range(1, 7)]
    assert temperature(predict(network, held_out, size), classes) == pytest.approx(1, abs=0.02)
    assert warmth != 1.0


def test_norms_expect_what_whole_pictures_give(network: PlainNet) -> None:
    learnt = pictures(40)
    before = network.conv1.bn.running_mean.clone()
    given: list[torch.Tensor] = []
    found = normed(network, learnt, 20)
    found.conv2.bn.register_forward_pre_hook(lambda _, args: given.append(args[0].float()))
    predict(found, learnt, 20)
    torch.testing.assert_close(found.conv2.bn.running_mean, given[0].mean((0, 2, 3)), rtol=0.02, atol=0.01)
    torch.testing.assert_close(found.conv2.bn.running_var, given[0].var((0, 2, 3)), rtol=0.05, atol=0.01)
    assert not found.training
    assert not any(module.training for module in found.modules())
    assert torch.equal(network.conv1.bn.running_mean, before)


def test_a_blend_lies_between(network: PlainNet) -> None:
    other, learnt = PlainNet(7, ((4,), (6,))), pictures(40)
    mine, theirs = network.conv2.conv.weight.clone(), other.conv2.conv.weight.clone()
    blend(network, other, 0.25, learnt, 16)
    torch.testing.assert_close(network.conv2.conv.weight, 0.75 * mine + 0.25 * theirs)
    torch.testing.assert_close(normed(network, learnt, 16).state_dict(), network.state_dict())
    assert torch.equal(other.conv2.conv.weight, theirs)


def test_too_few_pictures_change_nothing(network: PlainNet) -> None:
    before = network.classifier.weight.clone()
    assert finish(network, pictures(40), pictures(ENOUGH - 1), 16) == (16, 1.0)
    assert torch.equal(network.classifier.weight, before)
