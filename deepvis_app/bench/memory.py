"""How much memory this process holds."""

from __future__ import annotations

import gc
from pathlib import Path

STATUS = Path("/proc/self/status")


def held(collected: bool = True) -> float | None:
    """MB, mapped files apart, after what is garbage was `collected`; None where the system does not tell."""
    if collected:
        gc.collect()
    lines = STATUS.read_text().splitlines() if STATUS.exists() else []
    anonymous = next((line.split()[1] for line in lines if line.startswith("RssAnon:")), None)
    return None if anonymous is None else int(anonymous) / 1024
