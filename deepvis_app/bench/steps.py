"""How long live frames wait for a long method: its longest step."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from torch import Tensor

from deepvis_app.bench.rows import Goal, Row
from deepvis_app.methods.partial import parts

LONGEST = Goal("<=", 100)  # ms, as jobs promise


class Stepped:
    """`run`, which gives what methods return, as work that notes its longest step in milliseconds."""

    def __init__(self, run: Callable[[], Any]) -> None:
        self._run = run
        self._longest: list[float] = []

    def __call__(self) -> Tensor:
        longest, start = 0.0, time.perf_counter()
        for part in parts(self._run()):
            result, now = part.result, time.perf_counter()
            longest, start = max(longest, now - start), now
        self._longest.append(1000 * longest)
        return result

    def row(self, bench: str, what: str) -> Row:
        """Of the round in which other work disturbed least."""
        return Row(bench, f"{what}, longest step", min(self._longest), "ms", LONGEST)
