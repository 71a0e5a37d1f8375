"""What the panels want of the window: which of its parts does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepvis_app.ui import layout
from deepvis_app.ui.panels.compare import ComparePanel
from deepvis_app.ui.panels.input import InputPanel
from deepvis_app.ui.panels.inspector import InspectorPanel
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.panels.style import StylePanel
from deepvis_app.ui.panels.unit_grid import UnitGridPanel

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


def connect_panels(window: MainWindow) -> None:
    for _, panel in layout.panels(window):
        _connect(window, panel)


def _connect(window: MainWindow, panel: LivePanel) -> None:
    saving = window.saving
    if isinstance(panel, UnitGridPanel | InspectorPanel):
        panel.save_wanted.connect(saving.choose_method)
    elif isinstance(panel, InputPanel):
        panel.picture.save_wanted.connect(saving.choose_input)
    elif isinstance(panel, StylePanel):
        window.painting.connect_panel(panel)
    elif hasattr(panel, "save_wanted"):  # a picture of its own, with what made it
        panel.save_wanted.connect(saving.offer)
    if isinstance(panel, ComparePanel):
        panel.network_wanted.connect(window.networks.choose_second)
        panel.file_wanted.connect(window.networks.open_second)
    if hasattr(panel, "why_wanted"):  # a picture is the input, its class chosen: show the explanations
        panel.why_wanted.connect(window.show_why)
