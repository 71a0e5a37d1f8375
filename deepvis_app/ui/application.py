"""Starts the window: shown first, worked in afterwards."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLocale, QLoggingCategory, QObject, QTimer
from PySide6.QtWidgets import QApplication

from deepvis_app.engine.messages import Pixels
from deepvis_app.errors import PictureError, UnknownNameError
from deepvis_app.i18n import Text
from deepvis_app.settings import Settings
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.screenshot import Screenshot
from deepvis_app.ui.texts import tr, use_language
from deepvis_app.ui.theme import Theme

KEYWORDS = ("camera", "screen", "samples")


def run(options: StartOptions) -> int:
    """Show the window until it is closed; the exit code.

    Raises UnknownNameError for a panel and PictureError for a file that is not there, before a window is.
    """
    check(options)
    application = qt_application(options.debug)
    settings = Settings.load()
    if options.reset:
        settings.clear()
    use_language(settings.get("view.language", "") or QLocale.system().name())
    theme = Theme(application, settings.get("view.theme", "system"))
    window = MainWindow(settings, theme)
    start = Start(window, options)
    before, sys.excepthook = sys.excepthook, start.take_unexpected
    try:
        window.show()
        application.exec()
    finally:
        sys.excepthook = before
    if start.problem is not None:
        print(f"deepvis: {tr(start.problem)}", file=sys.stderr)
    code = start.code
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return code


class Start(QObject):
    """Begins when the window was painted for the first time, and keeps how it ends."""

    def __init__(self, window: MainWindow, options: StartOptions, still: Pixels | None = None) -> None:
        """`still`: a picture to show instead of the source."""
        super().__init__(window)
        self._still = still
        self.code = 0
        self.problem: Text | None = None
        self._window, self._options = window, options
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._begin)
        window.winId()  # makes the native window whose first exposure is waited for
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            self._painted.start()
        return False

    def take_unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error that nobody expected, as a sentence with details rather than silence."""
        from deepvis_app.engine.failures import failure  # only now: it reads the packages' versions

        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if self._options.debug:
            traceback.print_exception(kind, error, trace)
        told = failure(error)
        self._window.show_failure(told)
        if self._options.screenshot is not None:
            self._end(told.about, 1)

    def _begin(self) -> None:
        options = self._options
        if options.screenshot is not None:
            screenshot = Screenshot(self._window, options.screenshot, options.after)
            screenshot.done.connect(self._end)
        self._window.begin(options)
        if self._still is not None:
            self._window.session.open_still(self._still, tr("Picture"))

    def _end(self, problem: Text | None, code: int) -> None:
        self.problem, self.code = problem, code
        self._window.close()


def check(options: StartOptions) -> None:
    """Raises UnknownNameError for a panel and PictureError for a file that is not there."""
    if options.panel is not None and options.panel not in PANELS:
        names = ", ".join(PANELS)
        raise UnknownNameError(
            "There is no panel {name}. There are: {names}.", name=options.panel, names=names
        )
    source = options.source
    if source and source.partition(":")[0] not in KEYWORDS and not Path(source).expanduser().exists():
        raise PictureError("There is no file or folder {path}.", path=source)


def qt_application(debug: bool = False) -> QApplication:
    """The one there is, or a new one under our name; what Qt tells developers shows with `debug` alone."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")  # frames through software OpenGL are slow
    if not debug:
        QLoggingCategory.setFilterRules("qt.multimedia*=false")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("deepvis")
    application.setApplicationDisplayName("DeepVis")
    application.setDesktopFileName("deepvis")
    return application
