"""The dot among styles: its place is their mixture, by mouse and by keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import StyleInfo
from deepvis_app.ui.widgets.mixing import CENTRE, corners, inside, point_of, shares
from deepvis_app.ui.widgets.style_polygon import StylePolygon

COUNTS = (1, 2, 3, 5, 9)


@pytest.mark.parametrize("count", COUNTS)
def test_at_a_corner_there_is_one_alone(count: int) -> None:
    for place, corner in enumerate(corners(count)):
        assert shares(corner, count) == pytest.approx(
            [float(each == place) for each in range(count)], abs=1e-9
        )


@pytest.mark.parametrize("count", COUNTS)
def test_in_the_middle_all_are_alike(count: int) -> None:
    assert shares(CENTRE, count) == pytest.approx([1 / count] * count)


@pytest.mark.parametrize("count", [3, 5, 9])
def test_half_way_between_two_there_are_these(count: int) -> None:
    (ax, ay), (bx, by), *_ = corners(count)
    assert shares(((ax + bx) / 2, (ay + by) / 2), count)[:2] == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize("count", [2, 3, 5, 9])
def test_shares_lead_back_to_the_point(count: int) -> None:
    for x, y in np.random.default_rng(0).uniform(-1.3, 1.3, (40, 2)):
        found = shares((x, y), count)
        assert min(found) >= 0
        assert sum(found) == pytest.approx(1)
        assert point_of(found) == pytest.approx(inside((x, y), count), abs=1e-6)


def test_what_is_inside_stays_and_what_is_outside_comes_to_the_edge() -> None:
    assert inside((0.1, -0.2), 5) == (0.1, -0.2)
    assert inside((0.0, -7.0), 5) == pytest.approx(corners(5)[0])
    assert inside((5.0, 5.0), 1) == CENTRE


@pytest.fixture
def polygon(qtbot: QtBot) -> StylePolygon:
    made = StylePolygon()
    qtbot.addWidget(made)
    made.resize(300, 260)
    thumbnail = np.full((32, 32, 3), 90, np.uint8)
    styles = [StyleInfo(name, name.title(), thumbnail) for name in ("waves", "stars", "bricks", "lines")]
    made.set_styles(styles, (("stars", 1.0),))
    made.show()
    qtbot.waitExposed(made)
    return made


def at(polygon: StylePolygon, place: int) -> QPoint:
    return polygon.place_of(corners(4)[place]).toPoint()


def test_it_shows_the_mixture_that_it_is_given(polygon: StylePolygon) -> None:
    assert polygon.mix == (("stars", 1.0),)
    assert polygon.words == "Stars"
    assert polygon.accessibleDescription() == "Stars"


def test_unknown_styles_leave_the_first(polygon: StylePolygon) -> None:
    polygon.set_styles(polygon._styles, (("gone", 1.0),))
    assert polygon.mix == (("waves", 1.0),)


def test_a_click_on_a_style_takes_it_alone(polygon: StylePolygon, qtbot: QtBot) -> None:
    with qtbot.waitSignal(polygon.changed):
        qtbot.mouseClick(polygon, Qt.MouseButton.LeftButton, pos=at(polygon, 2))
    assert polygon.mix == (("bricks", 1.0),)


def test_the_dot_is_dragged(polygon: StylePolygon, qtbot: QtBot) -> None:
    middle = polygon.place_of(CENTRE).toPoint()
    qtbot.mousePress(polygon, Qt.MouseButton.LeftButton, pos=at(polygon, 1))
    qtbot.mouseMove(polygon, middle)
    qtbot.mouseRelease(polygon, Qt.MouseButton.LeftButton, pos=middle)
    assert [share for _, share in polygon.mix] == pytest.approx([0.25] * 4, abs=0.02)
    assert polygon.words.count("25 %") == 4


def test_keys_move_it_and_choose(polygon: StylePolygon, qtbot: QtBot) -> None:
    qtbot.keyClick(polygon, Qt.Key.Key_3)
    assert polygon.mix == (("bricks", 1.0),)
    qtbot.keyClick(polygon, Qt.Key.Key_Home)
    assert len(polygon.mix) == 4
    qtbot.keyClick(polygon, Qt.Key.Key_Up)
    assert max(polygon.mix, key=lambda pair: pair[1])[0] == "waves"
    qtbot.keyClick(polygon, Qt.Key.Key_9)
    assert len(polygon.mix) == 4, "there is no ninth"


def test_without_styles_it_says_so_and_takes_no_clicks(qtbot: QtBot) -> None:
    empty = StylePolygon()
    qtbot.addWidget(empty)
    empty.show()
    qtbot.mouseClick(empty, Qt.MouseButton.LeftButton)
    assert empty.mix == ()
