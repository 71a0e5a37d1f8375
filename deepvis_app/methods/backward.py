"""Pictures by one backward pass: how the target changes with the input, under the four rules.

All work alike. Forward as far as the target; from it back to the input. The target is a class score (the
winner's where none is given), or with `layer` one unit there: at its largest position, everywhere, or at
one neuron. Raised are UnknownNameError for a layer, OutOfRangeError for a class, unit or neuron that does
not exist, UsageError for a layer without a unit or one that cannot be drawn, and RunError where the network
gives no class scores.
"""

from __future__ import annotations

import torch
from torch import Tensor

from deepvis_app.errors import RunError, UsageError
from deepvis_app.methods import NoParams, RectifiedGradientParams, Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.nets import capture
from deepvis_app.nets.backward import input_gradient, start
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import Rectifiers, Rule


def gradient(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: NoParams | None = None,
) -> Tensor:
    """d target / d image: (3, H, W) float32, per unit of normalised input (Simonyan et al. 2013)."""
    return _backward(network, image, target, layer, "gradient")


def deconvnet(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: NoParams | None = None,
) -> Tensor:
    """The gradient g with max(g, 0) at each rectifier instead of its own derivative: (3, H, W) float32.

    Max pooling goes back to where the maximum was, the switches of Zeiler & Fergus 2014.
    """
    return _backward(network, image, target, layer, "deconvnet")


def guided_backprop(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: NoParams | None = None,
) -> Tensor:
    """The gradient g with max(g, 0) * (activation > 0) at each rectifier: (3, H, W) float32
    (Springenberg et al. 2015).
    """
    return _backward(network, image, target, layer, "guided")


def rectified_gradient(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: RectifiedGradientParams | None = None,
) -> Tensor:
    """The gradient g with g * (a g > t) at each rectifier: (3, H, W) float32 (Kim et al. 2019).

    a is the rectifier's answer, t the `percentile`-th percentile of a g over that rectifier.
    """
    percentile = (params or RectifiedGradientParams()).percentile
    return _backward(network, image, target, layer, "rectified", percentile)


def _backward(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    rule: Rule,
    percentile: float = 98.0,
) -> Tensor:
    rectifiers = Rectifiers(rule, percentile)
    with torch.inference_mode(False), torch.enable_grad():
        x = image.detach().clone().requires_grad_()
        with rectifiers:
            value = _value(network, x.clone(), target or Target(), layer)  # the clone may be overwritten
        return input_gradient(value, x, rectifiers, rule)[0].float()


def _value(network: Network, x: Tensor, target: Target, layer: str | None) -> Tensor:
    if layer is None:
        return _class_score(network, x, target)
    if target.unit is None:
        raise UsageError("A backward picture of layer {layer} needs one of its units; name one.", layer=layer)
    name = chosen_layer(network, layer).name
    maps = capture.forward(network, x, [name], to_end=False).maps[name]
    return start(maps, target.unit, target.neuron)[0]


def _class_score(network: Network, x: Tensor, target: Target) -> Tensor:
    if target.unit is not None:
        raise UsageError("Unit {unit} needs a layer; name one.", unit=target.unit)
    if target.class_index is not None:
        network.class_index(target.class_index)
    scores = capture.forward(network, x).output
    if scores is None or scores.ndim != 2:
        raise RunError("{title} gives no class scores; choose a layer and a unit.", title=network.title)
    index = int(scores[0].argmax()) if target.class_index is None else target.class_index
    return start(scores, index)[0]
