"""`deepvis bench`: measures, prints each figure as it comes and the table at the end."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

import torch

from deepvis_app import __version__
from deepvis_app.bench import method
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Row, table
from deepvis_app.errors import RunError, UnknownNameError, UsageError
from deepvis_app.methods import METHODS, find

KINDS = ("live", "startup", "click", "embedded", "index", "synthesis", "style")
USUAL = ("live", "startup", "click", *(f"method:{name}" for name in METHODS))


def run(options: argparse.Namespace) -> int:
    asked = options.what or list(USUAL)
    _check(asked, options)
    plan = Plan(
        networks=tuple(options.networks) if options.networks else None,
        seconds=options.seconds or (1.0 if options.quick else 10.0),
        runs=1 if options.quick else 3,
        rounds=2 if options.quick else 15,
        val=options.val,
        judge=options.judge,
        styles=tuple(options.style or ()),
        against=options.against,
        seed=options.seed,
        threads=options.threads,
    )
    rows: list[Row] = []
    for what in asked:
        for row in _bench(what)(plan):
            print(f"{row.bench}: {row.what}: {row.figure}", file=sys.stderr, flush=True)
            rows.append(row)
    print(table(rows))
    if options.json:
        machine = {
            "version": __version__,
            "torch": torch.__version__,
            "processor": torch.cpu.get_capabilities().get("cpu_name"),
            "cores": os.cpu_count(),
            "system": platform.platform(),
        }
        _write(options.json, {"machine": machine, "rows": [row.as_json() for row in rows]})
    return 0


def _check(asked: list[str], options: argparse.Namespace) -> None:
    for what in asked:
        if what.startswith("method:"):
            find(what.removeprefix("method:"))
        elif what not in KINDS:
            raise UnknownNameError(
                "There is no bench {name}. There are: {names} and method:NAME.",
                name=what,
                names=", ".join(KINDS),
            )
    for what in ("embedded", "index"):
        if what in asked and options.val is None:
            raise UsageError("bench {what} needs pictures: give --val ZIP.", what=what)


def _bench(what: str) -> Callable[[Plan], Iterator[Row]]:
    if what.startswith("method:"):
        return partial(method.bench, what.removeprefix("method:"))
    bench: Callable[[Plan], Iterator[Row]] = import_module(f"deepvis_app.bench.{what}").bench
    return bench


def _write(path: Path, figures: object) -> None:
    try:
        path.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise RunError("{path} cannot be written: {why}.", path=path, why=error.strerror) from error
