"""The frames that a method makes on its way, written as a film."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

from deepvis_app.methods.partial import Partial
from deepvis_app.methods.picture import rounded
from deepvis_app.pictures.film import Film, film


def filmed(parts: Iterator[Partial], path: Path) -> Generator[Partial]:
    """`parts`; where their facts count complete frames, those are written to `path`.

    The file appears at the end. Closed early, the film has the frames that were complete. Raises RunError
    where it cannot be written.
    """
    frames = 0
    with ExitStack() as stack:
        strip: Film | None = None
        try:
            for part in parts:
                complete = part.facts.get("frame", 0)
                if isinstance(complete, int) and complete > frames:
                    strip = strip or stack.enter_context(film(path))
                    strip.add(rounded(part.result.cpu().numpy()))
                    frames = complete
                yield part
        except GeneratorExit:
            return
