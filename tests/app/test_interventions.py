"""Intervening and explaining over the input, in the real window with a real worker."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import HeatView, InterventionsView, ScoresView
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels.intervene import IntervenePanel
from tests.windows import PATIENCE, Watch


def test_silencing_by_key_moves_the_scores_and_a_ranking_finds_what_matters(
    shown: tuple[MainWindow, Watch], qtbot: QtBot
) -> None:
    window, watch = shown
    session, panel = window.session, window.docks["intervene"].panel
    assert isinstance(panel, IntervenePanel)
    session.set_frozen(True)
    assert watch.view(InterventionsView) is None, "nothing is done, nothing is asked"
    window.docks["intervene"].show()
    window.docks["intervene"].raise_()
    session.set_layer("gap")
    panel.ranking.button.click()
    rows = panel.ranking.list.rows
    qtbot.waitUntil(lambda: bool(rows.units) and not panel.ranking.running, timeout=PATIENCE)
    assert all(one.exact for one in rows.units)
    worst = rows.units[0]
    session.set_unit(worst.unit)
    window.actions_by_id.refresh()
    window.actions_by_id["unit.silence"].trigger()
    qtbot.waitUntil(lambda: watch.view(InterventionsView) is not None, timeout=PATIENCE)
    view, scores = watch.view(InterventionsView), watch.view(ScoresView)
    assert isinstance(view, InterventionsView)
    assert isinstance(scores, ScoresView)
    first = view.classes[0]
    assert first.index == scores.scores[0].index
    assert abs((first.untouched - first.touched) - worst.drop) < 2e-3, "as the job said, in one pass of two"
    assert panel.bars.view is view


def test_the_winner_is_explained_over_the_input_with_boxes(
    shown: tuple[MainWindow, Watch], qtbot: QtBot
) -> None:
    window, watch = shown
    assert watch.view(HeatView) is None
    window.actions_by_id["heat.boxes"].trigger()

    def hot() -> bool:
        view = watch.view(HeatView)
        return isinstance(view, HeatView) and bool(view.boxes)

    qtbot.waitUntil(hot, timeout=PATIENCE)
    view, scores = watch.view(HeatView), watch.view(ScoresView)
    assert isinstance(view, HeatView)
    assert isinstance(scores, ScoresView)
    assert view.levels is not None
    assert view.levels.max() > 200
    assert view.label == scores.scores[0].label
