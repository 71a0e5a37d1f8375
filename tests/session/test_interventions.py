"""What is done to units is a list of the user's, of one network."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from deepvis_app.engine.messages import Intervention, Region
from deepvis_app.session import Session
from deepvis_app.session.interventions import Interventions
from tests.sessions import Listener, layer, network

REGION = Region.of(np.ones((2, 2), bool))


@pytest.fixture
def interventions(qapp: QCoreApplication) -> Interventions:
    made = Interventions()
    made.take_network(network())
    return made


def test_units_are_silenced_one_after_another_and_let_be_again(interventions: Interventions) -> None:
    told: list[int] = []
    interventions.changed.connect(lambda: told.append(len(interventions.all)))
    interventions.toggle_silenced("a", 3)
    interventions.toggle_silenced("a", 5)
    interventions.toggle_silenced("b", 1)
    assert interventions.all == (Intervention("a", (3, 5)), Intervention("b", (1,)))
    assert interventions.marks("a") == {3: "silence", 5: "silence"}
    interventions.toggle_silenced("a", 3)
    interventions.toggle_silenced("b", 1)
    assert interventions.all == (Intervention("a", (5,)),)
    assert told == [1, 1, 2, 2, 1]


def test_a_unit_with_something_else_done_to_it_is_silenced_beside_that(interventions: Interventions) -> None:
    scaled = Intervention("a", (2,), "scale", (3.0,))
    interventions.add(scaled)
    interventions.toggle_silenced("a", 2)
    assert interventions.all == (scaled, Intervention("a", (2,)))
    assert interventions.marks("a") == {2: "silence"}
    interventions.toggle_silenced("a", 2)
    assert interventions.all == (scaled,)


def test_what_is_painted_is_one_entry_of_its_layer(interventions: Interventions) -> None:
    other = Region.of(np.eye(2, dtype=bool))
    interventions.paint("a", REGION)
    interventions.paint("b", REGION)
    interventions.paint("a", other)
    assert interventions.painted("a") == other
    assert interventions.all == (Intervention("a", region=other), Intervention("b", region=REGION))
    assert interventions.marks("a") == {}, "it is done to places, not to units"
    interventions.paint("a", None)
    interventions.paint("a", None)
    assert interventions.all == (Intervention("b", region=REGION),)


def test_both_units_of_a_swap_are_marked(interventions: Interventions) -> None:
    interventions.add(Intervention("a", (2,), "swap", (6,)))
    assert interventions.marks("a") == {2: "swap", 6: "swap"}


def test_entries_are_changed_and_taken_away_in_their_place(interventions: Interventions) -> None:
    one, two, three = (Intervention("a", (unit,)) for unit in range(3))
    for each in (one, two, three):
        interventions.add(each)
    interventions.replace(1, Intervention("a", (1,), "scale", (0.5,)))
    interventions.remove(0)
    assert interventions.all == (Intervention("a", (1,), "scale", (0.5,)), three)
    interventions.clear()
    assert interventions.all == ()


def test_another_network_begins_untouched_one_prepared_anew_keeps_what_fits(
    session: Session, worker: Listener
) -> None:
    worker.event.emit(network("embedded"))
    session.interventions.toggle_silenced("a", 7)
    session.interventions.toggle_silenced("b", 1)
    worker.event.emit(network("embedded", layer("a", 4), layer("b", 4)))
    assert session.interventions.all == (Intervention("b", (1,)),)
    worker.event.emit(network("other"))
    assert session.interventions.all == ()
