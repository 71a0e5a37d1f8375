"""torchvision's classification families: their names, their builders, and filling them with weights."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Any

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from deepvis_app.errors import UnknownNameError
from deepvis_app.nets import checkpoints
from deepvis_app.nets.torchvision_import import torchvision
from deepvis_app.pictures.preprocessing import Preprocessing


@cache
def names() -> tuple[str, ...]:
    """All architectures, sorted."""
    models = torchvision().models
    return tuple(sorted(models.list_models(module=models)))


def known(name: str) -> str:
    """`name`, with or without "torchvision:" before it, if it is an architecture; else UnknownNameError."""
    bare = name.removeprefix("torchvision:")
    if bare in names():
        return bare
    close = get_close_matches(bare, names(), 3, 0.4)
    raise UnknownNameError(
        "There is no torchvision network {name}. Close to it: {close}. `deepvis models` lists all.",
        name=bare,
        close=", ".join(close) or "-",
    )


def default_weights(name: str) -> Any:
    """The member of torchvision's weight enum that `weights="DEFAULT"` means."""
    return torchvision().models.get_model_weights(name).DEFAULT


def preprocessing(weights: Any) -> Preprocessing:
    """What the transforms of a member of a weight enum do."""
    preset = weights.transforms()
    return Preprocessing(
        height=preset.crop_size[0],
        width=preset.crop_size[0],
        resize=preset.resize_size[0],
        mean=tuple(preset.mean),
        std=tuple(preset.std),
        interpolation=preset.interpolation.value,
    )


def random(name: str, seed: int, **options: object) -> nn.Module:
    """`name` as torchvision initialises it right after torch.manual_seed(seed).

    The ambient random state is left as it was.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        module: nn.Module = torchvision().models.get_model(name, weights=None, **(_usual(name) | options))
    return module


def hollow(name: str, **options: object) -> nn.Module:
    """`name` without storage: its parameters are on the meta device, to be filled or looked at."""
    with _Hollow():
        module: nn.Module = torchvision().models.get_model(name, weights=None, **(_usual(name) | options))
    return module


def pretrained(name: str, found: checkpoints.Checkpoint) -> Any:
    """`name` filled with its default weights, set up as torchvision sets it up for these."""
    module: Any = hollow(name, **_with_weights(name))
    checkpoints.fill(module, found)
    if name == "googlenet":
        module.aux_logits, module.aux1, module.aux2 = False, None, None  # not trained, in these weights
    return module


def _usual(name: str) -> dict[str, object]:
    """What the builder does by itself, said so that it does not warn; the size of the default weights."""
    if name in ("googlenet", "inception_v3"):
        return {"init_weights": True}
    if name.startswith("vit_"):
        return {"image_size": default_weights(name).meta["min_size"][0]}
    return {}


def _with_weights(name: str) -> dict[str, object]:
    """What torchvision's builders set where they are given weights."""
    if name in ("googlenet", "inception_v3"):
        return {"transform_input": True, "aux_logits": True, "init_weights": False}
    return {}


class _Hollow(TorchFunctionMode):
    """Makes parameters without storage. Unlike the meta device, leaves what builders compute alone."""

    def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = dict(kwargs or {})
        if function in (torch.empty, torch.zeros, torch.ones) and kwargs.get("device") is None:
            kwargs["device"] = "meta"
        return function(*args, **kwargs)
