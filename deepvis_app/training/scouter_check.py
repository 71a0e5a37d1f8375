"""How well slots tell classes apart, and how small a part of a picture they need for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import torch
from torch import Tensor, nn

from deepvis_app.nets.network import Network
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import Accuracy, accuracy_of
from deepvis_app.training.maps import BATCH, maps_of

BEHIND = 5  # points of accuracy that an explanation may cost


@dataclass(frozen=True)
class Quality:
    """Of the slots of one kind; the areas are the mean attention, 0 to 1, of the right class and of all."""

    accuracy: Accuracy
    own_area: float
    area: float


@dataclass(frozen=True)
class Reached:
    """`plain`: of the network's own scores of the same classes."""

    plain: Accuracy
    positive: Quality
    negative: Quality

    def __str__(self) -> str:
        return (
            f"{100 * self.positive.accuracy.top1:.1f} % top-1 by what speaks for a class, "
            f"{100 * self.negative.accuracy.top1:.1f} % by what speaks against it, "
            f"{100 * self.plain.top1:.1f} % by the network's own scores"
        )

    @property
    def behind(self) -> float:
        """How many points the worse of the two lies behind the network's own scores."""
        worse = min(self.positive.accuracy.top1, self.negative.accuracy.top1)
        return 100 * (self.plain.top1 - worse)

    @property
    def areas(self) -> str:
        """The mean attention in words."""
        kinds = {field.name: getattr(self, field.name) for field in fields(self)[1:]}
        return ", ".join(
            f"{kind} {100 * each.own_area:.1f} % of the picture for the right class, "
            f"{100 * each.area:.1f} % for all"
            for kind, each in kinds.items()
        )


Seen = tuple[Tensor, Tensor, Tensor]
"""Of some pictures: maps (N, C, h, w), the network's scores of these classes (N, classes), classes (N,)."""


@torch.no_grad()
def check(slots: nn.ModuleDict, seen: Iterable[Seen]) -> Reached:
    """How well both kinds of slots do, on the pictures of all parts together."""
    plain, right = [], []
    found: dict[str, list[Tensor]] = {kind: [] for kind in slots}
    areas: dict[str, list[Tensor]] = {kind: [] for kind in slots}
    for maps, scores, classes in seen:
        plain.append(scores.float().cpu())
        right.append(classes.cpu())
        for kind, each in slots.items():
            answers, attention = each(maps.float())
            found[kind].append(answers.cpu())
            areas[kind].append(attention.mean((2, 3)).cpu())
    truth = torch.cat(right)

    def quality(kind: str) -> Quality:
        area = torch.cat(areas[kind])
        own = area.gather(1, truth[:, None])
        return Quality(accuracy_of(torch.cat(found[kind]), truth), float(own.mean()), float(area.mean()))

    return Reached(accuracy_of(torch.cat(plain), truth), quality("positive"), quality("negative"))


def seen(network: Network, layer: str, pictures: PictureSet) -> Iterator[Seen]:
    """Whole pictures, a batch at a time; their classes' names are the slots'."""
    known = [network.labels.index(name) for name in pictures.names]
    for begin in range(0, len(pictures), BATCH):
        part = slice(begin, begin + BATCH)
        maps, scores = maps_of(network, layer, pictures.pixels[part])
        yield maps, scores[:, known], torch.from_numpy(pictures.classes[part])
