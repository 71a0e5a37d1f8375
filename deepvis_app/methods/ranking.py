"""The units of a layer that a class hangs on, ranked while each is silenced in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from torch import Tensor

from deepvis_app.i18n import text
from deepvis_app.methods import Target
from deepvis_app.methods.ablation import unit_ablation
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.ranked import Ranked, RankedUnit
from deepvis_app.nets.network import Network

Step = tuple[float, None, Ranked] | tuple[float, None]


@dataclass(frozen=True)
class RankingParams:
    count: int = field(default=48, metadata={"range": (1, 100_000), "title": text("Units listed")})


def rank_units(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: RankingParams | None
) -> Iterator[Step]:
    """`unit_ablation` as a job: after each of its parts the `count` units with the largest drops, if it tells
    any.

    Raises what unit_ablation raises.
    """
    most = (params or RankingParams()).count
    of_class = Target(target.class_index if target else None)
    order: list[int] = []  # in which units become exact
    for part in unit_ablation(network.apart(), image, of_class, layer):
        if not part.facts:
            yield part.done, None
            continue
        order = order or part.result.argsort(descending=True, stable=True).tolist()
        yield part.done, None, _ranked(network, layer or "", part, frozenset(order[: _known(part)]), most)


def _known(part: Partial) -> int:
    return int(part.facts["exact"])


def _ranked(network: Network, layer: str, part: Partial, exact: frozenset[int], most: int) -> Ranked:
    drops = part.result
    first = drops.argsort(descending=True, stable=True)[:most].tolist()
    index = int(part.facts["class"])
    return Ranked(
        layer=layer,
        class_index=index,
        label=network.label(index),
        probability=float(part.facts["probability"]),
        units=tuple(RankedUnit(unit, float(drops[unit]), unit in exact) for unit in first),
        known=len(exact),
        count=len(drops),
        finished=len(exact) == len(drops),
    )
