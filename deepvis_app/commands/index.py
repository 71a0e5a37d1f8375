"""`deepvis index`: one pass over pictures, into an index that the window and later passes build on."""

from __future__ import annotations

import argparse
import sys
import time

from deepvis_app.commands.machine import clear_line, network_of, use_threads
from deepvis_app.commands.stopping import until_stopped
from deepvis_app.commands.telling import LISTED, duration
from deepvis_app.index.passing import Progress, Summary, passing
from deepvis_app.index.planning import Wishes, main_layers
from deepvis_app.nets.network import Network

PATIENCE = 30.0  # seconds between two lines, where lines stay


def run(options: argparse.Namespace) -> int:
    use_threads(options)
    network = network_of(options)
    wishes = _wishes(options, network)
    steps = passing(network, options.folder, options.out, wishes, engine=options.engine)
    telling = Telling()
    with until_stopped() as stop:
        while True:
            try:
                progress = next(steps)
            except StopIteration as end:
                clear_line()
                _tell(end.value, options)
                return 0
            telling.progress(progress)
            if stop.asked:
                steps.close()
                clear_line()
                print(
                    f"deepvis: stopped at {progress.done} of {progress.total} pictures; "
                    "the same command goes on from there.",
                    file=sys.stderr,
                )
                return 1


def _wishes(options: argparse.Namespace, network: Network) -> Wishes:
    layers = None if options.layers is None else tuple(options.layers)
    if layers == ("all",):
        layers = tuple(layer.name for layer in main_layers(network))
    codes = None if options.codes is None else tuple(options.codes)
    return Wishes(layers, options.top, options.lowest, codes, options.rebuild)


def _tell(summary: Summary, options: argparse.Namespace) -> None:
    broken = [path for path, _ in summary.broken]
    if broken:
        more = f" and {len(broken) - LISTED} more" if len(broken) > LISTED else ""
        print(
            f"deepvis: {len(broken)} of the pictures cannot be read and are skipped: "
            f"{', '.join(broken[:LISTED])}{more}",
            file=sys.stderr,
        )
    facts = [f"{summary.looked} looked at", f"{summary.kept} kept from before"]
    facts += [f"{summary.gone} gone"] if summary.gone else []
    facts += [f"{summary.copies} copies of others"] if summary.copies else []
    print(f"{options.out} holds {summary.count} pictures: {', '.join(facts)}.")


class Telling:
    """Progress on standard error: on a terminal one line that is written over, else a line now and then."""

    def __init__(self) -> None:
        self._over = sys.stderr.isatty()
        self._told = time.monotonic()

    def progress(self, progress: Progress) -> None:
        if not self._over and time.monotonic() - self._told < PATIENCE:
            return
        self._told = time.monotonic()
        line = _line(progress)
        print(
            f"\r\x1b[K{line}" if self._over else line,
            end="" if self._over else "\n",
            file=sys.stderr,
            flush=True,
        )


def _line(progress: Progress) -> str:
    if progress.phase == "finding":
        return "Finding pictures…"
    words = [f"{progress.done} of {progress.total} pictures"]
    if progress.broken:
        words.append(f"{progress.broken} cannot be read")
    if progress.rate is not None and progress.seconds_left is not None:
        words += [f"{progress.rate:.0f} a second", f"{duration(progress.seconds_left)} left"]
    return " · ".join(words)
