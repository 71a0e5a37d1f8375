"""Follows, call by call, which input rows and columns each position of each tensor depends on."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import torch.nn.functional as F
from torch import Tensor
from torch.overrides import TorchFunctionMode

from deepvis_app.nets import functions
from deepvis_app.nets.functions import function_name, tensors

WHOLE: Final = "whole"  # every position depends on all of the picture
UNKNOWN: Final = "unknown"


@dataclass(frozen=True)
class Span:
    """Position i sees `size` input positions, from start + i * stride on, but none from `end` on."""

    end: int
    start: int = 0
    size: int = 1
    stride: int = 1

    def window(self, count: int, kernel: int, stride: int, padding: int, dilation: int = 1) -> Span:
        """Of what a convolution or pooling makes of `count` positions."""
        return Span(
            min(self.end, self.start + (count - 1) * self.stride + self.size),
            self.start - padding * self.stride,
            self.size + (kernel - 1) * dilation * self.stride,
            self.stride * stride,
        )

    def joined(self, other: Span) -> Span | None:
        if self.stride != other.stride:
            return None
        start = min(self.start, other.start)
        size = max(self.start + self.size, other.start + other.size) - start
        return Span(max(self.end, other.end), start, size, self.stride)


@dataclass(frozen=True)
class Seen:
    """What a tensor's positions see, and in which of its dimensions rows and columns lie."""

    y: Span
    x: Span
    rows: int = 2
    columns: int = 3

    @property
    def places(self) -> tuple[int, int]:
        return self.rows, self.columns


State = Seen | Literal["whole", "unknown"]


class Spans(TorchFunctionMode):
    """Enter it, run a network on `x` (1, C, H, W), ask what any of its tensors has `seen`."""

    def __init__(self, x: Tensor) -> None:
        super().__init__()
        self._states: dict[tuple[int, int], tuple[Tensor, State]] = {}
        self._note(x, Seen(Span(x.shape[2]), Span(x.shape[3])))

    def seen(self, tensor: Tensor) -> State | None:
        """None: it does not depend on the input."""
        known = self._states.get((id(tensor), tensor._version))
        return known[1] if known else None

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        inputs = [(tensor.shape, state) for tensor in tensors(args) if (state := self.seen(tensor))]
        name = functions.layer_function(function, args, kwargs) or function_name(function)
        output = _run(function, args, kwargs)
        if inputs:
            shapes, states = zip(*inputs, strict=True)
            for tensor in tensors(output):
                step = _Step(name, args, kwargs, shapes, tensor.shape)
                self._note(tensor, _after(step, states))
        return output

    def _note(self, tensor: Tensor, state: State) -> None:
        self._states[id(tensor), tensor._version] = (tensor, state)  # held, so that no other has its id


@dataclass(frozen=True)
class _Step:
    """A call; `shapes` of the tensors that depend on the input, `after`: of the answer."""

    name: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    shapes: Sequence[tuple[int, ...]]
    after: tuple[int, ...]

    @property
    def before(self) -> tuple[int, ...]:
        return self.shapes[0]

    def given(self, place: int, name: str, default: Any = None) -> Any:
        return self.args[place] if len(self.args) > place else self.kwargs.get(name, default)


