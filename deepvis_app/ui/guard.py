"""What nobody expected: taken from any thread, logged, and told instead of ending in silence."""

from __future__ import annotations

import signal
import socket
import sys
import threading
import traceback
from types import FrameType, TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from deepvis_app.logs import log

_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Guard(QObject):
    """While entered, errors that nothing else takes are emitted as `caught`, in the window's thread.

    `device`: what the network runs on, for the details. With `debug` tracebacks go to standard error too.
    """

    caught = Signal(object)  # Failure
    end_wanted = Signal()  # Ctrl+C in the terminal, or the system asks the program to end

    def __init__(self, debug: bool = False) -> None:
        super().__init__()
        self.device = ""
        self._debug = debug
        self._before: dict[int, Any] = {}
        self._waker: _Waker | None = None

    def __enter__(self) -> Guard:
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook, sys.unraisablehook = self.take, self._thread, self._unraisable
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._ask_to_end) for number in _ENDS}
            self._waker = _Waker()
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        if self._waker is not None:
            self._waker.close()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """An error that reached the end of its thread; may be called in any."""
        from deepvis_app.engine.failures import failure  # only now: it reads the packages' versions

        if issubclass(kind, KeyboardInterrupt):
            self.end_wanted.emit()
            return
        if self._debug:
            traceback.print_exception(kind, error, trace)
        told = failure((error or kind()).with_traceback(trace), self.device)
        log.critical("%s", told.details)
        self.caught.emit(told)

    def _thread(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """Somewhere that cannot fail, such as a destructor: nothing is lost for the user."""
        log.warning("%s %s: %r", args.err_msg or "Ignored in", args.object, args.exc_value)
        if self._debug:
            self._hooks[2](args)

    def _ask_to_end(self, _number: int, _frame: FrameType | None) -> None:
        self.end_wanted.emit()


class _Waker:
    """Brings Python to the signals that the system sends: a window at rest runs none of it until something
    happens, and would not end.
    """

    def __init__(self) -> None:
        self._ours, self._systems = socket.socketpair()
        for end in (self._ours, self._systems):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._systems.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        """Python looks at its signals before it comes to this."""
        self._ours.recv(64)

    def close(self) -> None:
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)  # before its socket is closed under it
        del self._notifier
        self._ours.close()
        self._systems.close()
