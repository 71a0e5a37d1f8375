"""How much memory the process holds, asked of the system itself."""

from __future__ import annotations

import ctypes
import os
import platform
from pathlib import Path


def resident_bytes() -> int | None:
    """Bytes of real memory in use; None where the system does not tell."""
    system = platform.system()
    if system == "Linux":
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    if system == "Darwin":
        return _of_macos()
    return _of_windows() if system == "Windows" else None


class _Usage(ctypes.Structure):
    """rusage_info_v0 of macOS."""

    _fields_ = (
        ("uuid", ctypes.c_uint8 * 16),
        *(
            (name, ctypes.c_uint64)
            for name in ("user", "system", "wakeups", "interrupts", "pageins", "wired")
        ),
        ("resident", ctypes.c_uint64),
        *((name, ctypes.c_uint64) for name in ("footprint", "started", "exited")),
    )


def _of_macos() -> int | None:
    usage = _Usage()
    library = ctypes.CDLL("/usr/lib/libproc.dylib")
    failed = library.proc_pid_rusage(os.getpid(), 0, ctypes.byref(usage))
    return None if failed else int(usage.resident)


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        ("peak", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        *((f"other{number}", ctypes.c_size_t) for number in range(6)),
    )


def _of_windows() -> int | None:
    counters = _Counters()
    counters.size = ctypes.sizeof(counters)
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    get = kernel.K32GetProcessMemoryInfo
    get.argtypes = (ctypes.c_void_p, ctypes.POINTER(_Counters), ctypes.c_uint32)
    done = get(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size)
    return int(counters.working_set) if done else None
