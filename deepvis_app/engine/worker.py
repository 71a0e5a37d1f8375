"""The worker's thread: where the network lives. The window's thread only puts and takes."""

from __future__ import annotations

from threading import Lock

from PySide6.QtCore import QObject, QThread, Signal

from deepvis_app.engine.failures import failure
from deepvis_app.engine.mailbox import Mailbox
from deepvis_app.engine.messages import Command, Event, Frame, NetworkReady, Result, ViewState
from deepvis_app.engine.pace import EVERY, Pace

STACK = 16 * 2**20  # bytes: some systems give a second thread too little for deep networks


class Worker(QThread):
    """Frames, view states and commands go in; results and events come out.

    `result_ready` is emitted when a result waits in an outbox of one, where the newest wins; whoever is
    slow to `take_result` gets fewer, never older ones. `event` carries all else, in order.
    """

    result_ready = Signal()
    event = Signal(object)  # type: ignore[assignment]  # in place of QObject.event, which Qt finds still

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setStackSize(STACK)
        self._mailbox = Mailbox()
        self._lock = Lock()
        self._result: Result | None = None

    def put_frame(self, frame: Frame) -> None:
        self._mailbox.put_frame(frame)

    def put_state(self, state: ViewState) -> None:
        self._mailbox.put_state(state)

    def send(self, command: Command) -> None:
        self._mailbox.put_command(command)

    def take_result(self) -> Result | None:
        """The newest result, once."""
        with self._lock:
            result, self._result = self._result, None
        return result

    def close(self) -> None:
        """Let the thread end, as soon as what it computes now is done, and wait for it."""
        self._mailbox.close()
        self.wait()

    def run(self) -> None:
        try:
            # Here, on this thread: importing torch takes seconds that the window need not wait for.
            from deepvis_app.engine.pipeline import Pipeline

            Pipeline(self._mailbox, self._tell, self._give, Pace(EVERY)).run()
        except Exception as error:
            self.event.emit(failure(error, ends_load=True))

    def _give(self, result: Result) -> None:
        with self._lock:
            was_empty, self._result = self._result is None, result
        if was_empty:
            self.result_ready.emit()

    def _tell(self, event: Event) -> None:
        if isinstance(event, NetworkReady):
            self.take_result()  # it is of the network before
        self.event.emit(event)
