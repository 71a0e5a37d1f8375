"""Actions that come from other tables: a panel each, an example each."""

from __future__ import annotations

from collections.abc import Iterator

from deepvis_app.ui.action_table import Action
from deepvis_app.ui.examples import offered
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.teaching import panel_tip


def made_actions() -> Iterator[Action]:
    for panel in PANELS.values():
        tip, name = panel_tip(panel.name), panel.name
        shown = ("panels_shown", name)
        yield Action(f"panel.{name}", panel.title, "", "toggle_panel", tip, args=(name,), checked=shown)
        yield Action(f"go.{name}", panel.title, "", "home.parts.go", tip, args=(name,))
    for row in offered():
        run = "home.examples.run"
        yield Action(f"example.{row.name}", row.title, "", run, row.tip, args=(row.name,), needs="network")
