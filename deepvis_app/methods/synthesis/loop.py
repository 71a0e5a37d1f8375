"""The loop in which a picture gets better, a step at a time; nothing is held between two steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from deepvis_app.errors import RunError
from deepvis_app.i18n import Text, text
from deepvis_app.methods.synthesis.updates import Update
from deepvis_app.nets.rules import Rectifiers

STUCK = text("The computation left the range of numbers at step {step}; this is the picture before.")


@dataclass(frozen=True)
class Reached:
    """`picture`: as `step` saw it, (N, 3, H, W), of `value`, before its update; the last one is final.

    `stopped`: why the loop ended before its time.
    """

    step: int
    done: float
    picture: Tensor
    value: float
    stopped: Text | None = None


def ascend(
    parameters: Sequence[Tensor],
    picture: Callable[[], Tensor],
    gain: Callable[[Tensor], Tensor],
    update: Update,
    steps: int,
    after: Callable[[int, Sequence[Tensor]], None] | None = None,
) -> Iterator[Reached]:
    """Raise gain(picture()), a scalar, by changing `parameters`, of which `picture` is made, in place.

    Yields `steps` times, and then what was reached in the end, looked at once more. `after` may change the
    parameters once a step was made, given its number and the gradients. A step whose value or gradient is not
    finite is not made: it ends the loop with the picture before. Parameters have a row for each picture:
    where the gradient of a picture is 0 because no rectifier lets it pass, it gets that of the deconvnet's
    rule, by which all do, until they do by themselves.

    Raises RunError where `gain` does not depend on the parameters.
    """
    last: Reached | None = None
    for step in range(steps):
        seen, value, slopes = _look(parameters, picture, gain)
        if not _finite(value, *map(_steepest, slopes)):
            yield _ended(last, step, seen)
            return
        last = Reached(step, step / steps, seen, float(value))
        yield last
        with torch.inference_mode(False), torch.no_grad():
            update(parameters, slopes)
            if after is not None:
                after(step, slopes)
    with torch.inference_mode(False), torch.no_grad():
        seen = picture()
        value = gain(seen)
    if _finite(value, seen):
        yield Reached(steps, 1.0, seen, float(value))
    else:
        yield _ended(last, steps, seen)


def _look(
    parameters: Sequence[Tensor], picture: Callable[[], Tensor], gain: Callable[[Tensor], Tensor]
) -> tuple[Tensor, Tensor, Sequence[Tensor]]:
    """The picture, its value, and the slopes of that by the parameters."""
    seen, value, slopes = _slopes(parameters, picture, gain)
    stuck = torch.stack([_steepest(slope) == 0 for slope in slopes]).all(0)
    if bool(stuck.any()):
        with Rectifiers("deconvnet"):
            _, _, woken = _slopes(parameters, picture, gain)
        slopes = [
            torch.where(stuck.view(-1, *[1] * (slope.ndim - 1)), other, slope)
            for slope, other in zip(slopes, woken, strict=True)
        ]
    return seen, value, slopes


def _slopes(
    parameters: Sequence[Tensor], picture: Callable[[], Tensor], gain: Callable[[Tensor], Tensor]
) -> tuple[Tensor, Tensor, Sequence[Tensor]]:
    with torch.inference_mode(False), torch.enable_grad():
        for one in parameters:
            one.requires_grad_()
        seen = picture()
        value = gain(seen)
        if not value.requires_grad:
            raise RunError("What is to be raised does not depend on the picture; choose another layer.")
        slopes = torch.autograd.grad(value, list(parameters), allow_unused=True)
    found = [
        torch.zeros_like(one) if each is None else each for one, each in zip(parameters, slopes, strict=True)
    ]
    return seen.detach(), value.detach(), found


def _steepest(slope: Tensor) -> Tensor:
    """Of each picture, (N,): the largest size of a slope; no number where one is none."""
    return slope.flatten(1).abs().amax(1)


def _finite(*tensors: Tensor) -> bool:
    return all(bool(one.isfinite().all()) for one in tensors)


def _ended(last: Reached | None, step: int, seen: Tensor) -> Reached:
    if last is None:
        raise RunError("The first step is no finite number; choose another layer, unit or picture.")
    return Reached(last.step, 1.0, last.picture, last.value, text(STUCK.key, step=step))
