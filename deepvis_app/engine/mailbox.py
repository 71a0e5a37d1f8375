"""How the worker is reached: the newest frame, the newest view state, and every command."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from threading import Condition

from deepvis_app.engine.messages import Command, Frame, ViewState


@dataclass(frozen=True)
class Mail:
    """What came since the last take: commands in their order, the newest frame and state or None."""

    commands: tuple[Command, ...] = ()
    frame: Frame | None = None
    state: ViewState | None = None


class Mailbox:
    """One slot for frames and one for the view state, newest wins in each; a queue for commands.

    Any thread may put; one thread takes.
    """

    def __init__(self) -> None:
        self._condition = Condition()
        self._commands: deque[Command] = deque()
        self._frame: Frame | None = None
        self._state: ViewState | None = None
        self._woken = False
        self._closed = False

    def put_frame(self, frame: Frame) -> None:
        with self._condition:
            self._frame = frame
            self._condition.notify()

    def put_state(self, state: ViewState) -> None:
        with self._condition:
            self._state = state
            self._condition.notify()

    def put_command(self, command: Command) -> None:
        with self._condition:
            self._commands.append(command)
            self._condition.notify()

    def wake(self) -> None:
        """Let a waiting take return, with nothing new: something outside wants to be looked at."""
        with self._condition:
            self._woken = True
            self._condition.notify()

    def take(self, timeout: float | None = None) -> Mail | None:
        """All that is new, as soon as something is; empty after `timeout` seconds; None once closed."""
        with self._condition:
            self._condition.wait_for(self._anything, timeout)
            if self._closed:
                return None
            mail = Mail(tuple(self._commands), self._frame, self._state)
            self._commands.clear()
            self._frame = self._state = None
            self._woken = False
            return mail

    def close(self) -> None:
        """The next take, and one that waits, gives None; what was put is forgotten."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def _anything(self) -> bool:
        return (
            self._closed
            or self._woken
            or bool(self._commands)
            or self._frame is not None
            or self._state is not None
        )
