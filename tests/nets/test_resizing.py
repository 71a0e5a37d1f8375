"""Pictures at the size at which they are shown."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from deepvis_app.nets.resizing import LITTLE, Pixels, resized

RANDOM = np.random.default_rng(0)


def expected(picture: Pixels, width: int, height: int) -> np.ndarray:
    planes = torch.from_numpy(picture.copy()).float().reshape(*picture.shape[:2], -1).permute(2, 0, 1)[None]
    shown = F.interpolate(planes, (height, width), mode="bilinear", antialias=True)
    return shown[0].permute(1, 2, 0).numpy().reshape(height, width, *picture.shape[2:])


@pytest.mark.parametrize("shape", [(30, 40), (30, 40, 3), (30, 40, 1)])
@pytest.mark.parametrize("size", [(97, 61), (40, 60), (20, 15), (13, 60), (1, 1)])
def test_it_is_smooth_when_enlarged_and_averaged_when_shrunk(
    shape: tuple[int, ...], size: tuple[int, int]
) -> None:
    picture = RANDOM.integers(0, 256, shape, np.uint8)
    shown = resized(picture, *size)
    assert shown.shape == (size[1], size[0], *shape[2:])
    assert shown.dtype == np.uint8
    assert np.abs(shown - expected(picture, *size)).max() <= 2


def test_a_little_shrunk_no_pixel_is_left_out() -> None:
    """A line of one pixel is there wherever it lies, and as bright on the whole."""
    width = round(100 * LITTLE)
    for place in range(100):
        picture = np.zeros((100, 100), np.uint8)
        picture[:, place] = 250
        line = resized(picture, width, 100)[0].astype(int)
        assert line.max() >= 90
        assert 0.75 <= line.sum() / (250 * LITTLE) <= 1.3


def test_of_its_own_size_it_is_the_same() -> None:
    picture = RANDOM.integers(0, 256, (8, 9, 3), np.uint8)
    assert resized(picture, 9, 8) is picture


def test_what_cannot_be_written_to_or_lies_apart_is_taken_too() -> None:
    picture = RANDOM.integers(0, 256, (20, 24, 3), np.uint8)
    picture.flags.writeable = False
    for size in ((48, 40), (6, 5), (20, 18)):
        for view in (picture, picture[:, ::-1], picture[::2, ::2], picture[..., ::-1]):
            shown = resized(view, *size)
            np.testing.assert_array_equal(shown, resized(np.ascontiguousarray(view), *size))
