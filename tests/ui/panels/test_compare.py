"""Side by side: nothing is asked without another side; with one, both maps, their difference, the scores."""

from __future__ import annotations

import math

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Compared,
    FramePinned,
    NetworkSpec,
    SecondLost,
    SecondReady,
    Side,
    SidesRequest,
    SidesView,
)
from deepvis_app.i18n import text
from deepvis_app.ui.panels.compare import SIDES, ComparePanel
from tests.ui.panels.conftest import NETWORK, ReadableSession, layer

GREY = np.full((64, 64, 3), 128, np.uint8)
OTHER = SecondReady(NetworkSpec("other"), "Another", (*NETWORK.layers, layer("own", 7, 9, 9)))


@pytest.fixture
def panel(qtbot: QtBot, loaded: ReadableSession) -> ComparePanel:
    made = ComparePanel(loaded)
    qtbot.addWidget(made)
    made.resize(1200, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def tell(session: ReadableSession, event: object) -> None:
    session._worker.event.emit(event)


def asked(session: ReadableSession) -> SidesRequest:
    request = session.asked[SIDES]
    assert isinstance(request, SidesRequest)
    return request


def test_nothing_is_asked_until_there_is_something_to_compare_with(
    panel: ComparePanel, loaded: ReadableSession
) -> None:
    assert SIDES not in loaded.asked
    assert panel.legend.isHidden()
    with_other = []
    panel.wanted.connect(lambda: with_other.append(1))
    tell(loaded, OTHER)
    assert with_other == [1], "it comes to the front"
    request = asked(loaded)
    assert (request.layer, request.unit, request.other) == (loaded.layer, loaded.unit, "network")
    assert "Another" in panel.button.text()
    panel.hide()
    assert SIDES not in loaded.asked, "hidden, it costs nothing"


def test_a_layer_of_the_other_network_s_own_is_chosen(panel: ComparePanel, loaded: ReadableSession) -> None:
    tell(loaded, OTHER)
    assert asked(loaded).other_layer is None
    panel.layer.setCurrentIndex(panel.layer.findData("own"))
    panel.unit.setValue(99)
    assert (asked(loaded).other_layer, asked(loaded).other_unit) == ("own", 6)


def test_both_maps_and_scores_are_shown_and_what_is_missing_is_a_dash(
    panel: ComparePanel, loaded: ReadableSession
) -> None:
    tell(loaded, OTHER)
    here, there = (Side(name, 5, "conv1", 3, GREY, 0.1, 2.5) for name in ("Here", "Another"))
    classes = (Compared(1, "cat", 0.75, 0.25), Compared(2, "dog", 0.1, math.nan))
    loaded.answer(**{SIDES: SidesView("conv1", 3, here, there, GREY, 2.5, 1.5, classes=classes)})
    assert panel.here.caption.text == "here: unit 3, up to 2.5"
    assert panel.there.caption.text == "Another: unit 3, up to 2.5"
    assert panel.difference.caption.text == "difference up to 1.5"
    assert panel.bars.words(classes[0]).startswith("cat 75.0 → 25.0 %")
    assert "–" in panel.bars.words(classes[1])
    assert not panel.bars.grab().isNull()


def test_a_kept_frame_and_its_end(panel: ComparePanel, loaded: ReadableSession) -> None:
    tell(loaded, FramePinned(7))
    first = asked(loaded)
    assert first.other == "frame"
    assert panel.layer.isHidden()
    tell(loaded, FramePinned(8))
    assert asked(loaded).token != first.token, "another frame is another question"
    loaded.second.clear()
    assert SIDES not in loaded.asked


def test_why_there_is_no_other_network_is_said(panel: ComparePanel, loaded: ReadableSession) -> None:
    tell(loaded, SecondLost(text("There is no file."), ""))
    assert panel.note.text == "There is no file."
    assert SIDES not in loaded.asked
