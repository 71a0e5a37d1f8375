"""A file of styles: the painter's weights, and each style's name, title and thumbnail, all in one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app import paths
from deepvis_app.errors import CheckpointError, UnknownNameError
from deepvis_app.nets import checkpoints
from deepvis_app.nets.style_net import StyleNet

Pixels = NDArray[np.uint8]
KEY = "style"  # of what a file says about itself
SUBJECT, THUMBNAILS = "subject", "thumbnails"  # the names of their tensors


@dataclass(frozen=True, eq=False)
class Style:
    """`name`: short, its own; `title`: for people; `thumbnail` (side, side, 3): a photograph so painted."""

    name: str
    title: str
    thumbnail: Pixels


@dataclass(frozen=True, eq=False)
class Styles:
    """The painter in eval mode, frozen, on the CPU; `styles` in the order of its mixtures.

    `subject` (side, side, 3): the photograph that all thumbnails show, so that a new one can.
    """

    network: StyleNet
    styles: tuple[Style, ...]
    subject: Pixels
    card: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(style.name for style in self.styles)

    def mix(self, shares: Mapping[str, float]) -> Tensor:
        """(styles,) for `network.painter`, of sum 1, from shares by name. Raises UnknownNameError."""
        mix = torch.zeros(len(self.styles))
        for name, share in shares.items():
            mix[self.index(name)] = share
        return mix / mix.sum().clamp_min(1e-6)

    def index(self, name: str) -> int:
        """Raises UnknownNameError."""
        if name in self.names:
            return self.names.index(name)
        raise UnknownNameError(
            "There is no style {name}. The file knows: {names}.", name=name, names=", ".join(self.names)
        )


@dataclass(frozen=True)
class _Shape:
    """What a file says of the painter and of the styles in it, in their order."""

    names: Sequence[str]
    titles: Sequence[str]
    width: int
    blocks: int
    later: int = 0  # which files that have none do not say


def default_file() -> Path:
    """The styles that ship with the application."""
    return paths.resources() / "models" / "style.safetensors"


def load(path: Path) -> Styles:
    """Raises CheckpointError where the file is missing, damaged or holds no styles, or those of another
    version's painter."""
    found = checkpoints.read(path)
    try:
        shape = _shape(path, json.loads(found.about[KEY]))
        subject, thumbnails = (found.tensors[name].numpy() for name in (SUBJECT, THUMBNAILS))
        with torch.device("meta"):
            network = StyleNet(len(shape.names), shape.width, shape.blocks, shape.later)
        styles = [Style(*each) for each in zip(shape.names, shape.titles, thumbnails, strict=True)]
        if not styles or {subject.dtype, thumbnails.dtype} != {np.dtype(np.uint8)} or thumbnails.ndim != 4:
            raise ValueError
    except (KeyError, TypeError, ValueError) as error:
        raise CheckpointError(
            "{path} holds no styles; `deepvis train style` makes such a file.", path=path
        ) from error
    weights = {name: tensor for name, tensor in found.tensors.items() if name not in (SUBJECT, THUMBNAILS)}
    checkpoints.fill(network, checkpoints.Checkpoint(path, weights))
    network.requires_grad_(False).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return Styles(network.eval(), tuple(styles), subject, dict(found.card))


def _shape(path: Path, told: dict[str, Any]) -> _Shape:
    try:
        return _Shape(**told)
    except TypeError as error:  # more or less than a _Shape has
        raise CheckpointError(
            "{path} holds styles of another version, in which this one cannot paint; move it away and learn "
            "them again.",
            path=path,
        ) from error


def tensors_of(styles: Styles) -> dict[str, Tensor]:
    """What `load` reads back, to be rounded to float16 by whoever writes it."""
    thumbnails = torch.from_numpy(np.stack([style.thumbnail for style in styles.styles]))
    pictures = {SUBJECT: torch.from_numpy(styles.subject.copy()), THUMBNAILS: thumbnails}
    return {**styles.network.state_dict(), **pictures}


def said_of(styles: Styles) -> dict[str, str]:
    """What a file says about its tensors, for `load` to read."""
    titles = [style.title for style in styles.styles]
    network = styles.network
    shape = _Shape(styles.names, titles, network.width, network.blocks, network.later)
    return {KEY: json.dumps(asdict(shape))}
