"""One run of a network, written down call by call: who was called, with which values, returning which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from deepvis_app.nets import functions

Value = tuple[int, int, int]
"""A tensor's values at one moment: address, count, version. Equal for views that only reshape."""


def value(tensor: Tensor) -> Value | None:
    """None for tensors without plain storage: sparse ones, and the fakes of exported programs."""
    if type(tensor) not in (Tensor, nn.Parameter) or tensor.layout is not torch.strided:
        return None
    return (tensor.data_ptr(), tensor.numel(), tensor._version)


@dataclass(eq=False)
class Call:
    """One call of a module, or of a function that is a layer, in order of return.

    `module`: dotted path of the module called, or of the one that the function was called in. `number`:
    which call of that module, or of that function by anyone, counted from 0. `caller`: the module call
    that it was made from.
    """

    module: str
    instance: nn.Module
    number: int
    function: str | None
    caller: Call | None
    inputs: tuple[Tensor, ...]
    input_values: tuple[Value | None, ...]
    output: Any = None
    output_value: Value | None = None
    leaf: bool = True  # calls no other module
    rectifies: bool = False

    def returns(self, output: Any) -> None:
        self.output = output
        self.output_value = value(output) if isinstance(output, Tensor) else None

    @property
    def kind(self) -> str:
        """The class of the module, or of the module that does what the function does."""
        return functions.KINDS[self.function] if self.function else type(self.instance).__name__

    @property
    def overwritten(self) -> bool:
        """An in-place operation changed the output later."""
        return self.output_value is not None and self.output._version != self.output_value[2]


@dataclass
class Trace:
    """`consumers`: for each value, the module calls in which a function made something else of it."""

    calls: list[Call] = field(default_factory=list)
    consumers: dict[Value, list[Call]] = field(default_factory=lambda: defaultdict(list))


def run(module: nn.Module, example: Tensor) -> Trace:
    """Run `module` once on `example` (N, 3, H, W), without gradients; nothing is left on it."""
    tracer = _Tracer(module)
    with torch.inference_mode(False), torch.no_grad(), tracer, tracer.hooks():
        module(example.detach().clone())
    return tracer.trace


class _Tracer(TorchFunctionMode):
    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.trace = Trace()
        self._root = module
        self._stack: list[Call] = []
        self._numbers: Counter[str] = Counter()
        self._alive: list[Tensor] = []  # all that was made, so that no address is used twice

    @contextmanager
    def hooks(self) -> Iterator[None]:
        with ExitStack() as stack:
            for path, module in self._root.named_modules():
                stack.callback(module.register_forward_pre_hook(self._entering(path)).remove)
                stack.callback(module.register_forward_hook(self._leave).remove)
            yield

    def _entering(self, path: str) -> Callable[[nn.Module, tuple[Any, ...]], None]:
        def enter(module: nn.Module, args: tuple[Any, ...]) -> None:
            call = self._begin(path, module, None, args)
            if self._stack:
                self._stack[-1].leaf = False
            self._stack.append(call)

        return enter

    def _leave(self, _module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        call = self._stack.pop()
        call.returns(output)
        last = self.trace.calls[-1] if self.trace.calls else None
        if call.leaf and last and last.caller is call and last.output is output:
            self.trace.calls.pop()  # a module around one function: listed once, as the module
        self.trace.calls.append(call)

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        caller = self._stack[-1] if self._stack else None
        if caller is None:
            return function(*args, **kwargs)
        name = functions.layer_function(function, args, kwargs)
        call = self._begin(caller.module, caller.instance, name, args) if name else None
        consumed = [value(tensor) for tensor in tensors((args, kwargs))]
        output = function(*args, **kwargs)
        made = list(tensors(output))
        self._alive += made
        produced = [value(tensor) for tensor in made]
        for each in consumed if produced else ():
            if each is not None and each not in produced:
                self.trace.consumers[each].append(caller)
        if call is not None:
            self._note(call, caller, output, functions.rectifier(function, args, kwargs) is not None)
        return output

    def _note(self, call: Call, caller: Call, output: Any, rectifies: bool) -> None:
        caller.rectifies = caller.rectifies or rectifies
        if _is_built_in(caller.instance):
            return
        call.rectifies = rectifies
        call.returns(output)
        self.trace.calls.append(call)

    def _begin(self, path: str, module: nn.Module, function: str | None, args: tuple[Any, ...]) -> Call:
        counted = f"{function}()" if function else path
        number = self._numbers[counted]
        self._numbers[counted] += 1
        given = tuple(tensors(args))
        caller = self._stack[-1] if self._stack else None
        return Call(path, module, number, function, caller, given, tuple(map(value, given)))


def _is_built_in(module: nn.Module) -> bool:
    """torch's own leaves: the function that they call is themselves."""
    return type(module).__module__.startswith("torch.nn.modules.") and not any(module.children())


def tensors(arguments: Any) -> Iterator[Tensor]:
    """All in it, also those in tuples, lists and dictionaries."""
    if isinstance(arguments, Tensor):
        yield arguments
    elif isinstance(arguments, tuple | list):
        for argument in arguments:
            yield from tensors(argument)
    elif isinstance(arguments, dict):
        yield from tensors(tuple(arguments.values()))
