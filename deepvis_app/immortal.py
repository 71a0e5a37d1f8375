"""None, True and False, kept alive on Python 3.11 while PySide6 6.12 takes references that it does not own."""

from __future__ import annotations

import sys

_PLENTY = sys.maxsize // 2


def keep_singletons_alive() -> None:
    """Give them more references than can be lost.

    PySide6 6.12.0 is built as if they were immortal. They are from Python 3.12 on (PEP 683); on 3.11 every
    Qt method that returns None and every Signal.emit, which returns True, loses a reference, and after some
    thousands of calls the interpreter ends with "none_dealloc" or "bool_dealloc".
    """
    if sys.version_info < (3, 12):
        import ctypes

        for one in (None, True, False, NotImplemented, Ellipsis):
            count = ctypes.c_ssize_t.from_address(id(one))
            if count.value < _PLENTY // 2:
                count.value += _PLENTY
