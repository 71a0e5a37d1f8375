"""What the options about the machine and the network ask for."""

from __future__ import annotations

import argparse

import torch

from deepvis_app.nets import loading


def use_threads(options: argparse.Namespace) -> None:
    """Let torch use --threads threads; 0 leaves the choice to it."""
    if options.threads:
        torch.set_num_threads(options.threads)


def device_of(options: argparse.Namespace) -> torch.device:
    """The device that --device names. Raises UsageError where there is none such."""
    return loading._device(options.device)
