"""The layers of a network: every place whose output can be shown, found by running it once."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from torch import Tensor, nn

from deepvis_app.nets import functions, trace
from deepvis_app.nets.trace import Call, Value

Layout = Literal["maps", "maps last", "tokens", "vector", "none"]
"""(N, C, H, W), (N, H, W, C), (N, T, C), (N, C), or nothing that can be drawn."""


@dataclass(frozen=True)
class Layer:
    """A place in a network.

    `shape`: as shown, without the batch: (C, H, W) for maps and tokens, (C,) for vectors; as it is where it
    cannot be drawn. `module`, `call`: the dotted path of the module and which of its calls, from 0. With
    `function`, the layer is a function called inside `module`, and `call` counts all calls of that function
    in the network. `overwritten`: an in-place operation changes the output later. `weights`: path of the
    convolution or linear module whose units these are. `rectifier`: passes what is positive.
    """

    name: str
    title: str
    kind: str
    shape: tuple[int, ...]
    units: int
    drawable: bool
    main: bool
    has_weights: bool
    module: str
    call: int
    function: str | None = None
    overwritten: bool = False
    layout: Layout = "maps"
    weights: str | None = None
    rectifier: bool = False


def discover(module: nn.Module, example: Tensor) -> tuple[Layer, ...]:
    """All layers of `module` in the order in which their outputs are ready.

    `example` (N, 3, H, W) is run through once, without gradients. A module's second call is `name#2`; a
    functional rectifier, activation or pool inside `block` is `block.relu`, numbered alike. Containers are
    layers too where they return one tensor. Whatever `module` raises is passed on.
    """
    run = trace.run(module, example)
    calls = [call for call in run.calls if call.leaf or isinstance(call.output, Tensor)]
    calls = [call for call in calls if call.module or call.function]
    names = _names(calls)
    layouts = _layouts(calls, len(example))
    shapes = [_shown_shape(call, layout, calls) for call, layout in zip(calls, layouts, strict=True)]
    chains = _Chains(calls, run.consumers)
    mains = chains.mains()
    drawn = [layout if shape is not None else "none" for layout, shape in zip(layouts, shapes, strict=True)]
    shown = [call in mains and layout != "none" for call, layout in zip(calls, drawn, strict=True)]
    titles = _titles(names, calls, shown, chains)
    return tuple(
        _layer(call, name, title, layout, shape, main, chains)
        for call, name, title, layout, shape, main in zip(
            calls, names, titles, drawn, shapes, shown, strict=True
        )
    )


def _layer(
    call: Call,
    name: str,
    title: str,
    layout: Layout,
    shape: tuple[int, ...] | None,
    main: bool,
    chains: _Chains,
) -> Layer:
    drawable = shape is not None
    raw = tuple(call.output.shape[1:]) if isinstance(call.output, Tensor) else ()
    weights = chains.weights(call, shape[0]) if shape else None
    return Layer(
        name=name,
        title=title,
        kind=_kind(call),
        shape=shape if shape is not None else raw,
        units=shape[0] if shape else 0,
        drawable=drawable,
        main=main,
        has_weights=weights is not None,
        module=call.module,
        call=call.number,
        function=call.function,
        overwritten=call.overwritten,
        layout=layout,
        weights=weights,
        rectifier=call.rectifies and (call.leaf or call.function is not None),
    )


def _names(calls: Iterable[Call]) -> list[str]:
    used: Counter[str] = Counter()
    names = []
    for call in calls:
        name = ".".join(part for part in (call.module, call.function) if part)
        used[name] += 1
        names.append(name if used[name] == 1 else f"{name}#{used[name]}")
    return names


def _kind(call: Call) -> str:
    return functions.KINDS[call.function] if call.function else type(call.instance).__name__


# ---- how an output is laid out ------------------------------------------------------------------------


def _layouts(calls: Sequence[Call], batch: int) -> list[Layout]:
    known: dict[int, Layout] = {}  # of 4-D tensors, by identity; `calls` keeps them alive
    newest: dict[tuple[int, ...], Layout] = {}  # by shape
    layouts: list[Layout] = []
    for call in calls:
        layout = _layout(call, batch, known, newest)
        if layout in ("maps", "maps last"):
            known[id(call.output)] = layout
            newest[tuple(call.output.shape)] = layout
        layouts.append(layout)
    return layouts


def _layout(
    call: Call, batch: int, known: Mapping[int, Layout], newest: Mapping[tuple[int, ...], Layout]
) -> Layout:
    out = call.output
    if not isinstance(out, Tensor) or not out.is_floating_point() or not 2 <= out.ndim <= 4:
        return "none"
    if len(out) != batch:
        return "none"
    if out.ndim < 4:
        return "vector" if out.ndim == 2 else "tokens"
    return _layout_of_maps(call, known, newest)


def _layout_of_maps(
    call: Call, known: Mapping[int, Layout], newest: Mapping[tuple[int, ...], Layout]
) -> Layout:
    """Channels last after a linear layer, a layer norm or a permutation, and in all that follows in shape."""
    if call.leaf and not call.function:
        module = call.instance
        if isinstance(module, nn.Linear) or (_normalises_last(module) and not _says_2d(module)):
            return "maps last"
        if tuple(getattr(module, "dims", ())) == (0, 2, 3, 1):
            return "maps last"
        if isinstance(module, nn.modules.conv._ConvNd | nn.modules.batchnorm._BatchNorm) or _says_2d(module):
            return "maps"
        if hasattr(module, "dims"):
            return "maps"
    if id(call.output) in known:
        return known[id(call.output)]
    same = [x for x in call.inputs if x.shape == call.output.shape and id(x) in known]
    if same and call.leaf:
        return known[id(same[0])]
    return newest.get(tuple(call.output.shape), "maps")


def _normalises_last(module: nn.Module) -> bool:
    return isinstance(module, nn.LayerNorm) and len(module.normalized_shape) == 1


def _says_2d(module: nn.Module) -> bool:
    return "2d" in type(module).__name__


def _shown_shape(call: Call, layout: Layout, calls: Iterable[Call]) -> tuple[int, ...] | None:
    if layout == "none":
        return None
    shape = tuple(call.output.shape)
    if layout == "maps last":
        return (shape[3], shape[1], shape[2])
    if layout == "tokens":
        grid = _grid(shape[1], calls)
        return (shape[2], *grid) if grid else None
    return shape[1:]


MOST_EXTRA_TOKENS = 8
"""Class, distillation and register tokens that may stand before those of the picture."""


def _grid(tokens: int, calls: Iterable[Call]) -> tuple[int, int] | None:
    """(h, w) of the patches among `tokens`: that of some map in the network, or a square."""
    sizes = {c.output.shape[2:] for c in calls if isinstance(c.output, Tensor) and c.output.ndim == 4}
    for extra in range(MOST_EXTRA_TOKENS + 1):
        for h, w in sizes:
            if h * w > 1 and h * w + extra == tokens:
                return (h, w)
    for extra in (0, 1):
        side = math.isqrt(max(tokens - extra, 0))
        if side and side * side == tokens - extra:
            return (side, side)
    return None


# ---- which of many names for the same values is shown ----------------------------------------------------


@dataclass
class _Chains:
    """Convolution, norm, rectifier: one thing to look at. Found by following values from call to call."""

    calls: Sequence[Call]
    consumers: Mapping[Value, Sequence[Call]]
    producer: dict[Value, Call] = field(default_factory=dict)
    folded: set[Value] = field(default_factory=set)
    source: dict[Value, Call] = field(default_factory=dict)  # the convolution or linear call behind a value

    def __post_init__(self) -> None:
        for call in self.calls:
            if call.output_value is None or not call.leaf:
                continue
            if call.output_value in self.producer:
                continue  # passes on the same values: dropout, flatten
            self.producer[call.output_value] = call
            if _is_linear(call):
                self.source[call.output_value] = call
            elif call.input_values:
                self._continue(call, call.input_values[0])

    def _continue(self, call: Call, before: Value | None) -> None:
        earlier = self.producer.get(before) if before else None
        if earlier is None or before is None or call.output_value is None or len(self.consumers[before]) > 1:
            return
        if (_is_norm(call) and _is_linear(earlier)) or (
            _is_activation(call) and (_is_linear(earlier) or _is_norm(earlier))
        ):
            self.folded.add(before)
            if before in self.source:
                self.source[call.output_value] = self.source[before]

    def mains(self) -> set[Call]:
        """For each chain's last values one call: the outermost block that returns them, else the leaf."""
        groups: dict[Value, list[Call]] = defaultdict(list)
        for call in self.calls:
            if call.output_value is not None and call.output_value not in self.folded:
                groups[call.output_value].append(call)
        return {_representative(group) for group in groups.values()}

    def weights(self, call: Call, units: int) -> str | None:
        """Path of the module with one filter for each of these `units`."""
        source = self.source.get(call.output_value) if call.output_value else None
        if source is None or len(unit_weights(source.instance)) != units:
            return None
        return source.module


