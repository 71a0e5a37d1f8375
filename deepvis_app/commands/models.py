"""`deepvis models`: the networks that can be opened by name, and fetching their weights."""

from __future__ import annotations

import argparse
import sys

from deepvis_app.errors import UsageError
from deepvis_app.nets import catalog


def run(options: argparse.Namespace) -> int:
    if options.action is None:
        _list()
        return 0
    if options.name is None:
        raise UsageError("Name the network to download, such as: deepvis models download resnet18.")
    if options.name.removeprefix("torchvision:") == "embedded":
        print("The embedded network comes with DeepVis; there is nothing to download.")
        return 0
    _download(options.name)
    return 0


def _list() -> None:
    rows = catalog.rows()
    wide = max(len(row.spec) for row in rows)
    named = max(len(row.title) for row in rows)
    print(
        f"{'spec':{wide}}  {'name':{named}}  {'MB':>7}  {'million':>7}  {'top-1 %':>7}  {'pixels':>6}  here"
    )
    for row in rows:
        top1 = "" if row.top1 is None else f"{row.top1:.1f}"
        print(
            f"{row.spec:{wide}}  {row.title:{named}}  {row.megabytes:7.1f}  {row.parameters / 1e6:7.1f}"
            f"  {top1:>7}  {row.size:6}  {'yes' if row.downloaded else ''}{_terms(row.licence)}".rstrip()
        )


def _terms(licence: str | None) -> str:
    return f"  ({licence})" if licence else ""


def _download(name: str) -> None:
    from deepvis_app.commands.machine import clear_line, tell_loading

    path = catalog.fetch(name, tell_loading if sys.stderr.isatty() else None)
    clear_line()
    print(path)
