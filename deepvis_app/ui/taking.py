"""The state that a window shows, and the one that a command line asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deepvis_app.session import SourceInfo
from deepvis_app.session.choices import read_choices
from deepvis_app.session.origins import Origin
from deepvis_app.ui import layout
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.states import Place, State

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


def from_options(options: StartOptions) -> State:
    """What is left to choose once window, network and source are on their way. Raises UsageError."""
    place = Place(playing=False if options.hold else None)
    if options.at is not None:
        place = replace(place, index=max(round(options.at) - 1, 0), position_ms=round(1000 * options.at))
    if options.mirror:
        place = replace(place, mirrored=not (options.source or "").startswith("camera"))
    return State(
        options.model,
        place=place,
        layer=options.layer,
        unit=options.unit,
        neuron=options.neuron,
        target=options.target,
        choices=read_choices(options.choices) if options.choices else None,
    )


def take(window: MainWindow) -> State:
    """All of it."""
    session = window.session
    network, source = session.network, session.source
    kept = session.unit_layer if session.unit_layer != session.layer else None
    return State(
        network=network.spec if network else session.spec,
        preprocessing=window.networks.changed_preprocessing,
        source=session.origin,
        place=_place(session.origin, source, session.frozen) if source else Place(),
        layer=session.layer,
        unit=session.unit if session.unit_layer else None,
        unit_layer=kept,
        neuron=session.neuron,
        target=session.explain_class,
        choices=session.choices,
        interventions=session.interventions.all,
        index=session.library.path,
        panels={name: panel.remembered() for name, panel in layout.panels(window)},
        docks=layout.places(window),
        zoomed=window.grid.zoomed,
        panel=_front(window),
    )


def without_missing(state: State) -> tuple[State, list[Path]]:
    """The state without the files that are not there, and which these are."""
    missing: list[Path] = []
    if state.source is not None and state.source.missing:
        missing += state.source.missing
        there = tuple(path for path in state.source.paths if path.exists())
        source = replace(state.source, paths=there) if there else None
        state = replace(state, source=source, place=state.place if source else Place())
    spec = state.network
    file = file_of(spec.spec) if spec is not None else None
    if file is not None and not file.is_file():
        missing.append(file)
        plain = State(source=state.source, place=state.place, choices=state.choices, panels=state.panels)
        state = replace(plain, docks=state.docks, panel=state.panel, zoomed=state.zoomed)
    elif spec is not None and spec.labels is not None and not spec.labels.is_file():
        missing.append(spec.labels)
        state = replace(state, network=replace(spec, labels=None))
    if state.index is not None and not state.index.exists():
        missing.append(state.index)
        state = replace(state, index=None)
    return state, missing


def file_of(spec: str) -> Path | None:
    """The file that a network is loaded from; None for one with a name."""
    if ".py:" in spec:
        return Path(spec.partition(".py:")[0] + ".py")
    return None if spec == "embedded" or spec.startswith(("torchvision:", "timm:")) else Path(spec)


def _place(origin: Origin | None, source: SourceInfo, frozen: bool) -> Place:
    """Where it stands, as far as that is other than how it opens."""
    samples = origin is not None and origin.kind == "samples"
    opens_playing = source.live or source.kind == "video" or samples or source.count < 2
    return Place(
        index=source.index,
        position_ms=source.position_ms,
        playing=None if source.playing == opens_playing or source.kind == "still" else source.playing,
        mirrored=None if source.mirrored == (source.kind == "camera") else source.mirrored,
        loop=None if source.loop else False,
        frozen=frozen,
    )


def _front(window: MainWindow) -> str | None:
    """The panel in front below."""
    below = [dock for dock in window.docks.values() if dock.row.area == "bottom"]
    return next((dock.row.name for dock in below if dock.panel.is_seen), None)
