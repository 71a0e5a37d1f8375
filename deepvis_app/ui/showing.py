"""What a state shows of the window itself: its panels, and the method that a link names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepvis_app.methods import LIVE, METHODS, Output
from deepvis_app.ui import layout
from deepvis_app.ui.savables import METHOD_OF
from deepvis_app.ui.states import State

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


def lay_out(window: MainWindow, state: State) -> None:
    """Its panels where they stood."""
    if state.docks:
        layout.set_places(window, state.docks)
    if state.choices is not None:
        window.grid.set_zoomed(state.zoomed)
    bring_forward(window, state)


def bring_forward(window: MainWindow, state: State) -> None:
    """The panel that was in front below; an intervention, for one, brings its own."""
    if state.panel in window.docks:
        window.show_panel(str(state.panel))


def show_method(window: MainWindow, state: State) -> None:
    """A rule for a unit, a live explanation for a class, else the panel that has the method."""
    name, session = state.method, window.session
    if name is None or name not in METHODS:
        return
    rules = {method: rule for rule, method in METHOD_OF.items()}
    if name in rules and state.unit is not None:
        session.set_rule(rules[name])
    elif name in LIVE:
        session.set_heat_method(name)
    elif METHODS[name].output is Output.PICTURE:
        window.show_panel("synthesis")
        window.synthesis.choose(name)  # type: ignore[attr-defined]  # the panel of that row
    elif name == "filters":
        window.show_panel("weights")
    elif METHODS[name].output is not Output.ACTIVATIONS:
        window.show_panel("why")
