"""The middle panel: strip, header, grid and zoom follow the session, and the session follows them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Failure, GridRequest, GridView, UnitRequest, UnitView
from deepvis_app.i18n import text
from deepvis_app.ui.panels.unit_grid import UnitGridPanel


@pytest.fixture
def panel(qtbot: QtBot, loaded) -> UnitGridPanel:
    panel = UnitGridPanel(loaded)
    qtbot.addWidget(panel)
    panel.resize(900, 560)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.waitUntil(lambda: "grid" in loaded.asked)
    return panel


def view(request: GridRequest, units: int, hidden: int = 0, signed: bool = False) -> GridView:
    first = request.first_row * request.columns
    visible = tuple(range(units))[first : first + request.rows * request.columns]
    rows, pitch = -(-len(visible) // request.columns), request.cell + request.gap
    pixels = np.zeros((rows * pitch - request.gap, request.columns * pitch - request.gap), np.uint8)
    zeros = tuple(0.0 for _ in visible)
    return GridView(
        request.layer, pixels, request.first_row, tuple(range(units)), visible, zeros, zeros, (8, 8),
        hidden, signed, request.columns, request.cell, request.gap,
    )  # fmt: skip


def test_a_layer_of_the_strip_is_chosen_and_described(qtbot: QtBot, panel: UnitGridPanel, loaded) -> None:
    strip = panel.strip.pills
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.pill_rect("conv2").center())
    assert loaded.layer == "conv2"
    assert panel.name.text == "conv2"
    assert panel.about.text == "2048 units · 8×8 · sees 15×15 px"
    qtbot.waitUntil(lambda: loaded.asked["grid"].layer == "conv2")
    request = loaded.asked["grid"]
    assert request.rows * request.columns < 400, "of 2048 units, those in sight"


def test_what_is_chosen_in_the_header_is_asked_for(qtbot: QtBot, panel: UnitGridPanel, loaded) -> None:
    panel.order.menu().actions()[1].trigger()
    panel.scale.menu().actions()[1].trigger()
    qtbot.mouseClick(panel.dead, Qt.MouseButton.LeftButton)
    panel.contrast._slider.setValue(20)
    assert (loaded.order, loaded.scale, loaded.hide_dead, loaded.contrast) == (
        "activation",
        "unit",
        True,
        4.0,
    )
    qtbot.waitUntil(lambda: loaded.asked["grid"].hide_dead)
    request = loaded.asked["grid"]
    assert (request.order, request.scale, request.contrast) == ("activation", "unit", 4.0)


def test_the_header_follows_the_session(panel: UnitGridPanel, loaded) -> None:
    loaded.set_order("activation")
    loaded.set_contrast(0.5)
    assert panel.order.value == "activation"
    assert panel.contrast.value == pytest.approx(0.5)


def test_hidden_dead_units_are_counted(qtbot: QtBot, panel: UnitGridPanel, loaded) -> None:
    loaded.set_hide_dead(True)
    loaded.answer(grid=view(loaded.asked["grid"], 61, hidden=3))
    assert panel.dead.text() == "3 dead hidden"
    loaded.set_hide_dead(False)
    assert panel.dead.text() == "Hide dead"


def test_a_click_in_the_grid_chooses_the_unit(qtbot: QtBot, panel: UnitGridPanel, loaded) -> None:
    loaded.answer(grid=view(loaded.asked["grid"], 64))
    cell = panel.grid.cell_rect(11)
    qtbot.mouseClick(panel.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert (loaded.unit_layer, loaded.unit) == ("conv1", 11)


def test_a_pinned_unit_is_not_marked_in_another_layer(panel: UnitGridPanel, loaded) -> None:
    loaded.set_unit(11)
    loaded.set_pinned(True)
    loaded.set_layer("conv2")
    assert panel.grid.selected == -1
    loaded.set_layer("conv1")
    assert panel.grid.selected == 11


def test_zoom_asks_for_the_unit_alone_and_leads_back(qtbot: QtBot, panel: UnitGridPanel, loaded) -> None:
    loaded.set_unit(7)
    panel.set_zoomed(True)
    qtbot.waitUntil(lambda: set(loaded.asked) == {"zoom"})
    request = loaded.asked["zoom"]
    assert isinstance(request, UnitRequest)
    assert (request.layer, request.unit, request.rule, request.overlay) == ("conv1", 7, None, True)
    picture = np.full((40, 40, 3), 90, np.uint8)
    unit = UnitView("conv1", 7, picture, None, (1, 1), 1.0, 0.1, 1.0, 0.5, 2.0, False, None, (32, 32))
    loaded.answer(zoom=unit)
    assert panel.large.picture().size().width() == 40
    panel.set_zoomed(False)
    qtbot.waitUntil(lambda: set(loaded.asked) == {"grid"})


def test_the_class_layer_shows_names(panel: UnitGridPanel, loaded, qtbot: QtBot) -> None:
    loaded.set_layer("scores")
    qtbot.waitUntil(lambda: loaded.asked["grid"].layer == "scores")
    request = loaded.asked["grid"]
    assert request.cell == 1
    loaded.answer(grid=view(request, 10))
    assert panel.grid.tip(3).startswith("Unit 3 · class 3")


def test_a_network_that_failed_to_load_is_told(qtbot: QtBot, session) -> None:
    panel = UnitGridPanel(session)
    qtbot.addWidget(panel)
    assert panel.grid._empty == "The network is on its way."
    session.failed.emit(Failure(text("It broke."), ""))
    assert panel.grid._empty == "No network is loaded. Choose one in the Network menu."


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_units_are_silenced_with_ctrl_and_marked_and_have_a_menu(
    qtbot: QtBot, panel: UnitGridPanel, loaded
) -> None:
    loaded.answer(grid=view(loaded.asked["grid"], 64))
    grid = panel.grid
    ratio, chosen = grid.devicePixelRatioF(), loaded.unit
    plain = grid.grab().toImage()
    for unit in (2, 5):
        centre = grid.cell_rect(unit).center() / ratio
        qtbot.mouseClick(
            grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, centre
        )
    assert loaded.interventions.marks("conv1") == {2: "silence", 5: "silence"}
    assert loaded.unit == chosen, "it only silences"
    spot = grid.viewport().mapTo(grid, grid.cell_rect(5).center() / ratio)
    assert grid.grab().toImage().pixelColor(spot) != plain.pixelColor(spot)
    loaded.set_layer("conv2")
    assert grid._actions == {}
    panel._show_menu(3, QPoint(0, 0))
    (menu,) = panel.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu.actions()[0].text() == "Silence unit 3"
    menu.actions()[0].trigger()
    assert loaded.interventions.marks("conv2") == {3: "silence"}
    menu.close()


def test_with_an_index_units_are_sorted_by_what_they_favour(qtbot: QtBot, indexed) -> None:
    panel = UnitGridPanel(indexed)
    qtbot.addWidget(panel)
    panel.resize(900, 560)
    panel.show()
    indexed.set_layer("classifier")
    by_selectivity = panel.order.menu().actions()[2]
    qtbot.waitUntil(by_selectivity.isEnabled)
    by_selectivity.trigger()
    qtbot.waitUntil(lambda: indexed.asked["grid"].order == "given")
    selectivity = indexed.library.index.statistics("classifier").selectivity
    ranked = [selectivity[unit] for unit in indexed.asked["grid"].ranking]
    assert ranked == sorted(selectivity, reverse=True)
    indexed.set_layer("conv2b.bn")  # not in the index
    qtbot.waitUntil(lambda: indexed.asked["grid"].layer == "conv2b.bn")
    assert indexed.asked["grid"].order == "index"
    assert not by_selectivity.isEnabled()


def test_without_an_index_there_is_no_selectivity_to_sort_by(panel: UnitGridPanel, loaded) -> None:
    assert not panel.order.menu().actions()[2].isEnabled()
    loaded.set_order("selectivity")  # remembered from a start with an index
    assert loaded.asked["grid"].order == "index"
    assert panel.known.text == ""
