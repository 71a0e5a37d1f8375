"""The frames that a method makes on its way, written as a film."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from deepvis_app.methods.partial import Partial
from deepvis_app.methods.picture import rounded
from deepvis_app.pictures.film import Film, film


def filmed(parts: Iterator[Partial], path: Path) -> Partial:
    """The whole of `parts`. Where their facts count complete frames, those are written to `path`."""
    frames = 0
    with ExitStack() as stack:
        strip: Film | None = None
        for part in parts:
            complete = part.facts.get("frame", 0)
            if isinstance(complete, int) and complete > frames:
                strip = strip or stack.enter_context(film(path))
                strip.add(rounded(part.result.cpu().numpy()))
                frames = complete
    return part
