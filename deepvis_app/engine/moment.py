"""One frame's pass through the network, shared by all views of it."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.engine.memory import Memory
from deepvis_app.engine.messages import Pixels, Rule
from deepvis_app.errors import OutOfRangeError, RunError
from deepvis_app.methods import Neuron, RectifiedGradientParams, Target, averaging, cam
from deepvis_app.nets import backward, capture
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.live import LiveCopy
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor
from deepvis_app.nets.rules import Rectifiers

if TYPE_CHECKING:
    from deepvis_app.engine.beside import Beside
    from deepvis_app.engine.studio import Studio  # which asks moments

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Needs:
    """What the views of a frame need of the network: no more is computed."""

    layers: Collection[str] = ()
    output: bool = False
    backward: int = 0  # how many backward passes down to the input will be asked for
    heads: Collection[str] = ()  # of which layers the class score's gradient will be; they are in `layers`

    @property
    def any(self) -> bool:
        return bool(self.layers) or self.output


@dataclass(frozen=True)
class Numbers:
    """Of each unit of a layer in this frame, (units,)."""

    means: Floats
    maxima: Floats


@dataclass(frozen=True)
class _Run:
    """A forward pass from `x` that backward passes can follow."""

    captured: capture.Captured
    x: Tensor
    rectifiers: Rectifiers | None


@dataclass
class Moment:
    """A frame and what the network answers to it. Times in milliseconds."""

    network: Network
    live: LiveCopy
    memory: Memory
    pixels: Pixels
    x: Tensor  # the network's input; empty where no view needs the network
    captured: capture.Captured
    needs: Needs = Needs()
    rectifiers: Rectifiers | None = None
    backward_left: int = 0
    forward_ms: float = 0.0
    backward_ms: float = 0.0
    frame: int = 0  # its number
    beside: Beside | None = None  # what it may be compared with
    studio: Studio = field(init=False)
    _numbers: dict[str, Numbers] = field(default_factory=dict)
    _heads: dict[tuple[str, int], tuple[Tensor, Tensor]] = field(default_factory=dict)
    _gradients: dict[tuple[object, ...], Floats] = field(default_factory=dict)

    def maps(self, layer: str) -> Tensor:
        """(1, C, H, W), or (1, C) of a vector layer, without gradients."""
        return self.captured.maps[layer].detach()

    def numbers(self, layer: str) -> Numbers:
        """Computed once a frame, and noted in the memory's records."""
        if layer not in self._numbers:
            maps = self.maps(layer)
            if maps.ndim == 2:
                means = maxima = _array(maps[0])
            else:
                # amax and a float32 mean read channels-last maps at full speed; aminmax does not.
                means = _array(maps.mean((2, 3), dtype=torch.float32)[0])
                maxima = _array(maps.amax((2, 3))[0])
            self._numbers[layer] = Numbers(means, maxima)
            self.memory.note(layer, maxima)
        return self._numbers[layer]

    def gradient(
        self,
        layer: str | None,
        unit: int,
        rule: Rule,
        neuron: Neuron = "max",
        percentile: float = RectifiedGradientParams().percentile,
    ) -> Floats:
        """(3, H, W): the backward picture of a unit of `layer`, or of a class score; once a frame.

        Where bf16 would show, from a pass in float32, one for all such pictures of the frame.
        """
        self.backward_left -= 1
        asked = (layer, unit, rule, neuron, percentile)
        if asked not in self._gradients:
            start = time.perf_counter()
            run = self._run if self.live.faithful(layer, rule) else self._exact
            answer = run.captured.output if layer is None else run.captured.maps[layer]
            assert answer is not None
            if run.rectifiers is not None:
                run.rectifiers.percentile = percentile
            with torch.enable_grad():
                value, _ = backward.start(answer, unit, neuron)
                retain = self.backward_left > 0
                gradient = backward.input_gradient(value, run.x, run.rectifiers, rule, retain)
            self._gradients[asked] = _array(gradient[0])
            self.backward_ms += (time.perf_counter() - start) * 1000
        return self._gradients[asked]

    def head(self, layer: str, index: int) -> tuple[Tensor, Tensor]:
        """Maps of `layer` and the gradient of a class score by them, each (1, C, h, w); once a frame."""
        if (layer, index) not in self._heads:
            start = time.perf_counter()
            weights = self.memory.class_weights(layer)
            if weights is not None:
                maps = self.maps(layer)
                self._heads[layer, index] = maps, averaging.known_gradient(weights, index, maps)
            else:
                self._heads[layer, index] = self._gone_back(layer, index)
            self.backward_ms += (time.perf_counter() - start) * 1000
        return self._heads[layer, index]

    def _gone_back(self, layer: str, index: int) -> tuple[Tensor, Tensor]:
        if self.rectifiers is not None:
            self.rectifiers.rule = "gradient"
        with torch.enable_grad():
            found = cam.head(self.network, self.captured, layer, Target(index), retain=True)
        assert self.captured.output is not None
        raw = self.captured.raw[layer]
        self.memory.note_head(layer, averaging.class_weights(self.captured.output, raw, index, found[1]))
        return found

    @property
    def _run(self) -> _Run:
        return _Run(self.captured, self.x, self.rectifiers)

    @cached_property
    def _exact(self) -> _Run:
        """The same in float32, of the network itself."""
        x = frame_to_tensor(self.pixels, self.network.preprocessing).to(self.network.device).requires_grad_()
        with torch.enable_grad(), Rectifiers() as rectifiers:
            captured = capture.forward(self.network, x.clone(), self.needs.layers, to_end=self.needs.output)
        return _Run(captured, x, rectifiers)


