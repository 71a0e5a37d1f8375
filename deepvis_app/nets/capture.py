"""Run a network and keep what chosen layers answer; hooks live only as long as the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from deepvis_app.nets import functions
from deepvis_app.nets.folding import FoldedConv
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.sparse import SparseLinears

Watch = Callable[[str, Tensor], None]
"""Is handed a layer's name and its maps, which it must not keep: they may be overwritten at once."""

Change = Callable[[Tensor], Tensor]
"""A layer's answer, as the network lays it out, to another of the same shape; the first stays as it is."""


class Runnable(Protocol):
    """A network, or its live copy."""

    @property
    def module(self) -> nn.Module: ...

    def layer(self, name: str) -> Layer:
        """Raises UnknownNameError."""
        ...


@dataclass
class Captured:
    """By layer name, `maps`: (N, C, H, W) or (N, C), tokens as grids; `raw`: the same as the network lays it
    out. `output`: None after an early stop, or where the network returns something other than one tensor.
    """

    maps: dict[str, Tensor] = field(default_factory=dict)
    raw: dict[str, Tensor] = field(default_factory=dict)
    output: Tensor | None = None


def forward(
    network: Runnable,
    x: Tensor,
    layers: Collection[str] = (),
    *,
    to_end: bool = True,
    gradients: Collection[str] = (),
    changes: Mapping[str, Change] | None = None,
    watch: Watch | None = None,
) -> Captured:
    """Run `network` on `x` (N, 3, H, W) in the ambient grad mode and function modes.

    Raw tensors lie on the path to the output, so that with gradients both can be differentiated: where a
    later operation would overwrite one, the network goes on with a copy. Without `to_end` the run
    ends as soon as all `layers` are known. In grad mode the raw tensors of `gradients`, which are among
    `layers`, can be differentiated by even where `x` cannot: all before them then runs without gradients.
    `changes`: by layer name what is made of its answer before it is kept and anything else sees it.
    `watch` is handed the maps of `layers` as they come; none is kept then, which spares memory.
    Raises UnknownNameError, and whatever the network raises.
    """
    names = dict.fromkeys([*layers, *(changes or ())])
    capture = _Capture([network.layer(name) for name in names], to_end, gradients, changes or {}, watch)
    try:
        with capture.listening(network.module):
            output = network.module(x)
    except _Enough:
        return capture.captured
    capture.captured.output = output if isinstance(output, Tensor) else None
    return capture.captured


class _Enough(Exception):  # noqa: N818 - no error: ends a run early
    pass


class _Capture:
    def __init__(
        self,
        layers: Sequence[Layer],
        to_end: bool,
        gradients: Collection[str],
        changes: Mapping[str, Change],
        watch: Watch | None,
    ) -> None:
        self.captured = Captured()
        self._layers = layers
        self._to_end = to_end
        self._gradients = gradients
        self._changes = changes
        self._watch = watch

    @contextmanager
    def listening(self, module: nn.Module) -> Iterator[None]:
        by_path: dict[str, list[Layer]] = {}
        functional = [layer for layer in self._layers if layer.function]
        for layer in self._layers:
            if not layer.function:
                by_path.setdefault(layer.module, []).append(layer)
        with ExitStack() as stack:
            for path, layers in by_path.items():
                hook = self._hook({layer.call: layer for layer in layers})
                stack.callback(module.get_submodule(path).register_forward_hook(hook).remove)
            if self._gradients:
                stack.enter_context(SparseLinears())
            if functional:
                stack.enter_context(_Functions(functional, self._keep))
            yield

    def _hook(self, layers: dict[int, Layer]) -> Callable[[nn.Module, tuple[Any, ...], Any], Any]:
        calls = 0

        def hook(module: nn.Module, args: tuple[Any, ...], output: Any) -> Any:
            nonlocal calls
            layer = layers.get(calls)
            calls += 1
            if layer is None:
                return None
            if isinstance(module, FoldedConv):
                return module.normed(self._keep(layer, module.plain(*args)))
            return self._keep(layer, output)

        return hook

    def _keep(self, layer: Layer, output: Any) -> Any:
        """Store `output`; returns what the network goes on with."""
        if not isinstance(output, Tensor):
            return output
        if layer.name in self._changes:
            output = self._changes[layer.name](output)
        if self._watch is not None:
            self._watch(layer.name, as_maps(layer, output))
            return output
        if layer.name in self._gradients and torch.is_grad_enabled() and not output.requires_grad:
            output = output.detach().requires_grad_()
        self.captured.raw[layer.name] = output
        self.captured.maps[layer.name] = as_maps(layer, output)
        if not self._to_end and len(self.captured.maps) == len(self._layers):
            raise _Enough
        return output.clone() if layer.overwritten else output


class _Functions(TorchFunctionMode):
    """Listens to functions that are layers of their own, counting calls of each as `discover` did."""

    def __init__(self, layers: Sequence[Layer], keep: Callable[[Layer, Any], Any]) -> None:
        super().__init__()
        self._layers = {(layer.function, layer.call): layer for layer in layers}
        self._keep = keep
        self._calls: Counter[str] = Counter()

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        name = functions.layer_function(function, args, kwargs)
        output = function(*args, **kwargs)
        if name is None:
            return output
        layer = self._layers.get((name, self._calls[name]))
        self._calls[name] += 1
        return output if layer is None else self._keep(layer, output)


def as_maps(layer: Layer, output: Tensor) -> Tensor:
    """`output` (or its gradient) as (N, C, H, W) or (N, C): a view, class tokens left out."""
    if layer.layout == "maps last":
        return output.permute(0, 3, 1, 2)
    if layer.layout == "tokens":
        height, width = layer.shape[1:]
        patches = output[:, output.shape[1] - height * width :]
        return patches.transpose(1, 2).reshape(len(patches), -1, height, width)
    return output
