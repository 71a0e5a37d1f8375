"""The Mistakes panel over a real index: counted, sorted, a cell's pictures, and from there to why."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deepvis_app.ui.panels.mistakes import MistakesPanel
from tests import indexes, networks

ROLE = Qt.ItemDataRole.UserRole


@pytest.fixture
def panel(qtbot: QtBot, indexed) -> MistakesPanel:
    made = MistakesPanel(indexed)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.summary.text != "")
    return made


def wrong(indexed) -> list[tuple[int, int]]:
    """(true, said) of each picture that the network is wrong about."""
    index = indexed.library.index
    said = index.predictions()[0][:, 0]
    pairs = zip(index.true_classes().tolist(), said.tolist(), strict=True)
    return [(true, one) for true, one in pairs if true != one]


def test_it_counts_what_is_right(panel: MistakesPanel, indexed) -> None:
    right = 24 - len(wrong(indexed))
    assert panel.summary.text.startswith(f"{100 * right / 24:.1f} % right, 100.0 % among five")
    assert "24 labelled pictures" in panel.summary.text


def test_the_commonest_mistakes_are_listed_and_show_their_pictures(
    panel: MistakesPanel, indexed, qtbot: QtBot
) -> None:
    pairs = [panel.pairs.item(row).data(ROLE) for row in range(panel.pairs.count())]
    assert set(pairs) == set(wrong(indexed))
    counts = [wrong(indexed).count(pair) for pair in pairs]
    assert counts == sorted(counts, reverse=True)
    panel.pairs.itemClicked.emit(panel.pairs.item(panel.pairs.count() - 1))
    qtbot.waitUntil(lambda: panel.pictures.count() == counts[-1])
    true, said = pairs[-1]
    names = indexed.library.index.classes
    assert panel.cell_title.text.startswith(f"{names[true]} called {names[said]}: {counts[-1]} / 12")
    assert panel.pictures.item(0).text().startswith(names[said])


def test_a_click_on_a_picture_makes_it_the_input_and_asks_why(
    panel: MistakesPanel, indexed, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.pictures.count() > 0)
    item = panel.pictures.item(0)
    true, said = panel._cell or (-1, -1)
    with qtbot.waitSignal(panel.why_wanted):
        panel.pictures.itemClicked.emit(item)
    assert indexed.source.title == Path(indexed.library.index.paths[item.data(ROLE)]).name
    assert indexed.explain_class == said
    panel.explained.menu().actions()[1].trigger()
    with qtbot.waitSignal(panel.why_wanted):
        panel.pictures.itemClicked.emit(item)
    assert indexed.explain_class == true


@pytest.mark.parametrize("order", [0, 1, 2])
def test_a_cell_means_the_same_in_any_order(panel: MistakesPanel, qtbot: QtBot, order: int) -> None:
    panel.order.menu().actions()[order].trigger()
    counts, found = panel.matrix._counts, panel._found
    assert found is not None
    assert counts.sum() == 24
    row, column = np.argwhere(counts == counts.max())[0].tolist()
    size, place = len(counts), panel.matrix.place()
    at = QPointF(
        place.x() + (column + 0.5) * place.width() / size, place.y() + (row + 0.5) * place.height() / size
    ).toPoint()
    QTest.mouseMove(panel.matrix, QPoint(1, 1))
    QTest.mouseMove(panel.matrix, at)
    assert f"{counts.max()} / 12" in panel.pointed.text
    QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=at)
    assert panel._cell is not None
    assert len(found.cell(*panel._cell)) == counts.max()


def test_pictures_without_labels_are_told_in_a_sentence(session, qtbot: QtBot, tmp_path: Path) -> None:
    network = networks.plain(32)  # its classes are not those of the folders
    session._take_network(indexes.described(network))
    session.library.open(indexes.make(network, indexes.pictures(tmp_path / "pictures"), tmp_path / "index"))
    panel = MistakesPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: "No picture of this index has a label" in panel.unlabelled.text())
    assert panel.unlabelled.isVisible()


def test_choices_are_remembered(panel: MistakesPanel, indexed, qtbot: QtBot) -> None:
    panel.order.menu().actions()[2].trigger()
    panel.explained.menu().actions()[1].trigger()
    other = MistakesPanel(indexed)
    qtbot.addWidget(other)
    other.remember(panel.remembered())
    assert other.remembered() == {"order": "alike", "explain": "true"}
    other.remember({"order": "by weight"})
    assert other.order.value == "alike"
