"""What a network that came as a program, exported or converted, must be like to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torch import fx, nn

from deepvis_app.errors import CheckpointError
from deepvis_app.nets.rebuilding import one_at_a_time, takes_any_batch

_CHANNELS = (0, 1, 3)  # 0: any number


@dataclass(frozen=True)
class Program:
    """A module, and the shape (N, C, H, W) of the input that it was exported with."""

    module: nn.Module
    shape: tuple[int, ...]


def of_any_batch(module: nn.Module, shape: tuple[int, ...]) -> Program:
    """In eval mode already; one that was written for one batch alone sees a larger one part by part."""
    if isinstance(module, fx.GraphModule) and not takes_any_batch(module, shape):
        one_at_a_time(module, shape[0])
    return Program(module, shape)


def batch_of_pictures(shapes: Sequence[Sequence[int]], path: Path) -> Sequence[int]:
    """The only one of its inputs' `shapes`. Raises CheckpointError where it takes anything else."""
    if len(shapes) != 1 or len(shapes[0]) != 4 or shapes[0][1] not in _CHANNELS:
        raise CheckpointError(
            "{path} does not take one batch of pictures (N, C, H, W), but {count} inputs of the shapes "
            "{shapes}; only such programs can be opened.",
            path=path,
            count=len(shapes),
            shapes=", ".join(str(tuple(shape)) for shape in shapes) or "-",
        )
    return shapes[0]


def first_line(error: Exception) -> str:
    """What a library says of a file that it cannot read, as a part of a sentence."""
    return (str(error).strip() or type(error).__name__).split("\n", 1)[0].rstrip(".")[:200]
