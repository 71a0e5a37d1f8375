"""The options about the network and the machine, that several sub-commands share."""

from __future__ import annotations

import argparse
from pathlib import Path

from deepvis_app.commands import values


def network_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("network")
    group.add_argument(
        "--model",
        metavar="SPEC",
        help="embedded (default), torchvision:NAME, a file of weights, or file.py:factory",
    )
    group.add_argument("--weights", choices=["default", "none"], default="default")
    group.add_argument(
        "--seed", type=values.whole, default=0, metavar="N", help="of random weights (default: 0)"
    )
    group.add_argument("--arch", metavar="NAME", help="the architecture of a file of weights")
    group.add_argument("--labels", type=Path, metavar="FILE", help="the names of the classes, one a line")
    group.add_argument("--allow-code", action="store_true", help="run file.py without asking")
    machine_options(group)


def machine_options(group: argparse._ActionsContainer) -> None:
    group.add_argument("--device", choices=["auto", "cpu", "cuda", "mps"], default="auto")
    group.add_argument(
        "--threads", type=values.whole, default=0, metavar="N", help="(default: as many as help)"
    )
