"""Multifaceted visualisation: the different things that a class or a unit stands for, a picture of each."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.methods.maximise import maximise, wanted
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.synthesis.canvas import BEHIND, sheet
from deepvis_app.methods.synthesis.clusters import k_means, principal
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis_params import MaximiseParams, MultifacetedParams
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import seen


def multifaceted(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: MultifacetedParams | None = None,
    *,
    others: tuple[Tensor, ...] = (),
) -> Iterator[Partial]:
    """A picture for each facet of the target, (3, H, W) on one sheet, the commonest first, in steps.

    `others`: pictures (1, 3, h, w), 0 to 1, to which the target answers most: of a class, its best in an
    index. Their codes, the means over the network's last maps, are brought to 50 principal components and
    grouped by k-means; each facet begins with the mean of the `nearest` pictures to its centre and is raised
    from there (Nguyen et al. 2016), otherwise as maximise does it. Facts: "groups", the size of each.

    Raises what maximise does.
    """
    params = params or MultifacetedParams()
    target = wanted(network, image, target, layer)
    with torch.inference_mode(False), torch.no_grad():
        pictures = torch.cat([seen(one.detach().clone(), network.preprocessing) for one in others])
        beginnings, sizes = _beginnings(pictures, _codes(network, pictures), params)
    told = " ".join(map(str, sizes))
    how = MaximiseParams(steps=params.steps, start="picture", rate=params.rate, seed=params.seed)
    whole = torch.full_like(beginnings, BEHIND)
    for number, beginning in enumerate(beginnings):
        for part in maximise(network, beginning[None], target, layer, how):
            whole = whole.clone()
            whole[number] = part.result
            done = (number + part.done) / len(beginnings)
            yield Partial(done, sheet(whole), {"groups": told, **part.facts}, part.note)
        if part.note is not None:
            return


def _codes(network: Network, pictures: Tensor) -> Tensor:
    """(N, C): of each picture the mean over the network's last maps."""
    eye, layer = Eye.of(network), default_layer(network)[0]
    return torch.cat([eye(one[None], [layer]).maps[layer].float().mean((2, 3)) for one in pictures])


def _beginnings(pictures: Tensor, codes: Tensor, params: MultifacetedParams) -> tuple[Tensor, list[int]]:
    """Of each group the mean of the pictures nearest to its centre, (facets, 3, H, W), and its size."""
    facets = min(params.facets, len(pictures))
    points = principal(codes)
    groups, centres = k_means(points, facets, torch.Generator().manual_seed(params.seed))
    means, sizes = [], []
    for facet in range(facets):
        members = (groups == facet).nonzero()[:, 0]
        if not len(members):
            continue
        nearest = (points[members] - centres[facet]).norm(dim=1).argsort()[: params.nearest]
        means.append(pictures[members[nearest]].mean(0))
        sizes.append(len(members))
    return torch.stack(means), sizes
