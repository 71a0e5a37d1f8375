"""Choices become requests, one ViewState a turn; answers that no longer fit do not reach the panels."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Command,
    Failure,
    Frame,
    GridRequest,
    GridView,
    LayerInfo,
    LoadNetwork,
    NetworkReady,
    NetworkSpec,
    Result,
    ScoresRequest,
    ScoresView,
    StartJob,
    StillFrame,
    UnitRequest,
    ViewState,
)
from deepvis_app.engine.worker import Worker
from deepvis_app.i18n import text
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.session import Session
from deepvis_app.sources.source import Source


class Listener(Worker):
    """A worker that is never started: it keeps what is put, and gives the results it is handed."""

    def __init__(self) -> None:
        super().__init__()
        self.states: list[ViewState] = []
        self.commands: list[Command] = []
        self.frames: list[Frame] = []

    def put_state(self, state: ViewState) -> None:
        self.states.append(state)

    def put_frame(self, frame: Frame) -> None:
        self.frames.append(frame)

    def send(self, command: Command) -> None:
        self.commands.append(command)

    def answer(self, generation: int, **views: object) -> None:
        self._give(Result(generation, 1, views, 1.0, 0.0, 1.0))  # type: ignore[arg-type]


class TestSource(Source):
    kind = "still"
    __test__ = False

    def start(self) -> None:
        self.give(0)

    def stop(self) -> None:
        pass

    def give(self, number: int) -> None:
        self._give(StillFrame(number, np.zeros((2, 2, 3), np.uint8)))


@pytest.fixture
def worker(qapp: QCoreApplication) -> Listener:
    return Listener()


@pytest.fixture
def session(worker: Listener) -> Iterator[Session]:
    session = Session(worker=worker)
    yield session
    session.close()


def layer(
    name: str, units: int = 8, side: int = 16, *, main: bool = True, drawable: bool = True
) -> LayerInfo:
    return LayerInfo(name, name, "conv", (units, side, side), units, drawable, main, has_weights=True)


def network(spec: str = "embedded", *layers: LayerInfo) -> NetworkReady:
    return NetworkReady(
        spec=NetworkSpec(spec),
        title=spec,
        layers=layers or (layer("a"), layer("b"), layer("hidden", main=False), layer("c", side=4)),
        labels=("cat", "dog"),
        preprocessing=Preprocessing(),
        device="cpu",
        precision="float32",
        threads=1,
        parameters=1,
    )


def grid_request(name: str) -> GridRequest:
    return GridRequest(name, cell=10, gap=1, columns=4, first_row=0, rows=2)


def grid_view(name: str, maxima: tuple[float, ...] = (0.0, 3.0, 1.0)) -> GridView:
    units = tuple(range(len(maxima)))
    pixels = np.zeros((10, 40), np.uint8)
    return GridView(name, pixels, 0, units, units, maxima, maxima, (16, 16), 0)


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
        worker.event.emit(Failure(text("There is no file."), ""))
    assert not session.is_loading
    assert session.spec == NetworkSpec("embedded")


# ---- sources -----------------------------------------------------------------------------------------------


def test_frozen_the_last_frame_stays_and_the_newest_follows(session: Session, worker: Listener) -> None:
    source = TestSource("test")
    session.open_source(source)
    session.set_frozen(True)
    source.give(1)
    source.give(2)
    assert [frame.number for frame in worker.frames] == [0]
    session.set_frozen(False)
    assert [frame.number for frame in worker.frames] == [0, 2]


def test_another_source_thaws_and_replaces_the_one_before(session: Session, worker: Listener) -> None:
    first, second = TestSource("first"), TestSource("second")
    session.open_source(first)
    session.set_frozen(True)
    session.open_source(second)
    assert not session.frozen
    first.give(5)
    assert [frame.number for frame in worker.frames] == [0, 0]
    assert session.source is not None
    assert session.source.title == "second"


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.write_text("no picture"), lambda path: None])
def test_what_cannot_be_opened_gives_a_sentence_and_leaves_the_source(
    session: Session, tmp_path: Path, qtbot: QtBot, make: Callable[[Path], object]
) -> None:
    session.open_source(TestSource("first"))
    path = tmp_path / "broken.jpg"
    make(path)
    with qtbot.waitSignal(session.failed) as failed:
        assert not session.open_path(path)
    assert "broken.jpg" in str(failed.args[0].about)
    assert session.source is not None
    assert session.source.title == "first"


# ---- jobs, memory ------------------------------------------------------------------------------------------


def test_jobs_have_numbers_of_their_own(session: Session, worker: Listener) -> None:
    first = session.start_job("unit_sheet", layer="a")
    second = session.start_job("unit_sheet", layer="b", options={"rule": "guided"})
    assert 0 < first < second
    assert [command.id for command in worker.commands if isinstance(command, StartJob)] == [first, second]


def test_choices_come_back_at_the_next_start(session: Session, worker: Listener) -> None:
    worker.event.emit(network())
    session.set_layer("a")
    session.set_unit(6)
    session.set_rule(None)
    session.set_contrast(2.0)
    session.set_hide_dead(True)
    other = Listener()
    next_session = Session(worker=other)
    next_session.remember(session.remembered())
    other.event.emit(network())
    assert (next_session.layer, next_session.unit) == ("a", 6)
    assert next_session.rule is None
    assert next_session.contrast == 2.0
    assert next_session.hide_dead
    next_session.close()


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"choices": [], "layers": "x", "units": 3},
        {"choices": {"rule": "magic", "contrast": "high", "order": 7, "unknown": 1}},
        {"choices": {"contrast": 1e9}, "layers": {"embedded|": 4}, "units": {"embedded|": {"a": "b"}}},
    ],
)
def test_a_damaged_memory_is_forgotten(session: Session, worker: Listener, saved: dict[str, object]) -> None:
    before = session.remembered()["choices"]
    session.remember(saved)
    worker.event.emit(network())
    assert session.remembered()["choices"] == before
    assert session.layer == "b"


def test_the_window_never_imports_torch() -> None:
    code = (
        "import sys, deepvis_app.session, deepvis_app.ui.application;"
        "late = ('torch', 'torchvision', 'pyqtgraph', 'PySide6.QtMultimedia');"
        "print([module for module in late if module in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
