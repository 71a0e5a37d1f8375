"""None, kept alive on Python 3.11 while PySide6 6.12 takes references to it that it does not own."""

from __future__ import annotations

import sys

_PLENTY = sys.maxsize // 2


def keep_none_alive() -> None:
    """Give None more references than can be lost.

    PySide6 6.12.0 is built as if None were immortal. It is from Python 3.12 on (PEP 683); on 3.11 every
    Qt method that returns None loses one of its references, and after some thousands of calls the
    interpreter ends with "none_dealloc: deallocating None".
    """
    if sys.version_info < (3, 12):
        import ctypes

        count = ctypes.c_ssize_t.from_address(id(None))
        if count.value < _PLENTY // 2:
            count.value += _PLENTY
