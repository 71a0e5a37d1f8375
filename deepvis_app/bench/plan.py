"""What is to be measured, on what, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.nets.network import Network

LIVE = ("embedded", *(f"torchvision:{name}" for name in ("alexnet", "squeezenet1_1", "resnet18", "vgg16")))
METHODS = tuple(f"torchvision:{name}" for name in ("alexnet", "resnet18", "vgg16"))


@dataclass(frozen=True)
class Plan:
    """`networks`: None, the usual ones of each bench. `seconds`: of each of `runs` live runs. `rounds`: how
    often each piece of work is timed. `judge`: a file of another network, for made pictures; `seed`: of what
    is drawn at random. `styles`: paintings, by the names of the styles; `against`: a file of styles that were
    learnt without steadiness. `threads`: 0 lets the engine choose.
    """

    networks: tuple[str, ...] | None = None
    seconds: float = 10.0
    runs: int = 3
    rounds: int = 15
    val: Path | None = None
    judge: Path | None = None
    styles: tuple[Path, ...] = ()
    against: Path | None = None
    seed: int = 0
    threads: int = 0

    @property
    def live_networks(self) -> tuple[str, ...]:
        return self.networks or LIVE

    @property
    def method_networks(self) -> tuple[str, ...]:
        return self.networks or METHODS

    def load(self, spec: str) -> Network:
        """With random weights, which are as fast as any, where others would have to be downloaded."""
        return _load(self.spec(spec))

    def spec(self, name: str) -> NetworkSpec:
        """The same for the window."""
        return NetworkSpec(name, "none" if name.startswith("torchvision:") else "default", device="cpu")


@cache
def _load(spec: NetworkSpec) -> Network:
    return Network.load(spec.spec, spec.weights, spec.seed, spec.device)
