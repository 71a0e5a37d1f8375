"""Which input pixels a neuron sees: derived from the calls of one run, measured where that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from weakref import WeakKeyDictionary

import torch
from torch import Tensor

from deepvis_app.nets import capture, marks, spans
from deepvis_app.nets.capture import Runnable
from deepvis_app.nets.layers import Layer
from deepvis_app.pictures.fields import Pair, ReceptiveField


class Sized(Runnable, Protocol):
    """A network with an input of its size."""

    @property
    def layers(self) -> tuple[Layer, ...]: ...

    def example(self) -> Tensor: ...


def field(network: Sized, layer: str, neuron: Pair | None = None) -> ReceptiveField | None:
    """That of `neuron` (y, x) of `layer`; of the middle neuron where none is given.

    Derived for convolutions, poolings and what works position by position, for all layers by one run that
    is remembered as long as `network` lives. Where it cannot be derived (windowed attention, say) it is
    measured, at the cost of a backward pass, if a neuron is given: its size is then that within the
    picture, and it cannot be moved; without a neuron the answer is None. Raises UnknownNameError.
    """
    found = network.layer(layer)
    known = fields(network).get(layer)
    if known is not None:
        return known if neuron is None else known.at(*neuron)
    if neuron is None or not found.drawable:
        return None
    return _measured(network, layer, neuron)


def fields(network: Sized) -> Mapping[str, ReceptiveField]:
    """By layer name those of the middle neurons, of all layers for which it can be derived."""
    if network not in _known:
        _known[network] = _derived(network)
    return _known[network]


_known: WeakKeyDictionary[Sized, Mapping[str, ReceptiveField]] = WeakKeyDictionary()


def _derived(network: Sized) -> dict[str, ReceptiveField]:
    x = network.example()
    picture = (x.shape[2], x.shape[3])
    layers = [layer for layer in network.layers if layer.drawable]
    with torch.inference_mode(False), torch.no_grad(), spans.Spans(x) as following:
        captured = capture.forward(network, x, [layer.name for layer in layers])
        seen = {layer.name: following.seen(captured.raw[layer.name]) for layer in layers}
    result = {}
    for layer in layers:
        what = spans.WHOLE if layer.layout == "vector" else seen[layer.name]
        if what is spans.WHOLE:
            result[layer.name] = ReceptiveField.from_corner((0, 0), (0, 0), picture, (0, 0), picture)
        elif isinstance(what, spans.Seen):
            y, x_ = what.y, what.x
            corner, size, stride = (y.start, x_.start), (y.size, x_.size), (y.stride, x_.stride)
            first = ReceptiveField.from_corner((0, 0), corner, size, stride, (y.end, x_.end))
            result[layer.name] = first.at(layer.shape[1] // 2, layer.shape[2] // 2)
    return result


def _measured(network: Sized, layer: str, neuron: Pair) -> ReceptiveField:
    x = network.example()
    left, top, width, height = marks.box(network, x, layer, neuron)
    return ReceptiveField.from_corner(neuron, (top, left), (height, width), (0, 0), (x.shape[2], x.shape[3]))
