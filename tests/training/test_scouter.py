"""Training slots on a frozen network: resumable, the same from the same seed, and of no other run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from deepvis_app.errors import CheckpointError, InputError, RunError
from deepvis_app.nets.network import Network
from deepvis_app.training import lessons
from deepvis_app.training.checkpoint import NAME
from deepvis_app.training.data import PictureSet
from deepvis_app.training.lessons import Lessons
from deepvis_app.training.maps import inputs, maps_of
from deepvis_app.training.scouter import Recipe, ScouterTraining
from tests import networks

LAYER = "conv2b"
TINY = Recipe(epochs=2, repeats=2, batch=8, rate=3e-3, area=1.0)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """So that an epoch of forty pictures has a whole chunk and a part of one."""
    monkeypatch.setattr(lessons, "CHUNK", 3)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def network() -> Network:
    return networks.plain()


@pytest.fixture(scope="module")
def pictures() -> PictureSet:
    """Two classes that slots can tell apart: dark and light noise."""
    random = np.random.default_rng(0)
    classes = np.arange(40) % 2
    pixels = (random.integers(0, 100, (40, 16, 16, 3)) + 150 * classes[:, None, None, None]).astype(np.uint8)
    return PictureSet(pixels, classes, ("class 3", "class 1"))


def made(network: Network, pictures: PictureSet, recipe: Recipe = TINY) -> ScouterTraining:
    return ScouterTraining(network, LAYER, pictures, recipe)


def to_the_end(training: ScouterTraining) -> list[torch.Tensor]:
    while not training.finished:
        training.advance()
    return list(training.slots.state_dict().values())


def same(one: list[torch.Tensor], other: list[torch.Tensor]) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.fixture(scope="module")
def whole(network: Network, pictures: PictureSet) -> list[torch.Tensor]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lessons, "CHUNK", 3)
        return to_the_end(made(network, pictures))


@pytest.mark.parametrize("stopped_after", [2, 5, 13])
def test_a_run_left_and_taken_up_ends_bit_equal(
    tmp_path: Path,
    network: Network,
    pictures: PictureSet,
    whole: list[torch.Tensor],
    stopped_after: int,
) -> None:
    """Left while maps are made, while they are learnt from again, and in another epoch."""
    left = made(network, pictures)
    assert not left.run(tmp_path, lambda told: None, pictures, lambda: left.step >= stopped_after)
    taken_up = made(network, pictures)
    assert taken_up.resume(tmp_path)
    assert taken_up.step == stopped_after
    assert taken_up.run(tmp_path, lambda told: None, pictures)
    assert same(list(taken_up.slots.state_dict().values()), whole)


def test_the_seed_decides_everything(
    network: Network, pictures: PictureSet, whole: list[torch.Tensor]
) -> None:
    torch.manual_seed(6)
    assert same(whole, to_the_end(made(network, pictures)))
    assert not same(whole, to_the_end(made(network, pictures, replace(TINY, seed=1))))


def test_each_picture_is_seen_as_often_as_the_others(network: Network, pictures: PictureSet) -> None:
    own = PictureSet(pictures.pixels, np.arange(40), tuple(map(str, range(40))))
    course = Lessons(network, LAYER, own, 8, 2, seed=0)
    assert (course.batches, course.steps_per_epoch) == (5, 10)
    seen = torch.cat([course.at(step)[1] for step in range(10)])
    assert torch.equal(seen.bincount(), torch.full((40,), 2))
    assert sorted(seen[:24].tolist()) == sorted(seen[24:48].tolist()), "a chunk is repeated before the next"
    assert not torch.equal(course.at(0)[1], course.at(10)[1]), "each epoch has its own order"
    assert sum(course.work(step) for step in range(10)) == 10 + 5 * lessons.MAKING


def test_whole_pictures_are_seen_as_the_network_takes_them(network: Network, pictures: PictureSet) -> None:
    from PIL import Image

    expected = torch.cat([network.preprocess(Image.fromarray(each)) for each in pictures.pixels[:3]])
    planes = inputs(torch.from_numpy(pictures.pixels[:3]), network.preprocessing)
    torch.testing.assert_close(planes, expected)
    maps, scores = maps_of(network, LAYER, pictures.pixels[:3])
    assert (maps.shape, scores.shape) == ((3, 6, 8, 8), (3, 5))
    torch.testing.assert_close(scores, network.module(expected), rtol=0.05, atol=0.05)  # bf16


def test_both_kinds_of_slots_learn_and_look_at_little(network: Network, pictures: PictureSet) -> None:
    training = made(network, pictures, replace(TINY, epochs=8, area=0.3))
    before = training.check(pictures)
    to_the_end(training)
    after = training.check(pictures)
    for kind in ("positive", "negative"):
        assert getattr(after, kind).accuracy.top1 > 0.9
        assert getattr(after, kind).area < 0.7 * getattr(before, kind).area
    assert after.plain == before.plain
    assert "by what speaks for a class" in str(after)


def test_the_network_stays_as_it_is(network: Network, pictures: PictureSet) -> None:
    before = network.fingerprint()
    training = made(network, pictures)
    training.advance()
    training.check(pictures)
    assert network.fingerprint() == before


def test_rate_and_area_follow_the_recipe() -> None:
    recipe = Recipe(rate=0.1, warm_up=0.1, area=10, growing=0.4)
    assert recipe.rate_at(0.05) == pytest.approx(0.05 * (1 + np.cos(np.pi * 0.05)) / 2)
    assert recipe.rate_at(0.5) == pytest.approx(0.05)
    assert recipe.rate_at(1.0) == pytest.approx(0)
    assert [recipe.area_at(done) for done in (0.0, 0.2, 0.4, 1.0)] == [0, 5, 10, 10]


def test_another_run_is_refused(tmp_path: Path, network: Network, pictures: PictureSet) -> None:
    made(network, pictures).save(tmp_path)
    other = networks.plain()
    other.module.conv1.conv.weight.data.mul_(1.1)
    fewer = pictures.first(30)
    for training, what in (
        (made(network, pictures, replace(TINY, seed=1, area=2.0)), "area, seed"),
        (made(other, pictures), "network"),
        (made(network, fewer), "pictures"),
    ):
        with pytest.raises(InputError, match=f"another run \\({what} differ"):
            training.resume(tmp_path)
    (tmp_path / NAME).write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(CheckpointError, match="damaged"):
        made(network, pictures).resume(tmp_path)


def test_too_few_pictures_and_a_loss_that_runs_away_are_told(network: Network, pictures: PictureSet) -> None:
    with pytest.raises(InputError, match="too few pictures"):
        made(network, pictures.first(1))
    training = made(network, pictures)
    with torch.no_grad():
        training.slots["positive"].slots.fill_(float("nan"))
    with pytest.raises(RunError, match=r"step 0.*lower --rate"):
        training.advance()
