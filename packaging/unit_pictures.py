"""Write resources/unit-pictures: pictures of the embedded network's units, as they ship.

Run it again after the embedded network is trained anew: `python packaging/unit_pictures.py [LAYER ...]`. It
computes in bfloat16, which is twice as fast where the processor has it. Stopped with Ctrl+C, the same command
goes on from there. Pictures of other networks' weights are removed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import torch

from deepvis_app.engine.unit_pictures import UnitPicturesParams, unit_pictures
from deepvis_app.nets.network import Network
from deepvis_app.pictures.unit_sheets import FOLDER

OUT = Path(__file__).parent.parent / "resources" / FOLDER
STEPS = 64


def main(layers: Sequence[str]) -> None:
    network = Network.load("embedded")
    chosen = tuple(layers) or shipped(network)
    OUT.mkdir(exist_ok=True)
    for old in OUT.iterdir():
        if old.name != network.weights_hash():
            shutil.rmtree(old)
    params = UnitPicturesParams(chosen, steps=STEPS, precision="bfloat16", folder=OUT)
    for done, *_ in unit_pictures(network, torch.empty(0), None, None, params):
        print(f"\r{', '.join(chosen)}: {100 * done:.1f} %", end="", flush=True)
    print()


def shipped(network: Network) -> tuple[str, ...]:
    """The last layer before each pool, but the first: its weights are pictures themselves."""
    layers = [layer for layer in network.layers if layer.main and len(layer.shape) == 3]
    return tuple(one.name for one, after in pairwise(layers) if "Pool" in after.kind)[1:]


if __name__ == "__main__":
    main(sys.argv[1:])
