"""SCOUTER: slots over the last maps of a frozen network, which show why a class, or why not (Li et al. 2021).

Each class has one slot, which looks for it. What a slot looks at is all that its score is made of, so that
its attention explains the score. A file holds slots for and slots against, the names of their classes, and
which network and weights their maps are from: maps of any other would mean nothing to them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor, nn

from deepvis_app import paths
from deepvis_app.errors import CheckpointError, UnknownNameError, UsageError
from deepvis_app.nets import checkpoints
from deepvis_app.nets.network import Network
from deepvis_app.nets.slots import SlotAttention

Kind = Literal["positive", "negative"]

KEY = "scouter"  # of what a file says about itself
NAMED = 5  # known classes that an error names


@dataclass(frozen=True)
class Body:
    """The network whose maps are looked at: its title, the layer, and a hash of the weights up to there."""

    title: str
    layer: str
    fingerprint: str

    @classmethod
    def of(cls, network: Network, layer: str) -> Body:
        return cls(network.title, layer, fingerprint(network, layer))


@dataclass(frozen=True, eq=False)
class Scouter:
    """The slots in eval mode, frozen, on the CPU; `labels` in the order of the slots."""

    slots: nn.ModuleDict
    labels: tuple[str, ...]
    body: Body
    path: Path
    card: dict[str, str] = field(default_factory=dict)

    def fits(self, network: Network) -> bool:
        """Whether the network, with its weights, is that of the body."""
        known = {layer.name for layer in network.layers}
        return self.body.layer in known and fingerprint(network, self.body.layer) == self.body.fingerprint

    def check(self, network: Network) -> None:
        """Raises UsageError where it does not fit."""
        if self.fits(network):
            return
        raise UsageError(
            "{file} was trained on {layer} of {body}, and cannot explain {title}, whose weights are others; "
            "`deepvis train scouter` makes one for it.",
            file=self.path.name,
            layer=self.body.layer,
            body=self.body.title,
            title=network.title,
        )

    def slot(self, label: str) -> int:
        """The slot of the class of that name. Raises UnknownNameError."""
        if label in self.labels:
            return self.labels.index(label)
        more = ", …" if len(self.labels) > NAMED else ""
        raise UnknownNameError(
            "The scouter does not know the class {label}. It knows {count}: {names}.",
            label=label,
            count=len(self.labels),
            names=", ".join(self.labels[:NAMED]) + more,
        )

    @torch.no_grad()
    def look(self, kind: Kind, maps: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores (N, classes), attention and its share in the scores, both (N, classes, h, w), of the maps.

        See SlotAttention; float32, on the maps' device.
        """
        slots = self.slots[kind].to(maps.device)
        assert isinstance(slots, SlotAttention)
        scores, attention = slots(maps.float())
        worth = slots.features(maps.float()).mean(2).reshape(-1, 1, *maps.shape[2:])
        return scores, attention, attention * worth


def default_file() -> Path:
    """The scouter of the embedded network that ships with the application."""
    return paths.resources() / "models" / "scouter.safetensors"


def new_slots(channels: int, classes: int, unit: float = 1.0) -> nn.ModuleDict:
    """Untrained slots for and against."""
    return nn.ModuleDict(
        {
            "positive": SlotAttention(channels, classes, 1, unit),
            "negative": SlotAttention(channels, classes, -1, unit),
        }
    )


def load(path: Path) -> Scouter:
    """Raises CheckpointError where the file is missing, damaged or holds no scouter."""
    found = checkpoints.read(path)
    labels, body = found.labels, _body(found)
    shapes = [found.shapes.get(f"positive.{name}", ()) for name in ("slots", "squeeze.weight")]
    if body is None or not labels or [len(shape) for shape in shapes] != [2, 4]:
        raise CheckpointError("{path} holds no scouter; `deepvis train scouter` makes one.", path=path)
    with torch.random.fork_rng(devices=[]):
        slots = new_slots(shapes[1][1], len(labels))
    checkpoints.fill(slots, found)
    return Scouter(slots.eval().requires_grad_(False), tuple(labels), body, path, dict(found.card))


def said_of(body: Body) -> dict[str, str]:
    """What a file says about its body, for `load` to read."""
    return {KEY: json.dumps(asdict(body))}


def fingerprint(network: Network, layer: str) -> str:
    """A hash of all weights that the output of `layer` depends on; nothing after it counts."""
    names = [each.name for each in network.layers]
    place = names.index(layer) + 1
    before = {each.module for each in network.layers[:place]}
    after = {each.module for each in network.layers[place:]} - before
    digest = hashlib.sha256()
    for name, tensor in network.module.state_dict().items():
        module, _, kind = name.rpartition(".")
        if module in after or kind == "num_batches_tracked":
            continue
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().data)
    return digest.hexdigest()


def _body(found: checkpoints.Checkpoint) -> Body | None:
    try:
        return Body(**json.loads(found.about[KEY]))
    except (KeyError, TypeError, ValueError):
        return None
