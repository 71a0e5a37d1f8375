"""The window: menus, tool bar, the unit grid, docks around it, the error strip and the status line."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStatusBar, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Failure, JobEnded, JobProgress, NetworkReady
from deepvis_app.i18n import Text, text
from deepvis_app.session import Session
from deepvis_app.settings import Settings
from deepvis_app.ui import layout
from deepvis_app.ui.actions import Actions
from deepvis_app.ui.choosing import Choosing
from deepvis_app.ui.docks import Dock
from deepvis_app.ui.explaining import Explaining
from deepvis_app.ui.exporting import RECORDING, Exporting
from deepvis_app.ui.filling import Filling
from deepvis_app.ui.home import Home
from deepvis_app.ui.indexing import Indexing
from deepvis_app.ui.keeping import Keeping
from deepvis_app.ui.keys import Keys
from deepvis_app.ui.made_actions import made_actions
from deepvis_app.ui.menus import Menus
from deepvis_app.ui.networking import Networks
from deepvis_app.ui.notice import Notice
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.painting import Paintings
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.panels.unit_grid import UnitGridPanel
from deepvis_app.ui.saving import Saving
from deepvis_app.ui.sourcing import Sources
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Mode, Theme
from deepvis_app.ui.toolbar import ToolBar, where
from deepvis_app.ui.widgets.error_strip import ErrorStrip
from deepvis_app.ui.widgets.status_line import LOADING, StatusLine
from deepvis_app.ui.wiring import connect_panels

if TYPE_CHECKING:
    from deepvis_app.ui.dialogs.palette import Palette

_TITLE = "DeepVis"


class MainWindow(QMainWindow):
    """`begin` starts the work, after the first paint. Closing ends every thread."""

    refused = Signal(object)  # Text: a layer or unit of the command line that the network lacks

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(_TITLE)
        self.setAcceptDrops(True)
        self.settings, self.theme = settings, theme
        self.session = Session(self)
        self.session.remember(settings.get("session", {}))
        self.sources = Sources(self)
        self.networks = Networks(self)
        self.saving = Saving(self)
        self.painting = Paintings(self)
        self.indexing = Indexing(self)
        self.exporting = Exporting(self)
        self.choosing = Choosing(self.session)
        self.keeping = Keeping(self)
        self.grid = UnitGridPanel(self.session, self)
        self.docks = {row.name: Dock(row, self.session, self) for row in PANELS.values()}
        self.synthesis = self.docks["synthesis"].panel
        self.actions_by_id = Actions(self, made_actions())
        self.keys = Keys(self.actions_by_id, settings)
        self.menus = Menus(self)
        self.tool_bar = ToolBar(self)
        self.error_strip = ErrorStrip(self)
        self.filling = Filling(self)
        self.explaining = Explaining(self)
        self.home = Home(self)
        self.status = StatusLine(self)
        self.notice = Notice(self)
        self._message: Text | None = None  # of the source, while it stands
        self._closed = False
        self._build()
        self._connect()
        layout.restore(self, settings)

    def begin(self, options: StartOptions) -> None:
        """Start the worker, load the network, open the source; nothing where it was closed already."""
        if self._closed:
            return
        self.session.start(options.threads or self.networks.threads)
        self.keeping.begin(options)
        if options.panel is not None:
            self.show_panel(options.panel)
        self.grid.grid.setFocus()
        if self.settings.problem is not None:
            self.show_failure(Failure(self.settings.problem, ""))
        self.home.begin(options)

    # ---- layout --------------------------------------------------------------------------------------

    def _build(self) -> None:
        middle = QWidget()
        self._middle = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.error_strip)
        column.addWidget(self.grid, 1)
        self.setCentralWidget(middle)
        self.addToolBar(self.tool_bar)
        bar = QStatusBar(sizeGripEnabled=False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.status, 1)
        self.setStatusBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        layout.prepare(self)

    def show_above(self, strip: QWidget) -> None:
        """Over the grid, and over what went wrong."""
        self._middle.insertWidget(0, strip)

    def reset_layout(self) -> None:
        """Every dock where the table has it."""
        layout.reset(self)

    # ---- what the session tells ------------------------------------------------------------------------

    def _connect(self) -> None:
        session = self.session
        session.failed.connect(self.show_failure)
        session.source_message.connect(self._take_message)
        session.result.connect(self.status.take_result)
        session.loading.connect(self.status.take_loading)
        session.job_changed.connect(self._take_job)
        session.network_changed.connect(self._take_network)
        session.frozen_changed.connect(self.refresh_actions)
        session.source_changed.connect(self.refresh_actions)
        session.state_changed.connect(self.refresh_actions)
        session.library.changed.connect(self.refresh_actions)
        self.status.cancel_wanted.connect(self._cancel)
        connect_panels(self)
        for dock in self.docks.values():
            dock.visibilityChanged.connect(self.refresh_actions)

        self.actions_by_id.refresh()

    def _take_message(self, message: Text | None) -> None:
        """What a source says, e.g. that there is no camera; it takes it back by itself."""
        if message is not None:
            self.show_failure(Failure(message, ""))
        elif self._message is not None and self.error_strip.sentence == tr(self._message):
            self.error_strip.hide()
        self._message = message

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if not (isinstance(job, JobProgress) and job.quiet):
            self.status.take_job(job)

    def _take_network(self, network: NetworkReady) -> None:
        self.status.take_loading(None)
        threads = tr("1 thread") if network.threads == 1 else tr("{count} threads", count=network.threads)
        self.status.set_device(f"{where(network)} · {threads}")
        self.setWindowTitle(network.title)
        self.refresh_actions()

    def _cancel(self, job: int) -> None:
        if job == LOADING:
            self.session.cancel_loading()
        elif job == RECORDING:
            self.exporting.stop()
        else:
            self.session.cancel_job(job)

    # ---- what its parts use ----------------------------------------------------------------------------

    def show_failure(self, failure: Failure) -> None:
        """One sentence over the grid, until it is closed or something else succeeds."""
        if not self.session.is_loading:
            self.status.take_loading(None)
        self.error_strip.show_failure(failure)

    def clear_failure(self) -> None:
        """Something succeeded: what was told is settled, but what the source says stands."""
        self.error_strip.hide()
        if self._message is not None:
            self.error_strip.show_failure(Failure(self._message, ""))

    def say(self, words: str) -> None:
        """Something was done; the words go by themselves."""
        self.notice.say(words)

    def show_dialog(self, dialog: QDialog) -> None:
        """Beside the live pictures, which go on."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def refresh_actions(self) -> None:
        self.actions_by_id.refresh_soon()

    def abilities(self) -> frozenset[str]:
        """What actions may need: a network, a picture, an index, and what the source can do."""
        source = self.session.source
        controls: frozenset[str] = source.controls if source else frozenset()
        found = set(controls)
        if controls & {"next", "step"}:
            found.add("step")
        if controls & {"play", "slideshow"}:
            found.add("play")
        if self.session.network is not None:
            found.add("network")
        if self.saving.has_picture:
            found.add("picture")
        if self.session.library.has_one:
            found.add("index")
        return frozenset(found)

    # ---- what actions do -------------------------------------------------------------------------------

    def move_unit(self, right: int, down: int) -> None:
        """The unit that many cells away in the grid."""
        self.grid.grid.move_selection(right, down)

    def toggle_zoom(self) -> None:
        self.grid.set_zoomed(not self.grid.zoomed)

    def back(self) -> None:
        """Out of the zoom, else from a clicked neuron to the strongest."""
        if self.grid.zoomed:
            self.grid.set_zoomed(False)
        else:
            self.session.set_neuron("max")

    @property
    def panels_shown(self) -> frozenset[str]:
        return frozenset(name for name, dock in self.docks.items() if not dock.isHidden())

    def toggle_panel(self, name: str) -> None:
        dock = self.docks[name]
        dock.setVisible(dock.isHidden())
        if not dock.isHidden():
            dock.raise_()

    def show_panel(self, name: str) -> None:
        """On top of the others in its place."""
        self.docks[name].show()
        self.docks[name].raise_()

    def show_why(self) -> None:
        self.show_panel("why")

    def set_theme(self, mode: Mode) -> None:
        self.theme.set_mode(mode)
        self.settings.set("view.theme", mode)
        self.refresh_actions()

    @property
    def full_screen(self) -> bool:
        return self.isFullScreen()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.refresh_actions()

    def show_keys(self) -> None:
        from deepvis_app.ui.dialogs.keys import KeysDialog

        self.show_dialog(KeysDialog(self.actions_by_id, self.keys, self))

    def show_palette(self) -> None:
        self.command_palette.open()

    @cached_property
    def command_palette(self) -> Palette:
        from deepvis_app.ui import finding
        from deepvis_app.ui.dialogs.palette import Palette

        return Palette(self, partial(finding.entries, self))

    def show_about(self) -> None:
        from deepvis_app.ui.dialogs.about import about_deepvis

        self.show_dialog(about_deepvis(self))

    # ---- the window system -----------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key passes by what lies behind another tab."""
        moved = super().focusNextPrevChild(forward)
        while moved and self.home.parts.is_covered(self.focusWidget()):
            moved = super().focusNextPrevChild(forward)
        return moved

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.sources.accepts(event.mimeData()):
            event.acceptProposedAction()
            self.say(tr("Drop it to look at it"))

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if not self.sources.take(event.mimeData()):
            about = text("What was dropped is neither a file nor a picture.")
            self.show_failure(Failure(about, ""))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Out of sight first: a worker in the middle of something takes a moment to end."""
        event.setAccepted(self._closed or self.home.may_close())
        if self._closed or not event.isAccepted():
            return
        self._closed = True
        self._save_settings()
        self.hide()
        for dock in self.docks.values():
            dock.visibilityChanged.disconnect(self.refresh_actions)
            dock.hide()  # a floating one is a window of its own
        self.exporting.close()
        self.session.close()
        self.saving.close()

    def _save_settings(self) -> None:
        layout.remember(self, self.settings)
        self.settings.set("session", self.session.remembered())
        try:
            self.settings.save()
        except OSError as error:  # no window is left to show it in
            about = tr("The settings could not be written: {reason}", reason=error.strerror or error)
            print(f"deepvis: {about}", file=sys.stderr)
