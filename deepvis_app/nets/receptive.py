"""Which input pixels a neuron sees: derived from the calls of one run, measured where that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from weakref import WeakKeyDictionary

import torch
from torch import Tensor

from deepvis_app.nets import capture, marks, spans
from deepvis_app.nets.capture import Runnable
from deepvis_app.nets.layers import Layer

Pair = tuple[int, int]


class Sized(Runnable, Protocol):
    """A network with an input of its size."""

    @property
    def layers(self) -> tuple[Layer, ...]: ...

    def example(self) -> Tensor: ...


@dataclass(frozen=True)
class ReceptiveField:
    """What one neuron of a layer sees, in input pixels right and down from the top left corner.

    `box`: (x, y, width, height) of what lies within the picture. `size` (height, width) and `centre` (y, x)
    are of the whole field, which may reach beyond the picture; `stride` (down, right) is how far it moves
    from one neuron to the next, 0 where every neuron sees the same. `end` (y, x): no neuron of the layer
    sees further.
    """

    neuron: Pair
    centre: tuple[float, float]
    size: Pair
    stride: Pair
    box: tuple[int, int, int, int]
    end: Pair

    def at(self, y: int, x: int) -> ReceptiveField:
        """That of neuron (y, x) of the same layer."""
        down, right = (y - self.neuron[0]) * self.stride[0], (x - self.neuron[1]) * self.stride[1]
        top = self.centre[0] + down - self.size[0] / 2
        left = self.centre[1] + right - self.size[1] / 2
        return _field((y, x), (int(top), int(left)), self.size, self.stride, self.end)


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
            result[layer.name] = _field((0, 0), (0, 0), picture, (0, 0), picture)
        elif isinstance(what, spans.Seen):
            y, x_ = what.y, what.x
            corner, size, stride = (y.start, x_.start), (y.size, x_.size), (y.stride, x_.stride)
            first = _field((0, 0), corner, size, stride, (y.end, x_.end))
            result[layer.name] = first.at(layer.shape[1] // 2, layer.shape[2] // 2)
    return result


def _measured(network: Sized, layer: str, neuron: Pair) -> ReceptiveField:
    x = network.example()
    left, top, width, height = marks.box(network, x, layer, neuron)
    return _field(neuron, (top, left), (height, width), (0, 0), (x.shape[2], x.shape[3]))


def _field(neuron: Pair, corner: Pair, size: Pair, stride: Pair, end: Pair) -> ReceptiveField:
    """That of `neuron`, from the top left `corner` (y, x) of what it sees."""
    ends = [min(corner[axis] + size[axis], end[axis]) for axis in (0, 1)]
    starts = [max(corner[axis], 0) for axis in (0, 1)]
    return ReceptiveField(
        neuron=neuron,
        centre=(corner[0] + size[0] / 2, corner[1] + size[1] / 2),
        size=size,
        stride=stride,
        box=(starts[1], starts[0], max(ends[1] - starts[1], 0), max(ends[0] - starts[0], 0)),
        end=end,
    )
