"""The units of the layer that the class hangs on, ranked on demand."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deepvis_app.engine.messages import JobEnded, JobProgress, NetworkReady, Ranked
from deepvis_app.session import Session
from deepvis_app.session.interventions import Interventions
from deepvis_app.ui.texts import tr
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.ranked_list import RankedList


class Ranking(QWidget):
    """A part of the panel Intervene; runs the job "rank_units"."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._job: int | None = None
        self._ranked: Ranked | None = None
        self._picture = ""  # what was ranked
        self.button = QPushButton(tr("Rank units"))
        self.about = Label("", "caption", lines=2)
        self.list = RankedList()
        self.button.setToolTip(
            tooltip(
                "Silence each unit of the layer in turn and list those that the class hangs on: "
                "by how many points of a hundred it falls without them."
            )
        )
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.about, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(170)
        self.button.clicked.connect(self._start_or_cancel)
        self.list.chosen.connect(self._choose)
        session.job_changed.connect(self._take_job)
        session.network_changed.connect(self._take_network)
        session.unit_changed.connect(self._take_unit)
        session.layer_changed.connect(self._show_empty)
        session.source_changed.connect(self._tell)
        session.frozen_changed.connect(self._tell)
        self._show_empty()

    @property
    def running(self) -> bool:
        return self._job is not None

    def set_silenced(self, interventions: Interventions) -> None:
        if self._ranked is not None:
            marks = interventions.marks(self._ranked.layer)
            self.list.set_silenced([unit for unit, action in marks.items() if action == "silence"])

    def _start_or_cancel(self) -> None:
        session = self.session
        if self._job is not None:
            session.cancel_job(self._job)
        elif session.network is not None and session.layer is not None:
            self._forget()
            self._picture = self._shown_picture()
            self._job = session.start_job("rank_units", layer=session.layer)
            self.button.setText(tr("Cancel"))

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if job.id != self._job:
            return
        if isinstance(job, JobEnded):
            self._job = None
            self.button.setText(tr("Rank units"))
            self._tell()
        elif isinstance(job.item, Ranked):
            self._ranked = job.item
            self.list.set_units(job.item.units)
            self._take_unit()
            self.set_silenced(self.session.interventions)
            self._tell()

    def _choose(self, unit: int) -> None:
        if self._ranked is not None:
            self.session.set_layer(self._ranked.layer)
            self.session.set_unit(unit)

    def _take_unit(self) -> None:
        here = self._ranked is not None and self.session.unit_layer == self._ranked.layer
        self.list.set_selected(self.session.unit if here else -1)

    def _take_network(self, network: NetworkReady) -> None:
        self._job = None
        self.button.setText(tr("Rank units"))
        self.button.setEnabled(bool(network.labels))
        self._forget()

    def _forget(self) -> None:
        self._ranked = None
        self._show_empty()
        self._tell()

    def _show_empty(self) -> None:
        if self._ranked is None:
            layer = self.session.layer_info
            words = tr("Which units of {layer} does the class hang on?", layer=layer.title) if layer else ""
            self.list.set_units((), words)

    def _tell(self) -> None:
        ranked = self._ranked
        if ranked is None:
            self.about.set_text("")
            return
        layer = self.session.find_layer(ranked.layer)
        title = layer.title if layer else ranked.layer
        shown = tr("{layer} for {label}", layer=title, label=ranked.label)
        if not ranked.finished:
            shown += " · " + tr("{known} of {count}", known=ranked.known, count=ranked.count)
        elif self._is_past:
            shown += " · " + tr("in an earlier picture")
        self.about.set_text(shown)

    @property
    def _is_past(self) -> bool:
        """Whether another picture than the ranked one is shown."""
        moved_on = not self.session.frozen and self._picture != self._shown_picture()
        return self.session.streaming or moved_on

    def _shown_picture(self) -> str:
        source = self.session.source
        return f"{source.title} {source.index}" if source else ""
