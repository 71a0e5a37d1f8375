"""How a backward pass treats rectifiers, whatever form they are called in: by function, not by module."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any, Literal, Protocol

import torch
from torch import Tensor
from torch.autograd import Function
from torch.overrides import TorchFunctionMode

from deepvis_app.i18n import Text, text
from deepvis_app.nets import functions
from deepvis_app.nets.functions import Rectifier
from deepvis_app.nets.layers import Layer

Rule = Literal["gradient", "deconvnet", "guided", "rectified"]
RULES: tuple[Rule, ...] = ("gradient", "deconvnet", "guided", "rectified")


class Rectifiers(TorchFunctionMode):
    """While entered, every rectifier y = min(max(x, 0), high) passes its gradient g on by `rule`.

    With m = 1 where 0 < x < high, else 0:

    - gradient: g * m, bit for bit what torch computes;
    - deconvnet: max(g, 0) (Zeiler & Fergus 2014);
    - guided: max(g, 0) * m (Springenberg et al. 2015);
    - rectified: g where y * g > t, else 0, with t the `percentile`-th percentile (nearest rank) of y * g over
      all units and positions of the rectifier, picture by picture (rectified gradient, Kim et al. 2019:
      R = 1(a R' > t) R').

    The rule and percentile are read when the gradient arrives: one forward pass serves several rules, even
    after the mode is left. Rectifiers are relu, relu6, hardtanh from 0 and clamp from 0, in place or not,
    as modules, functions, methods or in exported programs; not the leaky, smooth ones.
    `seen`: how many were met since the mode was entered.
    """

    def __init__(self, rule: Rule = "gradient", percentile: float = 98.0) -> None:
        super().__init__()
        self.rule: Rule = rule
        self.percentile = percentile
        self.seen = 0

    def __enter__(self) -> Rectifiers:
        self.seen = 0
        super().__enter__()  # type: ignore[no-untyped-call]
        return self

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        call = functions.rectifier(function, args, kwargs)
        if call is None:
            return function(*args, **kwargs)
        self.seen += 1
        if not (call.x.requires_grad and torch.is_grad_enabled()):
            return function(*args, **kwargs)
        run = partial(function, *args, **kwargs)
        return _Rectify.apply(call.x, call, self, run)  # type: ignore[no-untyped-call]


class HasLayers(Protocol):
    @property
    def layers(self) -> tuple[Layer, ...]: ...


def warning(network: HasLayers, rule: Rule) -> Text | None:
    """What to tell where `rule` changes nothing, because `network` has no rectifier."""
    if rule == "gradient" or any(layer.rectifier for layer in network.layers):
        return None
    return text("This network has no rectifiers, so that every rule gives the plain gradient.")


class _Rectify(Function):
    @staticmethod
    def forward(
        ctx: Any, x: Tensor, call: Rectifier, rectifiers: Rectifiers, run: Callable[[], Tensor]
    ) -> Tensor:
        ctx.high, ctx.closed, ctx.rectifiers = call.high, call.closed, rectifiers
        plain = math.isinf(call.high) and not call.closed
        before = x.clone() if call.inplace and not plain else x
        y = run()
        if call.inplace:
            ctx.mark_dirty(x)
        ctx.save_for_backward(y if plain else before)  # as torch does: y > 0 exactly where x > 0
        return y

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None, None]:
        (g,) = gradients
        (x,) = ctx.saved_tensors
        rectifiers: Rectifiers = ctx.rectifiers
        if rectifiers.rule == "rectified":
            passed = _rectified(g, x.clamp(0, ctx.high), rectifiers.percentile)
        elif rectifiers.rule == "deconvnet":
            passed = g.clamp_min(0)
        elif rectifiers.rule == "guided":
            passed = _masked(g, x, ctx.high).clamp_min_(0)
        elif ctx.closed:
            passed = torch.where((x >= 0) & (x <= ctx.high), g, 0)
        else:
            passed = _masked(g, x, ctx.high)
        return passed, None, None, None


def _masked(g: Tensor, x: Tensor, high: float) -> Tensor:
    if math.isinf(high):
        return torch.ops.aten.threshold_backward(g, x, 0)  # type: ignore[no-any-return]
    return torch.ops.aten.hardtanh_backward(g, x, 0, high)  # type: ignore[no-any-return]


def _rectified(g: Tensor, y: Tensor, percentile: float) -> Tensor:
    products = (y.float() * g.float()).flatten(1)
    count = products.shape[1]
    rank = round(percentile / 100 * (count - 1))
    if rank >= count // 2:
        threshold = products.topk(count - rank, sorted=False).values.amin(1)
    else:
        threshold = products.topk(rank + 1, largest=False, sorted=False).values.amax(1)
    passes = (products > threshold[:, None]).view_as(g)
    return torch.where(passes, g, 0)
