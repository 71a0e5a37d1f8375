"""The confusion matrix as a picture, and the grid of pictures: what is seen, pointed at, clicked."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deepvis_app.ui.widgets.confusion import Confusion
from deepvis_app.ui.widgets.legend import Legend
from deepvis_app.ui.widgets.picture_grid import PictureGrid

LEFT = Qt.MouseButton.LeftButton
COUNTS = np.array([[8, 2, 0], [0, 10, 0], [5, 0, 5]], np.int32)


@pytest.fixture
def matrix(qtbot: QtBot) -> Confusion:
    made = Confusion("Confusion")
    qtbot.addWidget(made)
    made.resize(500, 212)
    made.show()
    qtbot.waitExposed(made)
    made.set_matrix(COUNTS, ("cat", "dog", "owl"))
    return made


def middle(widget: Confusion | PictureGrid, row: int, column: int, rows: int, columns: int) -> QPoint:
    place: QRectF = widget.place()
    wide, high = place.width() / columns, place.height() / rows
    return QPointF(place.x() + (column + 0.4) * wide, place.y() + (row + 0.3) * high).toPoint()


def test_right_is_blue_wrong_is_orange_and_nothing_is_dark(matrix: Confusion) -> None:
    image = matrix.grab().toImage()

    def colour(row: int, column: int) -> QColor:
        return image.pixelColor(middle(matrix, row, column, 3, 3))

    assert colour(1, 1).blue() > colour(1, 1).red()
    assert colour(2, 0).red() > colour(2, 0).blue()
    assert colour(2, 0).lightness() > colour(0, 1).lightness() > colour(1, 2).lightness()


def test_a_cell_is_pointed_at_and_picked(matrix: Confusion, qtbot: QtBot) -> None:
    at = middle(matrix, 2, 0, 3, 3)
    with qtbot.waitSignal(matrix.hovered) as heard:
        QTest.mouseMove(matrix, at)
    assert heard.args == [2, 0]
    with qtbot.waitSignal(matrix.picked) as heard:
        QTest.mouseClick(matrix, LEFT, pos=at)
    assert heard.args == [2, 0]
    with qtbot.waitSignal(matrix.hovered) as heard:
        QTest.mouseMove(matrix, QPoint(2, 2))
    assert heard.args == [-1, -1]


def test_one_mistake_among_many_classes_is_not_lost(matrix: Confusion) -> None:
    """Of 600 classes three share a pixel: the strongest of their cells is seen."""
    counts = np.diag(np.full(600, 20)).astype(np.int32)
    counts[100, 400] = 20
    matrix.set_matrix(counts, [f"class {number}" for number in range(600)])
    place = matrix.place()
    at = QPointF(place.x() + 400.5 / 600 * place.width(), place.y() + 100.5 / 600 * place.height()).toPoint()
    image = matrix.grab().toImage()
    around = [image.pixelColor(at + QPoint(x, y)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    assert max(one.red() - one.blue() for one in around) > 60


def test_without_classes_it_says_so(matrix: Confusion) -> None:
    matrix.set_matrix(np.empty((0, 0), np.int32), ())
    assert matrix.at(QPointF(50, 50)) == (-1, -1)
    assert not matrix.grab().isNull()


def test_a_grid_of_pictures_keeps_cells_square_and_knows_them(qtbot: QtBot) -> None:
    grid = PictureGrid("Grid")
    qtbot.addWidget(grid)
    grid.resize(600, 200)
    pixels = np.zeros((2 * 8, 4 * 8, 3), np.uint8)
    pixels[8:, 16:24] = (0, 250, 0)
    grid.set_grid(np.array([[1, 2, 3, 4], [5, 6, 7, -1]]), pixels)
    grid.show()
    qtbot.waitExposed(grid)
    place = grid.place()
    assert place.width() / 4 == pytest.approx(place.height() / 2, abs=1)
    assert grid.grab().toImage().pixelColor(middle(grid, 1, 2, 2, 4)).green() > 200
    with qtbot.waitSignal(grid.picked) as heard:
        QTest.mouseClick(grid, LEFT, pos=middle(grid, 1, 2, 2, 4))
    assert heard.args == [7]
    with qtbot.waitSignal(grid.opened):
        QTest.keyClick(grid, Qt.Key.Key_Return)
    with qtbot.waitSignal(grid.picked) as heard:
        QTest.mouseClick(grid, LEFT, pos=middle(grid, 1, 3, 2, 4))
    assert heard.args == [-1]


def test_a_row_of_the_legend_lights_its_kind_while_it_is_pointed_at_or_held(qtbot: QtBot) -> None:
    legend = Legend("Colours")
    qtbot.addWidget(legend)
    legend.resize(200, 100)
    legend.set_rows([(0xFFFF0000, "cats", 12, ""), (0xFF00FF00, "dogs", 7, "")])
    legend.show()
    qtbot.waitExposed(legend)
    told: list[int] = []
    legend.lit.connect(told.append)
    QTest.mouseMove(legend, QPoint(40, 25))
    QTest.mouseClick(legend, LEFT, pos=QPoint(40, 25))
    legend._look(-1, legend._held)  # as when the pointer leaves
    assert told == [1]
    QTest.keyClick(legend, Qt.Key.Key_Up)
    QTest.keyClick(legend, Qt.Key.Key_Space)
    assert told == [1, 0, -1]
