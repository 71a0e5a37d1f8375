"""Rectifiers before a pooling by maxima, done after it instead: there is a quarter of the maps left to do.

The largest of rectified values is the rectified largest value, and its gradient goes to the same place. Where
somebody looks at the rectifier's answer, or a rule of backward pictures has a say, all is done in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import torch.nn.functional as F
from torch import Tensor, nn
from torch.overrides import _get_current_function_mode_stack

from deepvis_app.nets.rules import Rectifiers
from deepvis_app.nets.trace import Call, Trace


@dataclass(frozen=True, eq=False)
class _Order:
    """`tellers`: the modules that answer what the rectifier does, itself and the blocks that end with it."""

    tellers: tuple[nn.Module, ...]

    @property
    def swapped(self) -> bool:
        watched = any(module._forward_hooks for module in self.tellers)
        modes = _get_current_function_mode_stack()  # type: ignore[no-untyped-call]
        return not watched and not any(isinstance(mode, Rectifiers) for mode in modes)


class LateReLU(nn.ReLU):
    """Leaves it to the pooling."""

    order: _Order

    def forward(self, x: Tensor) -> Tensor:
        return x if self.order.swapped else super().forward(x)


class RectifiedPool(nn.MaxPool2d):
    """Does it for the rectifier before."""

    order: _Order

    def forward(self, x: Tensor) -> Tensor:
        largest: Tensor = super().forward(x)
        return F.relu(largest, inplace=True) if self.order.swapped else largest


def rectify_late(module: nn.Module, run: Trace) -> None:
    """Let the rectifiers of `module`, a copy of the network that `run` was written down of, be done after the
    poolings that they alone are for. Names, parameters and hooks stay what they are."""
    for rectifier, pool, tellers in _pairs(run):
        order = _Order(tuple(module.get_submodule(path) for path in tellers))
        for path, kind in ((rectifier, LateReLU), (pool, RectifiedPool)):
            each = module.get_submodule(path)
            each.__class__ = kind  # the same object: whoever knows it goes on knowing it
            each.order = order  # type: ignore[assignment]


def _pairs(run: Trace) -> Iterator[tuple[str, str, list[str]]]:
    """Paths of a rectifier, of its pooling, and of all modules that answer what the rectifier does."""
    times = Counter(call.module for call in run.calls if call.function is None)
    for call in run.calls:
        if type(call.instance) is not nn.ReLU or call.function or call.output_value is None:
            continue
        takers = run.consumers[call.output_value]
        tellers = [each for each in run.calls if each.output_value == call.output_value]
        if len(takers) == 1 and _pools(takers[0]) and all(times[each.module] == 1 for each in tellers):
            yield call.module, takers[0].module, [each.module for each in tellers]


def _pools(call: Call) -> bool:
    pool = call.instance
    return type(pool) is nn.MaxPool2d and call.function is None and not pool.return_indices
