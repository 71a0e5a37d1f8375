"""What a map explains, as a function of pictures: a class's score, or the answer of one unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor

from deepvis_app.errors import RunError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.nets import capture
from deepvis_app.nets.backward import input_gradient, start
from deepvis_app.nets.network import Network

Score = Callable[[Tensor], Tensor]
"""(N, 3, H, W) -> (N,) in the ambient grad mode; the pictures are not changed."""


def score(network: Network, image: Tensor, target: Target | None, layer: str | None) -> Score:
    """The answer to `target`, settled once for `image` (1, 3, H, W).

    Raises what gradients raise (methods/backward.py).
    """
    target = settled(network, image, target, layer)
    if layer is not None:
        return _of_unit(network, layer, target)
    index = target.class_index
    return lambda x: class_scores(network, x)[:, index]


def settled(network: Network, image: Tensor, target: Target | None, layer: str | None) -> Target:
    """The class by its number, by default the winner; or the neuron, by default where the map is largest.

    Raises what gradients raise (methods/backward.py).
    """
    target = target or Target()
    if layer is None:
        return Target(class_of(network, image, target))
    if target.unit is None:
        raise UsageError("A backward picture of layer {layer} needs one of its units; name one.", layer=layer)
    name = chosen_layer(network, layer).name
    with torch.inference_mode():
        place = start(_maps(network, image, name), target.unit, target.neuron)[1]
    return replace(target, neuron=place) if place else target


def class_of(network: Network, image: Tensor, target: Target | None) -> int:
    """The class that is meant, by default the winner. Raises OutOfRangeError, UsageError, RunError."""
    check_class(network, target)
    with torch.inference_mode():
        return class_among(class_scores(network, image), target)


def check_class(network: Network, target: Target | None) -> None:
    """What can be said against `target` before the network runs. Raises OutOfRangeError, UsageError."""
    target = target or Target()
    if target.unit is not None:
        raise UsageError("Unit {unit} needs a layer; name one.", unit=target.unit)
    if target.class_index is not None:
        network.class_index(target.class_index)


def class_among(scores: Tensor, target: Target | None) -> int:
    """The class that is meant, by default the winner of `scores` (1, classes). Raises OutOfRangeError."""
    if target is None or target.class_index is None:
        return int(scores[0].argmax())
    start(scores, target.class_index)  # there may be fewer scores than labels
    return target.class_index


def class_scores(network: Network, x: Tensor) -> Tensor:
    """(N, classes) for `x` (N, 3, H, W), which is not changed. Raises RunError where there are none."""
    return checked_scores(network, capture.forward(network, x.clone()).output)


def checked_scores(network: Network, output: Tensor | None) -> Tensor:
    """`output` of the network, (N, classes). Raises RunError where it is something else."""
    if output is None or output.ndim != 2:
        raise RunError("{title} gives no class scores; choose a layer and a unit.", title=network.title)
    return output


def gradients(answer: Score, x: Tensor) -> tuple[Tensor, Tensor]:
    """`answer` to `x` (N, C, H, W), (N,), and of each its gradient by its picture, (N, C, H, W); float32."""
    with torch.inference_mode(False), torch.enable_grad():
        x = x.detach().clone().requires_grad_()
        answers = answer(x)
        return answers.detach().float(), input_gradient(answers.sum(), x).float()


def _of_unit(network: Network, layer: str, target: Target) -> Score:
    neuron = target.neuron

    def answer(x: Tensor) -> Tensor:
        found = _maps(network, x, layer)[:, target.unit]
        if isinstance(neuron, tuple) and found.ndim == 3:
            return found[:, neuron[0], neuron[1]]
        return found.flatten(1).sum(1) if found.ndim == 3 else found

    return answer


def _maps(network: Network, x: Tensor, layer: str) -> Tensor:
    return capture.forward(network, x.clone(), [layer], to_end=False).maps[layer]
