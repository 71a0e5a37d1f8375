"""How a layer's output is laid out, and the shape in which it is shown."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal

from torch import Tensor, nn

from deepvis_app.nets.trace import Call

Layout = Literal["maps", "maps last", "tokens", "vector", "none"]
"""(N, C, H, W), (N, H, W, C), (N, T, C), (N, C), or nothing that can be drawn."""

MOST_EXTRA_TOKENS = 8
"""Class, distillation and register tokens that may stand before those of the picture."""


def laid_out(calls: Sequence[Call], batch: int) -> list[tuple[Layout, tuple[int, ...]]]:
    """Each output's layout, and its shape as shown: (C, H, W) or (C,); as it is where it is not drawn."""
    known: dict[int, Layout] = {}  # of 4-D tensors, by identity; `calls` keeps them alive
    newest: dict[tuple[int, ...], Layout] = {}  # by shape
    grids: list[tuple[int, int]] = []  # (height, width) of the maps so far
    result: list[tuple[Layout, tuple[int, ...]]] = []
    for call in calls:
        layout = _layout(call, batch, known, newest)
        raw = tuple(call.output.shape[1:]) if isinstance(call.output, Tensor) else ()
        shape = _shown_shape(raw, layout, grids)
        if shape is not None and call.output.ndim == 4:
            known[id(call.output)] = newest[tuple(call.output.shape)] = layout
            grids.append((shape[1], shape[2]))
        result.append((layout, shape) if shape is not None else ("none", raw))
    return result


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
        if type(module).__name__ == "Permute":
            return "maps last" if tuple(module.dims) == (0, 2, 3, 1) else "maps"  # type: ignore[arg-type]
        if isinstance(module, nn.modules.conv._ConvNd | nn.modules.batchnorm._BatchNorm) or _says_2d(module):
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


def _shown_shape(
    raw: tuple[int, ...], layout: Layout, grids: Sequence[tuple[int, int]]
) -> tuple[int, ...] | None:
    if layout == "none":
        return None
    if layout == "maps last":
        return (raw[2], raw[0], raw[1])
    if layout == "tokens":
        grid = _grid(raw[0], grids)
        return (raw[1], *grid) if grid else None
    return raw


def _grid(tokens: int, grids: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """(h, w) of the patches among `tokens`: that of the last maps which fit, or a square."""
    for extra in range(MOST_EXTRA_TOKENS + 1):
        for height, width in reversed(grids):
            if height * width > 1 and height * width + extra == tokens:
                return (height, width)
    for extra in (0, 1):
        side = math.isqrt(max(tokens - extra, 0))
        if side and side * side == tokens - extra:
            return (side, side)
    return None
