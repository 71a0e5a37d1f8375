"""What the options about the machine and the network ask for."""

from __future__ import annotations

import argparse
import sys

import torch

from deepvis_app.i18n import Text
from deepvis_app.nets import loading
from deepvis_app.nets.network import Network


def use_threads(options: argparse.Namespace) -> None:
    """Let torch use --threads threads; 0 leaves the choice to it."""
    if options.threads:
        torch.set_num_threads(options.threads)


def device_of(options: argparse.Namespace) -> torch.device:
    """The device that --device names. Raises UsageError where there is none such."""
    return loading.device_named(options.device)


def network_of(options: argparse.Namespace) -> Network:
    """The network that --model and its companions name; on a terminal, progress is told."""
    network = Network.load(
        options.model or "embedded",
        options.weights,
        options.seed,
        options.device,
        arch=options.arch,
        labels=options.labels,
        allow_code=options.allow_code,
        progress=tell_loading if sys.stderr.isatty() else None,
    )
    clear_line()
    for warning in network.warnings:
        print(f"deepvis: {warning}", file=sys.stderr)
    return network


def tell_loading(done: float | None, about: Text) -> None:
    """Write what is loading, and how much of it, over the terminal's line."""
    share = "" if done is None else f" ({done:.0%})"
    print(f"\r\x1b[K{about}{share}", end="", file=sys.stderr, flush=True)


def clear_line() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
