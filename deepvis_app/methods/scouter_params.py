"""What the methods of SCOUTER can be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deepvis_app.i18n import text

Shown = Literal["attention", "contribution"]
"""Where a slot looks, or what that adds to its score; see methods/scouter.py."""


@dataclass(frozen=True)
class ScouterParams:
    show: Shown = field(
        default="attention",
        metadata={
            "title": text("Show"),
            "choices": ("attention", "contribution"),
            "names": (text("Attention"), text("Contribution")),
        },
    )
    compared: bool = field(default=True, metadata={"title": text("Full colour is the same for all classes")})
    file: str | None = field(
        default=None,
        metadata={"title": text("Slots from the file"), "automatic": text("those of the embedded network")},
    )
