"""`deepvis`: opens the window."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.errors import RunError
from deepvis_app.ui.known_networks import PROGRAMS, WEIGHTS
from deepvis_app.ui.options import StartOptions


def run(options: argparse.Namespace) -> int:
    check_display(sys.platform, os.environ)
    from deepvis_app.ui import application

    return application.run(start_options(options))


def start_options(options: argparse.Namespace) -> StartOptions:
    _take_file(options)
    return StartOptions(
        source=options.source,
        model=_spec(options),
        at=options.at,
        hold=options.hold,
        mirror=options.mirror,
        layer=options.layer,
        unit=options.unit,
        neuron=options.neuron,
        target=options.target,
        choices=dict(options.set),
        panel=options.panel,
        screenshot=options.screenshot,
        after=options.after,
        reset=options.reset,
        safe=options.safe,
        debug=options.debug,
        threads=options.threads,
        watch=options.watch,
    )


def _take_file(options: argparse.Namespace) -> None:
    """A file manager gives what it opens as an address, and does not say that weights are a network."""
    if options.source and options.source.startswith("file:"):
        options.source = url2pathname(urlsplit(options.source).path)
    path = Path(options.source or "").expanduser()
    if options.model is None and path.suffix.lower() in WEIGHTS | PROGRAMS and path.is_file():
        options.source, options.model = None, str(path)


def _spec(options: argparse.Namespace) -> NetworkSpec | None:
    """None where no option chooses a network, so that the window opens the one used last."""
    asked = NetworkSpec(
        spec=options.model or "embedded",
        weights=options.weights,
        seed=options.seed,
        device=options.device,
        arch=options.arch,
        labels=options.labels,
        allow_code=options.allow_code,
    )
    return None if options.model is None and asked == NetworkSpec() else asked


def check_display(system: str, environment: Mapping[str, str]) -> None:
    """Raises RunError where Qt would abort because there is no display to open a window on."""
    if not system.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return
    if environment.get("WAYLAND_DISPLAY"):
        return
    display = environment.get("DISPLAY")
    if not display:
        raise RunError(
            "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Start "
            "DeepVis on a desktop, through ssh -X or under xvfb-run; with QT_QPA_PLATFORM=offscreen it "
            "shows nothing, but --screenshot works."
        )
    if not _answers(display):
        raise RunError("The display {display} does not answer; check DISPLAY.", display=display)


def _answers(display: str) -> bool:
    """Whether an X server listens there: host:number.screen, or :number for this computer's socket."""
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return False
    try:
        if host and host != "unix":
            with socket.create_connection((host, 6000 + int(number)), timeout=5):
                return True
        return any(_listens(place + number) for place in ("/tmp/.X11-unix/X", "\0/tmp/.X11-unix/X"))
    except OSError:
        return False


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as server:
        return server.connect_ex(address) == 0
