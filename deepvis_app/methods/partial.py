"""How a long method tells what it has so far: as a generator of `Partial`, of which the last is the whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from torch import Tensor

from deepvis_app.i18n import Text
from deepvis_app.nets.slices import sliced


@dataclass(frozen=True)
class Partial:
    """`done`: 0 to 1. `result`: what there is, in the shape of the whole. `facts`: numbers that belong to it,
    for its metadata and for the words beside its picture. `note`: what the user should know of it.
    """

    done: float
    result: Tensor
    facts: Mapping[str, float | int | str] = field(default_factory=dict)
    note: Text | None = None


def asked(
    run: Callable[[], Tensor | Partial | Iterator[Partial]],
) -> Iterator[Partial | None]:
    """What `run` gives, always step by step; None while a pass that it makes at once takes long."""
    answer = yield from sliced(run, None)
    yield from parts(answer)


def parts(answer: Tensor | Partial | Iterator[Partial]) -> Iterator[Partial]:
    """What a method returned, at once, with facts or step by step, always step by step."""
    if isinstance(answer, Tensor):
        yield Partial(1.0, answer)
    elif isinstance(answer, Partial):
        yield answer
    else:
        yield from answer


def outcome(answer: Tensor | Partial | Iterator[Partial]) -> Partial:
    """The whole of what a method returned, waiting for it."""
    (last,) = deque(parts(answer), maxlen=1)  # the others may be large, and many
    return last
