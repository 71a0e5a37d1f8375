"""Interventions: silence, clamp, scale or swap units of a layer, or a region of it, while the network runs.

They act on what the layer answers, before anything else sees it; hooks live only as long as the run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.errors import OutOfRangeError, RunError, UnknownNameError, UsageError
from deepvis_app.nets import capture
from deepvis_app.nets.capture import Change, Runnable, as_maps
from deepvis_app.nets.intervention import ACTIONS, Intervention, Region
from deepvis_app.nets.layers import Layer


def scores(network: Runnable, x: Tensor, interventions: Sequence[Intervention]) -> Tensor:
    """(N, classes): what `network` answers to `x` (N, 3, H, W) under `interventions`.

    Those of one layer act in their order. `x` is not changed. Works in the ambient grad mode, on networks
    and on live copies. Raises what `changes` raises, and RunError where the network gives no class scores.
    """
    output = capture.forward(network, x.clone(), changes=changes(network, interventions)).output
    if output is None or output.ndim != 2:
        raise RunError("This network gives no class scores.")
    return output


def changes(network: Runnable, interventions: Sequence[Intervention]) -> Mapping[str, Change]:
    """By layer name what `capture.forward` is to make of its answer.

    Raises UnknownNameError for a layer or an action, OutOfRangeError for a unit or an amount, UsageError
    for a layer that cannot be drawn, and for a region of one without maps.
    """
    found: dict[str, list[Change]] = {}
    for one in interventions:
        layer = network.layer(one.layer)
        _check(layer, one)
        found.setdefault(one.layer, []).append(partial(_changed, layer, one))
    return {name: partial(_all, tuple(steps)) for name, steps in found.items()}


def _all(steps: Sequence[Change], output: Tensor) -> Tensor:
    for step in steps:
        output = step(output)
    return output


def _changed(layer: Layer, one: Intervention, output: Tensor) -> Tensor:
    """A copy of `output`, as the network lays it out, with `one` done to it."""
    output = output.clone()
    maps = as_maps(layer, output)  # a view
    units = range(maps.shape[1]) if one.units is None else one.units
    index = torch.tensor(list(units), device=maps.device)
    old = maps.index_select(1, index)
    if one.action == "swap":
        others = torch.tensor([int(unit) for unit in one.amount], device=maps.device)
        pairs = [(index, maps.index_select(1, others)), (others, old)]
    else:
        pairs = [(index, _ACTIONS[one.action](old, one.amount))]
    where = None if one.region is None else _positions(one.region, maps)
    for places, new in pairs:
        kept = new if where is None else torch.where(where, new, maps.index_select(1, places))
        maps.index_copy_(1, places, kept)
    return output


def _clamped(maps: Tensor, amount: tuple[float, ...]) -> Tensor:
    return maps.clamp(*amount)


def _scaled(maps: Tensor, amount: tuple[float, ...]) -> Tensor:
    return maps * amount[0]


def _silenced(maps: Tensor, _amount: tuple[float, ...]) -> Tensor:
    return torch.zeros_like(maps)


_ACTIONS: Mapping[str, Callable[[Tensor, tuple[float, ...]], Tensor]] = {
    "silence": _silenced,
    "clamp": _clamped,
    "scale": _scaled,
}


def _positions(region: Region, maps: Tensor) -> Tensor:
    """(h, w) bool: positions of `maps` under any painted part."""
    painted = torch.from_numpy(region.array()).to(maps.device, torch.float32)[None, None]
    return F.adaptive_max_pool2d(painted, (maps.shape[2], maps.shape[3]))[0, 0] > 0


def _check(layer: Layer, one: Intervention) -> None:
    if one.action not in ACTIONS:
        raise UnknownNameError(
            "There is no intervention {name}. There are: {names}.", name=one.action, names=", ".join(ACTIONS)
        )
    if not layer.drawable:
        raise UsageError(
            "The output of layer {layer} ({kind}) is no map or vector and has no units; choose another.",
            layer=layer.name,
            kind=layer.kind,
        )
    if one.region is not None and len(layer.shape) != 3:
        raise UsageError(
            "Layer {layer} has no maps, and so no regions; choose a layer before it.", layer=layer.name
        )
    swapped = tuple(int(unit) for unit in one.amount) if one.action == "swap" else ()
    for unit in (*(one.units or ()), *swapped):
        if not 0 <= unit < layer.units:
            raise OutOfRangeError(
                "{layer} has no unit {unit}; its units are 0 to {last}.",
                layer=layer.name,
                unit=unit,
                last=layer.units - 1,
            )
    _check_amount(one, swapped)


def _check_amount(one: Intervention, swapped: tuple[int, ...]) -> None:
    wanted = {"silence": 0, "clamp": 2, "scale": 1, "swap": len(one.units or ())}[one.action]
    if len(one.amount) != wanted or any(number != number for number in one.amount):
        raise OutOfRangeError(
            "To {action} takes {count} numbers, not {given}.",
            action=one.action,
            count=wanted,
            given=len(one.amount),
        )
    if one.action == "clamp" and one.amount[0] > one.amount[1]:
        raise OutOfRangeError(
            "Units cannot be clamped to {low} at least and {high} at most; give the smaller first.",
            low=one.amount[0],
            high=one.amount[1],
        )
    both = (*(one.units or ()), *swapped)
    if one.action == "swap" and (not both or len(set(both)) < len(both)):
        raise OutOfRangeError("Swap each unit with another one, and none of them twice.")
