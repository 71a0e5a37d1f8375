"""What is to be measured, on what, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from deepvis_app.nets.network import Network

LIVE = ("embedded", *(f"torchvision:{name}" for name in ("alexnet", "squeezenet1_1", "resnet18", "vgg16")))
METHODS = tuple(f"torchvision:{name}" for name in ("alexnet", "resnet18", "vgg16"))


@dataclass(frozen=True)
class Plan:
    """`networks`: None, the usual ones of each bench. `seconds`: of each of `runs` live runs. `rounds`: how
    often each piece of work is timed. `threads`: 0 lets the engine choose.
    """

    networks: tuple[str, ...] | None = None
    seconds: float = 10.0
    runs: int = 3
    rounds: int = 15
    val: Path | None = None
    device: str = "auto"
    threads: int = 0

    @property
    def live_networks(self) -> tuple[str, ...]:
        return self.networks or LIVE

    @property
    def method_networks(self) -> tuple[str, ...]:
        return self.networks or METHODS

    def load(self, spec: str) -> Network:
        """With random weights, which are as fast as any, where others would have to be downloaded."""
        return _load(spec, weights_of(spec))


def weights_of(spec: str) -> str:
    return "none" if spec.startswith("torchvision:") else "default"


@cache
def _load(spec: str, weights: str) -> Network:
    return Network.load(spec, weights)  # type: ignore[arg-type]
