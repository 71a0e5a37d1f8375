"""Networks of the timm library, which comes with an extra of its own: their names, building, weights."""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import nn

from deepvis_app.errors import RunError, UnknownNameError
from deepvis_app.i18n import Text
from deepvis_app.nets.torchvision_import import torchvision
from deepvis_app.pictures.preprocessing import Preprocessing

PREFIX = "timm:"
HUB = "https://huggingface.co"
HUB_VARIABLE = "HF_ENDPOINT"
"""The environment variable that names a mirror of the hub, as Hugging Face's own tools read it."""


def about(spec: str) -> Any:
    """timm's record of the network `spec`, with or without "timm:" before it.

    Raises RunError where timm is not installed, UnknownNameError for what it does not have.
    """
    timm, name = _timm(), spec.removeprefix(PREFIX)
    known = timm.list_pretrained()
    if "." not in name and name in timm.list_models():
        name = (timm.get_pretrained_cfg(name).tag and f"{name}.{timm.get_pretrained_cfg(name).tag}") or name
    if name not in known:
        close = get_close_matches(name, known, 3, 0.4)
        raise UnknownNameError(
            "There is no timm network {name} with weights. Close to it: {close}. timm.list_pretrained() "
            "lists all.",
            name=name,
            close=", ".join(close) or "-",
        )
    return timm.get_pretrained_cfg(name)


def build(found: Any, seed: int = 0) -> nn.Module:
    """That network as timm initialises it right after torch.manual_seed(seed)."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        module: nn.Module = _timm().create_model(found.architecture, num_classes=found.num_classes)
    return module


def fetch(
    found: Any,
    progress: Callable[[float | None, Text], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """The file of its weights, downloaded where it is not there yet. Raises DownloadError."""
    from deepvis_app.nets import catalog, download

    name = f"{found.architecture}.{found.tag}"
    url = weights_url(found)
    return download.fetch(url, catalog.weights_dir(), name, progress, cancelled, file=file_name(name))


def weights_url(found: Any) -> str:
    hub = os.environ.get(HUB_VARIABLE, HUB).rstrip("/")
    return f"{hub}/{found.hf_hub_id}/resolve/main/{found.hf_hub_filename or 'model.safetensors'}"


def file_name(name: str) -> str:
    """Under which its weights are kept."""
    return f"timm-{name}.safetensors"


def preprocessing(found: Any) -> Preprocessing:
    """What timm does with a picture before this network sees it."""
    _, height, width = found.input_size
    fits = {"squash": "stretch", "border": "letterbox"}
    return Preprocessing(
        height=height,
        width=width,
        resize=int(min(height, width) / found.crop_pct),
        fit=fits.get(found.crop_mode, "crop"),  # type: ignore[arg-type]
        mean=tuple(found.mean),
        std=tuple(found.std),
        interpolation=found.interpolation if found.interpolation in ("bilinear", "bicubic") else "bicubic",
    )


def _timm() -> Any:
    if find_spec("timm") is None:
        raise RunError(
            "timm is not installed, which builds the networks timm:NAME. Install it: pip install "
            "'deepvis[timm]'."
        )
    torchvision()  # first, as timm's own import of it fails where the wheel does not fit
    return import_module("timm")
