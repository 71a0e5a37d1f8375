"""Bars and areas show which unit or class, and how much of it."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.methods.charts import WIDTH, class_areas, unit_bars
from deepvis_app.pictures.colormaps import table
from deepvis_app.pictures.legends import LINE, PALETTE

ORANGE, BLUE = (table("diverging")[level].tolist() for level in (225, 40))


def length(picture: np.ndarray, line: int, colour: list[int]) -> int:  # type: ignore[type-arg]
    row = picture[line * LINE + LINE // 4 + LINE // 2]
    return int((row[52:-84] == colour).all(-1).sum())


def test_the_largest_falls_come_first_in_their_proportion() -> None:
    drops = np.array([0.1, 0.4, -0.2, 0.2], np.float32)
    picture = unit_bars(drops)
    lengths = [length(picture, line, ORANGE) for line in range(3)]
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=3)
    assert lengths[1] == pytest.approx(2 * lengths[2], abs=3)
    assert length(picture, 3, BLUE) == pytest.approx(lengths[1], abs=3)


@pytest.mark.parametrize("drops", [np.zeros(7), np.full(3, np.nan), np.zeros(1000), np.zeros(0)])
def test_nothing_to_show_is_shown_flat(drops: np.ndarray) -> None:  # type: ignore[type-arg]
    picture = unit_bars(drops.astype(np.float32))
    assert picture.shape == (LINE * min(24, len(drops)) + LINE // 2, WIDTH, 3)


def test_areas_have_the_palettes_colours_in_the_order_of_their_size() -> None:
    classes = np.zeros((40, 60), np.float32)
    classes[:10, :20] = 7
    picture = class_areas(classes, ["go-kart"])
    assert picture.shape[1] == 240
    assert tuple(picture[0, 0]) == PALETTE[1]
    assert tuple(picture[159, 239]) == PALETTE[0]
    assert picture.shape[0] == 160 + 2 * LINE + LINE // 2


def test_more_classes_than_colours_share_a_grey() -> None:
    picture = class_areas(np.arange(100, dtype=np.float32).reshape(10, 10))
    assert picture.shape[0] == 240 + 9 * LINE + LINE // 2
