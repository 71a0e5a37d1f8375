"""Levels keep the order and the zero of what they show."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.pictures.scaling import to_levels


def _formula(maps: np.ndarray, scale: str, contrast: float, signed: bool) -> np.ndarray:
    """The docstring's formula in float64, value by value."""
    size = np.abs(maps) if signed else np.maximum(maps, 0)
    axes = None if scale == "layer" else tuple(range(1, maps.ndim))
    peak = size.max(axis=axes, keepdims=True)
    share = np.divide(size, peak, out=np.zeros(maps.shape), where=peak > 0) ** (1 / contrast)
    return 128 + 127 * np.sign(maps) * share if signed else 255 * share


@pytest.mark.parametrize("scale", ["layer", "unit"])
@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("contrast", [1.0, 0.5, 2.0, 3.3])
@pytest.mark.parametrize("shape", [(5, 7, 3), (4, 6), (9,), (2, 3, 4, 3)])
def test_levels_follow_the_formula(scale: str, signed: bool, contrast: float, shape: tuple[int, ...]) -> None:
    maps = (np.random.default_rng(1).normal(size=shape) * 9).astype(np.float32)
    levels = to_levels(maps, scale, contrast, signed)  # type: ignore[arg-type]
    assert levels.shape == shape
    assert levels.dtype == np.uint8
    worst = np.abs(levels - _formula(maps.astype(np.float64), scale, contrast, signed)).max()
    # Half a level by rounding; with contrast, steps of 1 / 4096 are coarsest where the curve is steepest.
    assert worst <= (0.51 if contrast == 1 else 0.51 + 255 * (0.5 / 4096) ** min(1, 1 / contrast))


def test_zero_is_level_0_or_the_middle() -> None:
    maps = np.array([[[-2.0, 0.0, 8.0]]], np.float32)
    assert to_levels(maps).tolist() == [[[0, 0, 255]]]
    assert to_levels(maps, signed=True).tolist() == [[[96, 128, 255]]]
    assert to_levels(-maps, signed=True).tolist() == [[[160, 128, 1]]]


@pytest.mark.parametrize("scale", ["layer", "unit"])
def test_flat_maps_give_flat_pictures(scale: str) -> None:
    nothing = np.zeros((3, 4, 4), np.float32)
    assert (to_levels(nothing, scale) == 0).all()  # type: ignore[arg-type]
    assert (to_levels(nothing, scale, signed=True) == 128).all()  # type: ignore[arg-type]
    assert (to_levels(nothing - 5, scale) == 0).all()  # type: ignore[arg-type]
    assert (to_levels(nothing + 5, scale) == 255).all()  # type: ignore[arg-type]
    assert (to_levels(nothing + 1e-40, scale) == 0).all()  # type: ignore[arg-type]


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_shows_as_zero_and_spoils_nothing_else(odd: float, signed: bool) -> None:
    maps = np.array([[1.0, 2.0], [4.0, odd]], np.float32)
    zeroed = np.nan_to_num(maps, nan=0, posinf=0, neginf=0)
    for scale in ("layer", "unit"):
        assert np.array_equal(to_levels(maps, scale, 1, signed), to_levels(zeroed, scale, 1, signed))  # type: ignore[arg-type]


def test_each_unit_by_itself_or_all_alike() -> None:
    maps = np.array([[[1.0]], [[10.0]]], np.float32)
    assert to_levels(maps, "unit").ravel().tolist() == [255, 255]
    assert to_levels(maps, "layer").ravel().tolist() == [26, 255]


def test_no_maps_are_no_levels() -> None:
    assert to_levels(np.zeros((0, 3, 3), np.float32)).shape == (0, 3, 3)


def test_the_maps_stay_as_they_were() -> None:
    maps = np.array([[[-1.0, 2.0]]], np.float32)
    to_levels(maps)
    to_levels(maps, signed=True)
    assert maps.tolist() == [[[-1.0, 2.0]]]
