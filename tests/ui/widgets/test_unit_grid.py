"""The unit grid on the screen: clicks, keys, scrolling, what it asks for and what it paints."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import GridView
from deepvis_app.pictures import colormaps
from deepvis_app.ui.widgets.unit_grid import UnitGrid
from deepvis_app.ui.widgets.unit_sheet import Wanted

Views = Callable[..., GridView]
INFERNO = colormaps.words("inferno")


def level(unit: int) -> int:
    """Of a unit in `grid_view`."""
    return unit % 251 + 1


@pytest.fixture
def grid(qtbot: QtBot) -> UnitGrid:
    grid = UnitGrid()
    qtbot.addWidget(grid)
    grid.resize(640, 420)
    grid.show()
    qtbot.waitExposed(grid)
    return grid


def show(grid: UnitGrid, views: Views, units: int = 3000, **more: object) -> None:
    grid.set_layer("conv", units, vector=False)
    grid.set_view(views(grid.wanted(), units, **more), INFERNO)


def answer(grid: UnitGrid, views: Views, units: int = 3000) -> None:
    """What the engine would send next."""
    grid.set_view(views(grid.wanted(), units), INFERNO)


def centre(grid: UnitGrid, unit: int) -> QPoint:
    """The middle of a unit's cell in the viewport."""
    ratio = grid.devicePixelRatioF()
    middle = grid.cell_rect(unit).center()
    return QPoint(round(middle.x() / ratio), round(middle.y() / ratio))


