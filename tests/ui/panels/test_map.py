"""The Map panel over a real index: laid out, pointed at, made the input, grouped, gridded, saved."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Neighbour, NeighboursRequest, NeighboursView
from deepvis_app.session.atlas import TsneParams
from deepvis_app.ui.dialogs.map_settings import MapSettingsDialog
from deepvis_app.ui.panels.map import MapPanel
from deepvis_app.ui.savables import Savable


@pytest.fixture
def panel(qtbot: QtBot, indexed) -> MapPanel:
    """With the map by PCA, which is there without being asked for."""
    made = MapPanel(indexed)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.atlas.chart is not None)
    return made


def spot(panel: MapPanel, id: int) -> QPointF:
    x, y = panel.points._positions()
    return QPointF(x[id], y[id])


def test_without_an_index_it_offers_to_make_one(qtbot: QtBot, loaded) -> None:
    panel = MapPanel(loaded)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.head.isVisible()
    assert loaded.asked == {}


def test_every_picture_is_on_it_and_labels_have_colours(panel: MapPanel) -> None:
    assert panel.head.note.text.startswith("24 pictures")
    assert [(words, count) for _, words, count, _ in panel.side.legend.rows] == [("gold", 12), ("teal", 12)]
    panel.head.colour.menu().actions()[1].trigger()
    assert sum(count for _, _, count, _ in panel.side.legend.rows) == 24
    assert all(words.startswith(("class", "gold", "teal")) for _, words, _, _ in panel.side.legend.rows)


def test_the_pointer_tells_of_a_picture_and_a_double_click_makes_it_the_input(
    panel: MapPanel, indexed, qtbot: QtBot
) -> None:
    QTest.mouseMove(panel.points, spot(panel, 3).toPoint())
    qtbot.waitUntil(lambda: panel.side.card.title != "")
    shown = panel.points._id(panel.points.at(spot(panel, 3)))
    assert panel.side.card.title == indexed.library.index.picture_labels[shown]
    assert len(panel.side.card.lines) == 3
    with qtbot.waitSignal(indexed.source_changed):
        QTest.mouseDClick(panel.points, Qt.MouseButton.LeftButton, pos=spot(panel, 3).toPoint())
    assert indexed.source.title == indexed.library.index.paths[shown].rpartition("/")[2]


def test_the_button_makes_the_picked_picture_the_input(panel: MapPanel, indexed, qtbot: QtBot) -> None:
    assert not panel.side.take.isEnabled()
    panel.points.picked.emit(5)
    qtbot.waitUntil(panel.side.take.isEnabled)
    with qtbot.waitSignal(indexed.source_changed):
        panel.side.take.click()
    assert indexed.source.title == indexed.library.index.paths[5].rpartition("/")[2]


def test_a_group_tells_what_it_shares(panel: MapPanel, indexed, qtbot: QtBot) -> None:
    gold = tuple(id for id, label in enumerate(indexed.library.index.picture_labels) if label == "gold")
    indexed.set_layer("classifier")
    panel.points.lassoed.emit(gold)
    qtbot.waitUntil(lambda: panel.side.group_title.text == "12 pictures · classifier")
    assert "labels: gold 12" in panel.side.group_labels.text
    first = panel.side.units.item(0)
    panel.side.units.itemClicked.emit(first)
    assert indexed.unit == first.data(Qt.ItemDataRole.UserRole)
    indexed.set_layer("conv2b.bn")
    nothing = "This layer is not in the index."
    qtbot.waitUntil(lambda: panel.side.units.item(0).text() == nothing)
    panel.points.lassoed.emit(())
    assert panel.side.legend.isVisible()


def test_a_row_of_the_legend_picks_its_pictures_out(panel: MapPanel) -> None:
    panel.side.legend.lit.emit(0)
    chart = panel.atlas.chart
    assert chart is not None
    np.testing.assert_array_equal(panel.points._lit, chart.labels.kinds == 0)
    panel.side.legend.lit.emit(-1)
    assert panel.points._lit is None


def test_the_live_frame_is_asked_for_and_placed(panel: MapPanel, indexed) -> None:
    request = indexed.asked["map neighbours"]
    assert isinstance(request, NeighboursRequest)
    assert request.layer == panel.atlas.code
    pixels = np.zeros((4, 4, 3), np.uint8)
    found = (Neighbour(7, 0.1, "7.png", "teal", pixels),)
    indexed.answer(**{"map neighbours": NeighboursView(request.layer, pixels, found, (), 1.0)})
    chart = panel.atlas.chart
    assert chart is not None
    assert panel.points.live is not None
    assert (panel.points.live.x(), panel.points.live.y()) == pytest.approx(tuple(chart.points[7]))
    panel.head.view.button("grid").click()
    assert "map neighbours" not in indexed.asked


def test_the_grid_is_laid_out_and_saved_with_what_made_it(panel: MapPanel, qtbot: QtBot) -> None:
    panel.head.view.button("grid").click()
    qtbot.waitUntil(panel.grid.has_content)
    assert "pictures, each on average" in panel.head.note.text
    with qtbot.waitSignal(panel.save_wanted) as heard:
        panel.head.save.click()
    saved = heard.args[0]
    assert isinstance(saved, Savable)
    rows, columns = saved.pixels.shape[0] // 64, saved.pixels.shape[1] // 64
    assert 12 <= rows * columns <= 24
    assert saved.about["layer"] == panel.atlas.code
    panel.head.view.button("map").click()
    with qtbot.waitSignal(panel.save_wanted) as heard:
        panel.head.save.click()
    assert heard.args[0].pixels.shape[:2] == (panel.points.height(), panel.points.width())


def test_tsne_is_made_with_what_the_settings_say(panel: MapPanel, qtbot: QtBot) -> None:
    panel.head.settings.click()
    dialog = QApplication.activeModalWidget() or panel.findChild(MapSettingsDialog)
    assert isinstance(dialog, MapSettingsDialog)
    dialog.fields["perplexity"].setValue(5)  # type: ignore[attr-defined]
    dialog.fields["iterations"].setValue(60)  # type: ignore[attr-defined]
    dialog._accept()
    assert panel.head.stop.isVisible()
    qtbot.waitUntil(lambda: not panel.atlas.making, timeout=30_000)
    chart = panel.atlas.chart
    assert chart is not None
    assert chart.options.tsne == TsneParams(perplexity=5, iterations=60)
    assert "perplexity 5" in panel.head.note.text
    assert panel.head.start.isVisible()
    assert panel.head.method.value == "tsne"


def test_another_code_is_another_map(panel: MapPanel, qtbot: QtBot) -> None:
    codes = [action.data() for action in panel.head.code.menu().actions()]
    assert codes == list(panel.atlas.codes)
    panel.head.code.menu().actions()[codes.index("pixels")].trigger()
    qtbot.waitUntil(lambda: panel.atlas.chart is not None and panel.atlas.chart.options.code == "pixels")


def test_what_was_chosen_is_remembered(panel: MapPanel, indexed, qtbot: QtBot) -> None:
    panel.head.colour.menu().actions()[1].trigger()
    saved = panel.remembered()
    other = MapPanel(indexed)
    qtbot.addWidget(other)
    other.remember(saved)
    assert other.remembered() == saved
    assert other.head.colour.value == "said"


def test_a_picture_that_has_gone_is_told(panel: MapPanel, indexed, qtbot: QtBot) -> None:
    file = indexed.library.index.file(2)
    moved = file.rename(file.with_suffix(".moved"))
    panel.points.opened.emit(2)
    qtbot.waitUntil(lambda: "is no longer there" in panel.head.note.text)
    moved.rename(file)
