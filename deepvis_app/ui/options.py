"""How the window was asked to start; Qt-free, so that the command line can build it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.methods import Neuron


@dataclass(frozen=True)
class StartOptions:
    """`source`: a path, "camera", "camera:NAME", "screen" or "samples"; None: the samples.

    `model`: None (no option that chooses one was given): the network used last, at first the embedded.
    `layer`, `unit`, `neuron`, `target` and `panel` are chosen once the network is there. `choices`: how
    things are shown; one that is not named is then as at the first start. `screenshot`: the window is saved
    there `after` seconds of live results, then closes. `threads`: 0 lets the worker choose. `debug`:
    tracebacks go to standard error too. `watch`: the network's file is loaded anew when it is written.
    `reset`: settings are forgotten first. `safe`: with the usual settings, which are not kept, the embedded
    network and no source.
    """

    source: str | None = None
    model: NetworkSpec | None = None
    at: float | None = None
    hold: bool = False
    mirror: bool = False
    layer: str | None = None
    unit: int | None = None
    neuron: Neuron | None = None
    target: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    panel: str | None = None
    screenshot: Path | None = None
    after: float = 3.0
    reset: bool = False
    debug: bool = False
    safe: bool = False
    threads: int = 0
    watch: bool = False
