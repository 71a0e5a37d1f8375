"""None, True and False, kept alive on Python 3.11: PySide6 6.12 takes references that are not its own."""

from __future__ import annotations

import sys

_PLENTY = sys.maxsize // 2


def keep_singletons_alive() -> None:
    """Give the constants more references than can be lost.

    PySide6 6.12.0 is built as if they were immortal. They are from Python 3.12 on (PEP 683); on 3.11 every
    Qt method that returns None, every `Signal.emit` (True) and failed `disconnect` (False) takes away one
    reference, and after some thousands of calls the interpreter ends with "deallocating None".
    """
    if sys.version_info < (3, 12):
        import ctypes

        for constant in (None, True, False):
            count = ctypes.c_ssize_t.from_address(id(constant))
            if count.value < _PLENTY // 2:
                count.value += _PLENTY
