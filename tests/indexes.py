"""Tiny real indexes: coloured pictures, two labels, and a network that is made in a moment."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from PIL import Image

from deepvis_app.engine import ready
from deepvis_app.engine.answers import Shown
from deepvis_app.engine.messages import NetworkReady, NetworkSpec
from deepvis_app.index.passing import passing
from deepvis_app.index.planning import Wishes
from deepvis_app.nets import live
from deepvis_app.nets.network import Network

LABELS = ("gold", "teal")


def pictures(folder: Path, count: int = 6, size: tuple[int, int] = (48, 40)) -> Path:
    """`count` pictures of two colours, each brighter or darker, in a folder for each of LABELS."""
    rng = np.random.default_rng(5)
    for number in range(count):
        label = LABELS[number % 2]
        colour = (200, 160, 40) if label == "gold" else (20, 120, 130)
        noise = rng.integers(-40, 40, (size[1], size[0], 3))
        (folder / label).mkdir(parents=True, exist_ok=True)
        pixels = np.clip(np.array(colour) * (0.4 + 0.9 * number / count) + noise, 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / label / f"{number}.png")
    return folder


def make(network: Network, root: Path, place: Path, **wishes: object) -> Path:
    """Index `root` in `place`."""
    for _ in passing(network, root, place, Wishes(**wishes)):  # type: ignore[arg-type]
        pass
    return place


def described(network: Network) -> NetworkReady:
    """The network as the window hears of it."""
    shown = Shown(NetworkSpec("test"), network, live.choose(network, torch.float32))
    return ready.describe(shown, threads=1)
