"""Convolution, norm and rectifier in a row are one thing to look at: found by following values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from torch import Tensor, nn

from deepvis_app.nets import functions
from deepvis_app.nets.trace import Call, Value


class Chains:
    """The chains among `calls`; `consumers` as in a Trace."""

    def __init__(self, calls: Sequence[Call], consumers: Mapping[Value, Sequence[Call]]) -> None:
        self._calls = calls
        self._producer: dict[Value, Call] = {}
        self._source: dict[Value, Call] = {}  # the convolution or linear call behind a value
        self._folded: set[Value] = set()  # values in the middle of a chain
        for call in calls:
            if not call.leaf or call.output_value is None or call.output_value in self._producer:
                continue  # a block, or what passes on the same values: dropout, flatten
            self._producer[call.output_value] = call
            before = call.input_values[0] if call.input_values else None
            if _is_linear(call):
                self._source[call.output_value] = call
            elif before in self._producer and len(consumers.get(before, ())) == 1:
                self._continue(before, call.output_value)

    def _continue(self, before: Value, after: Value) -> None:
        earlier, call = self._producer[before], self._producer[after]
        follows = _is_linear(earlier) or (_is_norm(earlier) and _is_activation(call))
        if follows and (_is_norm(call) or _is_activation(call)):
            self._folded.add(before)
            if before in self._source:
                self._source[after] = self._source[before]

    def mains(self) -> set[Call]:
        """For each chain's last values one call: the outermost block that returns them, else the leaf."""
        groups: dict[Value, list[Call]] = defaultdict(list)
        for call in self._calls:
            if call.output_value is not None and call.output_value not in self._folded:
                groups[call.output_value].append(call)
        return {_representative(group) for group in groups.values()}

    def source(self, call: Call) -> Call | None:
        """The convolution or linear call whose units `call` answers, through norms and activations."""
        return self._source.get(call.output_value) if call.output_value else None

    def weights(self, call: Call, units: int) -> str | None:
        """Path of the module with one filter for each of these `units`."""
        source = self.source(call)
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
    if call.rectifies:
        return not any(True for _ in call.instance.parameters())
    return activations and not isinstance(call.instance, nn.MultiheadAttention)
