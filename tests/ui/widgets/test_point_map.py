"""The map's plane: moving about, what is pointed at, thumbnails, lasso, the live dot; and its dots."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets import dots
from deepvis_app.ui.widgets.plane import MARGIN
from deepvis_app.ui.widgets.point_map import PointMap

IDS = np.array([10, 20, 30, 40, 50])
POINTS = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, 0.5], [0.0, 1.0], [1.0, 1.0]])
RED, BLUE = 0xFFFF0000, 0xFF0000FF
EDGE = round(MARGIN)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def plane(qtbot: QtBot) -> PointMap:
    made = PointMap("Map")
    qtbot.addWidget(made)
    made.resize(400 + 2 * EDGE, 200 + 2 * EDGE)
    made.set_points(IDS, POINTS)
    made.set_colours(np.array([RED, BLUE, RED, BLUE, RED], np.uint32))
    made.show()
    qtbot.waitExposed(made)
    return made


def spot(plane: PointMap, number: int) -> QPoint:
    x, y = plane._positions()
    return QPointF(x[number], y[number]).toPoint()


def colour_at(plane: PointMap, at: QPoint) -> str:
    return plane.grab().toImage().pixelColor(at).name()


def turn(plane: PointMap, at: QPoint, notches: int) -> None:
    position = QPointF(at)
    event = QWheelEvent(
        position, plane.mapToGlobal(position), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plane, event)


def drag(
    plane: PointMap, *path: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mousePress(plane, LEFT, modifier, path[0])
    for at in path[1:]:
        QTest.mouseMove(plane, at)
    QTest.mouseRelease(plane, LEFT, modifier, path[-1])


# ---- moving about -----------------------------------------------------------------------------------------


def test_all_points_are_in_sight_at_first_in_their_colours(plane: PointMap) -> None:
    assert (spot(plane, 0), spot(plane, 4)) == (QPoint(EDGE, EDGE), QPoint(400 + EDGE, 200 + EDGE))
    assert colour_at(plane, spot(plane, 2)) == "#ff0000"
    assert colour_at(plane, spot(plane, 1)) == "#0000ff"
    assert colour_at(plane, QPoint(100 + EDGE, 100 + EDGE)) == tokens(plane).window


def test_the_wheel_zooms_about_the_pointer(plane: PointMap) -> None:
    turn(plane, spot(plane, 1), 4)
    assert plane.zoom == pytest.approx(1.25**4)
    assert (spot(plane, 1) - QPoint(400 + EDGE, EDGE)).manhattanLength() <= 1
    turn(plane, QPoint(50, 50), -20)
    assert plane.zoom == 1
    assert spot(plane, 0) == QPoint(EDGE, EDGE)


def test_a_drag_moves_what_is_in_sight(plane: PointMap) -> None:
    plane.zoom_by(4)
    before = spot(plane, 2)
    drag(plane, QPoint(200, 100), QPoint(220, 110), QPoint(260, 130))
    assert spot(plane, 2) - before == QPoint(60, 30)


def test_keys_zoom_move_and_show_all(plane: PointMap) -> None:
    QTest.keyClick(plane, Qt.Key.Key_Plus)
    QTest.keyClick(plane, Qt.Key.Key_Equal)
    assert plane.zoom == pytest.approx(1.25**2)
    before = spot(plane, 2).x()
    QTest.keyClick(plane, Qt.Key.Key_Right)
    assert spot(plane, 2).x() < before
    QTest.keyClick(plane, Qt.Key.Key_0)
    assert plane.zoom == 1


# ---- pointing and choosing --------------------------------------------------------------------------------


def test_the_nearest_point_close_by_is_meant(plane: PointMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plane.hovered) as heard:
        QTest.mouseMove(plane, spot(plane, 2) + QPoint(4, -3))
    assert heard.args == [30]
    with qtbot.waitSignal(plane.hovered) as heard:
        QTest.mouseMove(plane, QPoint(100 + EDGE, 100 + EDGE))
    assert heard.args == [-1]


def test_a_click_picks_and_a_double_click_or_enter_opens(plane: PointMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plane.picked) as heard:
        QTest.mouseClick(plane, LEFT, pos=spot(plane, 3))
    assert heard.args == [40]
    with qtbot.waitSignal(plane.opened) as heard:
        QTest.keyClick(plane, Qt.Key.Key_Return)
    assert heard.args == [40]
    with qtbot.waitSignal(plane.opened) as heard:
        QTest.mouseDClick(plane, LEFT, pos=spot(plane, 4))
    assert heard.args == [50]


def test_a_lasso_catches_what_lies_inside(plane: PointMap, qtbot: QtBot) -> None:
    around = (QPoint(2, 2), QPoint(120, 2), QPoint(260, 120), QPoint(2, 226), QPoint(2, 100))
    with qtbot.waitSignal(plane.lassoed) as heard:
        drag(plane, *around, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert heard.args == [(10, 30, 40)]
    plane.lasso_always = True
    with qtbot.waitSignal(plane.lassoed) as heard:
        drag(plane, *around)
    assert heard.args == [(10, 30, 40)]
    assert plane.zoom == 1


def test_what_is_not_looked_at_fades(plane: PointMap) -> None:
    plane.set_lit(np.array([False, False, True, False, False]))
    assert colour_at(plane, spot(plane, 2)) == "#ff0000"
    faded = QColor(colour_at(plane, spot(plane, 1)))
    assert abs(faded.red() - QColor(tokens(plane).window).red()) < 80
    plane.set_lit(None)
    assert colour_at(plane, spot(plane, 1)) == "#0000ff"


# ---- thumbnails and the live dot --------------------------------------------------------------------------


def test_thumbnails_are_asked_for_in_sight_and_take_the_place_of_dots(plane: PointMap, qtbot: QtBot) -> None:
    plane.set_thumbnails({})  # what was asked for when it was shown has come to nothing
    with qtbot.waitSignal(plane.thumbnails_wanted) as heard:
        plane.zoom_by(6, QPointF(spot(plane, 0)))
        plane.grab()
    assert heard.args == [(10,)], "the others are out of sight"
    green = np.zeros((40, 40, 3), np.uint8)
    green[:, :, 1] = 200
    plane.set_thumbnails({10: green})
    assert colour_at(plane, spot(plane, 0)) == "#00c800"
    assert plane.thumbnails_shown == 1
    assert plane.at(QPointF(spot(plane, 0) + QPoint(20, 20))) == 0, "all of the thumbnail is the picture"


def test_thumbnails_never_cover_each_other(plane: PointMap) -> None:
    rng = np.random.default_rng(0)
    ids, points = np.arange(400), rng.uniform(size=(400, 2))
    plane.set_points(ids, points)
    plane.set_thumbnails(dict.fromkeys(ids.tolist(), np.zeros((30, 30, 3), np.uint8)))
    plane.zoom_by(5)
    plane.grab()
    rects = [rect for _, rect in plane._shown]
    assert len(rects) > 3
    assert not any(a.intersects(b) for number, a in enumerate(rects) for b in rects[:number])


def test_the_live_frame_goes_to_the_nearest_among_neighbours_close_to_it(plane: PointMap) -> None:
    plane.set_points(IDS, np.array([[0.1, 0.1], [0.12, 0.1], [0.9, 0.9], [0.14, 0.16], [0.5, 0.5]]))
    plane.set_live([99, 20, 30, 40])  # 99 is not on the map, 30 is far from the others
    assert plane.live is not None
    assert (plane.live.x(), plane.live.y()) == pytest.approx((0.13, 0.13))
    plane.set_live([99])
    assert plane.live is None


def test_the_same_pictures_only_move_others_forget_what_was_chosen(plane: PointMap, qtbot: QtBot) -> None:
    plane.set_selected(30)
    plane.set_points(IDS, POINTS[::-1].copy())
    with qtbot.waitSignal(plane.opened):
        QTest.keyClick(plane, Qt.Key.Key_Return)
    plane.set_points(IDS + 1, POINTS)
    with qtbot.assertNotEmitted(plane.opened):
        QTest.keyClick(plane, Qt.Key.Key_Return)


def test_without_points_it_says_why(plane: PointMap) -> None:
    plane.set_points(np.empty(0, np.int64), np.empty((0, 2)))
    plane.set_empty("Nothing yet")
    turn(plane, QPoint(50, 50), 3)
    assert plane.zoom == 1
    assert plane.at(QPointF(10, 10)) == -1
    assert not plane.grab().isNull()


# ---- dots -------------------------------------------------------------------------------------------------


def test_a_dot_is_round_and_one_over_the_edge_is_left_out() -> None:
    canvas = np.zeros((20, 20), np.uint32)
    at = np.array([10.0, 0.0])
    dots.draw(canvas, at, at, np.array([0xFFFFFFFF, 0xFFFFFFFF], np.uint32), 3.0, 0xFF000000)
    full = canvas == 0xFFFFFFFF
    assert full[10, 8:13].all()
    assert not full[7, 7]
    np.testing.assert_array_equal(full, full.T)
    assert not canvas[:4, :4].any()


def test_colours_are_mixed_channel_by_channel() -> None:
    mixed = dots.blend(np.array([0xFFFF8000], np.uint32), 0xFF0000FF, 0.5)
    assert hex(int(mixed[0])) == "0xff804080"


def test_points_far_apart_are_kept_the_earlier_first() -> None:
    x, y = np.array([0.0, 3.0, 11.0, 11.0]), np.array([0.0, 3.0, 0.0, 12.0])
    assert dots.far_apart(x, y, 10.0).tolist() == [0, 2, 3]


def test_a_polygon_with_a_notch_holds_what_is_inside() -> None:
    notched = np.array([(0, 0), (10, 0), (10, 10), (5, 5), (0, 10)], float)
    x, y = np.array([1.0, 9.0, 5.0, 5.0, -1.0]), np.array([1.0, 8.0, 4.0, 9.0, 5.0])
    assert dots.within(x, y, notched).tolist() == [True, True, True, False, False]
