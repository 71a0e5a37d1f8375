"""Colour maps that say what the numbers say."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.errors import UnknownNameError
from deepvis_app.pictures import colormaps


def _lightness(table: np.ndarray) -> np.ndarray:
    """CIE L*, 0 to 100, of sRGB colours."""
    values = table / 255.0
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    return np.where(luminance > 0.008856, 116 * np.cbrt(luminance) - 16, 903.3 * luminance)


@pytest.mark.parametrize("name", colormaps.NAMES)
def test_a_map_has_256_colours_in_both_forms(name: str) -> None:
    table, words = colormaps.table(name), colormaps.words(name)
    assert table.shape == (256, 3)
    assert words.shape == (256,)
    red, green, blue = table[200]
    assert int(words[200]) == 0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue)


@pytest.mark.parametrize("name", colormaps.SEQUENTIAL)
def test_sequential_maps_grow_lighter_from_level_to_level(name: str) -> None:
    lightness = _lightness(colormaps.table(name))
    assert (np.diff(lightness) > -0.1).all()  # 8 bits a channel leave a little to rounding
    assert lightness[-1] - lightness[0] > 70


@pytest.mark.parametrize("name", ["magma", "inferno", "viridis"])
def test_they_are_perceptually_uniform(name: str) -> None:
    steps = np.diff(_lightness(colormaps.table(name))[::16])
    assert steps.max() < 2 * steps.mean()
    assert steps.min() > 0.5 * steps.mean()


def test_their_colours_are_the_published_ones() -> None:
    assert colormaps.table("magma")[[0, 128, 255]].tolist() == [[0, 0, 4], [183, 55, 121], [252, 253, 191]]
    assert colormaps.table("viridis")[[0, 255]].tolist() == [[68, 1, 84], [253, 231, 37]]
    assert colormaps.table("inferno")[[0, 255]].tolist() == [[0, 0, 4], [252, 255, 164]]


def test_the_diverging_map_is_dark_neutral_at_zero_and_as_light_on_both_sides() -> None:
    table = colormaps.table("diverging")
    zero = table[colormaps.ZERO].astype(int)
    assert np.ptp(zero) <= 1
    assert zero.max() < 40
    lightness = _lightness(table)
    below, above = lightness[128:0:-1], lightness[128:]
    assert (np.diff(below) > -0.1).all()
    assert (np.diff(above) > -0.1).all()
    assert np.abs(below - above).max() < 4
    assert table[60, 2] > table[60, 0] + 40  # blue below
    assert table[196, 0] > table[196, 2] + 40  # orange above


def test_the_veil_is_orange_above_zero_and_blue_below_and_as_light_on_both_sides() -> None:
    table = colormaps.table("veil")
    assert len(np.unique(table, axis=0)) == 2
    blue, orange = table[0].astype(int), table[255].astype(int)
    assert table[colormaps.ZERO].tolist() == orange.tolist()
    assert blue[2] > blue[0] + 150
    assert orange[0] > orange[2] + 150
    lightness = _lightness(table)
    assert abs(lightness[0] - lightness[255]) < 4


def test_tables_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        colormaps.table("magma")[0, 0] = 1


def test_levels_of_any_shape_get_colours() -> None:
    levels = np.array([[0, 128], [255, 7]], np.uint8)
    coloured = colormaps.colour(levels, "magma")
    assert coloured.shape == (2, 2, 3)
    assert np.array_equal(coloured, colormaps.table("magma")[levels])


def test_an_unknown_map_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r"no colour map jet.*magma.*diverging"):
        colormaps.table("jet")