def _run(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """Convolutions only take long: their values do not matter here."""
    given = functions.convolution(function, args, kwargs)
    if given is None:
        return function(*args, **kwargs)
    x, weight = given.pop("input"), given.pop("weight")
    return x.new_zeros(F.conv2d(x.to("meta"), weight.to("meta"), **given).shape)


def _after(step: _Step, states: Sequence[State]) -> State:
    if step.name == "multi_head_attention_forward" and step.before[1] == 1:
        return WHOLE  # all tokens (T, N, C) of the one picture, rather than its windows one by one
    seen = _joined(states)
    if not isinstance(seen, Seen):
        return seen
    if step.name in POINTWISE:
        return seen if len(step.after) == max(map(len, step.shapes)) else UNKNOWN
    rule = _RULES.get(step.name)
    return rule(seen, step) if rule else UNKNOWN


def _joined(states: Sequence[State]) -> State:
    if WHOLE in states:
        return WHOLE
    joined = states[0]
    for state in states[1:]:
        if not isinstance(joined, Seen) or not isinstance(state, Seen):
            return UNKNOWN
        y, x = joined.y.joined(state.y), joined.x.joined(state.x)
        if y is None or x is None or state.places != joined.places:
            return UNKNOWN
        joined = replace(joined, y=y, x=x)
    return joined


# ---- what each function does to it -----------------------------------------------------------------------

# fmt: off
POINTWISE = frozenset((
    "abs", "add", "addcmul", "alpha_dropout", "batch_norm", "celu", "clamp", "clamp_min", "clip", "clone",
    "contiguous", "detach", "div", "dropout", "dropout2d", "elu", "exp", "feature_alpha_dropout", "float",
    "gelu", "hardsigmoid", "hardswish", "hardtanh", "leaky_relu", "log", "maximum", "minimum", "mish",
    "mul", "neg", "pow", "prelu", "relu", "relu6", "rsqrt", "selu", "sigmoid", "silu", "softplus", "sqrt",
    "square", "sub", "tanh", "to", "true_divide",
))
# fmt: on


def _pair(value: Any) -> tuple[int, int]:
    return (value[0], value[-1]) if isinstance(value, tuple | list) else (value, value)


def _windowed(seen: Seen, step: _Step, kernel: Any, stride: Any, padding: Any, dilation: Any = 1) -> State:
    if seen.places != (2, 3):
        return UNKNOWN
    (ky, kx), (sy, sx), (py, px), (dy, dx) = map(_pair, (kernel, stride, padding, dilation))
    rows, columns = step.before[2:]
    return replace(seen, y=seen.y.window(rows, ky, sy, py, dy), x=seen.x.window(columns, kx, sx, px, dx))


def _conv2d(seen: Seen, step: _Step) -> State:
    kernel = tuple(step.given(1, "weight").shape[2:])
    stride, dilation = step.given(3, "stride", 1), step.given(5, "dilation", 1)
    padding = step.given(4, "padding", 0)
    if padding == "valid":
        padding = 0
    elif padding == "same":
        padding = tuple(d * (k - 1) // 2 for d, k in zip(_pair(dilation), kernel, strict=True))
    return _windowed(seen, step, kernel, stride, padding, dilation)


def _pool(seen: Seen, step: _Step) -> State:
    kernel = step.given(1, "kernel_size")
    stride, padding = step.given(2, "stride") or kernel, step.given(3, "padding", 0)
    dilation = step.given(4, "dilation", 1) if step.name == "max_pool2d" else 1
    return _windowed(seen, step, kernel, stride, padding, dilation)


def _adaptive_pool(seen: Seen, step: _Step) -> State:
    (high, wide), (rows, columns) = step.before[-2:], step.after[-2:]
    if seen.places != (2, 3) or len(step.after) != 4:
        return UNKNOWN
    if (rows, columns) == (1, 1):
        return WHOLE
    if high % rows or wide % columns:
        return UNKNOWN
    kernel = (high // rows, wide // columns)
    return _windowed(seen, step, kernel, kernel, 0)


def _pad(seen: Seen, step: _Step) -> State:
    """Zeros around: positions move."""
    amounts = step.given(1, "pad")
    if seen.places != (2, 3) or step.given(2, "mode", "constant") != "constant" or len(amounts) > 4:
        return UNKNOWN
    left, _, top, _ = (*amounts, 0, 0)[:4]
    return _windowed(seen, step, 1, 1, (top, left))


def _everywhere(_seen: Seen, _step: _Step) -> State:
    return WHOLE


def _linear(seen: Seen, step: _Step) -> State:
    return seen if max(seen.places) < len(step.before) - 1 else UNKNOWN


def _layer_norm(seen: Seen, step: _Step) -> State:
    mixed = len(step.given(1, "normalized_shape"))
    return seen if max(seen.places) < len(step.before) - mixed else WHOLE


def _cat(seen: Seen, step: _Step) -> State:
    dim = step.given(1, "dim", 0)
    return seen if dim % len(step.after) not in seen.places else UNKNOWN


def _split(seen: Seen, step: _Step) -> State:
    dim = step.given(2, "dim", 0)
    return seen if dim % len(step.after) not in seen.places else UNKNOWN


def _permute(seen: Seen, step: _Step) -> State:
    given = step.args[1:] or (step.kwargs["dims"],)
    order = [dim % len(step.after) for dim in (given[0] if isinstance(given[0], tuple | list) else given)]
    return replace(seen, rows=order.index(seen.rows), columns=order.index(seen.columns))


def _transpose(seen: Seen, step: _Step) -> State:
    one, other = (dim % len(step.after) for dim in (step.given(1, "dim0"), step.given(2, "dim1")))
    moved = {one: other, other: one}
    rows, columns = (moved.get(place, place) for place in seen.places)
    return replace(seen, rows=rows, columns=columns)


def _reshape(seen: Seen, step: _Step) -> State:
    """Rows and columns stay what they are where as many numbers lie before them as before."""
    found = []
    for place in seen.places:
        lead, size = math.prod(step.before[:place]), step.before[place]
        places = [
            new
            for new, count in enumerate(step.after)
            if count == size and math.prod(step.after[:new]) == lead
        ]
        found += places if size > 1 else []
    return replace(seen, rows=found[0], columns=found[1]) if len(found) == 2 else UNKNOWN


def _index(seen: Seen, step: _Step) -> State:
    """Slices and single channels."""
    given = step.args[1] if isinstance(step.args[1], tuple) else (step.args[1],)
    place, moved = 0, 0
    places: dict[int, int] = {}
    for each in given:
        if each is None:
            moved += 1
            continue
        if not isinstance(each, int | slice) or (place in seen.places and each != slice(None)):
            return UNKNOWN
        if isinstance(each, slice):
            places[place] = moved
            moved += 1
        place += 1
    for rest in range(place, len(step.before)):
        places[rest] = moved + rest - place
    return replace(seen, rows=places[seen.rows], columns=places[seen.columns])


_RULES: Mapping[str, Callable[[Seen, _Step], State]] = {
    "conv2d": _conv2d,
    "max_pool2d": _pool,
    "avg_pool2d": _pool,
    "adaptive_avg_pool2d": _adaptive_pool,
    "adaptive_max_pool2d": _adaptive_pool,
    "mean": _everywhere,  # so called by functions.layer_function over all positions alone
    "group_norm": _everywhere,
    "instance_norm": _everywhere,
    "layer_norm": _layer_norm,
    "linear": _linear,
    "pad": _pad,
    "cat": _cat,
    "concat": _cat,
    "chunk": _split,
    "split": _split,
    "permute": _permute,
    "transpose": _transpose,
    "swapaxes": _transpose,
    "view": _reshape,
    "reshape": _reshape,
    "flatten": _reshape,
    "unflatten": _reshape,
    "unsqueeze": _reshape,
    "squeeze": _reshape,
    "__getitem__": _index,
}
