"""Modules out of the graphs of an unflattened program: torch's own where a graph is one call of theirs."""

from __future__ import annotations

import operator
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, fx, nn

from deepvis_app.errors import RunError

_aten = torch.ops.aten
_AGAIN = re.compile(r"(?P<name>.+)@\d+")  # how unflatten calls the later calls of one module
_SEQUENTIAL = "torch.nn.modules.container.Sequential"


def rebuilt(part: Any) -> nn.Module:
    """`part` of an unflattened program as what it was: torch's own module where its graph is one call."""
    own = _single(part)
    if own is not None:
        return own
    graph = fx.Graph()
    answer = graph.graph_copy(part.graph, {})
    graph.output(answer[0] if isinstance(answer, tuple | list) and len(answer) == 1 else answer)
    held: dict[str, Any] = {}
    for node in graph.nodes:
        if node.op == "call_module":
            held[node.target] = rebuilt(part.get_submodule(node.target))
            again = _AGAIN.fullmatch(node.target)
            if again and _same(held.get(again["name"]), held[node.target]):
                node.target = again["name"]
        elif node.op == "get_attr":
            held[node.target] = _frozen(operator.attrgetter(node.target)(part))
    kind = str(part.type_name() or "Block") if hasattr(part, "type_name") else "Program"
    if kind == _SEQUENTIAL and _is_chain(graph):
        return nn.Sequential(OrderedDict(held))
    return fx.GraphModule(held, graph, kind.rpartition(".")[2])


def _is_chain(graph: fx.Graph) -> bool:
    """Whether each node is a module that takes what the one before it answers, and nothing else."""
    first, *between, last = graph.nodes
    before = [first, *between]
    return (
        all(node.op == "call_module" and "." not in node.target for node in between)
        and len({node.target for node in between}) == len(between) > 0
        and all(
            node.args == (one,) and not node.kwargs
            for one, node in zip(before, [*between, last], strict=True)
        )
    )


def one_at_a_time(module: fx.GraphModule, batch: int) -> fx.GraphModule:
    """`module`, made to say plainly when it is given more or fewer than `batch` pictures at once."""
    first = next(node for node in module.graph.nodes if node.op == "placeholder")
    with module.graph.inserting_after(first):
        checked = module.graph.call_function(as_many, (first, batch))
    first.replace_all_uses_with(checked, delete_user_cb=lambda user: user is not checked)
    module.recompile()
    return module


def as_many(x: Tensor, batch: int) -> Tensor:
    """`x` itself, of `batch` pictures. Raises RunError."""
    if len(x) != batch:
        raise RunError(
            "This network was exported for {batch} pictures at once, and cannot take {given}; methods that "
            "compare many need one that is exported with a batch size that may vary.",
            batch=batch,
            given=len(x),
        )
    return x


def takes_any_batch(module: nn.Module, shape: tuple[int, ...]) -> bool:
    """Whether two pictures at once give what each gives alone."""
    x = torch.randn(2, *shape[1:], generator=torch.Generator().manual_seed(0))
    try:
        with torch.inference_mode():
            both, alone = module(x), [module(x[:1]), module(x[1:])]
        return bool(torch.allclose(both, torch.cat(alone), rtol=1e-3, atol=1e-4))
    except (RuntimeError, ValueError, TypeError, AssertionError):
        return False


def _frozen(held: Any) -> Any:
    """A parameter of the graph's own, or a constant."""
    return nn.Parameter(held.detach(), requires_grad=False) if isinstance(held, nn.Parameter) else held


def _same(first: nn.Module | None, again: nn.Module) -> bool:
    """Whether two modules compute the same: torch's own, alike, sharing their weights."""
    if first is None or type(first) is not type(again) or isinstance(first, fx.GraphModule):
        return False
    return repr(first) == repr(again) and all(
        one.data_ptr() == other.data_ptr()
        for one, other in zip(first.parameters(), again.parameters(), strict=True)
    )


