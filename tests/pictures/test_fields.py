"""Patches: the part of the original picture that a neuron sees, through crops and borders."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.pictures.fields import ReceptiveField, sight, tile
from deepvis_app.pictures.preprocessing import Preprocessing

CROP = Preprocessing(height=64, width=64, resize=64)
FIRST = ReceptiveField.from_corner((0, 0), (-2, -2), (8, 8), (4, 4), (64, 64))  # of neuron (0, 0)


def test_a_centre_crop_is_taken_into_account() -> None:
    """Of 128x64 pixels the network sees the middle 64x64: input pixel (14, 10) is picture pixel (14, 42)."""
    seen = sight(FIRST.at(4, 3), CROP, (128, 64))
    assert FIRST.at(4, 3).box == (10, 14, 8, 8)
    assert seen.box == pytest.approx((42 / 128, 14 / 64, 8 / 128, 8 / 64))
    assert seen.frame == pytest.approx(seen.box)


def test_a_tile_shows_those_very_pixels() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (64, 128, 3), np.uint8)
    made = tile(pixels, sight(FIRST.at(4, 3), CROP, (128, 64)), 8)
    np.testing.assert_array_equal(made, pixels[14:22, 42:50])


def test_at_the_border_all_patches_of_a_unit_keep_their_scale() -> None:
    """Of neuron (0, 0) two rows and columns of eight lie beyond the picture."""
    pixels = np.full((64, 64, 3), 200, np.uint8)
    made = tile(pixels, sight(FIRST, CROP, (64, 64)), 16, background=7)
    assert made.shape == (16, 16, 3)
    assert (made[4:, 4:] == 200).all()
    assert (made[:4] == 7).all()
    assert (made[:, :4] == 7).all()


def test_a_field_larger_than_the_input_is_the_input() -> None:
    large = ReceptiveField.from_corner((3, 3), (-20, -10), (90, 40), (8, 8), (64, 64))
    seen = sight(large, CROP)
    assert seen.frame == pytest.approx((-10 / 64, 0, 40 / 64, 1))
    assert seen.box == pytest.approx((0, 0, 30 / 64, 1))


def test_a_border_that_was_added_is_no_part_of_the_picture() -> None:
    """A letterbox: 32 rows of a wide picture lie in the middle of 64."""
    how = Preprocessing(height=64, width=64, fit="letterbox")
    pixels = np.full((50, 100, 3), 200, np.uint8)
    made = tile(pixels, sight(None, how, (100, 50)), 64, background=7)
    assert made.shape == (64, 64, 3)
    assert (made[16:48] == 200).all()
    assert (made[:16] == 7).all()
    assert (made[48:] == 7).all()


def test_where_nothing_is_seen_the_tile_is_empty() -> None:
    beyond = ReceptiveField.from_corner((0, 0), (70, 70), (8, 8), (4, 4), (64, 64))
    assert (tile(np.full((64, 64, 3), 200, np.uint8), sight(beyond, CROP, (64, 64)), 8) == 0).all()
