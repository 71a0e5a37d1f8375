"""torchvision's classification networks, as packaging/list_networks.py wrote them down: no torch here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from deepvis_app.paths import cache_dir, resources


@dataclass(frozen=True)
class KnownNetwork:
    """`top1` in percent on ImageNet, `size`: side of the input in pixels, `file`: name of its weights."""

    name: str
    title: str
    parameters: int
    megabytes: float
    top1: float
    size: int
    file: str

    @property
    def spec(self) -> str:
        return f"torchvision:{self.name}"

    @property
    def downloaded(self) -> bool:
        return (cache_dir() / "weights" / self.file).is_file()


@cache
def known_networks() -> tuple[KnownNetwork, ...]:
    file = resources() / "models" / "torchvision.json"
    return tuple(KnownNetwork(**row) for row in json.loads(file.read_text(encoding="utf-8")))