def _single(part: Any) -> nn.Module | None:
    """The module of torch's that the graph of `part` is, if it is one call with plain arguments."""
    nodes = [node for node in part.graph.nodes if node.op not in ("placeholder", "get_attr", "output")]
    inputs = [node for node in part.graph.nodes if node.op == "placeholder"]
    if len(nodes) != 1 or len(inputs) != 1 or nodes[0].op != "call_function":
        return None
    build = _BUILDERS.get(nodes[0].target)
    node = nodes[0]
    if build is None or node.args[0] is not inputs[0] or node.kwargs:
        return None
    rest = [getattr(part, str(arg.target)) if isinstance(arg, fx.Node) else arg for arg in node.args[1:]]
    return build(*rest)


def _conv(
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Sequence[int] = (1, 1),
    padding: Sequence[int] | str = (0, 0),
    dilation: Sequence[int] = (1, 1),
    groups: int = 1,
) -> nn.Module:
    pad = padding if isinstance(padding, str) else _pair(padding)
    made = nn.Conv2d(
        weight.shape[1] * groups,
        weight.shape[0],
        tuple(weight.shape[2:]),  # type: ignore[arg-type]
        _pair(stride),
        pad,
        _pair(dilation),
        groups,
        bias is not None,
        device="meta",
    )
    return _with(made, weight=weight, bias=bias)


def _linear(weight: Tensor, bias: Tensor | None = None) -> nn.Module:
    made = nn.Linear(weight.shape[1], weight.shape[0], bias is not None, device="meta")
    return _with(made, weight=weight, bias=bias)


def _norm(
    weight: Tensor | None,
    bias: Tensor | None,
    mean: Tensor | None,
    var: Tensor | None,
    training: bool,
    momentum: float,
    eps: float,
    _cudnn: bool = False,
) -> nn.Module | None:
    if training or mean is None or var is None or weight is None or bias is None:
        return None
    made = nn.BatchNorm2d(len(mean), eps, momentum, device="meta")
    made.num_batches_tracked = torch.zeros((), dtype=torch.int64)
    return _with(made, weight=weight, bias=bias, running_mean=mean, running_var=var)


def _with(module: nn.Module, **tensors: Tensor | None) -> nn.Module:
    for name, tensor in tensors.items():
        if name in module._buffers:
            module._buffers[name] = tensor
        elif tensor is not None:
            module._parameters[name] = nn.Parameter(tensor.detach(), requires_grad=False)
    return module


def _max_pool(
    size: Sequence[int],
    stride: Sequence[int] = (),
    padding: Sequence[int] = (0, 0),
    dilation: Sequence[int] = (1, 1),
    ceil_mode: bool = False,
) -> nn.Module:
    return nn.MaxPool2d(
        _pair(size), _pair(stride or size), _pair(padding), _pair(dilation), ceil_mode=ceil_mode
    )


def _avg_pool(
    size: Sequence[int],
    stride: Sequence[int] = (),
    padding: Sequence[int] = (0, 0),
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> nn.Module:
    return nn.AvgPool2d(
        _pair(size), _pair(stride or size), _pair(padding), ceil_mode, count_include_pad, divisor_override
    )


def _hardtanh(low: float = -1.0, high: float = 1.0) -> nn.Module:
    return nn.ReLU6() if (low, high) == (0, 6) else nn.Hardtanh(low, high)


def _pair(sizes: Sequence[int]) -> tuple[int, int]:
    return (sizes[0], sizes[-1])


_BUILDERS: Mapping[Any, Callable[..., nn.Module | None]] = {
    _aten.conv2d.default: _conv,
    _aten.conv2d.padding: _conv,
    _aten.linear.default: _linear,
    _aten.batch_norm.default: _norm,
    _aten.relu.default: nn.ReLU,
    _aten.relu_.default: lambda: nn.ReLU(inplace=True),
    _aten.hardtanh.default: _hardtanh,
    _aten.hardtanh_.default: _hardtanh,
    _aten.max_pool2d.default: _max_pool,
    _aten.avg_pool2d.default: _avg_pool,
    _aten.adaptive_avg_pool2d.default: lambda size: nn.AdaptiveAvgPool2d(_pair(size)),
    _aten.flatten.using_ints: nn.Flatten,
    _aten.dropout.default: lambda rate, _training: nn.Dropout(rate),
    _aten.dropout_.default: lambda rate, _training: nn.Dropout(rate),
}
