"""Starts DeepVis as its command does, and tells when the window was painted and when it first was live.

Run as `python -m deepvis_app.bench.first` by `bench startup`.
"""

from __future__ import annotations

import json
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from deepvis_app import cli
from deepvis_app.engine.messages import Result
from deepvis_app.engine.threads import prepare_environment
from deepvis_app.ui.application import qt_application
from deepvis_app.ui.main_window import MainWindow


class Watcher(QObject):
    """Looks at what the application does until the first live result, then closes the window."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.times: dict[str, float] = {}
        self._window: MainWindow | None = None
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow):
            self._application.removeEventFilter(self)
            self._window = watched
            watched.session.result.connect(self._live)
            QTimer.singleShot(0, self._painted)  # when this event and those of its children are over
        return False

    def _painted(self) -> None:
        self.times["painted"] = time.time()

    def _live(self, _result: Result) -> None:
        if "live" not in self.times and self._window is not None:
            self.times["live"] = time.time()
            self._window.close()


def main() -> None:
    prepare_environment()
    watcher = Watcher(qt_application())
    code = cli.main(["samples"])
    print(json.dumps(watcher.times))
    raise SystemExit(code)


if __name__ == "__main__":
    main()
