"""Pictures of units in the grid and the inspector: shown where there are, made where the user wants them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from deepvis_app.pictures import unit_sheets
from deepvis_app.pictures.unit_sheets import UnitSheet
from deepvis_app.ui.panels.inspector import InspectorPanel
from deepvis_app.ui.panels.unit_grid import UnitGridPanel
from tests.ui.panels.conftest import NETWORK, ReadableSession
from tests.ui.panels.test_unit_grid_panel import view

WEIGHTS = "12ab"
RED = QColor(250, 20, 20)


@pytest.fixture
def panel(qtbot: QtBot, session: ReadableSession) -> UnitGridPanel:
    """At conv1, of whose 64 units 3 and 5 have red pictures on disk; their maps are black."""
    sheet = UnitSheet.empty("conv1", 64, 8)
    for unit in (3, 5):
        sheet.put(unit, np.full((8, 8, 3), RED.getRgb()[:3], np.uint8))
    unit_sheets.save(unit_sheets.place(unit_sheets.folders()[0], WEIGHTS, "conv1"), sheet)
    panel = UnitGridPanel(session)
    qtbot.addWidget(panel)
    panel.resize(900, 560)
    panel.show()
    qtbot.waitExposed(panel)
    session._take_network(replace(NETWORK, weights=WEIGHTS))
    session.set_layer("conv1")
    qtbot.waitUntil(lambda: "grid" in session.asked)
    session.answer(grid=view(session.asked["grid"], 64))
    return panel


def colour_of(panel: UnitGridPanel, unit: int) -> QColor:
    grid = panel.grid
    return grid.viewport().grab().toImage().pixelColor(grid.cell_rect(unit).center())


def reddish(colour: QColor) -> bool:
    return colour.red() > 230 and colour.green() < 40


def test_pictures_stand_over_the_maps_of_units_that_have_one(
    panel: UnitGridPanel, session: ReadableSession, qtbot: QtBot
) -> None:
    assert not reddish(colour_of(panel, 3))
    panel.style_choice.choice.menu().actions()[1].trigger()
    assert session.pictured
    qtbot.waitUntil(lambda: reddish(colour_of(panel, 3)))
    assert reddish(colour_of(panel, 5))
    assert not reddish(colour_of(panel, 4))
    assert not panel.scale.isVisible(), "the scale is of maps"
    session.set_pictured(False)
    assert not reddish(colour_of(panel, 3))
    assert panel.scale.isVisible()


def test_the_button_makes_what_is_missing_and_stops(
    panel: UnitGridPanel, session: ReadableSession, qtbot: QtBot
) -> None:
    button = panel.style_choice.make
    assert not button.isVisible()
    session.set_pictured(True)
    qtbot.waitUntil(lambda: button.text() == "Make 62 pictures")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.unit_pictures.making == "conv1"
    assert button.text() == "Stop, 2 of 64"


def test_a_vector_s_pictures_are_squares(
    panel: UnitGridPanel, session: ReadableSession, qtbot: QtBot
) -> None:
    sheet = UnitSheet.empty("scores", 10, 8)
    sheet.put(0, np.full((8, 8, 3), RED.getRgb()[:3], np.uint8))
    unit_sheets.save(unit_sheets.place(unit_sheets.folders()[0], WEIGHTS, "scores"), sheet)
    session.set_layer("scores")
    qtbot.waitUntil(lambda: session.asked["grid"].layer == "scores")
    names = panel.grid._cells
    assert names.width > 2 * names.height
    session.set_pictured(True)
    qtbot.waitUntil(lambda: panel.grid._cells.width == panel.grid._cells.height)
    session.set_layer("conv2")
    session.set_pictured(False)
    session.set_layer("scores")
    assert panel.grid._cells == names


def test_the_inspected_unit_has_its_picture_beside_it(
    panel: UnitGridPanel, session: ReadableSession, qtbot: QtBot
) -> None:
    inspector = InspectorPanel(session)
    qtbot.addWidget(inspector)
    inspector.show()
    session.set_unit(5)
    qtbot.waitUntil(inspector.made.picture.isVisible)
    assert reddish(inspector.made.picture.grab().toImage().pixelColor(40, 40))
    session.set_unit(4)
    assert not inspector.made.picture.isVisible()
    assert inspector.made.make.text() == "Make 62 pictures"
