"""The nearest pictures: what is asked, how it is shown, and looking for one of them instead."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Neighbour, NeighboursRequest, NeighboursView
from deepvis_app.ui.dialogs.whole_picture import WholePictureDialog
from deepvis_app.ui.panels.neighbours import NeighboursPanel

SMALL = np.full((20, 30, 3), 90, np.uint8)


@pytest.fixture
def panel(indexed, qtbot: QtBot) -> NeighboursPanel:
    made = NeighboursPanel(indexed)
    qtbot.addWidget(made)
    made.resize(1100, 240)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: "neighbours" in indexed.asked)
    return made


def answer() -> NeighboursView:
    code = (Neighbour(3, 0.125, "a.png", "gold", SMALL), Neighbour(4, 0.25, "b.png", None, SMALL))
    return NeighboursView("gap", SMALL, code, code[1:], 1.0)


def test_the_last_layer_before_the_classes_is_asked_live(panel: NeighboursPanel, indexed) -> None:
    request = indexed.asked["neighbours"]
    assert isinstance(request, NeighboursRequest)
    assert (request.layer, request.metric, request.picture) == ("gap", "cosine", None)
    assert request.index.path == indexed.library.path
    assert request.count == panel.by_code.room()
    panel.measure.button("euclidean").click()
    assert indexed.asked["neighbours"].metric == "euclidean"  # type: ignore[union-attr]
    assert panel.remembered() == {"metric": "euclidean", "layer": None}


def test_answers_are_shown_with_distance_and_label(panel: NeighboursPanel, indexed) -> None:
    indexed.answer(neighbours=answer())
    assert list(panel.by_code.captions) == ["0.12 gold", "0.25 b.png"]
    assert panel.by_pixels.count == 1
    assert panel.query.picture() is not None


def test_a_click_shows_the_picture_and_what_is_like_it(panel: NeighboursPanel, indexed, qtbot: QtBot) -> None:
    indexed.answer(neighbours=answer())
    qtbot.mouseClick(panel.by_code, Qt.MouseButton.LeftButton, pos=panel.by_code.cell_rect(0).center())
    (dialog,) = panel.findChildren(WholePictureDialog)
    qtbot.waitUntil(lambda: dialog.view.picture() is not None)
    dialog.similar.click()
    assert indexed.asked["neighbours"].picture == 3  # type: ignore[union-attr]
    assert "this picture" in panel.about.text
    panel.live.click()
    assert indexed.asked["neighbours"].picture is None  # type: ignore[union-attr]
    assert panel.live.isHidden()


def test_hidden_it_costs_nothing(panel: NeighboursPanel, indexed) -> None:
    panel.set_covered(True)
    assert "neighbours" not in indexed.asked
    panel.set_covered(False)
    assert "neighbours" in indexed.asked


def test_when_the_index_is_left_nothing_is_asked_and_a_button_is_there(
    panel: NeighboursPanel, indexed
) -> None:
    indexed.library.leave()
    assert "neighbours" not in indexed.asked
    assert panel.pages.currentIndex() == 0
