"""Every action leads somewhere, is in a menu, and shows the state it stands for."""

from __future__ import annotations

from operator import attrgetter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from deepvis_app.ui.action_table import ACTIONS
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels import PANELS
from tests.ui.conftest import bring, network_ready


def test_every_row_names_methods_and_states_that_there_are(window: MainWindow) -> None:
    for row in ACTIONS.values():
        assert callable(attrgetter(row.method)(window)), row.id
        if row.checked is not None:
            attrgetter(row.checked[0])(window)


def test_no_two_actions_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for row in ACTIONS.values() for key in row.keys.split()]
    assert all(keys), "each is a key that Qt knows"
    assert sorted(keys) == sorted(set(keys))


def test_the_keys_of_the_toolbox_do_what_they_did_there() -> None:
    by_key = {key: row.id for row in ACTIONS.values() for key in row.keys.split()}
    assert by_key["O"] == "layer.next"
    assert by_key["U"] == "layer.previous"
    assert by_key["I"] == by_key["Up"] == "unit.up"
    assert by_key["Shift+L"] == "unit.far_right"
    assert by_key["B"] == "rule.next"
    assert by_key["F"] == "source.freeze"
    assert by_key["C"] == "source.camera"
    assert by_key["Z"] == "unit.zoom"
    assert by_key["T"] == "view.contrast"
    assert by_key["H"] == "help.keys"


def test_every_action_is_in_a_menu_and_no_menu_is_empty(window: MainWindow) -> None:
    reached: set[str] = set()

    def walk(menu: QMenu) -> None:
        menu.aboutToShow.emit()
        assert menu.actions(), f"{menu.title()} is empty"
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                walk(inner)
            reached.add(action.objectName())

    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        walk(menu)
    assert {action.row.id for action in window.actions_by_id} <= reached


def test_actions_wait_for_what_they_need(window: MainWindow) -> None:
    assert not window.actions_by_id["layer.next"].isEnabled()
    assert not window.actions_by_id["file.save"].isEnabled()
    assert not window.actions_by_id["source.play"].isEnabled()
    assert window.actions_by_id["file.open"].isEnabled()
    bring(window, network_ready())
    window.actions_by_id.refresh()
    assert window.actions_by_id["layer.next"].isEnabled()


@pytest.mark.parametrize(
    ("name", "state", "value"),
    [
        ("source.freeze", "session.frozen", True),
        ("rule.gradient", "session.rule", "gradient"),
        ("style.sign", "session.style", "sign"),
        ("view.per_unit", "session.scale", "unit"),
        ("view.hide_dead", "session.hide_dead", True),
        ("unit.overlay", "session.overlay", True),
        ("unit.all", "session.neuron", "all"),
        ("rule.off", "session.rule", None),
        ("view.light", "theme.mode", "light"),
        ("panel.weights", "panels_shown", frozenset(PANELS) - {"weights"}),
        ("heat.show", "session.heat", True),
        ("heat.boxes", "session.boxes", True),
    ],
)
def test_a_tick_is_what_is_so(window: MainWindow, name: str, state: str, value: object) -> None:
    action: QAction = window.actions_by_id[name]
    before = action.isChecked()
    action.trigger()
    assert attrgetter(state)(window) == value
    window.actions_by_id.refresh()
    assert action.isChecked() != before
    window.set_theme("system")


def test_choosing_what_is_chosen_keeps_its_tick(window: MainWindow) -> None:
    guided = window.actions_by_id["rule.guided"]
    assert guided.isChecked()
    guided.trigger()
    window.actions_by_id.refresh()
    assert guided.isChecked()
    assert window.session.rule == "guided"


def test_rounds_go_round_and_the_backward_pass_comes_back_as_it_was(window: MainWindow) -> None:
    session = window.session
    seen = []
    for _ in range(5):
        window.actions_by_id["rule.next"].trigger()
        seen.append(session.rule)
    assert seen == ["rectified", "gradient", "deconvnet", "guided", "rectified"]
    off = window.actions_by_id["rule.off"]
    off.trigger()
    assert session.rule is None
    off.trigger()
    assert session.rule == "rectified"
    contrasts = []
    for _ in range(4):
        window.actions_by_id["view.contrast"].trigger()
        contrasts.append(session.contrast)
    assert contrasts == [1.5, 2.0, 3.0, 1.0]


def test_tooltips_tell_the_keys(window: MainWindow) -> None:
    assert window.actions_by_id["source.freeze"].toolTip() == "Hold the picture as it is (F)"
