"""Indexing pictures: a form, then how far it is; closed, the pass goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from deepvis_app.session import Session
from deepvis_app.ui.dialogs.index_form import IndexForm
from deepvis_app.ui.dialogs.index_progress import IndexProgress
from deepvis_app.ui.dialogs.parts import button, button_box, muted
from deepvis_app.ui.indexing import Indexing
from deepvis_app.ui.texts import tr

_ABOUT = (
    "The network looks at every picture once, beside the live frames. Then each unit shows what it answers "
    "to most, and pictures can be found, mapped and counted. Stopped, it goes on from there next time."
)


class IndexDialog(QDialog):
    def __init__(self, indexing: Indexing, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert session.network is not None
        self.setWindowTitle(tr("Index pictures"))
        self.setMinimumWidth(600)
        self._indexing = indexing
        self.form = IndexForm(session.network.layers)
        self.progress = IndexProgress()
        self.begin = button(tr("Start"), self._begin)
        self.pause = button(tr("Pause"), indexing.toggle_pause)
        self.stop = button(tr("Stop"), indexing.stop)
        self.more = button(tr("Index more…"), indexing.forget)
        self.begin.setDefault(True)
        self.begin.setEnabled(False)
        buttons = button_box(button(tr("Close"), self.reject))
        for each in (self.begin, self.pause, self.stop, self.more):
            buttons.addButton(each, buttons.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        for widget in (muted(tr(_ABOUT)), self.form, self.progress, buttons):
            column.addWidget(widget)
        self.form.ready.connect(self._take_ready)
        indexing.changed.connect(self._show)
        self._show()

    def _begin(self) -> None:
        self._indexing.start(self.form.options())

    def _take_ready(self, ready: bool) -> None:
        self.begin.setEnabled(ready)
        self.adjustSize()  # rows come and go

    def _show(self) -> None:
        """The form, unless a pass runs or has just ended."""
        indexing = self._indexing
        runs, ended = indexing.running, indexing.ended is not None
        for widget in (self.form, self.begin):
            widget.setVisible(not runs and not ended)
        for widget in (self.pause, self.stop):
            widget.setVisible(runs)
        self.progress.setVisible(runs or ended)
        self.more.setVisible(ended)
        self.pause.setText(tr("Go on") if indexing.paused else tr("Pause"))
        self.progress.show_progress(indexing.progress, indexing.ended, indexing.problem)
        self.adjustSize()
