"""The layers of a network: every place whose output can be shown, found by running it once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from torch import Tensor, nn

from deepvis_app.nets import trace
from deepvis_app.nets.chains import Chains
from deepvis_app.nets.layouts import Layout, laid_out
from deepvis_app.nets.titles import titles
from deepvis_app.nets.trace import Call


@dataclass(frozen=True)
class Layer:
    """A place in a network.

    `title`: what the layer strip writes. `shape`: as shown, without the batch: (C, H, W) for maps and tokens,
    (C,) for vectors; as it is where it cannot be drawn. `main`: of several names for the same values, and of
    a convolution, its norm and its rectifier, the one to show. `module`, `call`: the dotted path of the
    module and which of its calls, from 0. With `function`, the layer is a function called inside `module`,
    and `call` counts all calls of that function in the network. `overwritten`: an in-place operation changes
    the output later. `weights`: path of the convolution or linear module whose units these are.
    `rectifier`: passes what is positive.
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
    function: str | None
    overwritten: bool
    layout: Layout
    weights: str | None
    rectifier: bool


def discover(module: nn.Module, example: Tensor) -> tuple[Layer, ...]:
    """All layers of `module` in the order in which their outputs are ready.

    `example` (N, 3, H, W) is run through once, without gradients. A module's second call is `name#2`; a
    functional rectifier, activation or pool inside `block` is `block.relu`, numbered alike. Containers are
    layers too where they return one tensor. Whatever `module` raises is passed on.
    """
    run = trace.run(module, example)
    calls = [call for call in run.calls if call.leaf or isinstance(call.output, Tensor)]
    calls = [call for call in calls if call.module or call.function]
    chains = Chains(calls, run.consumers)
    names, mains = _names(calls), chains.mains()
    outputs = laid_out(calls, len(example))
    shown = [call in mains and layout != "none" for call, (layout, _) in zip(calls, outputs, strict=True)]
    written = titles(names, calls, shown, chains)
    return tuple(
        _layer(call, name, title, main, output, chains)
        for call, name, title, main, output in zip(calls, names, written, shown, outputs, strict=True)
    )


def _layer(
    call: Call, name: str, title: str, main: bool, output: tuple[Layout, tuple[int, ...]], chains: Chains
) -> Layer:
    layout, shape = output
    drawable = layout != "none"
    weights = chains.weights(call, shape[0]) if drawable else None
    return Layer(
        name=name,
        title=title,
        kind=call.kind,
        shape=shape,
        units=shape[0] if drawable else 0,
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
