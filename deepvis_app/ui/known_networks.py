"""What networks there are, without torch: torchvision's, as packaging/list_networks.py wrote them down, and
the files that hold one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from deepvis_app.paths import cache_dir, resources

WEIGHTS = frozenset({".safetensors", ".pth", ".pt", ".ckpt", ".bin"})
PROGRAMS = frozenset({".pt2", ".onnx"})
CODE = frozenset({".py"})


def is_network(path: Path) -> bool:
    """Whether the name ends like that of a file which a network can be loaded from."""
    return path.suffix.lower() in WEIGHTS | PROGRAMS | CODE


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
