"""Whether memory ran out. Needs no torch."""

from __future__ import annotations

import re


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory ran out, of the processor or of an accelerator."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    return isinstance(error, RuntimeError) and bool(
        re.search(r"can't allocate memory|not enough memory|out of memory", str(error))
    )
