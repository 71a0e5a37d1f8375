"""Starts the window: shown first, worked in afterwards."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QLoggingCategory, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from deepvis_app import logs
from deepvis_app.engine.messages import Failure, NetworkReady
from deepvis_app.errors import PictureError, UnknownNameError
from deepvis_app.i18n import Text
from deepvis_app.session.choices import read_choices
from deepvis_app.settings import Settings
from deepvis_app.ui import links
from deepvis_app.ui.diary import Diary
from deepvis_app.ui.given import Given
from deepvis_app.ui.guard import Guard
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.safe_mode import SafeModeStrip, start_again
from deepvis_app.ui.safe_start import SafeStart
from deepvis_app.ui.screenshot import Screenshot
from deepvis_app.ui.texts import tr, use_language
from deepvis_app.ui.theme import Theme

KEYWORDS = ("camera", "screen", "samples")


def run(options: StartOptions) -> int:
    """Show the window until it is closed; the exit code.

    Raises UsageError for a wrong panel, choice or link, PictureError for a missing file, before a window is.
    """
    check(options)
    application = qt_application(options.debug)
    with logs.written(), Guard(options.debug) as guard, SafeStart(options.safe) as begun:
        if begun.safe:
            options = replace(options, safe=True, source=None, model=None)
        start = _opened(application, options, guard)
        application.exec()
        code, again = start.code, start.again
        if start.problem is not None:
            print(f"deepvis: {tr(start.problem)}", file=sys.stderr)
        start.window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if again is not None:
        start_again(again)  # now that the mark of this one is gone
    return code


def _opened(application: QApplication, options: StartOptions, guard: Guard) -> Start:
    """The window on the screen. A safe start has the usual settings, and keeps none."""
    settings = Settings.load()
    if options.safe:
        language = settings.get("view.language", "")
        settings = Settings(kept=False)
        settings.set("view.language", language)
    if options.reset:
        settings.clear()
    use_language(settings.get("view.language", "") or QLocale.system().name())
    theme = Theme(application, settings.get("view.theme", "system"), settings.get("view.size", 100))
    window = MainWindow(settings, theme)
    start = Start(window, options, guard)
    if sys.platform == "darwin":  # elsewhere a filter of all events would cost time for nothing
        Given(window, application)
    window.show()
    return start


class Start(QObject):
    """Begins when the window was painted for the first time, and keeps how it ends."""

    def __init__(self, window: MainWindow, options: StartOptions, guard: Guard) -> None:
        super().__init__(window)
        self.code = 0
        self.problem: Text | None = None
        self.window, self._options, self._guard = window, options, guard
        self._told = False  # a dialog about an unexpected error is open
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._begin)
        self._safe: SafeModeStrip | None = None
        if options.safe:
            self._safe = SafeModeStrip(window)
            window.show_above(self._safe)
        Diary(window.session)
        guard.caught.connect(self.take_unexpected)
        # Queued: a signal comes between any two lines of Python, as in the middle of a start.
        guard.end_wanted.connect(window.close, Qt.ConnectionType.QueuedConnection)
        window.session.network_changed.connect(self._note_device)
        window.winId()  # makes the native window whose first exposure is waited for
        window.windowHandle().installEventFilter(self)

    @property
    def again(self) -> list[str] | None:
        """The options of the start that shall follow this one."""
        return self._safe.again if self._safe else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            self._painted.start()
        return False

    def take_unexpected(self, told: Failure) -> None:
        """An error that nobody expected: a sentence, and once at a time a dialog with its details."""
        self.window.show_failure(told)
        if self._options.screenshot is not None:
            self._end(told.about, 1)
        elif not self._told and self.window.isVisible():
            from deepvis_app.ui.dialogs.failure import FailureDialog

            self._told = True
            dialog = FailureDialog(told, self.window)
            dialog.finished.connect(self._forget_dialog)
            self.window.show_dialog(dialog)

    def _forget_dialog(self) -> None:
        self._told = False

    def _note_device(self, network: NetworkReady) -> None:
        self._guard.device = network.device

    def _begin(self) -> None:
        options = self._options
        if options.screenshot is not None:
            screenshot = Screenshot(self.window, options.screenshot, options.after)
            screenshot.done.connect(self._end)
        self.window.begin(options)

    def _end(self, problem: Text | None, code: int) -> None:
        self.problem, self.code = problem, code
        self.window.close()


def check(options: StartOptions) -> None:
    """Raises UnknownNameError for a panel and PictureError for a file that is not there."""
    if options.panel is not None and options.panel not in PANELS:
        names = ", ".join(PANELS)
        raise UnknownNameError(
            "There is no panel {name}. There are: {names}.", name=options.panel, names=names
        )
    read_choices(options.choices)
    source = options.source
    if source and links.is_link(source):
        links.parse(source)
    elif source and source.partition(":")[0] not in KEYWORDS and not Path(source).expanduser().exists():
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