def _representative(group: Sequence[Call]) -> Call:
    plain = (nn.Sequential, nn.ModuleList)
    tensor = group[-1].output
    blocks = [c for c in group if not c.leaf and type(c.instance) not in plain and c.output is tensor]
    leaves = [c for c in group if c.leaf]
    return blocks[-1] if blocks else (leaves or group)[0]


def unit_weights(module: nn.Module) -> Tensor:
    """(units, channels, kernel height, kernel width) weights of a convolution or linear module, a view."""
    weight = module.weight
    assert isinstance(weight, Tensor)
    if isinstance(module, nn.ConvTranspose2d):  # keeps them as (inputs, outputs of each group, ...)
        inputs, outputs = weight.shape[:2]
        groups = module.groups
        weight = (
            weight.reshape(groups, inputs // groups, outputs, *weight.shape[2:]).transpose(1, 2).flatten(0, 1)
        )
    return weight if weight.ndim == 4 else weight[:, :, None, None]


def _is_linear(call: Call) -> bool:
    weight = getattr(call.instance, "weight", None)
    return call.function is None and isinstance(weight, Tensor) and weight.ndim in (2, 4)


def _is_norm(call: Call) -> bool:
    return call.function is None and re.search(r"Norm|^BN", type(call.instance).__name__) is not None


def _is_activation(call: Call) -> bool:
    if call.function is not None:
        return call.function not in functions.POOLS
    activations = type(call.instance).__module__ == "torch.nn.modules.activation"
    return call.rectifies or (activations and not isinstance(call.instance, nn.MultiheadAttention))


# ---- what the strip writes ------------------------------------------------------------------------------


def _titles(names: Sequence[str], calls: Sequence[Call], shown: Sequence[bool], chains: _Chains) -> list[str]:
    """Short and unambiguous: `conv1`, `pool1` ... `fc8` in flat networks, else names without `features.`."""
    mains = [(name, call) for name, call, main in zip(names, calls, shown, strict=True) if main]
    flat = _flat_titles(mains, chains)
    titles = [flat.get(name, name) for name in names]
    short = [title.removeprefix("features.") for title in titles]
    taken = Counter(short)
    return [
        brief if taken[brief] == 1 and not brief[:1].isdigit() else title
        for title, brief in zip(titles, short, strict=True)
    ]


def _flat_titles(mains: Sequence[tuple[str, Call]], chains: _Chains) -> dict[str, str]:
    """The titles of the AlexNet paper and its successors, where modules have numbers for names."""
    titles: dict[str, str] = {}
    number = 0
    for name, call in mains:
        if not re.fullmatch(r"(\w+\.)?\d+", name) or not call.leaf:
            continue
        word = _word(call, chains)
        if word is None:
            return {}
        number += word != "pool"
        titles[name] = f"{word}{number}"
    return titles if len(set(titles.values())) == len(titles) else {}


def _word(call: Call, chains: _Chains) -> str | None:
    source = chains.source.get(call.output_value) if call.output_value else None
    if source is not None:
        return "fc" if isinstance(source.instance, nn.Linear) else "conv"
    return "pool" if "Pool" in _kind(call) else None