def click(qtbot: QtBot, grid: UnitGrid, unit: int) -> int:
    """Click in the middle of the cell, and give the unit that the grid says was chosen."""
    with qtbot.waitSignal(grid.unit_chosen) as chosen:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, unit))
    return int(chosen.args[0])


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("share", [0.0, 0.37, 1.0])
def test_a_click_chooses_the_unit_under_it_at_any_scroll_and_scale(
    qtbot: QtBot,
    grid: UnitGrid,
    grid_view: Views,
    monkeypatch: pytest.MonkeyPatch,
    ratio: float,
    share: float,
) -> None:
    monkeypatch.setattr(grid, "devicePixelRatioF", lambda: ratio)
    show(grid, grid_view)
    bar = grid.verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))
    answer(grid, grid_view)
    wanted = grid.wanted()
    unit = (wanted.first_row + wanted.rows // 2) * wanted.columns + 3
    assert click(qtbot, grid, unit) == unit
    assert grid.selected == unit


def test_the_pixels_shown_are_the_levels_through_the_table(grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    image = grid.viewport().grab().toImage()
    for unit in (0, 1, 40):
        cell = grid.cell_rect(unit)
        colour = QColor(int(INFERNO[level(unit)]))
        corners = [cell.topLeft(), cell.topRight(), cell.bottomLeft(), cell.bottomRight(), cell.center()]
        assert [image.pixelColor(point) for point in corners] == [colour] * 5


def test_thousands_of_units_ask_for_the_rows_in_sight_alone(
    qtbot: QtBot, grid: UnitGrid, grid_view: Views
) -> None:
    show(grid, grid_view, units=4096)
    asked: list[Wanted] = []
    grid.view_changed.connect(asked.append)
    grid.verticalScrollBar().setValue(5000)
    qtbot.waitUntil(lambda: not grid._settling.isActive())
    wanted = asked[-1]
    pitch = wanted.cell + wanted.gap
    assert wanted.rows * pitch < grid.viewport().height() + 2 * pitch
    assert wanted.first_row == (5000 - 2) // pitch
    assert all(each.rows <= 2.5 * wanted.rows for each in asked), "not many more while it scrolls"


def test_the_last_pixels_stay_until_the_next_layer_comes(grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    before = grid.viewport().grab().toImage()
    grid.set_layer("next", 64, vector=False)
    assert grid.viewport().grab().toImage() == before
    assert grid.unit_at(QPoint(30, 30)) is None, "they are of another layer, not to be clicked"
    late = grid_view(grid.wanted(), 3000, layer="conv")
    grid.set_view(late, INFERNO)
    assert grid.unit_at(QPoint(30, 30)) is None, "a late view of the layer before changes nothing"


def test_scrolling_moves_the_shown_pixels_before_new_ones_come(grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    columns = grid.wanted().columns
    before = grid.cell_rect(2 * columns)
    grid.verticalScrollBar().setValue(30)
    assert grid.cell_rect(2 * columns) == before.translated(0, -30)


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Right, (1, 0)),
        (Qt.Key.Key_L, (1, 0)),
        (Qt.Key.Key_Left, (-1, 0)),
        (Qt.Key.Key_J, (-1, 0)),
        (Qt.Key.Key_Down, (0, 1)),
        (Qt.Key.Key_K, (0, 1)),
        (Qt.Key.Key_Up, (0, -1)),
        (Qt.Key.Key_I, (0, -1)),
    ],
)
def test_arrows_and_letters_move_and_capitals_move_further(
    qtbot: QtBot, grid: UnitGrid, grid_view: Views, key: Qt.Key, step: tuple[int, int]
) -> None:
    show(grid, grid_view)
    columns = grid.wanted().columns
    start = 20 * columns + 7
    for modifier, size in ((Qt.KeyboardModifier.NoModifier, 1), (Qt.KeyboardModifier.ShiftModifier, 5)):
        grid.set_selected(start)
        qtbot.keyClick(grid, key, modifier)
        assert grid.selected == start + size * (step[0] + step[1] * columns)


def test_steps_over_the_edge_stay_in_the_grid(qtbot: QtBot, grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    grid.set_selected(0)
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.selected == 0
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.selected == 2999
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.selected == 2999
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert grid.selected == 0


def test_the_chosen_unit_is_scrolled_into_sight(qtbot: QtBot, grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    for key in (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        qtbot.keyClick(grid, key)
        answer(grid, grid_view)
        cell = grid.cell_rect(grid.selected)
        assert grid.viewport().rect().contains(cell)


def test_a_chosen_unit_that_is_in_sight_stays_there_when_the_window_changes(
    grid: UnitGrid, grid_view: Views
) -> None:
    show(grid, grid_view)
    grid.set_selected(1500)
    for size in ((400, 420), (640, 200), (900, 700)):
        grid.resize(*size)
        answer(grid, grid_view)
        assert grid.viewport().rect().contains(grid.cell_rect(1500).center()), size
    grid.verticalScrollBar().setValue(0)
    grid.resize(640, 420)
    assert grid.verticalScrollBar().value() == 0, "scrolled away from it, one stays away"


def test_a_typed_number_jumps_to_the_unit(qtbot: QtBot, grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    qtbot.keyClicks(grid, "1234")
    assert grid.selected != 1234, "more digits may follow"
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert grid.selected == 1234
    qtbot.keyClicks(grid, "99999")
    qtbot.waitUntil(lambda: grid.selected == 2999)
    qtbot.keyClicks(grid, "7")
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.selected == 2999, "Esc forgets what was typed"


def test_moves_follow_the_order_shown(qtbot: QtBot, grid: UnitGrid, grid_view: Views) -> None:
    grid.set_layer("conv", 6, vector=False)
    grid.set_view(grid_view(grid.wanted(), [4, 2, 5, 0], hidden=2), INFERNO)
    grid.set_selected(2)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.selected == 5
    assert click(qtbot, grid, 4) == 4


def test_hidden_units_shorten_the_grid(grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    longest = grid.verticalScrollBar().maximum()
    grid.set_view(grid_view(grid.wanted(), range(0, 3000, 2), hidden=1500), INFERNO)
    assert grid.verticalScrollBar().maximum() < 0.6 * longest


def test_zoom_changes_the_columns_and_keeps_the_unit_in_sight(
    qtbot: QtBot, grid: UnitGrid, grid_view: Views
) -> None:
    show(grid, grid_view)
    grid.set_selected(1500)
    before = grid.wanted()
    qtbot.keyClick(grid, Qt.Key.Key_Plus)
    after = grid.wanted()
    assert after.columns < before.columns
    assert after.cell > before.cell
    answer(grid, grid_view)
    assert grid.viewport().rect().contains(grid.cell_rect(1500).center())
    qtbot.keyClick(grid, Qt.Key.Key_Minus)
    assert grid.wanted().columns == before.columns


def test_the_tooltip_tells_unit_mean_and_max(grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    assert grid.tip(12) == "Unit 12\nmean 1.2, max 12"
    assert grid.tip(2500) == "", "nothing is known of units out of sight"


def test_hovering_is_told(qtbot: QtBot, grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    with qtbot.waitSignal(grid.hovered) as hovered:
        qtbot.mouseMove(grid.viewport(), centre(grid, 17))
    assert hovered.args == [17]


def test_a_double_click_opens_the_unit(qtbot: QtBot, grid: UnitGrid, grid_view: Views) -> None:
    show(grid, grid_view)
    with qtbot.waitSignal(grid.unit_opened) as opened:
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 5))
    assert opened.args == [5]


def test_a_vector_asks_for_one_pixel_a_unit_and_shows_names(
    qtbot: QtBot, grid: UnitGrid, grid_view: Views
) -> None:
    names = [f"class {unit}" for unit in range(200)]
    grid.set_layer("scores", 200, vector=True, labels=names)
    wanted = grid.wanted()
    assert (wanted.cell, wanted.gap) == (1, 0)
    grid.set_view(grid_view(wanted, 200, layer="scores", map_size=None), INFERNO)
    assert grid.tip(3) == "Unit 3 · class 3\nvalue 3"
    assert click(qtbot, grid, 8) == 8
    assert grid.grab().toImage().pixelColor(centre(grid, 8)).isValid()


def test_an_empty_grid_says_why_and_bears_keys(qtbot: QtBot, grid: UnitGrid) -> None:
    grid.set_empty("No layer can be drawn.")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_5, Qt.Key.Key_Plus):
        qtbot.keyClick(grid, key)
    assert grid.selected == -1
    assert not grid.grab().isNull()
