"""Whether this start is a safe one: asked for, or because the last ones ended without being closed."""

from __future__ import annotations

import faulthandler
from contextlib import ExitStack

from PySide6.QtCore import QLockFile

from deepvis_app import crashes
from deepvis_app.logs import log


class SafeStart:
    """While entered, a mark lies in the settings' folder, which the system lets go when the process dies.

    A second window beside the first has no mark, so neither counts for the other.
    """

    def __init__(self, asked: bool = False) -> None:
        self.safe = asked
        self._lock = QLockFile(str(crashes.mark()))
        self._lock.setStaleLockTime(0)  # however old: it is stale when its process is no more
        self._ours = False
        self._open = ExitStack()

    def __enter__(self) -> SafeStart:
        left = crashes.mark().exists()
        self._ours = self._lock.tryLock(0) or (self._unreadable() and self._lock.tryLock(0))
        if not self._ours:
            return self
        if left:
            log.error("The start before this one ended without being closed: %s", crashes.crashed())
        self.safe = self.safe or crashes.known().count >= crashes.MANY
        self._watch_faults()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._open.close()
        if not self._ours:
            return
        if kind is None:
            crashes.ended_well()
        else:
            crashes.crashed(kind.__name__)
        self._lock.unlock()

    def _unreadable(self) -> bool:
        """Whether the mark names no process, as after a power cut; it is then taken away."""
        return self._lock.getLockInfo()[0] == 0 and bool(self._lock.removeStaleLockFile())

    def _watch_faults(self) -> None:
        """Let Python write where it was when the system ends it, unless something else watches already."""
        if faulthandler.is_enabled():
            return
        try:
            file = self._open.enter_context(crashes.faults().open("w", encoding="utf-8"))
        except OSError:
            return  # nothing can be written there: a crash is then counted without its reason
        faulthandler.enable(file)
        self._open.callback(faulthandler.disable)
