"""Class scores: order, words, gentle motion, pinning."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Score, ScoresView
from deepvis_app.ui.widgets.bars import ScoreBars


def scores(*values: tuple[int, float], probabilities: bool = True) -> ScoresView:
    return ScoresView(tuple(Score(i, f"class {i}", value) for i, value in values), probabilities)


@pytest.fixture
def bars(qtbot: QtBot) -> ScoreBars:
    bars = ScoreBars()
    qtbot.addWidget(bars)
    bars.resize(240, 200)
    bars.show()
    qtbot.waitExposed(bars)
    return bars


def lengths(bars: ScoreBars) -> dict[int, float]:
    return {bar.score.index: bar.length for bar in bars._bars.values()}


def test_rows_stand_in_the_order_given(bars: ScoreBars) -> None:
    bars.set_scores(scores((4, 0.735), (9, 0.043), (1, 0.0)))
    assert [bars.words(row) for row in range(3)] == ["class 4 73.5%", "class 9 4.3%", "class 1 0.0%"]
    assert bars.sizeHint().height() == 3 * bars.row_height


def test_raw_scores_are_no_percentages(bars: ScoreBars) -> None:
    bars.set_scores(scores((0, -3.25), probabilities=False))
    assert bars.words(0) == "class 0 -3.25"


def test_bars_grow_gently_and_arrive(qtbot: QtBot, bars: ScoreBars) -> None:
    bars.set_scores(scores((1, 0.1), (2, 0.05)))
    bars.set_scores(scores((2, 0.9), (1, 0.1)))
    assert lengths(bars)[2] < 0.5, "it does not jump"
    qtbot.waitUntil(lambda: lengths(bars) == {1: 0.1, 2: 0.9})
    qtbot.waitUntil(lambda: not bars._timer.isActive())


def test_a_class_that_is_pinned_and_likely_stands_twice(bars: ScoreBars) -> None:
    bars.set_scores(scores((1, 0.6), (2, 0.3), (1, 0.6)))
    assert bars.words(0) == bars.words(2) == "class 1 60.0%"


def test_a_click_pins(qtbot: QtBot, bars: ScoreBars) -> None:
    bars.set_scores(scores((7, 0.6), (8, 0.3)))
    with qtbot.waitSignal(bars.pin_toggled) as toggled:
        second = QPoint(30, bars.row_height + 5)
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=second)
    assert toggled.args == [8]


def test_keys_pin_too(qtbot: QtBot, bars: ScoreBars) -> None:
    bars.set_scores(scores((7, 0.6), (8, 0.3)))
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    with qtbot.waitSignal(bars.pin_toggled) as toggled:
        qtbot.keyClick(bars, Qt.Key.Key_Space)
    assert toggled.args == [7]


def test_a_thousand_classes_are_listed(qtbot: QtBot, bars: ScoreBars) -> None:
    bars.set_scores(scores(*((i, 1 / (i + 2)) for i in range(1000))))
    assert bars.sizeHint().height() == 1000 * bars.row_height
    assert not bars.grab().isNull()
    bars.clear()
    assert lengths(bars) == {}
