"""Every panel around the unit grid, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Panel:
    """One row. `widget` names "module:Class", made with (session, parent) when it is first shown."""

    name: str
    title: str
    widget: str
    area: Literal["left", "right", "bottom", "top"]
    visible: bool = True


def _table(*rows: Panel) -> Mapping[str, Panel]:
    table = {row.name: row for row in rows}
    assert len(table) == len(rows), "two panels have the same name"
    return table


PANELS: Mapping[str, Panel] = _table(
    Panel("input", "Input", "deepvis_app.ui.panels.input:InputPanel", "left"),
    Panel("classes", "Classes", "deepvis_app.ui.panels.classes:ClassesPanel", "left"),
    Panel("inspector", "Unit", "deepvis_app.ui.panels.inspector:InspectorPanel", "right"),
    Panel("weights", "Weights", "deepvis_app.ui.panels.weights:WeightsPanel", "bottom"),
    Panel("why", "Why", "deepvis_app.ui.panels.why:WhyPanel", "bottom"),
    Panel("intervene", "Intervene", "deepvis_app.ui.panels.intervene:IntervenePanel", "bottom"),
    Panel("compare", "Compare", "deepvis_app.ui.panels.compare:ComparePanel", "bottom"),
    Panel("patches", "Patches", "deepvis_app.ui.panels.patches:PatchesPanel", "bottom"),
    Panel("neighbours", "Neighbours", "deepvis_app.ui.panels.neighbours:NeighboursPanel", "bottom"),
    Panel("map", "Map", "deepvis_app.ui.panels.map:MapPanel", "bottom"),
    Panel("mistakes", "Mistakes", "deepvis_app.ui.panels.mistakes:MistakesPanel", "bottom"),
    Panel("style", "Style", "deepvis_app.ui.panels.style:StylePanel", "bottom"),
    Panel("synthesis", "Synthesis", "deepvis_app.ui.panels.synthesis:SynthesisPanel", "bottom"),
)
