"""The mosaic shows each map in its own cell, and no pixel of another."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.pictures.tiling import Layout, mosaic


def test_cells_lie_in_rows_a_gap_apart() -> None:
    layout = Layout(count=5, columns=3, cell=10, gap=2)
    assert (layout.rows, layout.width, layout.height) == (2, 34, 22)
    assert layout.cell_rect(0) == (0, 0, 10, 10)
    assert layout.cell_rect(4) == (12, 12, 10, 10)


def test_every_pixel_of_a_cell_finds_it_and_no_other_does() -> None:
    layout = Layout(count=5, columns=3, cell=4, gap=1)
    for y in range(-2, layout.height + 3):
        for x in range(-2, layout.width + 3):
            inside = [
                index
                for index in range(5)
                for left, top, width, height in [layout.cell_rect(index)]
                if left <= x < left + width and top <= y < top + height
            ]
            assert layout.cell_at(x, y) == (inside[0] if inside else None)


@pytest.mark.parametrize(
    ("count", "width", "height"), [(1, 100, 50), (7, 300, 200), (512, 900, 900), (3, 5, 5)]
)
def test_the_fitting_layout_is_the_largest_that_fits(count: int, width: int, height: int) -> None:
    best = Layout.fitting(count, width, height, gap=1)
    assert best.width <= width
    assert best.height <= height
    larger = [Layout(count, columns, best.cell + 1, 1) for columns in range(1, count + 1)]
    assert not any(one.width <= width and one.height <= height for one in larger)


def test_small_maps_are_enlarged_pixel_by_pixel() -> None:
    maps = np.arange(2 * 2 * 3, dtype=np.uint8).reshape(2, 2, 3)
    shown = mosaic(maps, cell=6, gap=2, columns=2, background=99)
    assert shown.shape == (6, 14)
    for index, left in enumerate((0, 8)):
        cell = shown[:, left : left + 6]
        assert (cell[[0, 5]] == 99).all()  # a map wider than high is centred
        assert np.array_equal(cell[1:5], maps[index].repeat(2, axis=0).repeat(2, axis=1))
    assert (shown[:, 6:8] == 99).all()


def test_every_value_is_seen_at_sizes_that_do_not_divide() -> None:
    maps = np.arange(13 * 13, dtype=np.uint8).reshape(1, 13, 13)
    for cell in (13, 14, 30, 38):
        shown = mosaic(maps, cell)
        assert shown.shape == (cell, cell)
        assert set(shown.ravel()) == set(range(169))


def test_large_maps_are_averaged_within_their_own_cell() -> None:
    maps = np.stack([np.full((20, 20), level, np.uint8) for level in (0, 255, 0, 255)])
    maps[3, ::2] = 0  # stripes: 127.5 on average
    shown = mosaic(maps, cell=7, gap=0, columns=2)
    assert (shown[:7, :7] == 0).all()
    assert (shown[:7, 7:] == 255).all()  # not one grey level of its neighbours
    assert (shown[7:, :7] == 0).all()
    assert abs(shown[7:, 7:].mean() - 127.5) < 10


def test_halving_is_the_mean_of_four() -> None:
    maps = np.random.default_rng(0).integers(0, 256, (6, 8, 8), dtype=np.uint8)
    shown = mosaic(maps, cell=4, gap=1, columns=3)
    means = maps.reshape(6, 4, 2, 4, 2).mean(axis=(2, 4))
    layout = Layout(6, 3, 4, 1)
    for index in range(6):
        x, y, width, height = layout.cell_rect(index)
        assert np.abs(shown[y : y + height, x : x + width] - means[index]).max() <= 1


def test_missing_cells_are_background() -> None:
    shown = mosaic(np.full((4, 2, 2), 200, np.uint8), cell=2, columns=3, background=7)
    assert shown.shape == (4, 6)
    assert (shown[2:, 2:] == 7).all()
    assert (shown[2:, :2] == 200).all()


def test_colour_pictures_tile_alike() -> None:
    maps = np.random.default_rng(0).integers(0, 256, (5, 7, 7, 3), dtype=np.uint8)
    for cell in (5, 7, 16):
        shown = mosaic(maps, cell, gap=1, columns=2, background=3)
        for channel in range(3):
            alone = mosaic(maps[..., channel], cell, gap=1, columns=2, background=3)
            assert np.array_equal(shown[..., channel], alone)


def test_vectors_are_flat_cells() -> None:
    shown = mosaic(np.array([10, 20], np.uint8).reshape(2, 1, 1), cell=3, columns=2)
    assert shown.tolist() == [[10, 10, 10, 20, 20, 20]] * 3


def test_nothing_is_an_empty_picture() -> None:
    assert mosaic(np.zeros((0, 4, 4), np.uint8), cell=5, columns=3).shape == (0, 15)
