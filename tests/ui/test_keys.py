"""Keys of the user's own: set, kept, given back, and never on two actions."""

from __future__ import annotations

import pytest

from deepvis_app.ui.main_window import MainWindow


def test_a_key_of_ones_own_replaces_the_tables_and_is_kept(window: MainWindow) -> None:
    window.keys.set("source.freeze", ("Ctrl+F", "Ctrl+Y"))
    action = window.actions_by_id["source.freeze"]
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+F", "Ctrl+Y"]
    assert window.settings.get("keys", {}) == {"source.freeze": ["Ctrl+F", "Ctrl+Y"]}
    assert window.keys.is_own("source.freeze")
    assert "Ctrl+F" in action.toolTip()


def test_the_tables_own_key_is_not_written_down(window: MainWindow) -> None:
    window.keys.set("source.freeze", ("Ctrl+Y",))
    window.keys.set("source.freeze", ("F",))
    assert window.settings.get("keys", {}) == {}


def test_a_key_that_another_action_has_is_refused(window: MainWindow) -> None:
    holder = window.keys.holder("F")
    assert holder is not None
    assert holder.row.id == "source.freeze"
    assert window.keys.holder("F", "source.freeze") is None
    with pytest.raises(ValueError, match="F is taken"):
        window.keys.set("file.quit", ("F",))


def test_all_can_be_put_back(window: MainWindow) -> None:
    window.keys.set("source.freeze", ())
    assert window.actions_by_id["source.freeze"].shortcuts() == []
    window.keys.reset()
    assert window.actions_by_id["source.freeze"].shortcut().toString() == "F"


@pytest.mark.parametrize("saved", [{"source.freeze": "F"}, {"source.freeze": [3]}, {"source.freeze": None}])
def test_damaged_keys_are_the_tables(window: MainWindow, saved: dict[str, object]) -> None:
    window.settings.set("keys", saved)
    assert window.keys.of("source.freeze") == ("F",)
