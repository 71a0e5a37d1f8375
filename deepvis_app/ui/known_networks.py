"""What networks there are, without torch: torchvision's and timm's, as packaging/list_networks.py and
list_timm.py wrote them down, and the files that hold one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from deepvis_app.paths import cache_dir, resources
from deepvis_app.ui.known_years import year

WEIGHTS = frozenset({".safetensors", ".pth", ".pt", ".ckpt", ".bin"})
PROGRAMS = frozenset({".pt2", ".onnx"})
CODE = frozenset({".py"})
PART = ".part"  # what a file is called that has not all come

_BOUND = re.compile(r"(?P<sign>[<>])(?P<number>\d+(\.\d+)?)(?P<unit>m|mb|%|px)?")


def is_network(path: Path) -> bool:
    """Whether the name ends like that of a file which a network can be loaded from."""
    return path.suffix.lower() in WEIGHTS | PROGRAMS | CODE


@dataclass(frozen=True)
class KnownNetwork:
    """`top1` in percent on ImageNet, None where it is not stated; `size`: side of the input in pixels;
    `file`: name of its weights; `year`: of its paper.
    """

    name: str
    title: str
    parameters: int
    megabytes: float
    top1: float | None
    size: int
    file: str
    library: str = "torchvision"
    year: int | None = None

    @property
    def spec(self) -> str:
        return f"{self.library}:{self.name}"

    @property
    def downloaded(self) -> bool:
        return (weights_dir() / self.file).is_file()

    @property
    def held(self) -> int:
        """Bytes of it on this computer, those of a download that has not ended too."""
        return sum(path.stat().st_size for path in self._files() if path.is_file())

    def remove(self) -> None:
        """Raises OSError."""
        for path in self._files():
            path.unlink(missing_ok=True)

    def fits(self, words: Iterable[str]) -> bool:
        """Whether it has all of them in its name, or as its year, or is within bounds such as >80 or <30M."""
        name = _bare(f"{self.name} {self.title} {self.library}")
        return all(self._within(word) or _bare(word) in name or word == str(self.year) for word in words)

    def _within(self, word: str) -> bool:
        """`>80` or `>80%`: top-1; `<30M`: parameters; `<100MB`: to download; `<300px`: the input's side."""
        bound = _BOUND.fullmatch(word.casefold())
        if bound is None:
            return False
        sizes = {"m": self.parameters / 1e6, "mb": self.megabytes, "px": self.size}
        value = sizes.get(bound["unit"], self.top1)
        number = float(bound["number"])
        return value is not None and (value > number if bound["sign"] == ">" else value < number)

    def _files(self) -> tuple[Path, Path]:
        return weights_dir() / self.file, weights_dir() / (self.file + PART)


def weights_dir() -> Path:
    """Where downloaded weights are kept."""
    return cache_dir() / "weights"


@cache
def known_networks() -> tuple[KnownNetwork, ...]:
    """torchvision's."""
    file = resources() / "models" / "torchvision.json"
    rows = json.loads(file.read_text(encoding="utf-8"))
    return tuple(KnownNetwork(**row, year=year(row["name"])) for row in rows)


@cache
def timm_networks() -> tuple[KnownNetwork, ...]:
    """Those that timm builds, whether it is installed or not."""
    file = resources() / "models" / "timm.json"
    rows = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
    return tuple(
        KnownNetwork(
            name, name, count, 4 * count / 2**20, None, size, f"timm-{name}.safetensors", "timm", year(name)
        )
        for name, count, size in rows
    )


def has_timm() -> bool:
    return find_spec("timm") is not None


def disk_use() -> tuple[int, int]:
    """How many files of weights were downloaded, and their bytes, unfinished ones included."""
    files = [path for path in weights_dir().glob("*") if path.is_file()]
    return sum(path.suffix != PART for path in files), sum(path.stat().st_size for path in files)


def _bare(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "")
