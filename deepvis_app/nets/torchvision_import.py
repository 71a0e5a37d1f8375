"""Importing torchvision, also where its wheel was built for another torch."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

import torch

MISSING_OPERATORS = ("nms", "qnms")
_schemas: list[torch.library.Library] = []  # a Library takes its schemas along when it is collected


def torchvision() -> ModuleType:
    """The torchvision package.

    The wheel on PyPI links CUDA. Beside a torch without it, torchvision's operators do not load, and its
    import fails on the first one that it describes. The classification networks need none of them, so
    the missing schemas are declared and the import is tried again.
    """
    try:
        return importlib.import_module("torchvision")
    except RuntimeError as error:
        if "operator torchvision::nms does not exist" not in str(error):
            raise
    for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
        del sys.modules[name]
    if not _schemas:
        library: Any = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
        for name in MISSING_OPERATORS:
            library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        _schemas.append(library)
    return importlib.import_module("torchvision")
