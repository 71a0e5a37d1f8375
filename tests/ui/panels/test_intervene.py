"""What if: the list of interventions, painting, the scores in pairs, and the ranking."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Compared,
    Intervention,
    InterventionsRequest,
    InterventionsView,
    JobEnded,
    JobProgress,
    MapView,
    Ranked,
    RankedUnit,
)
from deepvis_app.i18n import text
from deepvis_app.ui.docks import Dock
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.panels.intervene import INPUT, SCORES, IntervenePanel
from tests.ui.panels.conftest import ReadableSession

GREY = np.full((64, 64, 3), 128, np.uint8)
VIEW = InterventionsView((Compared(4, "class 4", 0.712, 0.123), Compared(7, "class 7", 0.1, 0.35)))


@pytest.fixture
def panel(qtbot: QtBot, loaded: ReadableSession) -> IntervenePanel:
    made = IntervenePanel(loaded)
    qtbot.addWidget(made)
    made.resize(1200, 180)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: INPUT in loaded.asked)
    loaded.answer(**{INPUT: MapView("input", GREY)})
    return made


def test_without_interventions_no_further_pass_is_asked(
    panel: IntervenePanel, loaded: ReadableSession
) -> None:
    assert set(loaded.asked) == {INPUT}
    assert panel.rows.rows == []
    assert not panel.clear.isEnabled()


def test_silencing_asks_for_both_scores_and_shows_the_change(
    panel: IntervenePanel, loaded: ReadableSession
) -> None:
    loaded.set_explain_class(7)
    loaded.interventions.toggle_silenced("conv1", 3)
    request = loaded.asked[SCORES]
    assert isinstance(request, InterventionsRequest)
    assert request.interventions == (Intervention("conv1", (3,)),)
    assert (request.class_index, request.exact) == (7, True)
    loaded.answer(**{SCORES: VIEW})
    assert panel.bars.view is VIEW
    assert panel.bars.words(VIEW.classes[0]) == "class 4 71.2 → 12.3 %  −58.9"
    assert panel.bars.words(VIEW.classes[1]) == "class 7 10.0 → 35.0 %  +25.0"
    panel.clear.click()
    assert SCORES not in loaded.asked
    assert panel.bars.view is None
    loaded.answer(**{SCORES: VIEW})
    assert panel.bars.view is None, "an answer that was on its way"


def test_rough_scores_are_told_in_whole_hundredths(panel: IntervenePanel, loaded: ReadableSession) -> None:
    loaded.interventions.toggle_silenced("conv1", 3)
    rough = InterventionsView((Compared(4, "class 4", 0.186, 0.184),), exact=False)
    loaded.answer(**{SCORES: rough})
    assert panel.bars.words(rough.classes[0]) == "class 4 19 → 18 %  −1"
    raw = InterventionsView((Compared(0, "score", -2.5, 1.25),), probabilities=False)
    loaded.answer(**{SCORES: raw})
    assert panel.bars.words(raw.classes[0]) == "score -2.50 → 1.25  +3.75"


def test_a_row_changes_what_is_done_and_how_much(panel: IntervenePanel, loaded: ReadableSession) -> None:
    session = loaded.interventions
    session.toggle_silenced("conv1", 3)
    (row,) = panel.rows.rows
    assert row.title.text == "conv1 · unit 3"
    row.action.menu().actions()[1].trigger()
    assert session.all == (Intervention("conv1", (3,), "scale", (2.0,)),)
    row.factor.setValue(0.5)
    assert session.all[0].amount == (0.5,)
    row.action.menu().actions()[2].trigger()
    row.low.setValue(3.0)
    assert session.all == (Intervention("conv1", (3,), "clamp", (3.0, 3.0)),), "the most goes along"
    row.high.setValue(-1.0)
    assert session.all[0].amount == (-1.0, -1.0)
    row.action.menu().actions()[3].trigger()
    assert session.all == (Intervention("conv1", (3,), "swap", (4.0,)),)
    row.other.setValue(3)
    assert session.all[0].amount == (2.0,), "not with itself"
    assert loaded.interventions.marks("conv1") == {3: "swap", 2: "swap"}
    row.end.click()
    assert session.all == ()
    assert panel.rows.rows == []


def test_several_units_cannot_be_swapped(panel: IntervenePanel, loaded: ReadableSession) -> None:
    for unit in (3, 5):
        loaded.interventions.toggle_silenced("conv1", unit)
    (row,) = panel.rows.rows
    assert row.title.text == "conv1 · 2 units: 3, 5"
    assert not row.action.menu().actions()[3].isEnabled()


def test_painting_silences_that_part_of_the_layer_and_erasing_ends_it(
    panel: IntervenePanel, qtbot: QtBot, loaded: ReadableSession
) -> None:
    picture = panel.picture
    spot = picture.picture_rect().center().toPoint()
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=spot)
    (one,) = loaded.interventions.all
    assert (one.layer, one.units, one.action) == ("conv1", None, "silence")
    assert one.region is not None
    painted = one.region.array()
    assert painted[16, 16]
    assert not painted[0].any()
    first = painted.sum()
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=spot + QPoint(20, 0))
    (one,) = loaded.interventions.all
    assert one.region is not None
    assert one.region.array().sum() > first
    loaded.set_layer("conv2")
    assert not picture._cells.any(), "it is of the layer before"
    loaded.set_layer("conv1")
    assert picture._cells.any()
    for x in (0, 20):
        qtbot.mousePress(picture, Qt.MouseButton.RightButton, pos=spot + QPoint(x, 0))
    assert loaded.interventions.all == ()


def test_a_region_can_be_painted_with_the_keyboard(
    panel: IntervenePanel, qtbot: QtBot, loaded: ReadableSession
) -> None:
    picture = panel.picture
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(picture.hasFocus)
    qtbot.keyClick(picture, Qt.Key.Key_Space)
    small = loaded.interventions.all[0].region
    assert small is not None
    assert small.array()[16, 16]
    for _ in range(9):
        qtbot.keyClick(picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    qtbot.keyClick(picture, Qt.Key.Key_Space)
    more = loaded.interventions.all[0].region
    assert more is not None
    assert more.array()[17, 0], "as far as the picture reaches"
    assert more.array()[16, 16]
    for _ in range(12):
        qtbot.keyClick(picture, Qt.Key.Key_Plus)
    for _ in range(9):
        qtbot.keyClick(picture, Qt.Key.Key_Delete)
        qtbot.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert loaded.interventions.all == ()
    loaded.set_layer("scores")
    assert picture.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_layer_without_maps_cannot_be_painted(
    panel: IntervenePanel, qtbot: QtBot, loaded: ReadableSession
) -> None:
    loaded.set_layer("scores")
    assert panel.picture.accessibleDescription() == "scores has no maps to paint on"
    qtbot.mousePress(
        panel.picture, Qt.MouseButton.LeftButton, pos=panel.picture.picture_rect().center().toPoint()
    )
    assert loaded.interventions.all == ()


def test_what_cannot_be_done_is_said_instead_of_bars(panel: IntervenePanel, loaded: ReadableSession) -> None:
    loaded.interventions.toggle_silenced("conv1", 3)
    loaded.answer(**{SCORES: InterventionsView((), about=text("There is no layer {name}.", name="x"))})
    assert panel.bars.view is None
    assert panel.bars._words == "There is no layer x."


def test_the_units_menu_silences_and_lets_be(panel: IntervenePanel, loaded: ReadableSession) -> None:
    loaded.set_unit(9)
    assert panel.unit.text() == "Unit 9 of conv1"
    panel.menu.aboutToShow.emit()
    titles = [action.text() for action in panel.menu.actions() if action.text()]
    assert titles[:3] == ["Silence unit 9", "Scale unit 9", "Clamp unit 9"]
    assert titles[3:] == ["Swap unit 9 with another", "Let all units be"]
    panel.menu.actions()[1].trigger()
    panel.menu.actions()[0].trigger()
    assert [one.action for one in loaded.interventions.all] == ["scale", "silence"]
    panel.menu.aboutToShow.emit()
    assert panel.menu.actions()[0].text() == "Let unit 9 be"


# ---- the ranking -------------------------------------------------------------------------------------------


def ranked(finished: bool) -> Ranked:
    units = (RankedUnit(12, 0.25, True), RankedUnit(3, 0.04, finished), RankedUnit(5, -0.01, finished))
    return Ranked("conv2", 4, "class 4", 0.5, units, 3 if finished else 1, 3, finished)


def test_the_ranking_fills_and_a_row_chooses_its_unit(
    panel: IntervenePanel, qtbot: QtBot, loaded: ReadableSession
) -> None:
    loaded.set_layer("conv2")
    ranking = panel.ranking
    ranking.button.click()
    job = ranking._job
    assert job is not None
    assert ranking.button.text() == "Cancel"
    loaded.job_changed.emit(JobProgress(job, text("Ranking units"), 0.3, None, item=ranked(False)))
    rows = ranking.list.rows
    assert [rows.words(one) for one in rows.units] == ["−25.0", "≈ −4", "≈ +1"]
    assert ranking.about.text == "conv2 for class 4 · 1 of 3"
    loaded.job_changed.emit(JobProgress(job, text("Ranking units"), 1.0, None, item=ranked(True)))
    loaded.job_changed.emit(JobEnded(job, text("Ranking units"), cancelled=False))
    assert ranking.button.text() == "Rank units"
    assert ranking.about.text == "conv2 for class 4"
    loaded.set_layer("conv1")
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(20, rows.row_height + 4))
    assert (loaded.layer, loaded.unit) == ("conv2", 3)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert loaded.unit == 12
    loaded.interventions.toggle_silenced("conv2", 12)
    assert rows._silenced == {12}


def test_a_ranking_is_cancelled_by_its_button(
    panel: IntervenePanel, loaded: ReadableSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled: list[int] = []
    monkeypatch.setattr(loaded, "cancel_job", cancelled.append)
    panel.ranking.button.click()
    job = panel.ranking._job
    panel.ranking.button.click()
    assert cancelled == [job]
    loaded.job_changed.emit(JobEnded(job, text("Ranking units"), cancelled=True))
    assert not panel.ranking.running


def test_a_first_intervention_brings_the_panel_forward(qtbot: QtBot, loaded: ReadableSession) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    dock = Dock(PANELS["intervene"], loaded, window)
    other = QDockWidget()
    for each in (dock, other):
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, each)
    window.tabifyDockWidget(dock, other)
    window.show()
    qtbot.waitExposed(window)
    dock.hide()
    loaded.interventions.toggle_silenced("conv1", 1)
    assert dock.isVisible()
    dock.hide()
    loaded.interventions.toggle_silenced("conv1", 2)
    assert not dock.isVisible(), "once is enough"
