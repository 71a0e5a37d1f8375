"""How the window was asked to start; Qt-free, so that the command line can build it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deepvis_app.engine.messages import NetworkSpec


@dataclass(frozen=True)
class StartOptions:
    """`source`: a path, "camera", "camera:NAME", "screen" or "samples"; None: the samples.

    `model`: None (no option that chooses one was given): the network used last, at first the embedded.
    `layer`, `unit` and `panel` are chosen once the network is there. `screenshot`: the window is saved
    there `after` seconds of live results, then closes. `threads`: 0 lets the worker choose. `debug`:
    tracebacks go to standard error too. `watch`: the network's file is loaded anew when it is written.
    `reset`: settings are forgotten first.
    """

    source: str | None = None
    model: NetworkSpec | None = None
    layer: str | None = None
    unit: int | None = None
    panel: str | None = None
    screenshot: Path | None = None
    after: float = 3.0
    reset: bool = False
    debug: bool = False
    threads: int = 0
    watch: bool = False
