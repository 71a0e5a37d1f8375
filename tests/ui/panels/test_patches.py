"""Rows of units by patches: read as they come into sight, sorted, opened, kept as a sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.ui.dialogs.whole_picture import WholePictureDialog
from deepvis_app.ui.panels.patches import PatchesPanel
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.widgets.patch_sheet import SIDE


@pytest.fixture
def panel(indexed, qtbot: QtBot) -> PatchesPanel:
    indexed.set_layer("conv2b")
    made = PatchesPanel(indexed)
    qtbot.addWidget(made)
    made.resize(1000, 260)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.sheet.patches(0) is not None)
    return made


def test_units_in_sight_are_read_and_named(panel: PatchesPanel, indexed) -> None:
    assert panel.about.text.startswith("6 units of conv2b over 24 pictures")
    found = panel.sheet.patches(0)
    assert found is not None
    assert len(found.tiles) == 9
    assert {max(one.pixels.shape) for one in found.tiles if one.pixels is not None} == {panel.pixels(SIDE)}


def test_sorted_by_selectivity_the_most_selective_is_first(panel: PatchesPanel, indexed) -> None:
    panel.order.chosen.emit("selectivity")
    facts = panel._facts
    assert facts is not None
    values = [facts.of(unit).selectivity for unit in panel.sheet._units if not facts.of(unit).dead]
    assert values == sorted(values, reverse=True)
    assert panel.remembered() == {"order": "selectivity"}


def test_a_click_beside_chooses_the_unit_and_one_on_a_patch_opens_it(
    panel: PatchesPanel, indexed, qtbot: QtBot
) -> None:
    viewport = panel.sheet.viewport()
    place = panel.sheet._rect(1).topLeft()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(20, 20))
    assert indexed.unit == 1
    qtbot.waitUntil(lambda: panel.sheet.patches(2) is not None)
    place = panel.sheet._rect(2).topLeft()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(110 + panel.sheet.side, 20))
    assert indexed.unit == 2
    (dialog,) = panel.findChildren(WholePictureDialog)
    qtbot.waitUntil(lambda: dialog.view.picture() is not None)
    assert "Unit 2 of conv2b" in " ".join(label.text() for label in dialog.findChildren(type(dialog.words)))
    dialog.close()


def test_another_layer_is_read_anew(panel: PatchesPanel, indexed, qtbot: QtBot) -> None:
    indexed.set_layer("conv1")
    qtbot.waitUntil(lambda: panel.about.text.startswith("4 units of conv1"))
    qtbot.waitUntil(lambda: panel.sheet.patches(1) is not None)
    indexed.set_layer("conv1.conv")
    assert panel.about.text == "This index does not hold conv1.conv."


def test_all_units_are_kept_as_one_sheet(panel: PatchesPanel, indexed, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.save_wanted, timeout=20_000) as heard:
        panel.keep.click()
        assert panel.keep.text().startswith("Stop")
    (saved,) = heard.args
    assert isinstance(saved, Savable)
    assert saved.about["method"] == "patches"
    assert saved.pixels.shape[0] > 6 * SIDE
    assert saved.pixels.std() > 10
    assert panel.keep.text() == "Save sheet"


def test_the_sheet_can_be_stopped(panel: PatchesPanel, qtbot: QtBot) -> None:
    saved: list[object] = []
    panel.save_wanted.connect(saved.append)
    panel.keep.click()
    panel.keep.click()
    assert panel.keep.text() == "Save sheet"
    panel.order.chosen.emit("answer")
    qtbot.waitUntil(lambda: not panel.session.library._lane.busy("patches seen"))
    assert saved == []


def test_behind_another_tab_nothing_is_read(indexed, qtbot: QtBot) -> None:
    indexed.set_layer("conv2b")
    made = PatchesPanel(indexed)
    qtbot.addWidget(made)
    made.set_covered(True)
    made.show()
    assert made._facts is None
    assert not indexed.library._lane.busy("patches facts")
    made.set_covered(False)
    qtbot.waitUntil(lambda: made.sheet.patches(0) is not None)


def test_without_an_index_there_is_a_button_that_asks_for_one(loaded, qtbot: QtBot) -> None:
    made = PatchesPanel(loaded)
    qtbot.addWidget(made)
    made.show()
    assert made.empty.isVisible()
    with qtbot.waitSignal(loaded.library.wanted):
        made.empty.button.click()
