"""The sanity check of several methods, one after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from torch import Tensor

from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import text
from deepvis_app.methods import Need, Target, find
from deepvis_app.methods.checked import Checked
from deepvis_app.methods.params import SanityParams
from deepvis_app.methods.sanity import sanity
from deepvis_app.nets.network import Network

Step = tuple[float, None, Checked]
"""How much of all is done, 0 to 1; no picture; the state of the method in hand."""


@dataclass(frozen=True)
class CheckParams:
    """`settings`: by method, its params where they are not the usual ones."""

    methods: tuple[str, ...] = field(default=("grad_cam",), metadata={"title": text("Methods")})
    settings: Mapping[str, object] = field(default_factory=dict)
    sanity: SanityParams = field(default_factory=SanityParams)


def check(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: CheckParams | None
) -> Iterator[Step]:
    """How the map of each of `params.methods` for a class of `image` changes as the network forgets.

    Yields a Step after each part; the last one of each method is finished. `layer`: for methods made of a
    layer's maps. A method that makes no map, or none of this network, says so in its note, and the next
    follows. Raises UnknownNameError for a method.
    """
    params = params or CheckParams()
    rows = [find(name) for name in params.methods]
    network = network.apart()
    asked = Target(target.class_index if target else None)
    for number, row in enumerate(rows):
        try:
            settings, of = params.settings.get(row.name), layer if Need.MAPS in row.needs else None
            for done, curve in sanity(network, image, asked, of, row.name, settings, params.sanity):
                yield (number + done) / len(rows), None, Checked(row.name, curve, finished=done == 1)
        except DeepVisError as error:
            yield (number + 1) / len(rows), None, Checked(row.name, note=error.text, finished=True)
