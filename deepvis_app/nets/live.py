"""A fast copy of a network for live views; the network itself stays as it is."""

from __future__ import annotations

import copy
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils import parametrize

from deepvis_app.nets import trace
from deepvis_app.nets.capture import Runnable
from deepvis_app.nets.folding import FoldedConv
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.packing import pack
from deepvis_app.nets.pooled import rectify_late
from deepvis_app.nets.rules import Rule
from deepvis_app.nets.trace import Call, Trace

RUNS = 5
SECONDS = 0.6  # after which no further run is timed
FASTER = 0.95  # bf16 must take less than this share of float32's time
ALIKE = 0.995  # and its scores must have at least this cosine with float32's


class Original(Runnable, Protocol):
    def example(self) -> Tensor: ...


@dataclass(frozen=True, eq=False)
class LiveCopy:
    """A network with the same layers, its batch norms folded, in channels_last and in `dtype`.

    `milliseconds`: of a plain forward pass, and `likeness`: the cosine of its scores with those in float32,
    as measured by `fastest`; None where `choose` was told what to build.
    """

    network: Original
    module: nn.Module
    dtype: torch.dtype
    milliseconds: float | None = None
    likeness: float | None = None

    def layer(self, name: str) -> Layer:
        """Raises UnknownNameError."""
        return self.network.layer(name)

    def faithful(self, layer: str | None, rule: Rule) -> bool:
        """Whether backward pictures of the units of `layer`, or of class scores, look the same as in float32.

        In bf16 the plain gradient does not: its structural similarity falls below 0.98; and the deconvnet's
        of a vector, such as class scores, may fall to 0.977. Nor do those of a pooling's neurons: each goes
        back to one place alone, and rounding may choose another.
        """
        if self.dtype == torch.float32:
            return True
        found = None if layer is None else self.layer(layer)
        vector = found is None or len(found.shape) == 1
        if rule == "gradient" or (rule == "deconvnet" and vector):
            return False
        return found is None or "Pool" not in found.kind

    def prepare(self, x: Tensor) -> Tensor:
        """`x` (N, C, H, W) as the copy takes it."""
        return x.to(self.dtype, memory_format=torch.channels_last)


def choose(
    network: Original, dtype: torch.dtype = torch.float32, *, packed: bool = False, late: bool = False
) -> LiveCopy:
    """A copy of `network` in `dtype`, made by running its example once.

    `packed`: the fastest for one picture after another of the same size. `late`: rectifiers before a pooling
    come after it where nobody looks at them, which spares the most where gradients are wanted.

    Each batch norm that alone takes what the convolution just before it answers is folded into that; the
    convolution's own answer can be captured nevertheless, and is then computed beside. Other batch norms
    keep float32 statistics.
    """
    return LiveCopy(network, _in(_folded(network, late), dtype, packed), dtype)


def fastest(network: Original, example: Tensor) -> LiveCopy:
    """The copy in float32 or in bf16, whichever is faster with as many threads as are set now.

    bf16 only where it tells the same: on noise around `example` (1, C, H, W) its scores, less their mean,
    have a cosine of at least ALIKE with those in float32.
    """
    plain = _folded(network)
    full = LiveCopy(network, _in(copy.deepcopy(plain), torch.float32, packed=True), torch.float32)
    full = replace(full, milliseconds=_milliseconds(full, example), likeness=1.0)
    try:
        half = LiveCopy(network, _in(plain, torch.bfloat16, packed=True), torch.bfloat16)
        once = min(_timed(half, half.prepare(example)) for _ in range(2))  # the first sets things up
        if once > 3 * (full.milliseconds or 0.0):  # emulated
            return full
        likeness = _likeness(full, half, example)
        half = replace(half, milliseconds=_milliseconds(half, example), likeness=likeness)
    except (RuntimeError, TypeError):  # a network that makes tensors of its own in float32
        return full
    assert full.milliseconds is not None
    assert half.milliseconds is not None
    assert half.likeness is not None
    return half if half.milliseconds < FASTER * full.milliseconds and half.likeness >= ALIKE else full


def _folded(network: Original, late: bool = False) -> nn.Module:
    module = copy.deepcopy(network.module)
    if late or any(isinstance(each, nn.BatchNorm2d) for each in module.modules()):
        run = trace.run(network.module, network.example())
        if late:
            rectify_late(module, run)
        for conv, norm in _foldable(run):
            folded = FoldedConv(module.get_submodule(conv), module.get_submodule(norm))  # type: ignore[arg-type]
            module.set_submodule(conv, folded)
            module.set_submodule(norm, nn.Identity())
    return module


def _in(module: nn.Module, dtype: torch.dtype, packed: bool) -> nn.Module:
    """`module` itself, changed."""
    module.to(dtype=dtype, memory_format=torch.channels_last)  # type: ignore[call-overload]
    for each in module.modules():
        if isinstance(each, nn.modules.batchnorm._BatchNorm):
            each.float()
    module.eval().requires_grad_(False)
    if packed:
        pack(module)
    return module


def _foldable(run: Trace) -> Iterator[tuple[str, str]]:
    """Paths of convolutions and of the batch norms that alone take what they answer."""
    times = Counter(call.module for call in run.calls if call.function is None)
    for call in run.calls:
        if type(call.instance) is not nn.Conv2d or call.function or call.output_value is None:
            continue
        takers = run.consumers[call.output_value]
        if (
            len(takers) == 1
            and _folds(call, takers[0])
            and times[call.module] == times[takers[0].module] == 1
        ):
            yield call.module, takers[0].module


def _folds(conv: Call, taker: Call) -> bool:
    norm = taker.instance
    return (
        type(norm) is nn.BatchNorm2d
        and norm.running_mean is not None
        and not norm.training
        and taker.caller is conv.caller  # else the block around the convolution answers its plain values
        and bool(conv.inputs)
        and not conv.overwritten
        and not any(map(_is_altered, (conv.instance, norm)))
    )


def _is_altered(module: nn.Module) -> bool:
    return parametrize.is_parametrized(module) or bool(module._forward_hooks or module._forward_pre_hooks)


@torch.inference_mode()
def _timed(live: LiveCopy, x: Tensor) -> float:
    begin = time.perf_counter()
    live.module(x)
    if x.device.type != "cpu":
        torch.accelerator.synchronize(x.device)
    return (time.perf_counter() - begin) * 1e3


def _milliseconds(live: LiveCopy, example: Tensor) -> float:
    """The shortest of several runs: other work on the machine only ever adds."""
    x = live.prepare(example)
    _timed(live, x)
    times = [_timed(live, x)]
    while len(times) < RUNS and sum(times) < SECONDS * 1e3:
        times.append(_timed(live, x))
    return min(times)


@torch.inference_mode()
def _likeness(full: LiveCopy, half: LiveCopy, example: Tensor) -> float:
    """0 where the network gives no scores."""
    noise = torch.randn(example.shape, generator=torch.Generator().manual_seed(0))
    x = example + noise.to(example.device)
    scores = [live.module(live.prepare(x)) for live in (full, half)]
    if not all(isinstance(each, Tensor) for each in scores):
        return 0.0
    one, other = (each.flatten().double() - each.double().mean() for each in scores)
    return float(F.cosine_similarity(one, other, dim=0))
