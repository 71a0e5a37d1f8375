"""Where only some units of a layer are asked for, the last convolution before it answers for them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from deepvis_app.nets import capture
from deepvis_app.nets.capture import Runnable
from deepvis_app.nets.folding import FoldedConv
from deepvis_app.nets.packing import PackedConv
from deepvis_app.nets.trace import tensors

UNIT_BY_UNIT = frozenset(
    {
        *("add", "add_", "__add__", "__iadd__", "__radd__"),
        *("relu", "relu_", "relu6", "hardtanh", "leaky_relu", "elu", "gelu", "silu", "hardswish", "sigmoid"),
        *("batch_norm", "dropout", "contiguous"),
    }
)
"""Functions each unit of whose answer comes of the same unit of what it is given, and of nothing else."""


def last_convolution(network: Runnable, x: Tensor, layer: str) -> PackedConv | None:
    """The one from which to `layer` each unit goes its own way, found by a run on `x` (N, 3, H, W).

    None where units meet in between, as in a pooling over them, a norm or an attention, or where the
    convolution is no packed one, or one in groups.
    """
    follower = _Follower()
    with torch.inference_mode(), follower.hooks(network.module), follower:
        answer = capture.forward(network, x, [layer], to_end=False).raw.get(layer)
    conv = follower.conv
    if conv is None or conv.groups > 1 or not follower.follows(answer):
        return None
    return conv


@contextmanager
def narrowed(conv: PackedConv | None, units: Sequence[int]) -> Iterator[None]:
    """Within, `conv` may answer 0 for all other units than those."""
    if conv is None:
        yield
        return
    conv.asked = tuple(units)
    try:
        yield
    finally:
        del conv.asked


class _Follower(TorchFunctionMode):
    """Knows, of all that is computed, what came of the last convolution unit by unit."""

    def __init__(self) -> None:
        super().__init__()
        self.conv: PackedConv | None = None
        self._found: dict[int, Tensor] = {}  # by identity, and so kept alive
        self._met = False

    def follows(self, answer: Tensor | None) -> bool:
        return not self._met and answer is not None and id(answer) in self._found

    @contextmanager
    def hooks(self, module: nn.Module) -> Iterator[None]:
        """Convolutions answer for one unit meanwhile: it is not the numbers that are followed."""
        with ExitStack() as stack:
            for each in module.modules():
                if isinstance(each, PackedConv) and each.groups == 1:
                    stack.enter_context(narrowed(each, (0,)))
                if isinstance(each, nn.Conv2d | FoldedConv):
                    stack.callback(each.register_forward_hook(self._begin).remove)
            yield

    def _begin(self, module: nn.Module, _args: object, output: Any) -> None:
        conv = module.plain if isinstance(module, FoldedConv) else module
        self.conv = conv if isinstance(conv, PackedConv) else None
        self._found, self._met = {id(output): output}, False

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        given = [each for each in tensors((args, kwargs)) if id(each) in self._found]
        answer = function(*args, **kwargs)
        if given and self._goes_on(function, given[0].shape, answer):
            self._found[id(answer)] = answer
        return answer

    def _goes_on(self, function: Callable[..., Any], shape: torch.Size, answer: Any) -> bool:
        alike = isinstance(answer, Tensor) and answer.shape == shape
        if alike and function.__name__ in UNIT_BY_UNIT:
            return True
        self._met = self._met or any(True for _ in tensors(answer))
        return False
