"""The networks that can be had by name, listed without building one or importing torch."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from deepvis_app import paths
from deepvis_app.i18n import Text

_SWAG = "CC BY-NC 4.0"  # the only weights of torchvision's with terms of their own


@dataclass(frozen=True)
class Row:
    """`megabytes` to download, `top1` in percent, `size` the side of the input in pixels.

    `licence` is that of the weights, None where their makers state none.
    """

    spec: str
    title: str
    parameters: int
    megabytes: float
    top1: float | None
    size: int
    downloaded: bool
    licence: str | None


def rows() -> tuple[Row, ...]:
    """The embedded network, then torchvision's by name."""
    return (_embedded(), *(_torchvision(about) for about in _listed().values()))


def families() -> tuple[str, ...]:
    """The names after "torchvision:", sorted."""
    return tuple(_listed())


def title(name: str) -> str:
    """The architecture's name as its paper writes it: "ResNet-18" of "resnet18"."""
    return str(_listed()[name]["title"]) if name in _listed() else name


def weights_dir() -> Path:
    """Where downloaded weights are kept."""
    return paths.cache_dir() / "weights"


def fetch(
    name: str,
    progress: Callable[[float | None, Text], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """The file of a torchvision network's default weights, downloaded where it is not there yet.

    Raises UnknownNameError and DownloadError.
    """
    from deepvis_app.nets import architectures, download

    url = architectures.default_weights(architectures.known(name)).url
    return download.fetch(url, weights_dir(), title(name.removeprefix("torchvision:")), progress, cancelled)


@cache
def _listed() -> dict[str, dict[str, Any]]:
    """What packaging/list_networks.py wrote down about torchvision's networks."""
    file = paths.resources() / "models" / "torchvision.json"
    return {about["name"]: about for about in json.loads(file.read_text("utf-8"))}


def _torchvision(about: dict[str, Any]) -> Row:
    return Row(
        f"torchvision:{about['name']}",
        about["title"],
        about["parameters"],
        about["megabytes"],
        about["top1"],
        about["size"],
        (weights_dir() / about["file"]).exists(),
        _SWAG if "_swag" in about["file"] else None,
    )


def _embedded() -> Row:
    """Read from the head of the file: eight bytes of length, then JSON."""
    path = paths.resources() / "models" / "embedded.safetensors"
    with path.open("rb") as file:
        head = json.loads(file.read(int.from_bytes(file.read(8), "little")))
    about = head.pop("__metadata__")
    card = json.loads(about["card"])
    accuracy = re.match(r"([\d.]+) % top-1", card.get("accuracy", ""))
    learnt = [entry["shape"] for name, entry in head.items() if ".running_" not in name]
    return Row(
        "embedded",
        card["title"],
        sum(math.prod(shape) for shape in learnt),
        path.stat().st_size / 2**20,
        float(accuracy[1]) if accuracy else None,
        json.loads(about["preprocessing"])["width"],
        True,
        card.get("licence"),
    )