def look(network: Network, live: LiveCopy, memory: Memory, pixels: Pixels, needs: Needs) -> Moment:
    """Run the live copy over the frame `pixels` (H, W, 3), as far as `needs` says."""
    if not needs.any:
        return Moment(network, live, memory, pixels, torch.empty(0), capture.Captured())
    x = frame_to_tensor(pixels, network.preprocessing, live.dtype).to(network.device)
    needs = replace(needs, heads=[name for name in needs.heads if memory.class_weights(name) is None])
    moment = Moment(network, live, memory, pixels, x, capture.Captured(), needs, backward_left=needs.backward)
    start = time.perf_counter()
    with _mode(moment, needs):
        # A clone, as the network may overwrite its input in place.
        moment.captured = capture.forward(
            live, x.clone(), needs.layers, to_end=needs.output, gradients=needs.heads
        )
    if network.device.type == "cuda":
        torch.cuda.synchronize()
    moment.forward_ms = (time.perf_counter() - start) * 1000
    return moment


def checked(live: LiveCopy, name: str, unit: int | None = None) -> Layer:
    """The layer of that name, which can be drawn and has that unit.

    Raises UnknownNameError, RunError, OutOfRangeError.
    """
    layer = live.layer(name)
    if not layer.drawable:
        raise RunError(
            "The output of {layer} is no picture: its shape is {shape}.", layer=name, shape=layer.shape
        )
    if unit is not None and not 0 <= unit < layer.units:
        raise OutOfRangeError(
            "{layer} has the units 0 to {last}; there is no unit {unit}.",
            layer=name,
            last=layer.units - 1,
            unit=unit,
        )
    return layer


@contextmanager
def _mode(moment: Moment, needs: Needs) -> Iterator[None]:
    """Inference mode; where a backward pass follows, grad mode and the rules for rectifiers.

    Where the head alone is gone back through, the body before it runs without gradients.
    """
    if not needs.backward:
        with torch.enable_grad() if needs.heads else torch.inference_mode():
            yield
        return
    moment.x.requires_grad_()
    moment.rectifiers = Rectifiers("guided")
    with torch.enable_grad(), moment.rectifiers:
        yield


def _array(values: Tensor) -> Floats:
    array: Floats = values.detach().float().cpu().numpy()
    return array
