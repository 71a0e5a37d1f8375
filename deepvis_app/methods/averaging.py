"""Heads that average a layer's maps and weigh the means: the gradient of a class score is known beforehand.

d score_c / d A_k = w_ck / (h w) at every place, whatever the picture: no backward pass is needed.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.autograd.graph import Node

AVERAGING = frozenset(
    {
        "AdaptiveAvgPool2DBackward",
        "AliasBackward",
        "AsStridedBackward",
        "CloneBackward",
        "MeanBackward",
        "ReshapeAliasBackward",
        "SqueezeBackward",
        "UnsafeViewBackward",
        "ViewBackward",
    }
)
"""What may lie between the maps and the last, linear function, as autograd names it, less a number."""


def class_weights(scores: Tensor, raw: Tensor, index: int, gradient: Tensor) -> Tensor | None:
    """(classes, C): the weights w, where the head of the network is such a one; else None.

    `scores` (1, classes) were computed from `raw`, a layer's answer that ends the graph, under
    nets.sparse.SparseLinears; `gradient` (1, C, h, w) is that of score `index` by its maps.
    """
    last = scores.grad_fn
    weights = getattr(last, "weight", None)
    if last is None or not isinstance(weights, Tensor) or not _averages(last, raw):
        return None
    if weights.shape != (scores.shape[1], gradient.shape[1]):
        return None
    known = known_gradient(weights, index, gradient)
    alike = torch.allclose(known.float(), gradient.float(), rtol=1e-2, atol=1e-12)
    return weights if alike else None


def known_gradient(weights: Tensor, index: int, maps: Tensor) -> Tensor:
    """(1, C, h, w): the gradient of score `index` by `maps` of that shape."""
    places = maps.shape[2] * maps.shape[3]
    return (weights[index].float() / places)[None, :, None, None].expand(maps.shape)


def _averages(last: Node, raw: Tensor) -> bool:
    """Whether one road of averaging and reshaping alone leads back from `last` to `raw`."""
    node = _only(last)
    while node is not None and node.name().rstrip("0123456789") in AVERAGING:
        node = _only(node)
    return node is not None and getattr(node, "variable", None) is raw


def _only(node: Node) -> Node | None:
    """The one node that `node` goes on to."""
    following = [each for each, _ in node.next_functions if each is not None]
    return following[0] if len(following) == 1 else None
