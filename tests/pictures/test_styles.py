"""Backward pictures: zero stays mid-grey or black, signs stay signs, and the oracle agrees."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from deepvis_app.errors import UnknownNameError
from deepvis_app.pictures.colormaps import table
from deepvis_app.pictures.styles import STYLES, backward_picture, overlay

GRADIENT = np.random.default_rng(0).normal(size=(3, 40, 56)).astype(np.float32)


def _toolbox(gradient: np.ndarray, style: str) -> np.ndarray:
    """The Deep Visualization Toolbox's formulas, largest value unclipped, as (H, W, 3) from 0 to 255."""
    image = gradient.astype(np.float64).transpose(1, 2, 0)
    if style in ("raw", "grey", "sign"):
        image = {"raw": image, "sign": np.sign(image)}.get(style, image.mean(axis=2, keepdims=True))
        shown = 128 + 127 * image / np.abs(image).max()
    else:
        length = np.linalg.norm(image, axis=2)
        if style == "blurred norm":
            length = gaussian_filter(length, sigma=4 / 227 * min(length.shape), truncate=8)
        shown = 255 * (length / length.max())[:, :, None]
    return np.broadcast_to(shown, (*shown.shape[:2], 3))


@pytest.mark.parametrize("style", STYLES)
def test_each_style_follows_its_formula(style: str) -> None:
    picture = backward_picture(GRADIENT, style, percentile=100)
    assert picture.shape == (40, 56, 3)
    assert picture.dtype == np.uint8
    allowed = 1.5 if style == "blurred norm" else 0.51  # the blur's tails are cut at three sigmas
    assert np.abs(picture - _toolbox(GRADIENT, style)).max() <= allowed


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_mid_grey_or_black(style: str) -> None:
    picture = backward_picture(np.zeros((3, 8, 8), np.float32), style)
    assert (picture == (0 if "norm" in style else 128)).all()


@pytest.mark.parametrize("style", STYLES)
def test_what_is_no_number_counts_as_zero(style: str) -> None:
    odd, zeroed = GRADIENT.copy(), GRADIENT.copy()
    odd[0, 3, 4], odd[1, 5, 6], zeroed[0, 3, 4], zeroed[1, 5, 6] = np.nan, -np.inf, 0, 0
    assert np.array_equal(backward_picture(odd, style), backward_picture(zeroed, style))


def test_a_spike_does_not_hide_the_rest() -> None:
    spiked = GRADIENT.copy()
    spiked[0, 0, 0] = 1e6
    assert backward_picture(spiked)[..., 1].std() > 20
    assert backward_picture(spiked, percentile=100)[..., 1].std() < 1


def test_a_few_pixels_in_a_sea_of_zeros_are_seen() -> None:
    small = np.zeros((3, 200, 200), np.float32)  # a first-layer neuron: 7x7 of the picture
    small[:, 50:57, 50:57] = GRADIENT[:, :7, :7]
    picture = backward_picture(small)
    assert np.ptp(picture[50:57, 50:57]) > 150
    assert (picture[:50] == 128).all()


def test_contrast_lifts_what_is_weak_and_keeps_signs() -> None:
    weak = np.array([[[-0.25, 0.0, 1.0]]] * 3, np.float32)
    assert backward_picture(weak, percentile=100)[0, :, 0].tolist() == [96, 128, 255]
    assert backward_picture(weak, contrast=2, percentile=100)[0, :, 0].tolist() == [65, 128, 255]


def test_an_unknown_style_is_named() -> None:
    with pytest.raises(UnknownNameError, match="no backward style heat"):
        backward_picture(GRADIENT, "heat")


def test_an_overlay_leaves_zero_alone_and_covers_by_its_strength() -> None:
    picture = np.full((1, 2, 3), 100, np.uint8)
    levels = np.array([[0, 255]], np.uint8)
    shown = overlay(picture, levels, table("magma"), strength=0.75)
    assert shown[0, 0].tolist() == [100, 100, 100]
    assert np.abs(shown[0, 1] - (0.75 * table("magma")[255] + 25)).max() <= 0.51
