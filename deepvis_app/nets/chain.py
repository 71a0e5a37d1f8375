"""A network that is a plain chain of functions, written down by running it once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from deepvis_app.nets import functions
from deepvis_app.nets.functions import function_name, tensors
from deepvis_app.nets.spans import POINTWISE

WHOLE_MAP = frozenset(
    {
        "adaptive_avg_pool2d",
        "adaptive_max_pool2d",
        "flatten",
        "group_norm",
        "layer_norm",
        "linear",
        "log_softmax",
        "pad",
        "softmax",
    }
)
"""What works on each picture of a batch by itself, besides WINDOWED and POINTWISE functions."""

WINDOWED = frozenset({"conv2d", "max_pool2d", "avg_pool2d"})
RESHAPES = frozenset({"view", "reshape"})
ESCAPES = frozenset({"item", "tolist", "numpy", "equal", "__bool__", "__int__", "__float__", "__index__"})
"""What makes a number of a tensor's values: what follows may depend on it unseen."""


@dataclass(frozen=True, eq=False)
class Link:
    """One call `function(..., x, ...)`; `before` and `after`: what it was given and what it answered."""

    name: str
    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    slot: int | str
    before: tuple[int, ...]
    after: tuple[int, ...]

    def __call__(self, x: Tensor) -> Tensor:
        """The same of another `x`, of any batch; may overwrite it."""
        if self.name in RESHAPES:
            return x.flatten(1)
        args, kwargs = list(self.args), dict(self.kwargs)
        if isinstance(self.slot, int):
            args[self.slot] = x
        else:
            kwargs[self.slot] = x
        answer: Tensor = self.function(*args, **kwargs)
        return answer

    def given(self, place: int, name: str, default: Any = None) -> Any:
        return self.args[place] if len(self.args) > place else self.kwargs.get(name, default)

    @property
    def pointwise(self) -> bool:
        """Each position of its maps depends on the same position alone, and on nothing else of it."""
        others = list(tensors((self.args, self.kwargs)))
        by_unit = self.name in ("batch_norm", "prelu")
        flat = by_unit or all(each.numel() == 1 or tuple(each.shape[-2:]) == (1, 1) for each in others)
        return self.name in POINTWISE and self.before == self.after and len(self.before) == 4 and flat


@dataclass(frozen=True, eq=False)
class Chain:
    """`links` in order. `output` (1, ...): what the recorded picture gives."""

    links: Sequence[Link]
    output: Tensor

    def after(self, count: int, x: Tensor) -> Tensor:
        """What the network answers where its first `count` links gave `x`, which is not changed."""
        x = x.clone()
        for link in self.links[count:]:
            x = link(x)
        return x


Watch = Callable[[int, Tensor], None]
"""Told of each tensor on its way: what the link of that number is about to be given, or its answer."""


def record(run: Callable[[Tensor], Any], x: Tensor, watch: Watch | None = None) -> Chain | None:
    """`run` of `x` (1, C, H, W) as a chain; None where it branches, or does what is not known here.

    `watch(i, tensor)` sees what goes into link i before an in-place operation can overwrite it.
    """
    recorder = _Recorder(x, watch)
    with recorder:
        output = run(x)
    if recorder.broken or not recorder.links or output is not recorder.current:
        return None
    return Chain(tuple(recorder.links), output)


class _Recorder(TorchFunctionMode):
    def __init__(self, x: Tensor, watch: Watch | None) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.current = x
        self.broken = False
        self._watch = watch
        self._varying: dict[int, Tensor] = {id(x): x}

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        inputs = [each for each in tensors((args, kwargs)) if id(each) in self._varying]
        if not inputs or self.broken:
            return function(*args, **kwargs)
        name = functions.layer_function(function, args, kwargs) or function_name(function)
        before = self.current
        shape = tuple(before.shape)
        if self._watch:
            self._watch(len(self.links), before)
        output = function(*args, **kwargs)
        if isinstance(output, Tensor):
            slot = _slot(before, args, kwargs)
            if len(inputs) != 1 or slot is None or not _known(name, shape, output, args, kwargs):
                self.broken = True
                return output
            args = tuple(None if each is before else each for each in args)
            kwargs = {key: None if each is before else each for key, each in kwargs.items()}
            self.links.append(Link(name, function, args, kwargs, slot, shape, tuple(output.shape)))
            self.current = output
            self._varying[id(output)] = output
        elif name in ESCAPES or any(tensors(output)):
            self.broken = True
        return output


def _known(
    name: str, before: tuple[int, ...], output: Tensor, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> bool:
    if name == "mean":
        return functions.layer_function(torch.mean, args, kwargs) is not None
    if name in RESHAPES:
        return output.ndim == 2 and len(output) == before[0] == 1
    if name == "flatten":
        return bool((args[1] if len(args) > 1 else kwargs.get("start_dim", 0)) == 1)
    if name == "batch_norm" and (args[5] if len(args) > 5 else kwargs.get("training", False)):
        return False
    if name == "max_pool2d" and (kwargs.get("return_indices") or (len(args) > 6 and args[6])):
        return False
    return name in POINTWISE or name in WHOLE_MAP or name in WINDOWED


def _slot(x: Tensor, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> int | str | None:
    """Where among the arguments `x` stands, by itself."""
    for place, each in enumerate(args):
        if each is x:
            return place
    return next((key for key, each in kwargs.items() if each is x), None)
