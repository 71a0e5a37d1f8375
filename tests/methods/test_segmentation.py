"""What is cut out is the object that the map points at; what cannot be cut is said."""

from __future__ import annotations

from collections import deque

import cv2
import numpy as np
import pytest
import torch

from deepvis_app.errors import RunError, UnknownNameError, UsageError
from deepvis_app.methods import METHODS, Target
from deepvis_app.methods.params import SegmentationParams
from deepvis_app.methods.partial import outcome, parts
from deepvis_app.methods.picture import to_pixels as picture_of
from deepvis_app.methods.saliency import saliency
from deepvis_app.methods.segmentation import segment as segmented
from deepvis_app.methods.segmentation import segmentation
from deepvis_app.nets.preprocess import to_pixels
from tests import networks


def scene(height: int = 60, width: int = 80) -> tuple[np.ndarray, np.ndarray]:
    """A red disc and a far red square on green, all with grain; and where the disc is."""
    chance = np.random.default_rng(0)
    y, x = np.mgrid[:height, :width]
    disc = (y - 25) ** 2 + (x - 30) ** 2 < 14**2
    square = (abs(y - 48) < 6) & (abs(x - 68) < 6)
    colours = np.where((disc | square)[..., None], (200, 40, 30), (40, 150, 60))
    pixels = (colours + chance.normal(0, 8, (height, width, 3))).clip(0, 255).astype(np.uint8)
    return pixels, disc


def heat_at(disc: np.ndarray) -> np.ndarray:
    """Points at the middle of the disc, as maps do: faint elsewhere, and noisy."""
    y, x = np.nonzero(disc)
    rows, columns = np.mgrid[: disc.shape[0], : disc.shape[1]]
    distance = (rows - y.mean()) ** 2 + (columns - x.mean()) ** 2
    noise = np.random.default_rng(1).uniform(0, 0.3, disc.shape)
    return (np.exp(-distance / 150) + noise).astype(np.float32)


def segment(pixels: np.ndarray, heat: np.ndarray) -> np.ndarray:
    return deque(segmented(pixels, heat), maxlen=1)[0]


def overlap(one: np.ndarray, other: np.ndarray) -> float:
    return float((one & other).sum() / (one | other).sum())


def test_the_whole_object_is_found_from_its_middle_and_nothing_else() -> None:
    pixels, disc = scene()
    mask = segment(pixels, heat_at(disc))
    assert (mask.dtype, mask.shape) == (bool, disc.shape)
    assert overlap(mask, disc) > 0.95


def test_a_flat_map_is_said() -> None:
    pixels, disc = scene()
    for flat in (np.zeros(disc.shape, np.float32), np.full(disc.shape, 3, np.float32)):
        with pytest.raises(RunError, match="does not tell where the object is"):
            segment(pixels, flat)


def test_a_map_of_a_single_pixel_still_says_where() -> None:
    pixels, disc = scene()
    heat = np.zeros(disc.shape, np.float32)
    heat[25, 30] = 1
    assert overlap(segment(pixels, heat), disc) > 0.9


def test_a_picture_of_one_colour_is_said() -> None:
    _, disc = scene()
    with pytest.raises(RunError, match="one colour"):
        segment(np.full((*disc.shape, 3), 90, np.uint8), heat_at(disc))


def test_two_colours_are_enough() -> None:
    _, disc = scene()
    pixels = np.where(disc[..., None], np.uint8(200), np.uint8(20)) * np.ones(3, np.uint8)
    assert overlap(segment(pixels, heat_at(disc)), disc) > 0.95


def test_opencvs_chance_does_not_count() -> None:
    pixels, disc = scene()
    first = segment(pixels, heat_at(disc))
    cv2.setRNGSeed(77)
    assert (segment(pixels, heat_at(disc)) == first).all()


def test_rounds_one_by_one_are_what_opencv_does_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels, disc = scene()
    calls = []
    whole = cv2.grabCut

    def watched(picture: np.ndarray, marks: np.ndarray, *rest: object) -> object:
        calls.append((picture, marks.copy(), marks))
        return whole(picture, marks, *rest)

    monkeypatch.setattr(cv2, "grabCut", watched)
    *_, mask = segmented(pixels, heat_at(disc), SegmentationParams(rounds=3))
    picture, marks, reached = calls[0]
    assert len(calls) == 3
    cv2.setRNGSeed(0)
    whole(picture, marks, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    assert (reached == marks).all()
    assert (mask <= (marks % 2 == 1)).all()  # the largest piece of it


def test_the_cut_out_is_there_after_each_round() -> None:
    network, image = networks.plain(32), networks.picture(32)
    steps = list(parts(segmentation(network, image, Target(1), None, SegmentationParams(rounds=4))))
    cut_out = [part for part in steps if "share" in part.facts]
    assert [part.done for part in cut_out] == pytest.approx([0.925, 0.95, 0.975, 1.0])


def test_the_method_gives_the_picture_with_the_mask_as_its_opacity() -> None:
    network, image = networks.plain(32), networks.picture(32)
    whole = outcome(segmentation(network, image, Target(1), None))
    pixels = to_pixels(image, network.preprocessing)
    np.testing.assert_allclose(whole.result[:3].permute(1, 2, 0).numpy() * 255, pixels, atol=1e-3)
    expected = segment(pixels, saliency(network, image, Target(1), None).numpy())
    assert (whole.result[3].numpy() == expected).all()
    assert whole.facts["share"] == pytest.approx(expected.mean())


def test_the_picture_is_the_cut_out() -> None:
    network, image = networks.plain(32), networks.picture(32)
    array = outcome(segmentation(network, image, Target(1), None)).result.numpy()
    row, mask, pixels = METHODS["segmentation"], array[3] > 0, to_pixels(image, network.preprocessing)
    saved, shown = picture_of(row, array, transparent=True), picture_of(row, array)
    assert (saved[..., :3] == pixels).all()
    assert (saved[..., 3] == 255 * mask).all()
    assert (shown[mask] == pixels[mask]).all()
    assert (shown[~mask] == 32).all()


@pytest.mark.parametrize("name", ["saliency", "smoothgrad", "guided_backprop", "integrated_gradients"])
def test_any_map_can_seed_it(name: str) -> None:
    network, image = networks.plain(32), networks.picture(32)
    steps = list(parts(segmentation(network, image, Target(1), None, SegmentationParams(name))))
    assert steps[-1].done == 1
    assert torch.equal(steps[0].result[:3], steps[-1].result[:3])
    assert 0 < float(steps[-1].result[3].mean()) < 1


def test_what_makes_no_map_can_not() -> None:
    network, image = networks.plain(32), networks.picture(32)
    with pytest.raises(UsageError, match="activations makes no map"):
        outcome(segmentation(network, image, None, "conv1", SegmentationParams("activations")))
    with pytest.raises(UnknownNameError, match="no method nothing"):
        outcome(segmentation(network, image, None, None, SegmentationParams("nothing")))
