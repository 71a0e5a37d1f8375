"""The most likely classes, and those that are pinned, as bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deepvis_app.engine.messages import NetworkReady, ScoresRequest, ScoresView, View, ViewRequest
from deepvis_app.session import Session
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.bars import ScoreBars
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.number_box import NumberBox

_COUNT = 5


class ClassesPanel(LivePanel):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pinned: list[int] = []
        self.bars = ScoreBars()
        self.count = NumberBox(
            tr("Number of classes listed"), tr("How many of the most likely classes are listed"), most=1000
        )
        self.count.setMinimum(1)
        self.count.setValue(_COUNT)
        self.note = Label(tr("No network yet"), "caption")
        self._scroll = scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.bars)
        inner.addStretch()
        scroll.setWidget(holder)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(Label(tr("show"), "caption", room=tr("show")))
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addWidget(scroll, 1)
        column.addLayout(row)
        column.addStretch()

        self.count.valueChanged.connect(self._recount)
        self.bars.pin_toggled.connect(self._toggle)
        session.network_changed.connect(self._take_network)
        if session.network is not None:
            self._take_network(session.network)

    def requests(self) -> Mapping[str, ViewRequest]:
        network = self.session.network
        if network is None:
            return {}
        return {"classes": ScoresRequest(self.count.value(), tuple(self._pinned))}

    def take(self, views: Mapping[str, View]) -> None:
        view = views.get("classes")
        if isinstance(view, ScoresView):
            self.bars.set_scores(view)
            self._fit(len(view.scores))

    def remembered(self) -> dict[str, Any]:
        return {"count": self.count.value()}

    def remember(self, saved: Mapping[str, Any]) -> None:
        self.count.setValue(int(saved.get("count", _COUNT)))

    def _take_network(self, network: NetworkReady) -> None:
        self._pinned = []
        self.bars.clear()
        self.bars.set_pinned(frozenset())
        self.count.setMaximum(max(1, len(network.labels)))
        self._note()
        self.ask()

    def _fit(self, rows: int) -> None:
        """The list is no higher than its rows, so that the number below stays close."""
        height = max(1, rows) * self.bars.row_height
        if height != self._scroll.maximumHeight():
            self._scroll.setMaximumHeight(height)

    def _recount(self) -> None:
        self.ask(after_ms=100)

    def _toggle(self, index: int) -> None:
        if index in self._pinned:
            self._pinned.remove(index)
        else:
            self._pinned.append(index)
        self.bars.set_pinned(frozenset(self._pinned))
        self._note()
        self.ask()

    def _note(self) -> None:
        network = self.session.network
        classes = len(network.labels) if network else 0
        kept = len(self._pinned)
        self.note.set_text(tr("{count} kept", count=kept) if kept else tr("of {count}", count=classes))
