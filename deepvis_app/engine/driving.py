"""What in each of several pictures drives a neuron: beside a unit's top patches, as in Zeiler & Fergus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from deepvis_app.engine.messages import Driven, IndexRef, Pixels, Rule
from deepvis_app.engine.shelf import shelved
from deepvis_app.errors import PictureError
from deepvis_app.methods import Target
from deepvis_app.nets import backward, capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import Rectifiers
from deepvis_app.pictures.styles import backward_picture

Step = tuple[float, Pixels | None, Driven]


@dataclass(frozen=True)
class DrivingParams:
    """`neurons`: the (y, x) in each of the index's `pictures` from which its backward pass starts."""

    index: IndexRef
    pictures: tuple[int, ...]
    neurons: tuple[tuple[int, int], ...]
    rule: Rule = "deconvnet"


def drive(
    network: Network,
    image: Tensor,  # noqa: ARG001  # all jobs have the same arguments
    target: Target,
    layer: str,
    params: DrivingParams,
) -> Iterator[Step]:
    """The backward picture of `target.unit` for each picture in turn, in float32.

    Raises InputError where the index has gone, UnknownNameError for the layer, OutOfRangeError for the unit
    or a neuron.
    """
    index, count = shelved(network, params.index).index, len(params.pictures)
    for number, (picture, neuron) in enumerate(zip(params.pictures, params.neurons, strict=True)):
        try:
            shown = network.preprocess(Image.fromarray(index.pixels(picture)))
        except PictureError:
            made = None
        else:
            made = _backward(network, shown, target, layer, neuron, params)
        yield (number + 1) / count, None, Driven(number, made)


def _backward(
    network: Network,
    image: Tensor,
    target: Target,
    layer: str,
    neuron: tuple[int, int],
    params: DrivingParams,
) -> Pixels:
    assert target.unit is not None
    image.requires_grad_()
    with torch.enable_grad(), Rectifiers(params.rule) as rectifiers:
        maps = capture.forward(network, image.clone(), [layer], to_end=False).maps[layer]
        value, _ = backward.start(maps, target.unit, neuron)
        gradient = backward.input_gradient(value, image, rectifiers, params.rule)
    values = gradient[0].float().cpu().numpy()
    if len(values) == 1:
        values = np.repeat(values, 3, axis=0)
    return backward_picture(values[::-1] if network.preprocessing.channels == "BGR" else values)
