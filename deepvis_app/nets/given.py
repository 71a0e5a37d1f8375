"""Networks that a Python session hands over: copies, so that what it goes on with is never changed."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from torch import nn

from deepvis_app.errors import RunError, UnknownNameError
from deepvis_app.pictures.preprocessing import Preprocessing

PREFIX = "python:"

_numbers = count(1)
_given: dict[str, Given] = {}


@dataclass(frozen=True)
class Given:
    """A copy of a session's module, and what the session says about it."""

    module: nn.Module
    title: str
    labels: Sequence[str] | None = None
    preprocessing: Preprocessing | None = None


def give(
    module: object,
    labels: Sequence[str] | None = None,
    preprocessing: Preprocessing | None = None,
    title: str | None = None,
) -> str:
    """Keep a copy of `module` as it is now; the spec that loads it. Raises RunError for what has no copy."""
    if not isinstance(module, nn.Module):
        kind = type(module).__name__
        raise RunError("This is a {kind}; only a torch.nn.Module can be shown.", kind=kind)
    name = title or type(module).__name__
    try:
        own = copy.deepcopy(module)
    except Exception as error:  # a module may hold anything: locks, open files, tensors with a history
        why = (str(error).strip() or type(error).__name__).split("\n", 1)[0].rstrip(".")
        raise RunError(
            "{title} cannot be copied, so it cannot be shown without changing it ({why}).",
            title=name,
            why=why[:200],
        ) from error
    spec = f"{PREFIX}{next(_numbers)}"
    _given[spec] = Given(_bare(own), name, labels, preprocessing)
    return spec


def of(spec: str) -> Given:
    """A copy of its own for each load. Raises UnknownNameError."""
    found = _given.get(spec)
    if found is None:
        raise UnknownNameError("No Python session has handed over the network {spec}.", spec=spec)
    return Given(copy.deepcopy(found.module), found.title, found.labels, found.preprocessing)


def forget(spec: str) -> None:
    """Its window is closed."""
    _given.pop(spec, None)


def _bare(module: nn.Module) -> nn.Module:
    """Without the session's hooks, which would hear of frames that are not theirs; gradients go too.

    torch's own stay: the norms of weights are hooks.
    """
    for part in module.modules():
        for name, table in vars(part).items():
            if name.endswith("_hooks") and isinstance(table, dict):
                for handle, hook in list(table.items()):
                    if not type(hook).__module__.startswith("torch."):
                        del table[handle]
    for parameter in module.parameters():
        parameter.grad = None
    return module.cpu()
