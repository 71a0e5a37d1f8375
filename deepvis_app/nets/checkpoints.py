"""Files of weights: reading them without running what is in them."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NoReturn

import torch
from safetensors import SafetensorError
from safetensors.torch import load
from torch import Tensor, nn

from deepvis_app.errors import CheckpointError
from deepvis_app.pictures.preprocessing import Preprocessing

SUFFIXES = frozenset({".safetensors", ".pth", ".pt", ".ckpt", ".bin"})

_WRAPPERS = (  # averages first: they are what a training means to be used
    "average",
    "model_ema",
    "ema",
    "state_dict_ema",
    "state_dict",
    "model_state_dict",
    "model_state",
    "model",
    "network",
    "net",
    "module",
    "weights",
    "params",
)
_PREFIXES = ("module.", "_orig_mod.", "model.", "network.", "net.", "backbone.", "encoder.")

_OLD_KEYS = (  # how early releases of torchvision named what is there now
    (re.compile(r"(denselayer\d+\.(?:norm|relu|conv))\.([12])\."), r"\1\2."),
    (re.compile(r"(encoder_layer_\d+\.mlp)\.linear_1\."), r"\1.0."),
    (re.compile(r"(encoder_layer_\d+\.mlp)\.linear_2\."), r"\1.3."),
)


@dataclass(frozen=True)
class Checkpoint:
    """A file's weights by name, and what it says about them."""

    path: Path
    tensors: Mapping[str, Tensor]
    labels: list[str] | None = None
    preprocessing: Preprocessing | None = None
    card: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)  # all that the file says, unread

    @property
    def shapes(self) -> dict[str, tuple[int, ...]]:
        return {name: tuple(tensor.shape) for name, tensor in self.tensors.items()}


def read(path: Path, *, bare: bool = True) -> Checkpoint:
    """Read a .safetensors file, or a file that torch.save wrote, on the CPU.

     Nothing in the file is run. Wrappers such as {"state_dict": ...} are taken off, and where the names are
     to be `bare` prefixes such as "module." too.

    Raises CheckpointError where the file is missing, damaged, holds code or holds no weights.
    """
    if not path.is_file():
        raise CheckpointError("There is no file {path}; check its name.", path=path)
    checkpoint = _safetensors(path, bare) if path.suffix.lower() == ".safetensors" else _pickled(path)
    if not checkpoint.tensors:
        raise CheckpointError("{path} holds no weights; give a file with a network's state_dict.", path=path)
    return checkpoint


def fill(module: nn.Module, found: Checkpoint) -> None:
    """Give `module`, which may be without storage, these weights as float32 of its own.

    Raises CheckpointError where names or shapes differ.
    """
    wanted = module.state_dict()
    state = type(wanted)((name, _own(tensor)) for name, tensor in found.tensors.items())
    for name in wanted.keys() - state.keys():
        if name.endswith("num_batches_tracked"):  # not in every file, and only training looks at it
            state[name] = torch.zeros((), dtype=torch.int64)
    state._metadata = wanted._metadata  # type: ignore[attr-defined]  # names are today's: see _modern
    try:
        module.load_state_dict(state, assign=True)
    except RuntimeError as error:
        first = str(error).split("\n\t")[1:2] or [str(error)]
        raise CheckpointError(
            "{path} does not fit the network: {why}.", path=found.path, why=first[0][:200].rstrip(". ")
        ) from error


def _safetensors(path: Path, bare: bool) -> Checkpoint:
    try:
        content = path.read_bytes()  # not mapped: a training may write the file anew at any moment
        tensors = dict(sorted(load(content).items()))  # which come in any order
        about = _metadata(content)
    except (SafetensorError, OSError) as error:
        _damaged(path, error)
    try:
        labels = json.loads(about.get("labels", "null"))
        how = (
            Preprocessing(**_tuples(json.loads(about["preprocessing"]))) if "preprocessing" in about else None
        )
        card = json.loads(about.get("card", "{}"))
    except (ValueError, TypeError) as error:
        _damaged(path, error)
    return Checkpoint(path, _bare(tensors) if bare else tensors, labels, how, card, about)


def _metadata(content: bytes) -> dict[str, str]:
    """What the head of a .safetensors file says beside the shapes: eight bytes of length, then JSON."""
    length = int.from_bytes(content[:8], "little")
    return dict(json.loads(content[8 : 8 + length]).get("__metadata__") or {})


def unpickled(file: Path | IO[bytes]) -> Any:
    """What torch.save wrote, if it is plain values and tensors; else whatever torch raises."""
    return torch.load(file, map_location="cpu", weights_only=True)


def _pickled(path: Path) -> Checkpoint:
    try:
        content = unpickled(path)
    except pickle.UnpicklingError as error:
        _refused(path, error)
    except Exception as error:  # what the unpickler raises on garbage is whatever comes first
        if "TorchScript" in str(error):
            raise CheckpointError(
                "{path} is a TorchScript program, which cannot be opened; save the network's state_dict.",
                path=path,
            ) from error
        _damaged(path, error)
    names = content.get("names") if isinstance(content, dict) else None
    labels = names if isinstance(names, list) and all(isinstance(name, str) for name in names) else None
    return Checkpoint(path, _bare(_state(content)), labels)


def _state(content: Any) -> dict[str, Tensor]:
    """The weights inside what a file held, whatever they are wrapped in."""
    while isinstance(content, Mapping):
        inner = next((content[key] for key in _WRAPPERS if isinstance(content.get(key), Mapping)), None)
        if inner is None:
            return {str(name): value for name, value in content.items() if isinstance(value, Tensor)}
        content = inner
    return {}


def _bare(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Without the prefixes that all names share, under today's names."""
    bare = dict(tensors)
    while prefix := next((p for p in _PREFIXES if bare and all(name.startswith(p) for name in bare)), None):
        bare = {name.removeprefix(prefix): tensor for name, tensor in bare.items()}
    return {_modern(name): tensor for name, tensor in bare.items()}


def _modern(name: str) -> str:
    """Today's name of what an earlier torchvision called `name`."""
    for pattern, form in _OLD_KEYS:
        name = pattern.sub(form, name)
    return name


def _own(tensor: Tensor) -> Tensor:
    """A copy that nobody else holds, as the network computes with it."""
    kind = torch.float32 if tensor.is_floating_point() else tensor.dtype
    return tensor.to(kind, copy=True).contiguous()


def _refused(path: Path, error: pickle.UnpicklingError) -> NoReturn:
    found = re.search(r"GLOBAL ([\w.]+)", str(error))
    if not found:
        raise CheckpointError(
            "{path} cannot be read as a file of weights: it is damaged, of another kind, or holds code that "
            "would run on opening. Give a file that holds a network's state_dict alone.",
            path=path,
        ) from error
    raise CheckpointError(
        "{path} holds more than weights ({what}), which could run code on opening, so it was not opened; "
        "save the network's state_dict alone.",
        path=path,
        what=found[1],
    ) from error


def _damaged(path: Path, error: Exception) -> NoReturn:
    raise CheckpointError(
        "{path} cannot be read as a file of weights ({why}); it may be damaged or of another kind.",
        path=path,
        why=(str(error).strip() or type(error).__name__).split("\n", 1)[0].rstrip("."),
    ) from error


def _tuples(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
