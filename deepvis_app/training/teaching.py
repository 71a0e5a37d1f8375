"""What trained networks think of each picture to learn from: targets that say which classes are alike."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from deepvis_app.errors import InputError
from deepvis_app.nets import live
from deepvis_app.nets.network import Network
from deepvis_app.pictures.saving import save_npy
from deepvis_app.training.data import PictureSet, Told

BATCH = 100

Thoughts = NDArray[np.float16]
"""(N, classes): probabilities, the mean of what the teachers give."""


def thoughts(
    teachers: Sequence[Network], pictures: PictureSet, folder: Path, told: Told | None = None
) -> Thoughts:
    """The teachers' mean probabilities for each whole picture, kept in `folder` for a run taken up.

    Hinton et al. 2015; fixed per picture, so that each is looked at once. Raises InputError where a teacher
    does not know the very classes of the pictures, RunError where the file cannot be written.
    """
    check(teachers, pictures)
    path = folder / f"thoughts-{_key(teachers, pictures):08x}.npy"
    if path.exists():
        kept: Thoughts = np.load(path)
        return kept
    found = _thought(teachers, pictures, told)
    save_npy(path, found)
    return found


def check(teachers: Sequence[Network], pictures: PictureSet) -> None:
    """Raises InputError."""
    for teacher in teachers:
        if tuple(teacher.labels) != pictures.names:
            raise InputError(
                "{title} cannot teach: its classes are not those of the pictures, in their order.",
                title=teacher.title,
            )


def _key(teachers: Sequence[Network], pictures: PictureSet) -> int:
    said = " ".join(f"{teacher.weights_hash()} {teacher.preprocessing}" for teacher in teachers)
    return zlib.crc32(said.encode(), pictures.fingerprint())


@torch.inference_mode()
def _thought(teachers: Sequence[Network], pictures: PictureSet, told: Told | None) -> Thoughts:
    found = np.empty((len(pictures), len(pictures.names)), np.float16)
    quick = [live.choose(teacher, torch.bfloat16) for teacher in teachers]
    for begin in range(0, len(pictures), BATCH):
        images = [Image.fromarray(pixels) for pixels in pictures.pixels[begin : begin + BATCH]]
        mean = torch.stack([_probabilities(each, images) for each in quick]).mean(0)
        found[begin : begin + BATCH] = mean.numpy()
        if told:
            told(min(begin + BATCH, len(pictures)), len(pictures))
    return found


def _probabilities(teacher: live.LiveCopy, images: Sequence[Image.Image]) -> Tensor:
    assert isinstance(teacher.network, Network)
    batch = torch.cat([teacher.network.preprocess(image) for image in images])
    scores: Tensor = teacher.module(teacher.prepare(batch))
    return scores.float().softmax(1).cpu()
