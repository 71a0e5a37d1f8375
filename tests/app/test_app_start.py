"""How the real window starts and ends: settings, the command line's wishes, threads."""

from __future__ import annotations

import json
import threading

import pytest
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    NetworkSpec,
)
from deepvis_app.settings import Settings
from tests.windows import PATIENCE, Open, wait_for_pictures


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_places_and_choices_come_back_at_the_next_start(open_window: Open, qtbot: QtBot) -> None:
    first = open_window()
    wait_for_pictures(first, qtbot)
    first.toggle_panel("weights")
    first.docks["inspector"].setFloating(True)
    first.session.set_layer("conv2b")
    first.session.set_unit(9)
    first.session.set_style("norm")
    first.keys.set("source.freeze", ("Ctrl+F",))
    first.close()

    second = open_window()
    wait_for_pictures(second, qtbot)
    assert second.docks["weights"].isHidden()
    assert second.docks["inspector"].isFloating()
    assert (second.session.layer, second.session.unit) == ("conv2b", 9)
    assert second.session.style == "norm"
    assert second.actions_by_id["source.freeze"].shortcut().toString() == "Ctrl+F"
    second.reset_layout()
    assert not second.docks["weights"].isHidden()
    assert not second.docks["inspector"].isFloating()


def test_damaged_settings_are_set_aside_with_a_sentence(open_window: Open) -> None:
    path = Settings().path
    path.write_text('{"window.docks": ')
    window = open_window()
    assert "settings.damaged.json" in window.error_strip.sentence
    assert path.with_suffix(".damaged.json").is_file()


@pytest.mark.parametrize(
    "settings",
    [
        {"window.docks": "no base64!", "window.geometry": 7},
        {"panels": {"classes": {"count": "many"}, "inspector": 3}, "session": []},
        {"keys": {"source.freeze": "F", "help.keys": [1]}, "recent.files": [1, None], "network.recent": [{}]},
        {"network.last": {"spec": 4}, "network.device": "abacus", "view.theme": "pink"},
    ],
)
def test_settings_that_make_no_sense_are_as_at_the_first_start(
    open_window: Open, qtbot: QtBot, settings: dict[str, object]
) -> None:
    Settings().path.write_text(json.dumps(settings))
    window = open_window()
    wait_for_pictures(window, qtbot)
    assert window.error_strip.isHidden()


def test_a_network_that_is_not_there_gives_way_to_the_embedded_one(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(model=NetworkSpec("missing.safetensors"))
    wait_for_pictures(window, qtbot)
    assert "missing.safetensors" in window.error_strip.sentence
    assert window.session.spec.spec == "embedded"


def test_a_layer_that_the_network_lacks_is_refused_with_its_neighbours(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(layer="conv3x")
    with qtbot.waitSignal(window.refused, timeout=PATIENCE) as refused:
        pass
    assert "conv3" in str(refused.args[0])
    assert not window.error_strip.isHidden()


def test_layer_and_unit_of_the_command_line_are_shown(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(layer="conv2b", unit=5, panel="weights")
    wait_for_pictures(window, qtbot)
    qtbot.waitUntil(lambda: (window.session.layer, window.session.unit) == ("conv2b", 5), timeout=PATIENCE)


def test_a_unit_that_the_layer_lacks_is_refused(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(unit=5000)
    with qtbot.waitSignal(window.refused, timeout=PATIENCE) as refused:
        pass
    assert "there is no unit 5000" in str(refused.args[0])


def test_closing_leaves_no_thread(open_window: Open, qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    window.close()
    qtbot.waitUntil(lambda: set(threading.enumerate()) <= before | {threading.current_thread()}, timeout=5000)


def test_closing_at_once_is_possible(open_window: Open) -> None:
    open_window(source="samples").close()
