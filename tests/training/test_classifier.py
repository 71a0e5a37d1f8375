"""A killed training ends as if it had not been killed, and says clearly what is wrong with its pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from deepvis_app.errors import CheckpointError, InputError, RunError
from deepvis_app.training.classifier import CHECKPOINT, Recipe, Training, epochs_within
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import accuracy
from deepvis_app.training.pace import Progress
from deepvis_app.training.teaching import Thoughts
from tests.full_disk import files_no_larger_than

TINY = Recipe(epochs=3, batch=8, rate=0.05, sizes=((0.5, 8), (1.0, 16)), stages=((4,), (6,)))


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def pictures() -> PictureSet:
    """Two classes that a small network can tell apart: dark and light noise."""
    random = np.random.default_rng(0)
    classes = np.arange(40) % 2
    pixels = random.integers(0, 100, (40, 16, 16, 3)) + 150 * classes[:, None, None, None]
    return PictureSet(pixels.astype(np.uint8), classes, ("dark", "light"))


@pytest.fixture
def said(pictures: PictureSet) -> Thoughts:
    """What teachers would say: that the lighter a picture is, the likelier it is a light one."""
    light = pictures.pixels.mean((1, 2, 3)) / 255
    return np.stack([1 - light, light], 1).astype(np.float16)


def heard() -> tuple[list[Progress], Callable[[Progress], None]]:
    reports: list[Progress] = []
    return reports, reports.append


def state_of(training: Training) -> list[torch.Tensor]:
    return [*training.network.state_dict().values(), *training.average.state_dict().values()]


@pytest.mark.parametrize("stopped_after", [0, 1, 7, 14])
def test_a_run_left_and_taken_up_ends_bit_equal(
    tmp_path: Path, pictures: PictureSet, stopped_after: int
) -> None:
    whole, left = Training(pictures, TINY), Training(pictures, TINY)
    (tmp_path / "whole").mkdir()
    (tmp_path / "left").mkdir()
    assert whole.run(tmp_path / "whole", heard()[1], pictures)
    assert not left.run(tmp_path / "left", heard()[1], pictures, stop=lambda: left.step >= stopped_after)

    taken_up = Training(pictures, TINY)
    assert taken_up.resume(tmp_path / "left")
    assert taken_up.step == stopped_after
    assert taken_up.run(tmp_path / "left", heard()[1], pictures)

    assert all(torch.equal(a, b) for a, b in zip(state_of(whole), state_of(taken_up), strict=True))


def test_a_taught_run_with_cutmix_that_goes_on_from_weights_ends_bit_equal_too(
    tmp_path: Path, pictures: PictureSet, said: Thoughts
) -> None:
    base = Training(pictures, replace(TINY, seed=7)).network
    recipe = replace(TINY, teaching=0.5, mixing=0.5, frozen=1, beginning="base and teacher")

    def made() -> Training:
        return Training(pictures, recipe, base=base, thoughts=said)

    whole, left, taken_up = made(), made(), made()
    assert not left.run(tmp_path, heard()[1], pictures, stop=lambda: left.step >= 7)
    assert taken_up.resume(tmp_path)
    for training in (whole, taken_up):
        while not training.finished:
            training.advance()
    assert all(torch.equal(a, b) for a, b in zip(state_of(whole), state_of(taken_up), strict=True))


def test_it_begins_as_its_base_and_leaves_frozen_layers_as_they_were(pictures: PictureSet) -> None:
    base = Training(pictures, replace(TINY, seed=7)).network
    base.conv1.bn.running_mean.fill_(0.3)
    training = Training(pictures, replace(TINY, frozen=1), base=base)
    assert all(
        torch.equal(a, b)
        for a, b in zip(base.state_dict().values(), training.network.state_dict().values(), strict=True)
    )
    for _ in range(3):
        training.advance()
    for name, value in training.network.state_dict().items():
        same = torch.equal(value, base.state_dict()[name])
        assert same == name.startswith("conv1"), name
        if same and value.is_floating_point():
            assert torch.allclose(training.average.state_dict()[name], value)


def test_teachers_give_their_share_of_the_targets(pictures: PictureSet, said: Thoughts) -> None:
    training = Training(pictures, replace(TINY, teaching=0.25), thoughts=said)
    targets = training._targets(np.array([0, 1]))
    dark, light = pictures.classes[[0, 1]].tolist()
    assert (dark, light) == (0, 1)
    plain = torch.tensor([[0.95, 0.05], [0.05, 0.95]])
    expected = 0.75 * plain + 0.25 * torch.from_numpy(said[:2]).float()
    assert torch.allclose(targets, expected, atol=1e-6)


def test_without_teachers_the_loss_is_cross_entropy_with_smoothing(pictures: PictureSet) -> None:
    training = Training(pictures, TINY)
    scores = torch.randn(8, 2)
    chosen = np.arange(8)
    loss = torch.nn.functional.cross_entropy(scores, training._targets(chosen))
    classes = torch.from_numpy(pictures.classes[chosen])
    assert torch.allclose(loss, torch.nn.functional.cross_entropy(scores, classes, label_smoothing=0.1))


def test_a_checkpoint_from_before_there_were_teachers_is_taken_up(
    tmp_path: Path, pictures: PictureSet
) -> None:
    Training(pictures, TINY).save(tmp_path)
    state = torch.load(tmp_path / CHECKPOINT, weights_only=True)
    for name in ("teaching", "mixing", "frozen", "beginning"):
        del state["recipe"][name]
    torch.save(state, tmp_path / CHECKPOINT)
    assert Training(pictures, TINY).resume(tmp_path)


def test_a_run_killed_between_checkpoints_ends_bit_equal(tmp_path: Path, pictures: PictureSet) -> None:
    whole, killed = Training(pictures, TINY), Training(pictures, TINY)
    for _ in range(6):
        killed.advance()
    killed.save(tmp_path)
    for _ in range(3):
        killed.advance()  # lost with the process
    taken_up = Training(pictures, TINY)
    assert taken_up.resume(tmp_path)
    for training in (whole, taken_up):
        while not training.finished:
            training.advance()
    assert all(torch.equal(a, b) for a, b in zip(state_of(whole), state_of(taken_up), strict=True))


def test_it_learns_and_tells_its_accuracy_after_each_epoch(tmp_path: Path, pictures: PictureSet) -> None:
    training = Training(pictures, replace(TINY, epochs=12))
    reports, hear = heard()
    training.run(tmp_path, hear, pictures)
    epochs = [report for report in reports if report.accuracy]
    assert [report.epoch for report in epochs] == list(range(1, 13))
    assert epochs[-1].seconds_left == 0
    assert epochs[0].seconds_left > 0
    reached = accuracy(training.average, pictures, 16)
    assert reached is not None
    assert reached.top1 > 0.9


def test_the_seed_decides_everything(pictures: PictureSet) -> None:
    def trained(seed: int) -> torch.Tensor:
        training = Training(pictures, replace(TINY, seed=seed))
        training.advance()
        training.advance()
        return training.network.state_dict()["conv1.conv.weight"]

    torch.manual_seed(5)
    first = trained(0)
    torch.manual_seed(6)
    assert torch.equal(first, trained(0))
    assert not torch.equal(first, trained(1))


def test_making_a_run_leaves_the_random_state_alone(pictures: PictureSet) -> None:
    before = torch.random.get_rng_state()
    Training(pictures, TINY)
    assert torch.equal(before, torch.random.get_rng_state())


def test_a_set_smaller_than_the_batch_is_one_batch(pictures: PictureSet) -> None:
    training = Training(pictures, replace(TINY, batch=1000))
    assert (training.batch, training.steps_per_epoch, training.steps) == (40, 1, 3)


def test_rate_and_size_follow_the_recipe() -> None:
    recipe = Recipe(rate=0.2, warm_up=0.05)
    assert recipe.rate_at(0.025) == pytest.approx(0.1)
    assert recipe.rate_at(0.05) == pytest.approx(0.2)
    assert recipe.rate_at(0.525) == pytest.approx(0.1)
    assert recipe.rate_at(1.0) == pytest.approx(0.0)
    assert [recipe.size_at(done) for done in (0.0, 0.34, 0.35, 0.7, 1.0)] == [32, 32, 40, 48, 64]


def test_more_time_is_more_epochs(pictures: PictureSet) -> None:
    assert epochs_within(60, pictures, pictures, TINY) > 3


@pytest.mark.parametrize(
    ("recipe", "what"),
    [
        (replace(TINY, seed=1), "seed"),
        (replace(TINY, rate=0.1, batch=4), "batch, rate"),
        (replace(TINY, beginning="another teacher"), "beginning"),
    ],
)
def test_the_checkpoint_of_another_run_is_refused(
    tmp_path: Path, pictures: PictureSet, recipe: Recipe, what: str
) -> None:
    Training(pictures, TINY).save(tmp_path)
    with pytest.raises(InputError, match=what):
        Training(pictures, recipe).resume(tmp_path)


def test_the_checkpoint_of_other_pictures_is_refused(tmp_path: Path, pictures: PictureSet) -> None:
    Training(pictures, TINY).save(tmp_path)
    with pytest.raises(InputError, match="pictures"):
        Training(pictures.first(30), TINY).resume(tmp_path)


def test_a_run_may_go_on_for_more_epochs(tmp_path: Path, pictures: PictureSet) -> None:
    Training(pictures, TINY).save(tmp_path)
    training = Training(pictures, replace(TINY, epochs=9))
    assert training.resume(tmp_path)
    assert training.recipe.epochs == 3  # the checkpoint's, until the user says otherwise


@pytest.mark.parametrize("data", [b"", b"not a checkpoint", b"PK\x03\x04 cut off"])
def test_a_damaged_checkpoint_is_refused(tmp_path: Path, pictures: PictureSet, data: bytes) -> None:
    (tmp_path / CHECKPOINT).write_bytes(data)
    with pytest.raises(CheckpointError, match="damaged"):
        Training(pictures, TINY).resume(tmp_path)


def test_no_checkpoint_is_no_run(tmp_path: Path, pictures: PictureSet) -> None:
    assert not Training(pictures, TINY).resume(tmp_path)


def test_one_picture_is_too_few(pictures: PictureSet) -> None:
    with pytest.raises(InputError, match="too few pictures"):
        Training(pictures.first(1), TINY)


def test_a_loss_that_runs_away_says_what_to_do(pictures: PictureSet) -> None:
    training = Training(pictures, TINY)
    with torch.no_grad():
        training.network.classifier.weight.fill_(float("nan"))
    with pytest.raises(RunError, match=r"step 0.*lower --rate"):
        training.advance()


def test_a_full_disk_leaves_the_old_checkpoint(tmp_path: Path, pictures: PictureSet) -> None:
    training = Training(pictures, TINY)
    training.save(tmp_path)
    before = (tmp_path / CHECKPOINT).read_bytes()
    training.advance()
    with files_no_larger_than(1000), pytest.raises(RunError, match="cannot be written"):
        training.save(tmp_path)
    assert (tmp_path / CHECKPOINT).read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / CHECKPOINT]
