"""Whether a map depends on what was learnt: let a copy of the network forget, and see if it changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Need, Target
from deepvis_app.methods.checked import Curve, Forgotten
from deepvis_app.methods.heat import Floats, heat, mapping
from deepvis_app.methods.params import SanityParams
from deepvis_app.methods.partial import asked
from deepvis_app.methods.scores import settled
from deepvis_app.nets.forgetting import Stage, forgetting, stages
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced


def sanity(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    method: str,
    method_params: object | None = None,
    params: SanityParams | None = None,
) -> Iterator[tuple[float, Curve]]:
    """The cascading randomisation of Adebayo et al. 2018: how the map of `method` changes as layers forget.

    From the last layer to the first, in at most `stages` stages, a copy's weights are drawn anew from
    `seed`; the target, the winner or the neuron of the network as it was, stays. Yields how much is done, 0
    to 1, and the curve so far. A map that is worth looking at falls below a correlation of 0.5. The network
    itself is not changed. Raises UnknownNameError, UsageError, and what the method raises.
    """
    params = params or SanityParams()
    chosen = mapping(method)
    if Need.SLOTS in chosen.needs:
        raise UsageError(
            "{method} reads the weights that it was trained on and no others, and so cannot be asked of a "
            "network that forgets; choose another.",
            method=method,
        )
    method_params = chosen.params() if method_params is None else method_params
    of = None if Need.MAPS in chosen.needs else layer
    target = yield from sliced(partial(settled, network, image, target, of), (0.0, ()))
    every = stages(network)
    shown = {round(cut) for cut in np.linspace(0, len(every), min(params.stages, len(every)) + 1)[1:] - 1}

    curve: Curve = ()
    first: Tensor | None = None
    states = _from_whole(network, every, params.seed)
    for place in range(-1, len(every)):
        name, forgetful = yield from sliced(partial(next, states), (len(curve) / (len(shown) + 1), curve))
        if name is not None and place not in shown:
            continue
        part = None
        for known in asked(partial(chosen.run(), forgetful, image, target, layer, method_params)):
            part = known or part
            if known is None or known.done < 1:
                yield (len(curve) + (part.done if part else 0.0)) / (len(shown) + 1), curve
        assert part is not None
        now = part.result.detach().float().cpu()
        first = now if first is None else first
        curve += (Forgotten(name, correlation(first, now), similarity(first, now)),)
        yield len(curve) / (len(shown) + 1), curve


def correlation(one: Tensor, other: Tensor) -> float:
    """Spearman's, of the sizes of all values, equal ones sharing their mean rank; 0 where a map is flat."""
    ranks = [_ranks(values.abs().numpy()) for values in (one, other)]
    first, second = (values - values.mean() for values in ranks)
    spread = float(np.linalg.norm(first) * np.linalg.norm(second))
    return float(first @ second) / spread if spread > 0 else 0.0


def similarity(one: Tensor, other: Tensor) -> float:
    """The structural similarity of the maps as heat, the size of each value as a share of the largest."""
    from skimage.metrics import structural_similarity

    pictures = [_scaled(np.abs(heat(values))) for values in (one, other)]
    side = min(*pictures[0].shape, 7)
    return float(structural_similarity(*pictures, data_range=1.0, win_size=side - (side % 2 == 0)))


def _from_whole(network: Network, every: list[Stage], seed: int) -> Iterator[tuple[str | None, Network]]:
    yield None, network
    for stage, forgetful in forgetting(network, every, seed):
        yield stage[0], forgetful


def _ranks(values: Floats) -> NDArray[np.float64]:
    _, which, counts = np.unique(values, return_inverse=True, return_counts=True)
    mean_ranks = np.cumsum(counts) - (counts + 1) / 2
    ranks: NDArray[np.float64] = mean_ranks[which.ravel()]
    return ranks


def _scaled(values: Floats) -> Floats:
    peak = values.max()
    return values / peak if peak > 0 else values
