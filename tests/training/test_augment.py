"""Crops stay inside the picture, keep its colours, and repeat for the same generator."""

from __future__ import annotations

import torch

from deepvis_app.training.augment import MEAN, STD, cutmix, normalise, random_crops


def test_normalise_is_the_formula() -> None:
    pixels = torch.tensor([[[[0, 128, 255]]]], dtype=torch.uint8)
    expected = (torch.tensor([0, 128, 255]) / 255 - torch.tensor(MEAN)) / torch.tensor(STD)
    assert torch.allclose(normalise(pixels)[0, :, 0, 0], expected)


def test_crops_repeat_for_a_seed_and_differ_for_another() -> None:
    planes = torch.rand(4, 3, 16, 16)
    crops = [random_crops(planes, 12, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2)]
    assert crops[0].shape == (4, 3, 12, 12)
    assert torch.equal(crops[0], crops[1])
    assert not torch.equal(crops[0], crops[2])


def test_a_crop_holds_only_what_the_picture_holds() -> None:
    ramp = torch.linspace(0, 1, 16).expand(32, 3, 16, 16)
    crops = random_crops(ramp, 16, torch.Generator().manual_seed(0))
    assert crops.min() >= 0
    assert crops.max() <= 1
    rising = (crops[:, 0, 8, 12] > crops[:, 0, 8, 4]).float().mean()
    assert 0.2 < rising < 0.8, "about half are mirrored"


def test_cutmix_mixes_targets_as_it_mixes_areas() -> None:
    pictures = torch.arange(4.0).view(4, 1, 1, 1).expand(4, 3, 10, 12)
    for seed in range(20):
        mixed, targets = cutmix(pictures, torch.eye(4), torch.Generator().manual_seed(seed))
        for index in range(4):
            theirs = (mixed[index, 0] == (index - 1) % 4).float().mean()
            assert torch.isclose(targets[index, (index - 1) % 4], theirs)
            assert torch.isclose(targets[index, index], 1 - theirs)


def test_cutmix_leaves_what_it_was_given() -> None:
    pictures, targets = torch.rand(3, 3, 8, 8), torch.eye(3)
    before = pictures.clone()
    cutmix(pictures, targets, torch.Generator().manual_seed(1))
    assert torch.equal(pictures, before)
    assert torch.equal(targets, torch.eye(3))
