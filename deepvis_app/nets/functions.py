"""Which torch functions are rectifiers, other activations and pools, in whatever form they are called."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor

Function = Callable[..., Any]
Arguments = tuple[tuple[Any, ...], Mapping[str, Any]]

_aten = torch.ops.aten
_nn = torch._C._nn  # where torch keeps the C++ forms behind torch.nn.functional


@dataclass(frozen=True)
class Rectifier:
    """A call of min(max(x, 0), high).

    `closed`: torch's own gradient also passes where x is exactly 0 or `high` (it does so for clamp alone).
    """

    x: Tensor
    high: float = math.inf
    inplace: bool = False
    closed: bool = False


class _Form(NamedTuple):
    """How one function says it: the names of its arguments after the input, with their defaults."""

    low: tuple[str, float | None]
    high: tuple[str, float | None]
    order: tuple[str, ...]
    inplace: bool = False
    closed: bool = False


_RELU = _Form(("", 0.0), ("", None), ("inplace",))
_RELU6 = _Form(("", 0.0), ("", 6.0), ("inplace",))
_HARDTANH = _Form(("min_val", -1.0), ("max_val", 1.0), ("min_val", "max_val", "inplace"))
_CLAMP = _Form(("min", None), ("max", None), ("min", "max"), closed=True)


def _forms() -> dict[Function, tuple[str, _Form]]:
    table: dict[Function, tuple[str, _Form]] = {}

    def add(name: str, form: _Form, *functions: Function) -> None:
        table.update(dict.fromkeys(functions, (name, form)))

    add("relu", _RELU, F.relu, torch.relu, Tensor.relu, _aten.relu.default)
    add("relu", _RELU._replace(inplace=True), torch.relu_, Tensor.relu_, _aten.relu_.default)
    add("relu6", _RELU6, F.relu6, _nn.relu6, _aten.relu6.default)
    add("relu6", _RELU6._replace(inplace=True), _nn.relu6_, _aten.relu6_.default)
    add("hardtanh", _HARDTANH, F.hardtanh, _nn.hardtanh, _aten.hardtanh.default)
    add("hardtanh", _HARDTANH._replace(inplace=True), _nn.hardtanh_, _aten.hardtanh_.default)
    clamps = (torch.clamp, Tensor.clamp, torch.clip, Tensor.clip, torch.clamp_min, Tensor.clamp_min)
    add("clamp", _CLAMP, *clamps, _aten.clamp.default, _aten.clamp_min.default)
    clamps_ = (torch.clamp_, Tensor.clamp_, torch.clip_, Tensor.clip_, torch.clamp_min_, Tensor.clamp_min_)
    add("clamp", _CLAMP._replace(inplace=True), *clamps_, _aten.clamp_.default, _aten.clamp_min_.default)
    return table


_RECTIFIERS = _forms()

_ACTIVATIONS: dict[Function, str] = {
    F.leaky_relu: "leaky_relu",
    F.elu: "elu",
    F.gelu: "gelu",
    F.silu: "silu",
    F.mish: "mish",
    F.hardswish: "hardswish",
}

_POOLS: dict[Function, str] = {
    F.max_pool2d: "max_pool2d",
    torch.max_pool2d: "max_pool2d",
    _aten.max_pool2d.default: "max_pool2d",
    F.avg_pool2d: "avg_pool2d",
    _aten.avg_pool2d.default: "avg_pool2d",
    F.adaptive_avg_pool2d: "adaptive_avg_pool2d",
    _aten.adaptive_avg_pool2d.default: "adaptive_avg_pool2d",
    F.adaptive_max_pool2d: "adaptive_max_pool2d",
}

_MEANS = frozenset({torch.mean, Tensor.mean, _aten.mean.dim})

KINDS: Mapping[str, str] = {
    "relu": "ReLU",
    "relu6": "ReLU6",
    "hardtanh": "Hardtanh",
    "clamp": "Clamp",
    "leaky_relu": "LeakyReLU",
    "elu": "ELU",
    "gelu": "GELU",
    "silu": "SiLU",
    "mish": "Mish",
    "hardswish": "Hardswish",
    "max_pool2d": "MaxPool2d",
    "avg_pool2d": "AvgPool2d",
    "adaptive_avg_pool2d": "AdaptiveAvgPool2d",
    "adaptive_max_pool2d": "AdaptiveMaxPool2d",
    "mean": "GlobalAvgPool2d",
}
"""The function names that are layers, and the module that does the same."""

POOLS = frozenset(_POOLS.values()) | {"mean"}


def rectifier(function: Function, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Rectifier | None:
    """The call as min(max(x, 0), high), or None where it is something else (clamp(min=1e-6), say)."""
    found = _RECTIFIERS.get(function)
    if found is None or "out" in kwargs:
        return None
    _, form = found
    x = _input(args, kwargs)
    given = dict(zip(form.order, args[1:], strict=False)) | dict(kwargs)
    low = given.get(*form.low)
    high = given.get(*form.high)
    if not isinstance(low, int | float) or low != 0 or not (high is None or isinstance(high, int | float)):
        return None
    if not isinstance(x, Tensor) or not x.is_floating_point():
        return None
    inplace = form.inplace or bool(given.get("inplace", False))
    return Rectifier(x, math.inf if high is None else float(high), inplace, form.closed)


def layer_function(function: Function, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> str | None:
    """The name under which a call is a layer of its own (a key of KINDS), or None."""
    if function in _RECTIFIERS:
        return _RECTIFIERS[function][0] if rectifier(function, args, kwargs) else None
    if function in _MEANS:
        return "mean" if _over_positions(args, kwargs) else None
    return _ACTIVATIONS.get(function) or _POOLS.get(function)


def convolution(
    function: Function, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The arguments by name, without the bias, of a call of conv2d; None for all else."""
    if function not in (F.conv2d, _aten.conv2d.default):
        return None
    names = ("input", "weight", "bias", "stride", "padding", "dilation", "groups")
    given = dict(zip(names, args, strict=False)) | dict(kwargs)
    given.pop("bias", None)
    return given


def input_of(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Tensor | None:
    """The tensor that a function works on."""
    x = _input(args, kwargs)
    return x if isinstance(x, Tensor) else None


def function_name(function: Function) -> str:
    """Without module, overload and the underscore of in-place forms."""
    name = str(getattr(function, "__name__", "")).split(".", 1)[0]
    return name if name.startswith("__") else name.rstrip("_")


def tensors(value: Any) -> Iterator[Tensor]:
    """Those among arguments or in an answer, however nested."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from tensors(each)
    elif isinstance(value, dict):
        yield from tensors(tuple(value.values()))


def _input(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    return args[0] if args else kwargs.get("input", kwargs.get("self"))


def _over_positions(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool:
    x = _input(args, kwargs)
    axes = args[1] if len(args) > 1 else kwargs.get("dim")
    if not isinstance(x, Tensor) or x.ndim != 4 or not isinstance(axes, tuple | list):
        return False
    return {axis % 4 for axis in axes} == {2, 3}
