"""Write resources/models/timm.json: what the window lists of timm without importing it.

Run it again after timm is updated: `python packaging/list_timm.py` (it builds each network once, without
storage; minutes). timm does not say how accurate its networks are.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from deepvis_app.nets.torchvision_import import torchvision

FILE = Path(__file__).parent.parent / "resources" / "models" / "timm.json"


def rows() -> list[list[Any]]:
    """[name, parameters, side of the input in pixels] of each classifier with weights on the hub, by name."""
    torchvision()  # before timm imports it
    import timm

    listed: list[list[Any]] = []
    sizes: dict[tuple[str, int], int] = {}
    for name in timm.list_pretrained():
        about = timm.get_pretrained_cfg(name)
        if not about.num_classes or about.hf_hub_id != f"timm/{name}" or about.input_size[0] != 3:
            continue
        key = (about.architecture, about.num_classes)
        if key not in sizes:
            with torch.device("meta"):
                made = timm.create_model(about.architecture, num_classes=about.num_classes)
            sizes[key] = sum(parameter.numel() for parameter in made.parameters())
        listed.append([name, sizes[key], about.input_size[1]])
    return listed


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(one) for one in rows())
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
