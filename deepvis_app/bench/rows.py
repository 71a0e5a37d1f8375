"""What was measured, beside its goal: one row a figure."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

_COMPARE = {"<=": operator.le, "<": operator.lt, ">=": operator.ge}


@dataclass(frozen=True)
class Goal:
    sign: Literal["<=", "<", ">="]
    limit: float

    def met(self, measured: float) -> bool:
        return bool(_COMPARE[self.sign](measured, self.limit))

    def __str__(self) -> str:
        return f"{self.sign} {self.limit:g}"


@dataclass(frozen=True)
class Row:
    """`what` of `bench` was `measured`, in `unit`; `note` says how or of what."""

    bench: str
    what: str
    measured: float
    unit: str = "x"
    goal: Goal | None = None
    note: str = ""

    @property
    def short(self) -> bool:
        """Whether the goal is missed."""
        return self.goal is not None and not self.goal.met(self.measured)

    @property
    def figure(self) -> str:
        digits = 2 if abs(self.measured) < 10 else 1
        return f"{self.measured:.{digits}f} {self.unit}".strip()

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "goal": str(self.goal) if self.goal else None, "short": self.short}


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned text, under a head."""
    cells = [("bench", "what", "measured", "goal", "", "")]
    cells += [
        (row.bench, row.what, row.figure, str(row.goal or ""), "short" if row.short else "", row.note)
        for row in rows
    ]
    wide = [max(len(line[column]) for line in cells) for column in range(5)]
    form = f"{{:{wide[0]}}}  {{:{wide[1]}}}  {{:>{wide[2]}}}  {{:{wide[3]}}}  {{:{wide[4]}}}  {{}}"
    return "\n".join(form.format(*line).rstrip() for line in cells)
