"""A picture made by any row of METHODS that makes one, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.i18n import text
from deepvis_app.methods import Method, Need, Output, Target, find
from deepvis_app.methods.answer import answer
from deepvis_app.methods.filming import filmed
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.picture import rounded
from deepvis_app.methods.synthesised import Synthesised
from deepvis_app.nets.network import Network

Pixels = NDArray[np.uint8]
Step = tuple[float, Pixels, Synthesised]


@dataclass(frozen=True)
class SynthesiseParams:
    """`params`: of the method's own kind; None, its defaults. `others`: pictures (h, w, 3), uint8.
    `film`: the file for the frames of a method that makes several.
    """

    method: str = field(default="maximise", metadata={"title": text("Method")})
    params: object | None = None
    others: tuple[Pixels, ...] = ()
    film: Path | None = None


def synthesise(
    network: Network, image: Tensor, target: Target, layer: str | None, params: SynthesiseParams
) -> Iterator[Step]:
    """What the method `params.method` makes, from `image` (1, 3, h, w), 0 to 1, where it looks at it.

    Yields a Step after each of the method's. Raises UnknownNameError, UsageError for a method that makes no
    picture or for too few or too many others, RunError for a film that cannot be written, and what the
    method raises. Closed early, the film has the frames that were complete.
    """
    row = find(params.method)
    if row.output is not Output.PICTURE:
        raise UsageError("{method} makes no picture; choose another.", method=row.name)
    of_layer = layer if not {Need.TARGET} & row.needs or target.unit is not None else None
    options = row.params() if params.params is None else params.params
    parts = answer(row, network, image, target, of_layer, options, params.others)
    if params.film is None:
        yield from _steps(row, parts)
        return
    with closing(filmed(parts, params.film)) as frames:
        yield from _steps(row, frames)


def _steps(row: Method, parts: Iterator[Partial]) -> Iterator[Step]:
    for part in parts:
        pixels = rounded(part.result.cpu().numpy())
        frames = part.facts.get("frame", 0)
        assert isinstance(frames, int)
        made = Synthesised(row.name, pixels, dict(part.facts), part.note, part.done >= 1, frames)
        yield part.done, pixels, made
