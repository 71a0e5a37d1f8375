"""How this very DeepVis is started as a process of its own."""

from __future__ import annotations

import sys


def program() -> list[str]:
    """The first words of a command: the frozen program, or Python and the package."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "deepvis_app"]
