"""What all panels promise: they ask while they can be seen, and say why when there is nothing to see."""

from __future__ import annotations

from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.session import Session
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.panels.live_panel import LivePanel

NAMES = [*PANELS, "grid"]
SILENT = (
    "compare",
    "patches",
    "neighbours",
    "map",
    "mistakes",
    "synthesis",
)  # ask nothing of frames at first


def make(name: str, session: Session) -> LivePanel:
    row = PANELS[name].widget if name in PANELS else "deepvis_app.ui.panels.unit_grid:UnitGridPanel"
    module, cls = row.split(":")
    panel: LivePanel = getattr(import_module(module), cls)(session)
    return panel


def show(qtbot: QtBot, panel: QWidget, width: int = 420, height: int = 380) -> None:
    qtbot.addWidget(panel)
    panel.resize(width, height)
    panel.show()
    qtbot.waitExposed(panel)
    settle()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in SILENT])
def test_a_panel_asks_while_it_is_shown(qtbot: QtBot, loaded, name: str) -> None:
    panel = make(name, loaded)
    settle()
    assert loaded.asked == {}, "not before it is shown"
    show(qtbot, panel)
    qtbot.waitUntil(lambda: loaded.asked != {})
    panel.hide()
    assert loaded.asked == {}, "hidden, it costs nothing"
    loaded.set_layer("conv2")
    loaded.set_unit(5)
    loaded.set_contrast(2.0)
    settle()
    assert loaded.asked == {}, "whatever is chosen meanwhile"
    panel.show()
    qtbot.waitUntil(lambda: loaded.asked != {})
    assert {getattr(each, "layer", None) for each in loaded.asked.values()} <= {"conv2", None}


@pytest.mark.parametrize("name", NAMES)
def test_a_panel_stands_without_network_and_source(qtbot: QtBot, session, name: str) -> None:
    panel = make(name, session)
    show(qtbot, panel)
    assert not panel.grab().isNull()
    assert not any(hasattr(request, "layer") for request in session.asked.values())


@pytest.mark.parametrize("name", NAMES)
def test_what_a_panel_remembers_it_takes_up_again(qtbot: QtBot, loaded, name: str) -> None:
    panel, other = make(name, loaded), make(name, loaded)
    show(qtbot, panel)
    show(qtbot, other)
    saved = panel.remembered()
    other.remember(saved)
    assert other.remembered() == saved
    other.remember({})


@pytest.mark.parametrize("name", NAMES)
def test_every_control_can_be_named(qtbot: QtBot, loaded, name: str) -> None:
    """What takes the focus says what it is to a screen reader."""
    panel = make(name, loaded)
    show(qtbot, panel)
    nameless = [
        child
        for child in panel.findChildren(QWidget)
        if child.focusPolicy().value
        and child.isVisibleTo(panel)
        and not (child.accessibleName() or getattr(child, "text", str)())
        and not child.objectName().startswith("qt_")
    ]
    assert nameless == []
