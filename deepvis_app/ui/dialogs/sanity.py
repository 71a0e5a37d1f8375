"""The sanity check: does what explains the network change when the network forgets what it has learnt?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Checked, JobEnded, JobProgress
from deepvis_app.methods import METHODS
from deepvis_app.pictures.legends import PALETTE
from deepvis_app.session import Session
from deepvis_app.ui.comparison import Comparison
from deepvis_app.ui.dialogs.parts import make_room, muted, only_close
from deepvis_app.ui.explained_words import verdict
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.sanity_plot import SanityPlot

ABOUT = (
    "From the last layer to the first, the weights of a copy of the network are drawn anew. A map that "
    "depends on what was learnt is soon another one; one that stays as it was shows the picture, whatever "
    "the network (Adebayo et al. 2018)."
)


class SanityDialog(QDialog):
    """Runs while it is open."""

    def __init__(
        self,
        session: Session,
        comparison: Comparison,
        methods: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sanity check"))
        make_room(self, 760, 640)
        self._session = session
        colours = {name: PALETTE[place % len(PALETTE)] for place, name in enumerate(methods)}
        self.plot = SanityPlot(colours)
        self.verdicts = {name: QLabel(tr(METHODS[name].title)) for name in methods}
        self._build(colours)
        session.job_changed.connect(self._take)
        options = {"methods": tuple(methods), "settings": comparison.settings}
        self._job: int | None = session.start_job("sanity", layer=comparison.layer, options=options)

    def _build(self, colours: dict[str, tuple[int, int, int]]) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(4, 4, 10, 4)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(self.verdicts.items()):
            red, green, blue = colours[name]
            dot = QLabel("●")
            dot.setStyleSheet(f"color: rgb({red}, {green}, {blue})")
            words.setWordWrap(True)
            grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        grid.setRowStretch(len(self.verdicts), 1)
        holder = QWidget()
        holder.setProperty("panel", True)
        holder.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(muted(tr(ABOUT)))
        column.addWidget(self.plot, 3)
        column.addWidget(scroll, 2)
        column.addWidget(only_close(self))

    @property
    def running(self) -> bool:
        return self._job is not None

    def _take(self, job: JobProgress | JobEnded) -> None:
        if job.id != self._job:
            return
        if isinstance(job, JobEnded):
            self._job = None
        elif isinstance(job.item, Checked):
            self.plot.show_curve(job.item)
            self.verdicts[job.item.method].setText(verdict(job.item))

    def done(self, result: int) -> None:
        """Closing it ends the check."""
        if self._job is not None:
            self._session.cancel_job(self._job)
            self._job = None
        self._session.job_changed.disconnect(self._take)
        super().done(result)
