"""Which input pixels a neuron depends on, measured: a mark sent back through the network."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.overrides import TorchFunctionMode

from deepvis_app.nets import backward, capture, functions
from deepvis_app.nets.capture import Runnable


def box(network: Runnable, x: Tensor, layer: str, neuron: tuple[int, int]) -> tuple[int, int, int, int]:
    """(x, y, width, height) of the pixels of `x` (1, C, H, W) that neuron (y, x) of `layer` depends on.

    Not a number, sent back from the neuron, makes not a number of all that it depends on, however small
    the weights between. (0, 0, 0, 0) where it depends on none. Raises OutOfRangeError for the neuron.
    """
    with torch.inference_mode(False), torch.enable_grad():
        leaf = x.detach().clone().requires_grad_()
        with _LetThrough():
            maps = capture.forward(network, leaf.clone(), [layer], to_end=False).maps[layer]
        maps = maps if maps.ndim == 4 else maps[..., None, None]
        backward.check_neuron(neuron, *maps.shape[2:])
        seed = torch.zeros_like(maps)
        seed[(0, slice(None), *neuron)] = math.nan
        (gradient,) = torch.autograd.grad(maps, leaf, seed, materialize_grads=True)
    marked = gradient[0].isnan().any(0)
    rows, columns = marked.any(1).nonzero().flatten(), marked.any(0).nonzero().flatten()
    if not len(rows):
        return (0, 0, 0, 0)
    top, left = int(rows[0]), int(columns[0])
    return (left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)


class _LetThrough(TorchFunctionMode):
    """Nothing stops the mark: rectifiers answer what they are given, maxima become means. Convolutions
    average channels first, in float64: fast, and none of torch's shortcuts (Winograd) spreads the mark.
    """

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        if functions.rectifier(function, args, kwargs) or function in (F.hardswish, F.hardsigmoid):
            return functions.input_of(args, kwargs)
        convolution = functions.convolution(function, args, kwargs)
        if convolution is not None:
            x, weight = convolution.pop("input"), convolution.pop("weight")
            return _averaging_conv(x, weight.shape, **convolution)
        name = functions.layer_function(function, args, kwargs)
        if name == "max_pool2d":
            return _averaging_pool(*args, **kwargs)
        if name == "adaptive_max_pool2d":
            return F.adaptive_avg_pool2d(args[0], args[1] if len(args) > 1 else kwargs["output_size"])
        return function(*args, **kwargs)


def _averaging_conv(
    x: Tensor,
    weights: Sequence[int],
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
) -> Tensor:
    outputs, _, height, width = weights
    means = x.double().reshape(len(x), groups, -1, *x.shape[2:]).mean(2)
    kernel = torch.full((groups, 1, height, width), 1 / (height * width), dtype=torch.float64)
    answers = F.conv2d(means, kernel.to(x.device), None, stride, padding, dilation, groups)
    return answers.to(x.dtype).repeat_interleave(outputs // groups, 1)


def _averaging_pool(
    x: Tensor,
    kernel_size: Any,
    stride: Any = None,
    padding: Any = 0,
    dilation: Any = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,  # noqa: ARG001 - the function's; layer_function knows it without
) -> Tensor:
    if dilation in (1, (1, 1), [1, 1]):
        return F.avg_pool2d(x, kernel_size, stride or None, padding, ceil_mode)
    channels, (high, wide) = x.shape[1], torch.nn.modules.utils._pair(kernel_size)
    return _averaging_conv(x, (channels, 1, high, wide), stride or kernel_size, padding, dilation, channels)
