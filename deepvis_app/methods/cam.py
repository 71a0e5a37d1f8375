"""Class activation maps: a layer's maps, weighed by what they do for a class score, as one heat map.

All work alike: the body of the network runs without gradients, and of its head alone the gradient of the
score by the maps is taken. A method is one small function of both, which serves live views too:
maps A and gradients g = d score / d A, each (1, C, h, w), to an (h, w) map. Enlarged bilinearly to the input
that is the attribution (H, W), float32, in units of the score, not normalised.

`target` is a class, the winner where none is given; `layer` has maps, a good one where none is given.
Raised are UnknownNameError for a layer, OutOfRangeError for a class, UsageError for a layer without maps or
a target that is no class, RunError where the network gives no class scores.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.errors import RunError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.backward import guided_backprop
from deepvis_app.methods.map_layer import map_layer
from deepvis_app.nets import capture
from deepvis_app.nets.backward import start
from deepvis_app.nets.capture import Captured
from deepvis_app.nets.network import Network

# ---- the formulas: maps A and gradients g to a small map ------------------------------------------------


def small_map(maps: Tensor, gradients: Tensor) -> Tensor:
    """Grad-CAM: relu(sum_k mean_xy(g_k) A_k), (h, w) float32, of maps and gradients (1, C, h, w)."""
    weights = gradients[0].float().mean((1, 2))
    return _weighted(weights, maps).relu_()


def plus_plus_map(maps: Tensor, gradients: Tensor) -> Tensor:
    """Grad-CAM++: relu(sum_k w_k A_k) with w_k = sum_xy alpha relu(g_k).

    alpha = g^2 / (2 g^2 + g^3 sum_xy A_k), which is 1 / (2 + g sum_xy A_k).
    """
    maps, g = maps[0].float(), gradients[0].float()
    below = 2 + g * maps.sum((1, 2), keepdim=True)
    alpha = torch.where(below != 0, 1 / below, 0)
    return _weighted((alpha * g.relu()).sum((1, 2)), maps[None]).relu_()


def layer_map(maps: Tensor, gradients: Tensor) -> Tensor:
    """LayerCAM: relu(sum_k relu(g_k) A_k)."""
    return (gradients.float().relu() * maps.float()).sum(1)[0].relu_()


def hires_map(maps: Tensor, gradients: Tensor) -> Tensor:
    """HiResCAM: sum_k g_k A_k, what speaks against the class below zero."""
    return (gradients.float() * maps.float()).sum(1)[0]


def _weighted(weights: Tensor, maps: Tensor) -> Tensor:
    return torch.einsum("c,chw->hw", weights, maps[0].float())


# ---- the methods ------------------------------------------------------------------------------------------


def grad_cam(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Tensor:
    """What counts for the class, coarsely; from 0 (Selvaraju et al. 2017). For any network and layer."""
    return _attribution(network, image, target, layer, small_map)


def grad_cam_plus_plus(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Tensor:
    """Grad-CAM that gives each of several instances its due; from 0 (Chattopadhyay et al. 2018)."""
    return _attribution(network, image, target, layer, plus_plus_map)


def layer_cam(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Tensor:
    """Each place weighed by its own gradient; from 0, good in early layers too (Jiang et al. 2021)."""
    return _attribution(network, image, target, layer, layer_map)


def hires_cam(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Tensor:
    """Gradient times activation at each place, signed (Draelos & Carin 2020).

    Where the rest of the network is linear, its sum over the small map is the score less the bias.
    """
    return _attribution(network, image, target, layer, hires_map)


def guided_grad_cam(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Tensor:
    """Guided backprop of the class times Grad-CAM: (3, H, W) (Selvaraju et al. 2017)."""
    heat = grad_cam(network, image, target, layer)
    return guided_backprop(network, image, target, None) * heat


def cam(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Tensor:
    """sum_k w_k A_k with the class's own weights w of the last, linear layer, signed (Zhou et al. 2016).

    The mean of the small map is the class score less its bias; that this is so for the network is checked
    at each picture. Besides raises UsageError where it is not.
    """
    with torch.inference_mode(False), torch.no_grad():
        name = map_layer(network, layer).name
        captured = capture.forward(network, image.clone(), [name])
        index = chosen_class(network, captured.output, target)
        weights = _class_weights(network, captured.maps[name], captured.output)
        return enlarged(_weighted(weights[index], captured.maps[name]), image)


# ---- what they share --------------------------------------------------------------------------------------


def head(
    network: Network, captured: Captured, layer: str, target: Target | None, retain: bool = False
) -> tuple[Tensor, Tensor]:
    """Maps of `layer` and the gradient of the class score by them, each (1, C, h, w), zero without a path.

    `captured` holds the layer and the output of a run in grad mode, with `gradients=[layer]` where the
    input has none. With `retain` further backward passes can follow.
    """
    index = chosen_class(network, captured.output, target)
    assert captured.output is not None
    score, _ = start(captured.output, index)
    raw = captured.raw[layer]
    gradient: Tensor | None = None
    if score.requires_grad:  # else nothing on its way hears the layer
        (gradient,) = torch.autograd.grad(score, raw, retain_graph=retain, allow_unused=True)
    gradient = torch.zeros_like(raw) if gradient is None else gradient
    return captured.maps[layer].detach(), capture.as_maps(network.layer(layer), gradient)


def chosen_class(network: Network, scores: Tensor | None, target: Target | None) -> int:
    """The class to explain, by default the winner of `scores` (1, classes)."""
    if target is not None and target.unit is not None:
        raise UsageError("Class activation maps explain a class score, not a unit; leave the unit out.")
    if scores is None or scores.ndim != 2:
        raise RunError(
            "{title} gives no class scores, so that there is no class to map.", title=network.title
        )
    if target is None or target.class_index is None:
        return int(scores[0].argmax())
    network.class_index(target.class_index)
    start(scores, target.class_index)  # there may be fewer scores than labels
    return target.class_index


def enlarged(small: Tensor, image: Tensor) -> Tensor:
    """(h, w) bilinearly at the size of `image` (1, C, H, W): (H, W)."""
    size = image.shape[2:]
    return F.interpolate(small[None, None], size, mode="bilinear", align_corners=False)[0, 0]


def _attribution(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    formula: Callable[[Tensor, Tensor], Tensor],
) -> Tensor:
    name = map_layer(network, layer).name
    with torch.inference_mode(False):
        x = image.detach().clone()
        with torch.enable_grad():
            maps, gradients = head(
                network, capture.forward(network, x, [name], gradients=[name]), name, target
            )
        return enlarged(formula(maps, gradients), x)


def _class_weights(network: Network, maps: Tensor, scores: Tensor | None) -> Tensor:
    """(classes, C) with scores = weights @ mean_xy(maps) + bias; raises UsageError where there are none."""
    assert scores is not None
    pooled = maps.float().mean((2, 3))
    tolerance = (1e-4 if maps.dtype == torch.float32 else 0.05) * float(scores.abs().max())
    if pooled.shape == scores.shape and torch.allclose(pooled, scores.float(), 0, tolerance):
        return torch.eye(pooled.shape[1], device=maps.device)  # the last maps are the classes' own
    path = next((layer.weights for layer in reversed(network.layers) if layer.weights), None)
    last = network.module.get_submodule(path) if path else None
    if isinstance(last, nn.Linear) and last.weight.shape == (scores.shape[1], pooled.shape[1]):
        bias = None if last.bias is None else last.bias.float()
        if torch.allclose(F.linear(pooled, last.weight.float(), bias), scores.float(), 0, tolerance):
            return last.weight.float()
    raise UsageError(
        "{title} does not end in pooling by means and one linear layer, which CAM needs; use grad_cam, its "
        "like for any network.",
        title=network.title,
    )
