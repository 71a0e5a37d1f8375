"""A network as everything else sees it: a module with its labels, preprocessing and layers."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Literal

import torch
from PIL import Image
from torch import Tensor, nn

from deepvis_app.errors import OutOfRangeError, UnknownNameError
from deepvis_app.i18n import Text
from deepvis_app.nets import labels as names
from deepvis_app.nets import preprocess
from deepvis_app.nets.layers import Layer, discover
from deepvis_app.pictures.preprocessing import Preprocessing

LoadReport = Callable[[float | None, Text], None]
"""What is being done while a network loads, and how much of it, 0 to 1 (None: unknown)."""


@dataclass(frozen=True, eq=False)
class Network:
    """In eval mode, on one device, its parameters frozen. Nothing that DeepVis runs changes it."""

    spec: str
    title: str
    module: nn.Module
    labels: list[str]
    preprocessing: Preprocessing
    device: torch.device
    card: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Text, ...] = ()

    @classmethod
    def load(
        cls,
        spec: str = "embedded",
        weights: Literal["default", "none"] = "default",
        seed: int = 0,
        device: str = "cpu",
        *,
        arch: str | None = None,
        labels: Path | None = None,
        allow_code: bool = False,
        progress: LoadReport | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Network:
        """`embedded`, `torchvision:NAME`, a checkpoint file, or `file.py:function` (with `allow_code`).

        `weights="none"` gives the architecture as it is initialised right after torch.manual_seed(seed).
        `arch` names a checkpoint's architecture where it is not to be recognised. `device` may be "auto".

        Raises UsageError for what does not exist, CheckpointError and DownloadError for weights that
        cannot be had, RunError for code that fails.
        """
        from deepvis_app.nets.loading import Wishes, load

        return load(spec, Wishes(weights, seed, device, arch, labels, allow_code, progress, cancelled))

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """In execution order, found by running the network once on `example()`."""
        try:
            return discover(self.module, self.example())
        except (RuntimeError, ValueError, TypeError, AssertionError) as error:
            how = self.preprocessing
            raise OutOfRangeError(
                "{title} cannot run on pictures of {width} x {height} pixels: {why}. Choose another size.",
                title=self.title,
                width=how.width,
                height=how.height,
                why=(str(error).strip() or type(error).__name__).split("\n", 1)[0].rstrip("."),
            ) from error

    @cached_property
    def parameters(self) -> int:
        """How many numbers were learnt."""
        return sum(parameter.numel() for parameter in self.module.parameters())

    def layer(self, name: str) -> Layer:
        """Raises UnknownNameError, naming the closest."""
        found = self._by_name.get(name)
        if found is not None:
            return found
        close = get_close_matches(name, self._by_name, 3, 0.3) or list(self._by_name)[:3]
        raise UnknownNameError(
            "{title} has no layer {name}. Close to it: {close}.",
            title=self.title,
            name=name,
            close=", ".join(close),
        )

    @cached_property
    def _by_name(self) -> dict[str, Layer]:
        return {layer.name: layer for layer in self.layers}

    def class_index(self, which: str | int) -> int:
        """The class of that index, name, or part of exactly one name.

        Raises OutOfRangeError or UnknownNameError.
        """
        return names.class_index(self.labels, which)

    def label(self, index: int) -> str:
        """The name of a class, or its number where there are fewer labels than scores."""
        return self.labels[index] if index < len(self.labels) else str(index)

    def preprocess(self, picture: Image.Image) -> Tensor:
        """(1, C, H, W) float32 on the network's device."""
        return preprocess.to_tensor(picture, self.preprocessing).to(self.device)

    def with_preprocessing(self, preprocessing: Preprocessing) -> Network:
        """The same module for other inputs. Raises OutOfRangeError where it cannot run on them."""
        preprocess.check(preprocessing)
        changed = replace(self, preprocessing=preprocessing)
        _ = changed.layers
        return changed

    def apart(self) -> Network:
        """The same parameters in modules of their own: hooks on those are seen by no one else."""
        shared = [*self.module.parameters(), *self.module.buffers()]
        module = copy.deepcopy(self.module, {id(tensor): tensor for tensor in shared})
        apart = replace(self, module=module)
        vars(apart)["layers"] = self.layers
        return apart

    def example(self) -> Tensor:
        """(1, C, H, W): the input of a picture of the mean colour, all zeros."""
        how = self.preprocessing
        return torch.zeros(1, preprocess.channels(how), how.height, how.width, device=self.device)

    def weights_hash(self) -> str:
        """The same for networks of the same weights, whatever holds them: 32 hexadecimal digits."""
        digest = hashlib.sha256()
        for name, tensor in sorted(self.module.state_dict().items()):
            digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
            digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().data)
        return digest.hexdigest()[:32]

    def fingerprint(self) -> str:
        """A hash of all that must never change: parameters, buffers, flags, the number of hooks."""
        digest = hashlib.sha256()
        for name, module in self.module.named_modules():
            hooks = [len(value) for key, value in sorted(vars(module).items()) if key.endswith("_hooks")]
            digest.update(f"{name} {module.training} {hooks}".encode())
        tensors = [*self.module.named_parameters(), *self.module.named_buffers()]
        for name, tensor in tensors:
            flags = f"{tensor.requires_grad} {tensor.grad is None} {len(tensor._backward_hooks or ())}"
            digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)} {flags}".encode())
            digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().data)
        return digest.hexdigest()
