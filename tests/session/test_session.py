"""Choices become requests, one ViewState a turn; answers that no longer fit do not reach the panels."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Failure,
    LoadNetwork,
    NetworkSpec,
    ScoresRequest,
    ScoresView,
    UnitRequest,
)
from deepvis_app.i18n import text
from deepvis_app.session import Session
from tests.sessions import Listener, grid_request, grid_view, layer, network

SCORES = ScoresView(())


# ---- asking ------------------------------------------------------------------------------------------------


def test_all_that_is_asked_in_one_turn_leaves_as_one_state(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    QCoreApplication.processEvents()
    before = len(worker.states)
    session.request("grid", grid_request("a"))
    session.request("classes", ScoresRequest(5))
    session.set_rule("gradient")
    assert len(worker.states) == before
    QCoreApplication.processEvents()
    assert len(worker.states) == before + 1
    assert worker.states[-1].views == {"grid": grid_request("a"), "classes": ScoresRequest(5)}


def test_each_state_has_a_newer_generation(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    for count in (1, 2, 3):
        session.request("classes", ScoresRequest(count))
        QCoreApplication.processEvents()
    generations = [state.generation for state in worker.states]
    assert generations == sorted(set(generations))


def test_what_is_asked_already_is_not_asked_again(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.request("classes", ScoresRequest(5))
    QCoreApplication.processEvents()
    before = len(worker.states)
    session.request("classes", ScoresRequest(5))
    session.set_rule(session.rule)
    session.set_layer(session.layer or "")
    QCoreApplication.processEvents()
    assert len(worker.states) == before


def test_a_hidden_panel_asks_for_nothing(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.request("classes", ScoresRequest(5))
    session.request("classes", None)
    session.request("never shown", None)
    QCoreApplication.processEvents()
    assert worker.states[-1].views == {}


def test_before_the_first_network_nothing_is_asked(session: Session, worker: Listener) -> None:
    session.request("classes", ScoresRequest(5))
    QCoreApplication.processEvents()
    assert worker.states == []
    worker.event.emit(network())
    QCoreApplication.processEvents()
    assert worker.states[-1].views == {"classes": ScoresRequest(5)}


# ---- network, layer, unit ----------------------------------------------------------------------------------


def test_a_new_network_opens_at_its_deepest_layer_that_shows_places(
    session: Session, worker: Listener
) -> None:
    worker.event.emit(network())
    assert session.layer == "b"
    assert session.unit_layer == "b"


def test_the_most_active_unit_is_taken_where_none_was_chosen(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.request("grid", grid_request("b"))
    worker.answer(99, grid=grid_view("b"))
    assert session.unit == 1
    worker.answer(99, grid=grid_view("b", (9.0, 3.0, 1.0)))
    assert session.unit == 1, "it stays although another is stronger now"


def test_a_chosen_unit_is_not_replaced_by_the_most_active(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.set_unit(2)
    session.request("grid", grid_request("b"))
    worker.answer(99, grid=grid_view("b"))
    assert session.unit == 2


def test_layer_and_unit_are_remembered_for_each_network(session: Session, worker: Listener) -> None:
    worker.event.emit(network("embedded"))
    session.set_layer("a")
    session.set_unit(5)
    worker.event.emit(network("torchvision:resnet18", layer("conv1"), layer("layer1")))
    assert session.layer == "layer1"
    worker.event.emit(network("embedded"))
    assert (session.layer, session.unit) == ("a", 5)
    session.set_layer("b")
    session.set_layer("a")
    assert session.unit == 5


def test_what_is_chosen_while_another_network_loads_is_of_the_present_one(
    session: Session, worker: Listener
) -> None:
    worker.event.emit(network("embedded"))
    session.load_network(NetworkSpec("other"))
    session.set_layer("a")
    session.set_unit(4)
    worker.event.emit(network("other"))
    assert session.layer == "b"
    worker.event.emit(network("embedded"))
    assert (session.layer, session.unit) == ("a", 4)


def test_a_layer_that_is_gone_gives_way_to_another(session: Session, worker: Listener) -> None:
    worker.event.emit(network("net", layer("old"), layer("older", side=4)))
    session.set_layer("old")
    session.request("grid", grid_request("old"))
    worker.event.emit(network("net", layer("new")))
    assert session.layer == "new"
    QCoreApplication.processEvents()
    assert worker.states[-1].views == {}, "what was asked of the old layer is not asked of the new network"


def test_layers_that_cannot_be_drawn_or_do_not_exist_are_not_chosen(
    session: Session, worker: Listener
) -> None:
    worker.event.emit(network("net", layer("a"), layer("list", drawable=False)))
    for name in ("list", "nowhere", ""):
        session.set_layer(name)
        assert session.layer == "a"


def test_stepping_goes_through_main_layers_and_stops_at_the_ends(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    seen = []
    for step in (1, 1, -1, -1, -5, 99):
        session.step_layer(step)
        seen.append(session.layer)
    assert seen == ["c", "c", "b", "a", "a", "c"]


def test_stepping_from_a_layer_off_the_strip_goes_to_its_neighbours(
    session: Session, worker: Listener
) -> None:
    worker.event.emit(network())
    session.set_layer("hidden")
    session.step_layer(1)
    assert session.layer == "c"


def test_a_unit_out_of_range_is_brought_into_it(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.set_unit(1000)
    assert session.unit == 7
    session.set_unit(-4)
    assert session.unit == 0


def test_a_pinned_unit_stays_while_layers_are_browsed(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.set_unit(3)
    session.set_pinned(True)
    session.set_layer("a")
    assert (session.layer, session.unit_layer, session.unit) == ("a", "b", 3)
    session.set_unit(6)
    assert (session.unit_layer, session.unit) == ("a", 6), "a click chooses all the same"
    session.set_layer("b")
    session.set_pinned(False)
    assert (session.unit_layer, session.unit) == ("b", 3)


def test_another_unit_lets_go_of_the_clicked_neuron(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.set_neuron((3, 4))
    assert session.neuron == (3, 4)
    session.set_unit(5)
    assert session.neuron == "max"


# ---- answers -----------------------------------------------------------------------------------------------


def test_answers_of_another_layer_do_not_reach_the_panels(
    session: Session, worker: Listener, qtbot: QtBot
) -> None:
    worker.event.emit(network())
    session.request("grid", grid_request("a"))
    session.request("classes", ScoresRequest(5))
    with qtbot.waitSignal(session.result) as got:
        worker.answer(99, grid=grid_view("b"), classes=SCORES, closed=SCORES)
    assert set(got.args[0].views) == {"classes"}


def test_answers_of_another_unit_do_not_reach_the_panels(
    session: Session, worker: Listener, qtbot: QtBot
) -> None:
    worker.event.emit(network())
    session.request("unit", UnitRequest("b", 3))
    stale = replace(grid_view("b"))
    with qtbot.waitSignal(session.result) as got:
        worker.answer(99, unit=stale)
    assert set(got.args[0].views) == {"unit"}, "a view without a unit is not judged by one"


def test_answers_of_the_network_before_do_not_come(session: Session, worker: Listener, qtbot: QtBot) -> None:
    worker.event.emit(network())
    session.request("classes", ScoresRequest(5))
    QCoreApplication.processEvents()
    old = worker.states[-1].generation
    worker.event.emit(network("other"))
    with qtbot.assertNotEmitted(session.result):
        worker.answer(old, classes=SCORES)


def test_a_network_that_fails_leaves_the_one_before(session: Session, worker: Listener, qtbot: QtBot) -> None:
    worker.event.emit(network("embedded"))
    session.load_network(NetworkSpec("missing.pth"))
    assert session.is_loading
    assert worker.commands == [LoadNetwork(NetworkSpec("missing.pth"))]
    with qtbot.waitSignal(session.failed):
        worker.event.emit(Failure(text("There is no camera."), ""))
    assert session.is_loading, "something else failed meanwhile"
    with qtbot.waitSignal(session.failed):
        worker.event.emit(Failure(text("There is no file."), "", ends_load=True))
    assert not session.is_loading
    assert session.spec == NetworkSpec("embedded")


def test_the_window_never_imports_torch() -> None:
    code = (
        "import sys, deepvis_app.session, deepvis_app.ui.application;"
        "late = ('torch', 'torchvision', 'pyqtgraph', 'PySide6.QtMultimedia');"
        "print([module for module in late if module in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# ---- explanations over the input ---------------------------------------------------------------------------


def test_a_method_or_boxes_show_the_heat_that_they_are_of(session: Session) -> None:
    assert not session.heat
    session.set_boxes(True)
    assert session.heat
    session.set_heat(False)
    session.set_boxes(False)
    assert not session.heat
    session.set_heat_method("saliency")
    assert session.heat
    session.set_box_share(2.0)
    session.set_heat_strength(0.0)
    assert (session.box_share, session.heat_strength) == (0.95, 0.05)


def test_heat_is_remembered_and_what_is_no_live_explanation_is_not(session: Session) -> None:
    session.set_heat_method("layer_cam")
    session.set_box_share(0.25)
    saved = session.remembered()
    other = Session(worker=Listener())
    other.remember(saved)
    assert (other.heat, other.heat_method, other.box_share) == (True, "layer_cam", 0.25)
    saved["choices"] = {**saved["choices"], "heat_method": "occlusion", "box_share": 7.0}
    other.remember(saved)
    assert (other.heat_method, other.box_share) == ("grad_cam", 0.4)
    other.close()
