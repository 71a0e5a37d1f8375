"""Weights become pictures in which zero is mid-grey and every unit has its place."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.methods.filter_tiles import BACKGROUND, Scale, tiles

RANDOM = np.random.default_rng(0)


def weights(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return RANDOM.standard_normal(shape).astype(np.float32)


@pytest.mark.parametrize("width", [20, 100, 500])
@pytest.mark.parametrize(
    "shape", [(12, 3, 7, 7), (30, 16, 3, 3), (10, 200, 1, 1), (4, 1, 5, 5), (6, 64, 3, 3)]
)
def test_it_never_is_wider_than_asked(shape: tuple[int, ...], width: int) -> None:
    drawn = tiles(weights(*shape), width, cell=24)
    assert drawn.pixels.shape[1] <= width
    assert drawn.pixels.ndim == 3
    assert drawn.count == shape[0]


def test_each_filter_lies_at_its_place_in_colour() -> None:
    given = np.zeros((5, 3, 2, 2), np.float32)
    given[:, 0, 0, 0] = 1
    given[3, 0, 0, 0] = -1
    drawn = tiles(given, width=70, cell=20)
    assert (drawn.columns, drawn.cell, drawn.gap) == (3, 20, 2)
    for unit in range(5):
        row, column = divmod(unit, 3)
        cell = drawn.pixels[row * 22 : row * 22 + 20, column * 22 : column * 22 + 20]
        assert cell[0, 0].tolist() == [1 if unit == 3 else 255, 128, 128]
        assert (cell[10:, 10:] == 128).all()
    assert (drawn.pixels[:, 20:22] == BACKGROUND).all()


@pytest.mark.parametrize("shape", [(30, 3, 7, 7), (30, 8, 3, 3), (30, 50, 1, 1)])
def test_those_from_one_on_look_and_lie_as_among_all(shape: tuple[int, ...]) -> None:
    given = weights(*shape)
    whole = tiles(given, 200, 24)
    first = 2 * whole.columns
    most = 10 * shape[1] if shape[1] == 8 else 10
    some = tiles(given, 200, 24, most=most, first=first)
    assert (some.columns, some.cell, some.gap) == (whole.columns, whole.cell, whole.gap)
    begin = 2 * ((whole.pixels.shape[0] + whole.gap) // -(-30 // whole.columns))
    row = (some.pixels.shape[0] + some.gap) // -(-some.count // some.columns) - some.gap
    np.testing.assert_array_equal(some.pixels[:row], whole.pixels[begin : begin + row])
    last = tiles(given, 200, 24, first=29)
    assert (last.count, last.columns) == (1, whole.columns)


@pytest.mark.parametrize("width", [5, 40, 400])
def test_one_unit_of_many_plain_weights_is_a_square(width: int) -> None:
    given = np.linspace(-1, 1, 50, dtype=np.float32).reshape(1, 50, 1, 1)
    drawn = tiles(given, width, width)
    factor = max(1, min(width // 8, 16))
    assert drawn.pixels.shape == (7 * factor, min(8 * factor, width), 3)
    assert (drawn.count, drawn.columns) == (1, 1)
    assert drawn.pixels[0, 0].tolist() == [1, 1, 1], "the first is the lowest"
    if width >= 8:
        assert drawn.pixels[6 * factor, factor].tolist() == [255, 255, 255], "the last, the highest"
        assert (drawn.pixels[6 * factor :, 2 * factor :] == BACKGROUND).all()


def test_blue_first_filters_are_shown_red_first() -> None:
    given = weights(4, 3, 5, 5)
    flipped = np.ascontiguousarray(given[:, ::-1])
    np.testing.assert_array_equal(tiles(given, 100, 20, bgr=True).pixels, tiles(flipped, 100, 20).pixels)


@pytest.mark.parametrize(("scale", "weak"), [("unit", 255), ("layer", 128 + 13)])
def test_units_are_scaled_each_or_together(scale: Scale, weak: int) -> None:
    given = np.ones((2, 3, 2, 2), np.float32)
    given[1] *= 0.1
    assert abs(int(tiles(given, 100, 20, scale).pixels[0, -1, 0]) - weak) <= 1


def test_deeper_kernels_stand_in_a_group_per_unit() -> None:
    given = np.zeros((3, 4, 3, 3), np.float32)
    given[1, 2] = 1
    drawn = tiles(given, width=200, cell=26)
    assert drawn.cell == 2 * (4 * 3 + 1) - 1
    group = drawn.pixels[:25, drawn.cell + drawn.gap : 2 * drawn.cell + drawn.gap]
    assert (group[13:, :12] == 255).all(), "the third of four kernels: second row, first column"
    assert (group[:12, :12] == 128).all()


def test_linear_weights_are_strips_that_fold() -> None:
    given = np.linspace(-1, 1, 2 * 300, dtype=np.float32).reshape(2, 300, 1, 1)
    drawn = tiles(given, width=100, cell=24, scale="layer")
    assert drawn.pixels.shape == (2 * (3 + 2) - 2, 100, 3)
    first = drawn.pixels[:3, :, 0].reshape(-1).astype(int)
    assert (np.diff(first) >= 0).all()
    assert first[0] == 1


def test_of_many_units_the_first_are_drawn() -> None:
    assert tiles(weights(512, 512, 3, 3), 400, 48).count == 8
    assert tiles(weights(3000, 3, 3, 3), 400, 48, most=100).count == 100
