"""The whole state of a window as plain values: what a session file, a link or a command line asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deepvis_app.engine.messages import Intervention, NetworkSpec
from deepvis_app.methods import Neuron
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.session.origins import Origin


@dataclass(frozen=True)
class Place:
    """Where a source stands: the picture of a folder, the moment of a video; None: as it opens."""

    index: int = 0
    position_ms: int = 0
    playing: bool | None = None
    mirrored: bool | None = None
    loop: bool | None = None
    frozen: bool = False


@dataclass(frozen=True)
class State:
    """None, and an empty mapping: let it be as it is.

    `network`: its device is that of the window that shows it. `preprocessing`: where it is another than the
    network came with. `unit_layer`: the layer of a unit that is kept while another one is shown. `target`:
    the class that is explained, by number or name. `choices`: how things are shown; with them the state is a
    whole one. `docks`: where the panels stand, as Qt writes it. `panel`: the one in front below. `method`:
    what a link wants to see.
    """

    network: NetworkSpec | None = None
    preprocessing: Preprocessing | None = None
    source: Origin | None = None
    place: Place = field(default_factory=Place)
    layer: str | None = None
    unit: int | None = None
    unit_layer: str | None = None
    neuron: Neuron | None = None
    target: int | str | None = None
    choices: Mapping[str, Any] | None = None
    interventions: tuple[Intervention, ...] = ()
    index: Path | None = None
    panels: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    docks: str = ""
    zoomed: bool = False
    panel: str | None = None
    method: str | None = None
