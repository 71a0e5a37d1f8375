"""Teachers look at each picture once, say what they think of it, and teach nobody else's classes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app.errors import InputError, RunError
from deepvis_app.nets.embedded import MEAN, STD, PlainNet
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.training.card import write_model
from deepvis_app.training.data import PictureSet
from deepvis_app.training.teaching import thoughts
from tests.full_disk import files_no_larger_than

NAMES = ("dark", "light")


@pytest.fixture
def pictures() -> PictureSet:
    pixels = np.random.default_rng(0).integers(0, 255, (130, 16, 16, 3))
    return PictureSet(pixels.astype(np.uint8), np.arange(130) % 2, NAMES)


def teacher(folder: Path, seed: int, names: tuple[str, ...] = NAMES, size: int = 24) -> Network:
    torch.manual_seed(seed)
    network = PlainNet(len(names), ((4,), (6,))).eval()
    how = Preprocessing(size, size, size, mean=MEAN, std=STD, interpolation="bicubic")
    write_model(network, names, how, {"title": f"Teacher {seed}"}, folder / f"{seed}.safetensors")
    return Network.load(str(folder / f"{seed}.safetensors"))


def test_thoughts_are_the_mean_of_what_each_says_through_its_own_preprocessing(
    tmp_path: Path, pictures: PictureSet
) -> None:
    teachers = [teacher(tmp_path, 0), teacher(tmp_path, 1, size=16)]
    found = thoughts(teachers, pictures, tmp_path)
    assert found.shape == (130, 2)
    for index in (0, 99, 100, 129):
        image = Image.fromarray(pictures.pixels[index])
        said = [each.module(each.preprocess(image)).softmax(1)[0].detach() for each in teachers]
        expected = torch.stack(said).mean(0)
        assert torch.allclose(torch.from_numpy(found[index]).float(), expected, atol=0.02)  # bf16


def test_they_look_once_and_a_run_taken_up_reads_what_they_said(tmp_path: Path, pictures: PictureSet) -> None:
    told: list[tuple[int, int]] = []
    first = thoughts([teacher(tmp_path, 0)], pictures, tmp_path, lambda *done: told.append(done))
    assert told == [(100, 130), (130, 130)]
    again = thoughts([teacher(tmp_path, 0)], pictures, tmp_path, lambda *done: told.append(done))
    assert len(told) == 2
    assert np.array_equal(first, again)
    other = thoughts([teacher(tmp_path, 1)], pictures, tmp_path, lambda *done: told.append(done))
    assert len(told) == 4
    assert not np.array_equal(first, other)


def test_a_teacher_of_other_classes_is_refused_by_name(tmp_path: Path, pictures: PictureSet) -> None:
    with pytest.raises(InputError, match=r"Teacher 3 cannot teach: its classes are not those"):
        thoughts([teacher(tmp_path, 3, ("light", "dark"))], pictures, tmp_path)


def test_what_they_said_must_find_room(tmp_path: Path, pictures: PictureSet) -> None:
    with pytest.raises(RunError, match="could not be written"):
        thoughts([teacher(tmp_path, 0)], pictures, tmp_path / "missing")


def test_what_they_said_is_kept_whole_or_not_at_all(tmp_path: Path, pictures: PictureSet) -> None:
    made = teacher(tmp_path, 0)
    with files_no_larger_than(200), pytest.raises(RunError, match="could not be written"):
        thoughts([made], pictures, tmp_path)
    assert not list(tmp_path.glob("*.npy"))
    assert not list(tmp_path.glob("*.part"))
    assert thoughts([made], pictures, tmp_path).shape == (130, 2)
