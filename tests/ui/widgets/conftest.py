"""Views as the engine makes them, from maps that a test can predict."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from deepvis_app.engine.messages import GridView
from deepvis_app.pictures.tiling import mosaic
from deepvis_app.ui.widgets.unit_sheet import Wanted


@pytest.fixture
def grid_view() -> Callable[..., GridView]:
    """A layer's GridView for what the grid wants; each unit is flat at the level unit % 251 + 1."""

    def make(
        wanted: Wanted,
        units: int | Sequence[int],
        layer: str = "conv",
        map_size: tuple[int, int] | None = (4, 4),
        hidden: int = 0,
    ) -> GridView:
        order = tuple(range(units)) if isinstance(units, int) else tuple(units)
        first = wanted.first_row * wanted.columns
        visible = order[first : first + wanted.rows * wanted.columns]
        maps = np.array([unit % 251 + 1 for unit in visible], np.uint8)[:, None, None]
        maps = np.broadcast_to(maps, (len(visible), *(map_size or (1, 1))))
        return GridView(
            layer=layer,
            pixels=mosaic(maps, wanted.cell, wanted.gap, wanted.columns),
            first_row=wanted.first_row,
            units=order,
            visible=visible,
            means=tuple(unit / 10 for unit in visible),
            maxima=tuple(float(unit) for unit in visible),
            map_size=map_size,
            hidden=hidden,
            columns=wanted.columns,
            cell=wanted.cell,
            gap=wanted.gap,
        )

    return make
